// SPDX-License-Identifier: Apache-2.0
#include "importing/values.h"

#include "core/asciitext.h"
#include "core/textfold.h"
#include "core/values/fillers.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Elenco {

namespace {

std::vector<std::string> split(std::string_view text, std::string_view separators)
{
    std::vector<std::string> parts;
    for (size_t at = 0; at <= text.size();) {
        const size_t end = std::min(text.find_first_of(separators, at), text.size());
        if (std::string part = simplified(text.substr(at, end - at)); !part.empty())
            parts.push_back(std::move(part));
        at = end + 1;
    }
    return parts;
}

} // namespace

std::string normalizedGender(std::string_view text)
{
    const std::string folded = foldText(trimmed(text));
    for (std::string_view female : {"f", "femmina", "donna", "female", "woman", "w", "weiblich", "frau", "femme",
                                    "feminin", "mujer", "femenino", "sig.ra", "signora"}) {
        if (folded == female)
            return "F";
    }
    for (std::string_view male : {"m", "maschio", "uomo", "male", "man", "mannlich", "herr", "homme", "masculin",
                                  "hombre", "masculino", "sig.", "signor"}) {
        if (folded == male)
            return "M";
    }
    for (std::string_view unsaid : {"unspecified", "not specified", "non specificato", "non specificata",
                                    "non definito", "undefined", "nicht angegeben", "non precise", "sin especificar"}) {
        if (folded == unsaid) // Outlook writes so of everybody
            return {};
    }
    return simplified(text);
}

namespace {

constexpr std::string_view quotes = "'\"`";
constexpr std::string_view forbiddenInAddresses = " \t\r\n<>()[],;:\"|/\\";

bool isLocalPart(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && text.front() != '.' && text.back() != '.' &&
           text.find("..") == text.npos && text.find_first_of(forbiddenInAddresses) == text.npos;
}

// Labels of letters, figures and hyphens, two at least; the last one is no number.
bool isDomain(std::string_view text)
{
    size_t labels = 0;
    std::string_view last;
    for (size_t at = 0; at <= text.size();) {
        const size_t end = std::min(text.find('.', at), text.size());
        last = text.substr(at, end - at);
        const bool isLabel = !last.empty() && last.size() <= 63 && last.front() != '-' && last.back() != '-' &&
                             std::all_of(last.begin(), last.end(), [](unsigned char c) {
                                 return c >= 0x80 || c == '-' || isDigit(c) || (c >= 'a' && c <= 'z') ||
                                        (c >= 'A' && c <= 'Z');
                             });
        if (!isLabel)
            return false;
        ++labels;
        at = end + 1;
    }
    return labels >= 2 && last.size() >= 2 && !isDigit(last.front());
}

// What stands around an address and is none of it: blanks, quotes, a name with brackets, "mailto:", a full stop behind.
std::string_view bareAddress(std::string_view text)
{
    text = trimmed(text);
    if (const size_t open = text.rfind('<'); open != text.npos) {
        if (const size_t close = text.find('>', open); close != text.npos)
            text = trimmed(text.substr(open + 1, close - open - 1));
    }
    while (!text.empty() && quotes.find(text.front()) != quotes.npos)
        text.remove_prefix(1);
    while (!text.empty() && (quotes.find(text.back()) != quotes.npos || text.back() == '.' || text.back() == ','))
        text.remove_suffix(1);
    if (text.size() > 7 && foldText(text.substr(0, 7)) == "mailto:")
        text.remove_prefix(7);
    return trimmed(text);
}

} // namespace

bool looksLikeEmail(std::string_view text)
{
    const size_t at = text.find('@');
    return at != text.npos && isLocalPart(text.substr(0, at)) && isDomain(text.substr(at + 1));
}

EmailReading readEmails(std::string_view text)
{
    EmailReading reading;
    const std::string_view whole = bareAddress(text);
    if (looksLikeEmail(whole)) {
        reading.addresses.emplace_back(whole);
        return reading;
    }
    if (meansNone(text) || meansNo(text))
        return reading;
    for (const std::string &part : split(text, ",;|/\n ")) {
        const std::string_view address = bareAddress(part);
        const bool isNew = std::none_of(reading.addresses.begin(), reading.addresses.end(),
                                        [&](const auto &other) { return foldText(other) == foldText(address); });
        if (looksLikeEmail(address) && isNew)
            reading.addresses.emplace_back(address);
    }
    if (reading.addresses.empty())
        reading.malformed = trimmed(text);
    return reading;
}

} // namespace Elenco
