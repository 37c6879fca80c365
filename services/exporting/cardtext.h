// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"
#include "formats/vcardwriter.h"

namespace Elenco {

/// A contact as a vCard has it, with the properties that were kept from an import.
CardText cardOf(const Contact &contact);

} // namespace Elenco
