// SPDX-License-Identifier: Apache-2.0
#include "importing/valueshape.h"

#include "core/asciitext.h"
#include "core/textfold.h"
#include "core/values/blanks.h"
#include "core/values/booltext.h"
#include "core/values/fillers.h"

#include <algorithm>
#include <array>

namespace Elenco {

namespace {

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

// Four numbers up to 255, as computers write them: without leading zeros. Or groups of a newer address.
bool isIpAddress(std::string_view text)
{
    if (std::count(text.begin(), text.end(), ':') >= 2)
        return text.size() <= 45 && text.find_first_not_of("0123456789abcdefABCDEF:.") == text.npos &&
               (text.find("::") != text.npos || std::count(text.begin(), text.end(), ':') == 7);
    int groups = 0;
    for (size_t at = 0; at <= text.size(); ++groups) {
        const size_t end = std::min(text.find('.', at), text.size());
        const std::string_view group = text.substr(at, end - at);
        if (!areDigits(group) || group.size() > 3 || (group.size() > 1 && group.front() == '0') ||
            (group.size() == 3 && group > "255"))
            return false;
        at = end + 1;
    }
    return groups == 4;
}

// ISO 13616: the rest modulo 97 of the number with its head behind is 1.
bool isIban(std::string_view text)
{
    std::string plain;
    for (char c : text) {
        if (c != ' ')
            plain += c;
    }
    if (plain.size() < 15 || plain.size() > 34 || !isUpper(plain[0]) || !isUpper(plain[1]) || !isDigit(plain[2]) ||
        !isDigit(plain[3]))
        return false;
    std::rotate(plain.begin(), plain.begin() + 4, plain.end());
    int rest = 0;
    for (char c : plain) {
        if (isDigit(c))
            rest = (rest * 10 + (c - '0')) % 97;
        else if (isUpper(c))
            rest = (rest * 100 + (c - 'A' + 10)) % 97;
        else
            return false;
    }
    return rest == 1;
}

bool hasTaxCodeForm(std::string_view text)
{
    constexpr std::string_view form = "LLLLLLDDLDDLDDDL";
    return text.size() == form.size() && std::equal(text.begin(), text.end(), form.begin(), [](char c, char kind) {
               const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
               return kind == 'L' ? isUpper(upper) : isDigit(c);
           });
}

// Eleven figures, the last of which checks the others; "IT" may stand before them.
bool isVatNumber(std::string_view text)
{
    if (text.size() > 2 && (text.starts_with("IT") || text.starts_with("it")))
        text = trimmed(text.substr(2));
    if (text.size() != 11 || !areDigits(text))
        return false;
    int sum = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const int doubled = (text[i] - '0') * (i % 2 == 1 ? 2 : 1);
        sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
}

bool isBarcode(std::string_view text)
{
    if (text.size() != 13 || !areDigits(text))
        return false;
    int sum = 0;
    for (size_t i = 0; i < text.size(); ++i)
        sum += (text[i] - '0') * (i % 2 == 1 ? 3 : 1);
    return sum % 10 == 0;
}

// "1.234.567,89": the last sign is a point or a comma with one or two figures behind it, the others part thousands.
bool isDecimal(std::string_view text)
{
    const size_t sign = text.find_last_of(".,");
    if (sign == text.npos || sign == 0 || text.size() - sign > 3 || text.size() - sign < 2)
        return false;
    const std::string_view whole = text.substr(text.front() == '-' ? 1 : 0, sign - (text.front() == '-' ? 1 : 0));
    const char group = text[sign] == '.' ? ',' : '.';
    size_t since = 0;
    bool isGrouped = false;
    for (char c : whole) {
        if (isDigit(c)) {
            ++since;
        } else if (c == group && since > 0 && since <= 3 && (!isGrouped || since == 3)) {
            isGrouped = true;
            since = 0;
        } else {
            return false;
        }
    }
    return areDigits(text.substr(sign + 1)) && (!isGrouped || since == 3);
}

// Folded, and without signs: "Opt-out" and "opt_out" are one.
std::string wordsOf(std::string_view cell)
{
    std::string words;
    for (char c : foldText(trimmed(cell))) {
        const bool isSign = c == '-' || c == '_' || c == '.' || c == '/';
        if (!isSign)
            words += c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    while (words.ends_with(' '))
        words.pop_back();
    return words;
}

constexpr std::array<std::string_view, 46> outWords{"unsubscribed",
                                                    "unsubscribe",
                                                    "unsub",
                                                    "opted out",
                                                    "opt out",
                                                    "optout",
                                                    "opted_out",
                                                    "do not contact",
                                                    "do not call",
                                                    "donotcontact",
                                                    "dnc",
                                                    "blacklisted",
                                                    "blacklist",
                                                    "blocklisted",
                                                    "blocked",
                                                    "suppressed",
                                                    "removed",
                                                    "complained",
                                                    "spam complaint",
                                                    "disiscritto",
                                                    "disiscritta",
                                                    "disiscritti",
                                                    "cancellato",
                                                    "cancellata",
                                                    "non iscritto",
                                                    "non iscritta",
                                                    "revocato",
                                                    "revocata",
                                                    "non contattare",
                                                    "bloccato",
                                                    "bloccata",
                                                    "opposto",
                                                    "opposta",
                                                    "abgemeldet",
                                                    "widerrufen",
                                                    "gesperrt",
                                                    "desabonne",
                                                    "desabonnee",
                                                    "desinscrit",
                                                    "desinscrite",
                                                    "baja",
                                                    "dado de baja",
                                                    "dada de baja",
                                                    "no contactar",
                                                    "consenso revocato",
                                                    "consenso negato"};
constexpr std::array<std::string_view, 40> inWords{
    "subscribed",     "active",        "inactive",       "opted in",       "opt in",
    "optin",          "confirmed",     "unconfirmed",    "pending",        "cleaned",
    "bounced",        "transactional", "nonsubscribed",  "non subscribed", "never subscribed",
    "not subscribed", "customer",      "lead",           "iscritto",       "iscritta",
    "attivo",         "attiva",        "inattivo",       "inattiva",       "confermato",
    "confermata",     "in attesa",     "non confermato", "cliente",        "prospect",
    "angemeldet",     "aktiv",         "bestatigt",      "abonne",         "abonnee",
    "inscrit",        "suscrito",      "suscrita",       "activo",         "alta"};
constexpr std::array<std::string_view, 26> refusals{
    "no consent",     "refused",         "denied",        "declined",  "rejected",     "withdrawn",    "revoked",
    "negato",         "negata",          "rifiutato",     "rifiutata", "non concesso", "non prestato", "non acconsento",
    "non acconsente", "non autorizzato", "non autorizza", "nego",      "nega",         "abgelehnt",    "verweigert",
    "refuse",         "refusee",         "rechazado",     "denegado",  "none"};

} // namespace

ValueShape shapeOf(std::string_view cell)
{
    if (cell.size() < 4 || cell.size() > 45)
        return ValueShape::Other;
    if (isDigit(cell.front()) || cell.front() == '-') {
        if (cell.size() == 13 && isBarcode(cell))
            return ValueShape::Barcode;
        if (cell.size() == 11 && isVatNumber(cell))
            return ValueShape::VatNumber;
        if (cell.find_first_of(".:,") == cell.npos)
            return ValueShape::Other;
        return isIpAddress(cell) ? ValueShape::IpAddress : isDecimal(cell) ? ValueShape::Decimal : ValueShape::Other;
    }
    if (cell.size() >= 11 && cell.size() <= 14 && isVatNumber(cell))
        return ValueShape::VatNumber;
    if (cell.size() >= 15 && isUpper(cell.front()) && isIban(cell))
        return ValueShape::Iban;
    if (hasTaxCodeForm(cell))
        return ValueShape::TaxCode;
    return cell.find(':') != cell.npos && isIpAddress(cell) ? ValueShape::IpAddress : ValueShape::Other;
}

Standing standingOf(std::string_view cell)
{
    if (cell.size() > 32)
        return Standing::Other;
    const std::string words = wordsOf(cell);
    return isOneOf(words, outWords) ? Standing::Out : isOneOf(words, inWords) ? Standing::In : Standing::Other;
}

bool saysOptedOut(std::string_view cell)
{
    const std::string_view text = trimmed(cell);
    if (text == "x" || text == "X") // elsewhere it stands for nothing, here it is a tick
        return true;
    if (text.empty() || meansNone(text) || meansNo(text) || isNoDay(text) || standingOf(text) == Standing::In)
        return false;
    const auto flag = readBool(text);
    return !flag || *flag == "true";
}

bool saysRefused(std::string_view cell)
{
    const std::string_view text = trimmed(cell);
    if (text.empty() || isFiller(text))
        return false;
    if (const auto flag = readBool(text))
        return *flag == "false";
    return standingOf(text) == Standing::Out || isOneOf(wordsOf(text), refusals);
}

std::string_view prefixDigits(std::string_view cell, bool *isNational)
{
    std::string_view text = trimmed(cell);
    *isNational = false;
    if (const size_t bracket = text.find_first_of("(["); bracket != text.npos && bracket > 0)
        text = trimmed(text.substr(0, bracket));
    if (text.starts_with('(') && text.ends_with(')'))
        text = text.substr(1, text.size() - 2);
    if (text.starts_with("+")) {
        text = trimmed(text.substr(1));
    } else if (text.starts_with("00")) {
        text.remove_prefix(2);
    } else {
        *isNational = true;
        return text.size() <= 4 && areDigits(text) ? text : std::string_view();
    }
    return text.size() <= 4 && areDigits(text) && text.front() != '0' ? text : std::string_view();
}

bool isItalianProvince(std::string_view cell)
{
    constexpr std::string_view signs = " AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CI CL CN "
                                       "CO CR CS CT CZ EN FC FE FG FI FM "
                                       "FO FR GE GO GR IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OG "
                                       "OR OT PA PC PD PE PG PI PN PO PR "
                                       "PS PT PU PV PZ RA RC RE RG RI RM RN RO SA SI SO SP SR SS SU SV TA TE TN TO TP "
                                       "TR TS TV UD VA VB VC VE VI VR VS "
                                       "VT VV ";
    if (cell.size() != 2)
        return false;
    const auto capital = [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c); };
    const char word[] = {' ', capital(cell[0]), capital(cell[1]), ' '};
    return signs.find(std::string_view(word, 4)) != signs.npos;
}

} // namespace Elenco
