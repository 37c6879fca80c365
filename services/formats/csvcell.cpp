// SPDX-License-Identifier: Apache-2.0
#include "formats/csvcell.h"

#include "core/asciitext.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace Elenco {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// 1.234,50 · -7 · 3e-4 · € 12 · 80 %
bool isNumber(std::string_view text)
{
    for (const std::string_view sign : {"€", "$", "£", "EUR", "USD", "CHF"}) {
        if (text.starts_with(sign))
            text = stripped(text.substr(sign.size()));
        if (text.ends_with(sign))
            text = stripped(text.substr(0, text.size() - sign.size()));
    }
    if (text.ends_with('%'))
        text = stripped(text.substr(0, text.size() - 1));
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    // Groups of three between signs of one kind, then perhaps a fraction behind another one.
    const size_t exponent = text.find_first_of("eE");
    if (exponent != std::string_view::npos && exponent > 0) {
        std::string_view power = text.substr(exponent + 1);
        if (!power.empty() && (power.front() == '-' || power.front() == '+'))
            power.remove_prefix(1);
        if (power.empty() || !std::all_of(power.begin(), power.end(), isDigit))
            return false;
        text = text.substr(0, exponent);
    }
    char sign = '\0';
    size_t signs = 0;
    size_t digits = 0;
    size_t group = 0;
    bool fraction = false;
    for (const char c : text) {
        if (isDigit(c)) {
            ++digits;
            ++group;
        } else if ((c == '.' || c == ',' || c == '\'') && !fraction) {
            if (signs > 0 && group != 3)
                return false;
            fraction = signs > 0 && c != sign;
            sign = c;
            ++signs;
            group = 0;
        } else {
            return false;
        }
    }
    return digits > 0 && (signs < 2 || fraction || group == 3);
}

/// Digits with the signs of dates and times between them, or with the name of a month.
bool isDate(std::string_view text)
{
    if (text.size() < 5 || text.size() > 35 || !(isDigit(text.front()) || isLetter(text.front())))
        return false;
    int digits = 0;
    int signs = 0;
    int letters = 0;
    bool comma = false;
    for (const char c : text) {
        if (isDigit(c))
            ++digits;
        else if (c == '-' || c == '/' || c == ':' || c == '.')
            ++signs;
        else if (isLetter(c))
            ++letters;
        else if (c == ',')
            comma = true;
        else if (c != ' ' && c != '+')
            return false;
    }
    if (letters <= 2) // 2024-03-05T10:00:00Z, 10:30 PM
        return !comma && signs >= 1 && digits >= 3 && (signs >= 2 || text.find(':') != std::string_view::npos);
    constexpr std::string_view months[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
                                           "nov", "dec", "gen", "mag", "giu", "lug", "ago", "set", "ott", "dic"};
    if (letters > 9 || digits < 3)
        return false;
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return std::any_of(std::begin(months), std::end(months),
                       [&](std::string_view month) { return lower.find(month) != std::string::npos; });
}

bool isEmail(std::string_view text)
{
    const size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos &&
           text.find_first_of(" ,;|\t\"", 0) == std::string_view::npos &&
           text.find('@', at + 1) == std::string_view::npos;
}

bool isUrl(std::string_view text)
{
    return (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.") ||
            text.starts_with("ftp://")) &&
           text.find_first_of(" \t|\"") == std::string_view::npos;
}

bool isPhone(std::string_view text)
{
    if (text.starts_with("tel:"))
        text.remove_prefix(4);
    int digits = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isDigit(c))
            ++digits;
        else if (!(c == '+' && (i == 0 || text[i - 1] == '(')) && c != ' ' && c != '-' && c != '/' && c != '.' &&
                 c != '(' && c != ')')
            return false;
    }
    return digits >= 6 && digits <= 18;
}

bool isStructured(std::string_view text)
{
    return text.size() >= 2 &&
           ((text.front() == '{' && text.back() == '}') || (text.front() == '[' && text.back() == ']'));
}

} // namespace

CellLook cellLook(std::string_view cell)
{
    const std::string_view text = stripped(cell);
    if (text.empty())
        return CellLook::Empty;
    if (isNumber(text))
        return CellLook::Number;
    if (isDate(text))
        return CellLook::Date;
    if (isEmail(text))
        return CellLook::Email;
    if (isUrl(text))
        return CellLook::Url;
    if (isPhone(text))
        return CellLook::Phone;
    if (isStructured(text))
        return CellLook::Structured;
    bool commas = false;
    bool letters = false;
    for (const char c : text) {
        if (c == '|' || c == '\t' || (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r'))
            return CellLook::Odd;
        commas |= c == ',' || c == ';' || c == '\n';
        letters |= isLetter(c) || isDigit(c);
    }
    if (!letters || text.front() == ',' || text.front() == ';' || text.front() == ':')
        return CellLook::Odd;
    return commas ? CellLook::Prose : CellLook::Text;
}

bool isHeaderWord(std::string_view cell)
{
    std::string word;
    for (const char c : stripped(cell)) {
        if (c >= 'A' && c <= 'Z')
            word += static_cast<char>(c + 32);
        else if (isLetter(c) || isDigit(c))
            word += c;
    }
    constexpr std::string_view words[] = {
        "name",
        "firstname",
        "givenname",
        "lastname",
        "surname",
        "familyname",
        "fullname",
        "nome",
        "cognome",
        "nominativo",
        "vorname",
        "nachname",
        "prenom",
        "prénom",
        "nom",
        "nombre",
        "apellido",
        "apellidos",
        "email",
        "emailaddress",
        "mail",
        "posta",
        "phone",
        "phonenumber",
        "mobile",
        "mobilephone",
        "cell",
        "cellulare",
        "telefono",
        "tel",
        "telefon",
        "handy",
        "téléphone",
        "telephone",
        "numero",
        "numeroditelefono",
        "città",
        "citta",
        "city",
        "comune",
        "ort",
        "ville",
        "ciudad",
        "provincia",
        "province",
        "prov",
        "regione",
        "region",
        "cap",
        "zip",
        "zipcode",
        "plz",
        "indirizzo",
        "address",
        "adresse",
        "via",
        "azienda",
        "company",
        "organization",
        "ditta",
        "ragionesociale",
        "firma",
        "sesso",
        "gender",
        "genere",
        "geschlecht",
        "birthday",
        "datadinascita",
        "note",
        "notes",
        "tag",
        "tags",
        "id",
        "date",
        "data",
        "paese",
        "country",
        "nazione",
        "titolo",
        "title",
        "sms",
        "whatsapp",
    };
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

} // namespace Elenco
