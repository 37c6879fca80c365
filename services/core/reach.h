// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"

namespace Elenco {

/// Whether an SMS arrives on such a line: mobiles, and the plans whose numbers don't tell (North America). What is not
/// known to be one of them is not written to. The one answer for titles, inspector, table, imports and filters.
constexpr bool takesSms(LineKind kind)
{
    return kind == LineKind::Mobile || kind == LineKind::FixedLineOrMobile;
}

/// Whether a person can get an SMS: the number is valid, and of a line that takes them.
inline bool canGetSms(const Contact &contact)
{
    return contact.valid && takesSms(contact.lineKind);
}

} // namespace Elenco
