// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace Elenco {

/// A name as it is written in one cell, taken apart.
struct SplitName {
    std::string first;
    std::string last;
    std::string prefix; ///< "Dott.ssa"
    std::string suffix; ///< "Jr."
};

/// "Giulia Rossi", "Rossi, Giulia", "Dott.ssa Maria Grazia De Luca": the last word, with the particles before it, is
/// the family name; of "ROSSI Giulia" the one in capitals. UTF-8; thread-safe.
SplitName splitFullName(std::string_view fullName, bool familyNameFirst);

/// "Ferramenta Bianchi S.r.l.": a name that ends with the form of a company.
bool looksLikeCompany(std::string_view name);

} // namespace Elenco
