// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/vcard.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

/// A value and what it is for, as it is to be written.
struct TypedText {
    std::string text;
    std::vector<std::string> types; ///< "home", "cell", "pref", … in any case
    std::string head{};             ///< as the line came, with group and parameters; for the card's own version
    std::string raw{};              ///< the value as it came, where it says more than `text`
    friend bool operator==(const TypedText &, const TypedText &) = default;
};

/// A postal address as it is to be written: the parts of CardAddress.
struct AddressText {
    std::array<std::string, 7> parts;
    std::vector<std::string> types;
    std::string head{}; ///< as in TypedText
    std::string raw{};
    friend bool operator==(const AddressText &, const AddressText &) = default;
};

/// A card as it is to be written: plain UTF-8 that owns its text.
struct CardText {
    std::array<std::string, 5> n;
    std::string
        fn; ///< made from `n`, the company, an e-mail or a number if it is empty: RFC 6350 section 6.2.1 wants one
    std::vector<TypedText> tel;
    std::vector<TypedText> email;
    std::vector<std::string> org;
    std::vector<AddressText> adr;
    std::vector<std::string> note;
    std::vector<std::string> title;
    std::vector<std::string> url;
    std::vector<std::string> nickname;
    std::vector<std::string> categories;
    std::string bday; ///< ISO 8601 where it is a date
    std::string gender;
    std::vector<std::pair<std::string, std::string>> extensions; ///< name ("X-TOTALSPENT") and plain text
    std::string unknownProperties;      ///< content lines as RecordReader::unknownProperties() has them
    CardVersion own = CardVersion::V30; ///< of the card that it came in; 2.1 is written as 3.0
    /// The other properties' lines as they came, by name ("FN", "X-TOTALSPENT"): written instead of the values above in
    /// the card's own version.
    std::map<std::string, std::vector<std::string>, std::less<>> asCame;
    friend bool operator==(const CardText &, const CardText &) = default;
};

/// The values of a card that was read; all that has none goes into unknownProperties.
CardText cardText(Card &card, std::string_view fallbackEncoding = "windows-1252");

/// Appends a card of version V30 (RFC 2426) or V40 (RFC 6350), Unknown for its own, to `out`: CRLF, folded at 75 octets
/// between characters (RFC 6350 section 3.2), values escaped (section 3.4), parameters quoted and RFC 6868 encoded.
void writeCard(std::string &out, const CardText &card, CardVersion version);

} // namespace Elenco
