// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

class QLocale;
class QString;

namespace Elenco {

/// A country that numbers without prefix can belong to.
struct Region {
    std::string code; ///< ISO 3166-1 alpha-2
    int callingCode = 0;
};

/// All regions that libphonenumber knows, by code.
const std::vector<Region> &regions();

/// The region of a system's locale; "IT" where the locale names no country.
QString defaultRegion(const QLocale &locale);

} // namespace Elenco
