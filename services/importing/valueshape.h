// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace Elenco {

/// What a value is by its form and its check digits, however many figures it shares with a phone number.
enum class ValueShape {
    Other,
    IpAddress,
    Iban,
    TaxCode,   ///< of a person in Italy
    VatNumber, ///< of Italy, with its check digit
    Barcode,   ///< EAN-13 with its check digit, as on loyalty cards
    Decimal,   ///< an amount: figures with one or two decimals
};
inline constexpr int valueShapeCount = 7;

ValueShape shapeOf(std::string_view cell);

/// What a column of states says about one person.
enum class Standing {
    Other, ///< no word for it
    In,    ///< "subscribed", "attivo"
    Out,   ///< "unsubscribed", "disiscritta", "do not contact"
};
Standing standingOf(std::string_view cell);

/// Whether a cell under "opted out" says that she did: yes, a day, a reason; not "no", nor nothing.
bool saysOptedOut(std::string_view cell);
/// Whether a cell under "consent" refuses it.
bool saysRefused(std::string_view cell);

/// The sign of a province of Italy, as number plates had it: "MI".
bool isItalianProvince(std::string_view cell);

/// "+39", "0039", "39 (Italia)": how a country is dialled. Gives the figures of the code; empty where it is something
/// else. A prefix within a country ("070", "347") gives its figures with `isNational`.
std::string_view prefixDigits(std::string_view cell, bool *isNational);

} // namespace Elenco
