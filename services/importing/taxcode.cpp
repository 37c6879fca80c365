// SPDX-License-Identifier: Apache-2.0
#include "importing/taxcode.h"

#include "core/textfold.h"
#include "core/values/blanks.h"
#include "importing/valueshape.h"

#include <string>

namespace Elenco {

bool isTaxCode(std::string_view cell)
{
    return cell.size() >= 16 && cell.size() <= 20 && shapeOf(trimmed(cell)) == ValueShape::TaxCode;
}

bool isFamilyNameOf(std::string_view taxCode, std::string_view familyName)
{
    constexpr std::string_view vowelLetters = "aeiou";
    std::string consonants, vowels;
    for (char c : foldText(familyName)) {
        if (c >= 'a' && c <= 'z')
            (vowelLetters.find(c) == vowelLetters.npos ? consonants : vowels) += c;
    }
    return !(consonants + vowels).empty() &&
           foldText(trimmed(taxCode)).starts_with((consonants + vowels + "xx").substr(0, 3));
}

} // namespace Elenco
