// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/textarena.h"

#include <QtGlobal>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

/// vCard 2.1 (versit, 1996), 3.0 (RFC 2426), 4.0 (RFC 6350).
enum class CardVersion { Unknown, V21, V30, V40 };

/// The properties that a card decodes; every other one is Other.
enum class CardPropertyId {
    Other,
    Version,
    Begin,
    End,
    N,
    Fn,
    Nickname,
    Tel,
    Email,
    Org,
    Title,
    Adr,
    Bday,
    Url,
    Note,
    Categories,
    Gender,
    Agent,
};

/// One value of a parameter: TYPE=HOME,WORK gives two of them. `name` is empty for the bare values of 2.1 (TEL;CELL).
struct CardParameter {
    std::string_view name;
    std::string_view value; ///< without quotes, RFC 6868 decoded
};

/// One content line, unfolded (RFC 6350 section 3.2) but not decoded.
struct CardProperty {
    CardPropertyId id = CardPropertyId::Other;
    std::string_view group; ///< "item1" of item1.TEL
    std::string_view name;  ///< as written
    std::string_view value; ///< raw bytes; soft line breaks of quoted-printable are gone
    std::string_view charset;
    std::uint32_t firstParameter = 0;
    std::uint32_t parameterCount = 0;
    qint64 line = 0;
    bool quotedPrintable = false;
    bool base64 = false;
};

/// A value and what it is for ("home", "CELL", … as written).
struct CardValue {
    std::string_view text;
    std::uint32_t firstType = 0;
    std::uint32_t typeCount = 0;
};

/// RFC 6350 section 6.3.1: post office box, extended address, street, city, region, postal code, country.
struct CardAddress {
    std::array<std::string_view, 7> parts;
    std::uint32_t firstType = 0;
    std::uint32_t typeCount = 0;
};

/// Something in a card that was odd but could be read around.
struct CardProblem {
    qint64 line = 0;
    std::string what;
};

/// One card: UTF-8 text, decoded and unescaped. Filled by VCardReader::next(); its views are valid until the next call.
/// Values are as the card says them; nothing is normalised.
struct Card {
    qint64 number = 0; ///< 1 for the first card of the file, rejected ones counted
    qint64 line = 0;   ///< of its BEGIN
    CardVersion version = CardVersion::Unknown;
    std::array<std::string_view, 5> n; ///< family, given, additional, prefixes, suffixes (RFC 6350 section 6.2.2)
    std::string_view fn;
    std::vector<CardValue> tel;
    std::vector<CardValue> email;
    std::vector<std::string_view> org; ///< of the first ORG: the organisation, then its units
    std::vector<CardAddress> adr;
    std::vector<std::string_view> note;
    std::vector<std::string_view> title;
    std::vector<std::string_view> url;
    std::vector<std::string_view> nickname;   ///< split at commas
    std::vector<std::string_view> categories; ///< split at commas
    std::string_view bday;
    std::string_view gender;
    std::vector<CardProperty> properties; ///< all of them, in file order, without BEGIN and END
    std::vector<CardProblem> problems;

    std::span<const CardParameter> parametersOf(const CardProperty &property) const
    {
        return std::span(parameters).subspan(property.firstParameter, property.parameterCount);
    }
    template <typename Value>
    std::span<const std::string_view> typesOf(const Value &value) const
    {
        return std::span(types).subspan(value.firstType, value.typeCount);
    }
    /// For a rejected card: who it is, as far as that can be read.
    std::string name() const;
    void clear();

    // What the views above point into, beside the reader's buffer.
    std::vector<CardParameter> parameters;
    std::vector<std::string_view> types;
    TextArena arena;
};

CardPropertyId cardPropertyId(std::string_view name);
/// ASCII letters without case, as RFC 6350 section 3.3 has it for names.
bool equalsIgnoringCase(std::string_view a, std::string_view b);

} // namespace Elenco
