// SPDX-License-Identifier: Apache-2.0
#include "formats/vcard.h"

namespace Elenco {

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    if (a.size() != b.size())
        return false;
    for (size_t i = 0; i < a.size(); ++i) {
        if (a[i] != b[i] && lower(a[i]) != lower(b[i]))
            return false;
    }
    return true;
}

CardPropertyId cardPropertyId(std::string_view name)
{
    using Id = CardPropertyId;
    const auto is = [&](std::string_view other, Id id) { return equalsIgnoringCase(name, other) ? id : Id::Other; };
    const char first = name.empty() ? '\0' : static_cast<char>(name.front() | 0x20);
    switch (name.size()) {
    case 1: return is("N", Id::N);
    case 2: return is("FN", Id::Fn);
    case 3:
        switch (first) {
        case 't': return is("TEL", Id::Tel);
        case 'o': return is("ORG", Id::Org);
        case 'a': return is("ADR", Id::Adr);
        case 'u': return is("URL", Id::Url);
        case 'e': return is("END", Id::End);
        default: return Id::Other;
        }
    case 4: return first == 'n' ? is("NOTE", Id::Note) : is("BDAY", Id::Bday);
    case 5:
        switch (first) {
        case 'e': return is("EMAIL", Id::Email);
        case 't': return is("TITLE", Id::Title);
        case 'b': return is("BEGIN", Id::Begin);
        case 'a': return is("AGENT", Id::Agent);
        default: return Id::Other;
        }
    case 6: return is("GENDER", Id::Gender);
    case 7: return is("VERSION", Id::Version);
    case 8: return first == 'x' ? is("X-GENDER", Id::Gender) : is("NICKNAME", Id::Nickname);
    case 10: return is("CATEGORIES", Id::Categories);
    default: return Id::Other;
    }
}

std::string Card::name() const
{
    const auto trimmed = [](std::string text) {
        while (!text.empty() && text.back() == ' ')
            text.pop_back();
        return text.substr(0, 200);
    };
    if (!fn.empty())
        return trimmed(std::string(fn));
    const std::string full = trimmed(std::string(n[1]) + (n[1].empty() ? "" : " ") + std::string(n[0]));
    if (!full.empty())
        return full;
    if (!org.empty() && !org.front().empty())
        return trimmed(std::string(org.front()));
    if (!email.empty())
        return trimmed(std::string(email.front().text));
    return tel.empty() ? std::string() : trimmed(std::string(tel.front().text));
}

void Card::clear()
{
    line = 0;
    version = CardVersion::Unknown;
    n = {};
    fn = {};
    tel.clear();
    email.clear();
    org.clear();
    adr.clear();
    note.clear();
    title.clear();
    url.clear();
    nickname.clear();
    categories.clear();
    bday = {};
    gender = {};
    properties.clear();
    problems.clear();
    parameters.clear();
    types.clear();
    arena.clear();
}

} // namespace Elenco
