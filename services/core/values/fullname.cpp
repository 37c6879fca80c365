// SPDX-License-Identifier: Apache-2.0
#include "core/values/fullname.h"

#include "core/asciitext.h"
#include "core/textfold.h"
#include "core/values/blanks.h"

#include <algorithm>
#include <array>
#include <vector>

namespace Elenco {

namespace {

using NameWords = std::vector<std::string>;

constexpr std::array<std::string_view, 28> particles{
    "de", "di", "da", "del", "della", "dello", "dei", "degli", "delle", "dal", "dalla", "dall'", "dell'", "lo",
    "la", "li", "le", "van", "von",   "der",   "den", "zu",    "du",    "des", "dos",   "do",    "el",    "san"};
// Without their points.
constexpr std::array<std::string_view, 52> titles{
    "dott",     "dottssa", "dottoressa", "dottore", "dr",        "drssa",      "dssa",   "sig",    "sigra",
    "sigrina",  "signa",   "signor",     "signora", "signorina", "egr",        "gentma", "gentmo", "ing",
    "avv",      "arch",    "geom",       "rag",     "prof",      "profssa",    "cav",    "on",     "perind",
    "ps",       "mr",      "mrs",        "ms",      "miss",      "mister",     "mx",     "herr",   "frau",
    "dipl-ing", "mag",     "mme",        "mlle",    "monsieur",  "madame",     "sr",     "sra",    "srta",
    "don",      "dra",     "comm",       "dottor",  "professor", "professore", "egregio"};
// These are words or names of their own as well: only with a point.
constexpr std::array<std::string_view, 8> pointedTitles{"on", "don", "ms", "ps", "mag", "comm", "sr", "rag"};
constexpr std::array<std::string_view, 16> suffixes{"jr",  "jun", "junior", "sr",  "sen", "ii",  "iii", "iv",
                                                    "phd", "md",  "mba",    "esq", "dds", "cpa", "rn",  "jnr"};
constexpr std::array<std::string_view, 34> companyForms{
    "srl", "srls", "spa", "snc", "sas",   "sapa", "scarl", "scrl", "sca",  "srlu", "gmbh", "ag",
    "kg",  "ohg",  "gbr", "ug",  "ltd",   "llc",  "inc",   "plc",  "corp", "sarl", "sasu", "eurl",
    "sl",  "slu",  "bv",  "nv",  "onlus", "aps",  "asd",   "ssd",  "coop", "mbh"};

NameWords wordsOf(std::string_view text)
{
    NameWords words;
    for (size_t at = 0; at < text.size();) {
        const size_t end = std::min(text.find(' ', at), text.size());
        if (end > at)
            words.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string joined(const NameWords &words, size_t from, size_t to)
{
    std::string text;
    for (size_t i = from; i < to; ++i)
        text += (text.empty() ? "" : " ") + words[i];
    return text;
}

// "Dott.ssa" → "dottssa"
std::string bare(std::string_view word)
{
    std::string folded = foldText(word);
    std::erase(folded, '.');
    return folded;
}

bool isTitle(const std::string &word)
{
    const std::string plain = bare(word);
    return isOneOf(plain, titles) && (!isOneOf(plain, pointedTitles) || word.ends_with('.'));
}

// Two letters or more, none of them small: "ROSSI", "D'ANGELO".
bool isInCapitals(const std::string &word)
{
    size_t letters = 0;
    for (char c : word) {
        if (c >= 'a' && c <= 'z')
            return false;
        letters += (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC0;
    }
    return letters >= 2 && word.find('.') == word.npos;
}

// How many words in capitals the name begins, or ends, with; 0 where the other words are in capitals too.
size_t capitals(const NameWords &words, bool atEnd)
{
    size_t count = 0;
    while (count < words.size() && isInCapitals(atEnd ? words[words.size() - 1 - count] : words[count]))
        ++count;
    const auto all = static_cast<size_t>(std::count_if(words.begin(), words.end(), isInCapitals));
    return count == all && count < words.size() ? count : 0;
}

} // namespace

bool looksLikeCompany(std::string_view name)
{
    const NameWords words = wordsOf(simplified(name));
    return words.size() > 1 && isOneOf(bare(words.back()), companyForms) &&
           (words.back().find('.') != words.back().npos || isInCapitals(words.back()) ||
            words.back() == foldText(words.back()) || bare(words.back()) == "gmbh" || bare(words.back()) == "ltd" ||
            bare(words.back()) == "inc");
}

SplitName splitFullName(std::string_view fullName, bool familyNameFirst)
{
    SplitName name;
    const std::string text = simplified(fullName);
    NameWords words = wordsOf(text);
    size_t titled = 0;
    while (titled < words.size() && isTitle(words[titled]))
        ++titled;
    if (titled < words.size()) {
        name.prefix = joined(words, 0, titled);
        words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(titled));
    }
    while (words.size() > 2 && isOneOf(bare(words.back()), suffixes)) {
        name.suffix = name.suffix.empty() ? words.back() : words.back() + " " + name.suffix;
        words.pop_back();
        if (words.back().ends_with(','))
            words.back().pop_back();
    }
    const std::string plain = joined(words, 0, words.size());
    if (const size_t comma = plain.find(','); comma != std::string::npos) {
        name.first = simplified(std::string_view(plain).substr(comma + 1));
        name.last = simplified(std::string_view(plain).substr(0, comma));
        return name;
    }
    if (words.size() < 2) {
        // "Sig. Rossi" is called by the family name.
        (name.prefix.empty() ? name.first : name.last) = plain;
        return name;
    }
    const auto cutAt = [&](size_t cut, bool familyFirst) {
        name.first = familyFirst ? joined(words, cut, words.size()) : joined(words, 0, cut);
        name.last = familyFirst ? joined(words, 0, cut) : joined(words, cut, words.size());
        return name;
    };
    if (const size_t count = capitals(words, false))
        return cutAt(count, true);
    if (const size_t count = capitals(words, true))
        return cutAt(words.size() - count, false);
    if (familyNameFirst) {
        size_t cut = 1;
        while (cut + 1 < words.size() && isOneOf(foldText(words[cut - 1]), particles))
            ++cut;
        return cutAt(cut, true);
    }
    size_t cut = words.size() - 1;
    while (cut > 1 && isOneOf(foldText(words[cut - 1]), particles))
        --cut;
    return cutAt(cut, false);
}

} // namespace Elenco
