// SPDX-License-Identifier: Apache-2.0
#include "importing/values.h"

#include "core/textfold.h"

#include <algorithm>
#include <array>

namespace Elenco {

namespace {

bool isParticle(std::string_view word)
{
    static constexpr std::array<std::string_view, 28> particles{
        "de", "di", "da", "del", "della", "dello", "dei", "degli", "delle", "dal", "dalla", "dall'", "dell'", "lo",
        "la", "li", "le", "van", "von",   "der",   "den", "zu",    "du",    "des", "dos",   "do",    "el",    "san"};
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

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

SplitName splitFullName(std::string_view fullName, bool familyNameFirst)
{
    const std::string name = simplified(fullName);
    if (const size_t comma = name.find(','); comma != std::string::npos)
        return {simplified(std::string_view(name).substr(comma + 1)),
                simplified(std::string_view(name).substr(0, comma))};
    const std::vector<std::string> words = split(name, " ");
    if (words.size() < 2)
        return {name, {}};
    const auto joined = [&](size_t from, size_t to) {
        std::string text;
        for (size_t i = from; i < to; ++i)
            text += (text.empty() ? "" : " ") + words[i];
        return text;
    };
    if (familyNameFirst) {
        size_t cut = 1;
        while (cut + 1 < words.size() && isParticle(foldText(words[cut - 1])))
            ++cut;
        return {joined(cut, words.size()), joined(0, cut)};
    }
    size_t cut = words.size() - 1;
    while (cut > 1 && isParticle(foldText(words[cut - 1])))
        --cut;
    return {joined(0, cut), joined(cut, words.size())};
}

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
    return simplified(text);
}

bool looksLikeEmail(std::string_view text)
{
    const size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('@', at + 1) == std::string_view::npos &&
           text.find('.', at + 2) != std::string_view::npos && text.back() != '.' &&
           text.find_first_of(" \t\n<>(),;") == std::string_view::npos;
}

std::vector<std::string> readEmails(std::string_view text)
{
    const auto bare = [](std::string_view part) {
        part = trimmed(part);
        if (const size_t open = part.rfind('<'); open != std::string_view::npos && part.ends_with('>'))
            part = part.substr(open + 1, part.size() - open - 2);
        if (part.size() > 7 && foldText(part.substr(0, 7)) == "mailto:")
            part.remove_prefix(7);
        return trimmed(part);
    };
    const std::string_view whole = bare(text);
    if (whole.empty())
        return {};
    if (looksLikeEmail(whole))
        return {std::string(whole)};
    std::vector<std::string> found;
    for (const std::string &part : split(text, ",;|\n ")) {
        if (const std::string_view address = bare(part); looksLikeEmail(address))
            found.emplace_back(address);
    }
    return found.empty() ? std::vector<std::string>{std::string(trimmed(text))} : found;
}

std::vector<std::string> readTags(std::string_view text)
{
    return split(text, ",;|\n");
}

} // namespace Elenco
