// SPDX-License-Identifier: Apache-2.0
#include "importing/taxcode.h"

#include "core/textfold.h"

#include <string>

namespace Elenco {

bool isFamilyNameOf(std::string_view taxCode, std::string_view familyName)
{
    constexpr std::string_view vowelLetters = "aeiou";
    std::string consonants, vowels;
    for (char c : foldText(familyName)) {
        if (c >= 'a' && c <= 'z')
            (vowelLetters.find(c) == vowelLetters.npos ? consonants : vowels) += c;
    }
    return !(consonants + vowels).empty() && foldText(taxCode).starts_with((consonants + vowels + "xx").substr(0, 3));
}

} // namespace Elenco
