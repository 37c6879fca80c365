// SPDX-License-Identifier: Apache-2.0
#include "core/values/fillers.h"

#include "core/asciitext.h"
#include "core/textfold.h"
#include "core/values/blanks.h"

#include <algorithm>
#include <array>
#include <string>

namespace Elenco {

namespace {

constexpr size_t longestFiller = 32;

constexpr std::array<std::string_view, 11> fillerSigns{"n/d",    "n.d.",   "n.d", "n/a",    "n.a.",  "n.a",
                                                 "(null)", "<null>", "\\n", "[null]", "(none)"};
// What Excel and Calc show, in English, Italian, German, French and Spanish.
constexpr std::array<std::string_view, 34> calculationErrors{
    "#n/a",      "#n/d",     "#n/d!",  "#nv",      "#n/v",     "#ref!",   "#rif!",    "#bezug!", "#¡ref!",
    "#value!",   "#valore!", "#wert!", "#valeur!", "#¡valor!", "#valor!", "#name?",   "#nome?",  "#nom?",
    "#¿nombre?", "#nombre?", "#num!",  "#zahl!",   "#nombre!", "#¡num!",  "#nombre!", "#null!",  "#nullo!",
    "#nul!",     "#¡nulo!",  "#nulo!", "#div/0!",  "#¡div/0!", "#spill!", "#calc!"};
constexpr std::array<std::string_view, 47> words{"nd",
                                                 "na",
                                                 "nan",
                                                 "null",
                                                 "nil",
                                                 "none",
                                                 "not available",
                                                 "not provided",
                                                 "not given",
                                                 "unknown",
                                                 "missing",
                                                 "empty",
                                                 "blank",
                                                 "no phone",
                                                 "no email",
                                                 "no mail",
                                                 "nessuno",
                                                 "nessuna",
                                                 "nessun numero",
                                                 "nessuna email",
                                                 "nessuna mail",
                                                 "non disponibile",
                                                 "non presente",
                                                 "non fornito",
                                                 "non fornita",
                                                 "non comunicato",
                                                 "non comunicata",
                                                 "non pervenuto",
                                                 "non ce l'ha",
                                                 "non ha",
                                                 "assente",
                                                 "mancante",
                                                 "sconosciuto",
                                                 "sconosciuta",
                                                 "vuoto",
                                                 "ignoto",
                                                 "manca",
                                                 "privo",
                                                 "keine",
                                                 "keiner",
                                                 "kein",
                                                 "k.a.",
                                                 "unbekannt",
                                                 "aucun",
                                                 "inconnu",
                                                 "ninguno",
                                                 "s/d"};

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isAlnum(char c)
{
    return isDigit(c) || isAsciiLetter(c) || static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

bool meansNo(std::string_view text)
{
    text = trimmed(text);
    return text.size() <= 4 && foldText(text).starts_with("no") &&
           foldText(text).find_first_not_of("no.!") == text.npos;
}

bool isCalculationError(std::string_view text)
{
    text = trimmed(text);
    if (text.size() > longestFiller)
        return false;
    if (text.starts_with('#'))
        return isOneOf(foldText(text), calculationErrors) || isOneOf(text, calculationErrors);
    const std::string_view code = text.starts_with("Err:") ? text.substr(4) : std::string_view();
    return code.size() == 3 && code.find_first_not_of("0123456789") == code.npos;
}

bool isFiller(std::string_view text)
{
    text = trimmed(text);
    if (text.empty() || isCalculationError(text))
        return true;
    if (text.size() > longestFiller)
        return false;
    // No filler begins with another letter, or with a figure: most cells end here.
    const char first = text.front();
    if (isDigit(first) || (isAsciiLetter(first) && first != 'n' && first != 'N'))
        return false;
    // Typographic dashes have no letter among their bytes.
    std::string plain;
    for (size_t at = 0; at < text.size(); ++at) {
        const bool isDash = text.substr(at).starts_with("\xE2\x80\x93") || text.substr(at).starts_with("\xE2\x80\x94");
        plain += isDash ? '-' : text[at];
        at += isDash ? 2 : 0;
    }
    if (std::none_of(plain.begin(), plain.end(), isAlnum))
        return plain.find_first_not_of("-._/\\*?x ") == plain.npos;
    // A surname Null and a name Nan are people's; written otherwise they are a program's.
    if (text == "NULL" || text == "nan" || text == "NaN" || text == "NaT" || text == "None" || text == "<NA>")
        return true;
    if (plain.find_first_of("./(<[\\") == plain.npos)
        return false;
    return isOneOf(foldText(plain), fillerSigns);
}

bool meansNone(std::string_view text)
{
    text = trimmed(text);
    if (isFiller(text))
        return true;
    if (text.size() > longestFiller)
        return false;
    if (isDigit(text.front()) || text.find('@') != text.npos)
        return false;
    const std::string folded = foldText(text);
    const std::string_view word = std::string_view(folded).substr(0, folded.find_last_not_of(".!- ") + 1);
    return isOneOf(folded, words) || isOneOf(word, words) || (folded.find_first_not_of('x') == folded.npos);
}

bool isNoDay(std::string_view text)
{
    text = trimmed(text);
    const auto signs = std::count_if(text.begin(), text.end(), [](char c) { return c == '/' || c == '.' || c == '-'; });
    return signs == 2 && text.front() == '0' && text.find_first_not_of("0/.-: T") == text.npos;
}

bool meansNoPhone(std::string_view text)
{
    char figure = 0;
    bool isSame = true;
    for (char c : text) {
        if (isDigit(c)) {
            isSame = figure == 0 || c == figure;
            figure = c;
        } else {
            isSame = c == ' ' || c == '-' || c == '/' || c == '.';
        }
        if (!isSame)
            break;
    }
    if (isSame && figure != 0)
        return true;
    const bool hasFigures = std::any_of(text.begin(), text.end(), isDigit);
    return !hasFigures && (meansNone(text) || meansNo(text));
}

} // namespace Elenco
