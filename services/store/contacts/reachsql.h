// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace Elenco {

/// takesSms() (core/reach.h) in SQL: the line kinds that an SMS reaches, as "1,3" for "line_kind IN (…)".
const std::string &kindsThatTakeSms();

} // namespace Elenco
