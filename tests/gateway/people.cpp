// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/people.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <charconv>

namespace Elenco::Practice {

namespace {

/// As it is shown, and as it stands in an address.
struct PersonName {
    std::string_view shown, plain;
};
constexpr PersonName women[] = {{"Giulia", "giulia"},
                          {"Chiara", "chiara"},
                          {"Sara", "sara"},
                          {"Martina", "martina"},
                          {"Elena", "elena"},
                          {"Ilaria", "ilaria"},
                          {"Francesca", "francesca"},
                          {"Marta", "marta"},
                          {"Zoë", "zoe"},
                          {"Maria Grazia", "mariagrazia"},
                          {"Sofia", "sofia"},
                          {"Aurora", "aurora"},
                          {"Camilla", "camilla"},
                          {"Silvia", "silvia"},
                          {"Paola", "paola"}};
constexpr PersonName men[] = {{"Andrea", "andrea"},   {"Luca", "luca"},     {"Marco", "marco"},     {"Davide", "davide"},
                        {"Lorenzo", "lorenzo"}, {"Nicolò", "nicolo"}, {"Matteo", "matteo"},   {"Simone", "simone"},
                        {"Pietro", "pietro"},   {"José", "jose"},     {"Tommaso", "tommaso"}, {"Gian Luca", "gianluca"},
                        {"Niccolò", "niccolo"}, {"Enrico", "enrico"}, {"Roberto", "roberto"}};
constexpr PersonName families[] = {{"Rossi", "rossi"},       {"Ferrari", "ferrari"},    {"Esposito", "esposito"},
                             {"Bianchi", "bianchi"},   {"Romano", "romano"},      {"Colombo", "colombo"},
                             {"Ricci", "ricci"},       {"Marino", "marino"},      {"Greco", "greco"},
                             {"Bruno", "bruno"},       {"Gallo", "gallo"},        {"Conti", "conti"},
                             {"De Luca", "deluca"},    {"Mancini", "mancini"},    {"Costa", "costa"},
                             {"Giordano", "giordano"}, {"Rizzo", "rizzo"},        {"Lombardi", "lombardi"},
                             {"Moretti", "moretti"},   {"Barbieri", "barbieri"},  {"Fontana", "fontana"},
                             {"Santoro", "santoro"},   {"Mariani", "mariani"},    {"Rinaldi", "rinaldi"},
                             {"Caruso", "caruso"},     {"Galli", "galli"},        {"Leone", "leone"},
                             {"Longo", "longo"},       {"D'Angelo", "dangelo"},   {"Dell'Acqua", "dellacqua"},
                             {"Sanna", "sanna"},       {"Cattaneo", "cattaneo"},  {"Frassà", "frassa"},
                             {"Perù", "peru"},         {"Zanella", "zanella"},    {"Müller", "muller"},
                             {"Pižzul", "pizzul"},     {"De Santis", "desantis"}, {"Pellegrini", "pellegrini"},
                             {"Amato", "amato"}};
struct Place {
    std::string_view city, province, region;
};
constexpr Place places[] = {
    {"Milano", "MI", "Lombardia"},       {"Monza", "MB", "Lombardia"},      {"Bergamo", "BG", "Lombardia"},
    {"Cantù", "CO", "Lombardia"},        {"Venezia", "VE", "Veneto"},       {"Verona", "VR", "Veneto"},
    {"Bologna", "BO", "Emilia-Romagna"}, {"Forlì", "FC", "Emilia-Romagna"}, {"Torino", "TO", "Piemonte"},
    {"Genova", "GE", "Liguria"},         {"Firenze", "FI", "Toscana"},      {"Roma", "RM", "Lazio"},
    {"Napoli", "NA", "Campania"},        {"L'Aquila", "AQ", "Abruzzo"},     {"Bari", "BA", "Puglia"},
    {"Catania", "CT", "Sicilia"},        {"Aosta", "AO", "Valle d'Aosta"},  {"Bolzano", "BZ", "Trentino-Alto Adige"}};
constexpr std::string_view mobilePrefixes[] = {"+39320", "+39328", "+39329", "+39331", "+39333", "+39334",
                                               "+39335", "+39338", "+39339", "+39340", "+39345", "+39346",
                                               "+39347", "+39348", "+39349", "+39366"};
constexpr std::string_view channelWords[] = {"WHATSAPP", "SMS", "EMAIL"};
constexpr qint64 firstCreated = 1'704'096'000'000; // 2024-01-01, ms since 1970

// A well mixed number for each person and question (splitmix64), so that people need no sequence of draws.
quint64 mixed(quint32 seed, qint64 index, quint64 question)
{
    quint64 z = (quint64{seed} << 40) + static_cast<quint64>(index) * 16 + question;
    z = (z + 0x9e3779b97f4a7c15u) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

template <typename Value, size_t count>
const Value &pick(const Value (&values)[count], quint64 number)
{
    return values[number % count];
}

void append(std::string &text, qint64 number)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    text.append(digits.data(), end.ptr);
}

} // namespace

People::People(quint32 seed) : m_seed(seed)
{
    for (int i = 0; i < 800; ++i)
        m_days.push_back(QDate(2026, 3, 31).addDays(-i).toString(Qt::ISODate).toStdString());
}

void People::setNumber(qint64 index)
{
    // A step coprime to ten million visits every subscriber's number once before one comes again.
    const qint64 subscriber = (index / 16 * 7'654'321 + m_seed * 104'729LL + 2'000'003) % 10'000'000;
    m_number = mobilePrefixes[index % 16];
    append(m_number, 10'000'000 + subscriber);
    m_number.erase(mobilePrefixes[0].size(), 1); // the 1 that kept the zeros
}

void People::setCustomFields(qint64 index)
{
    const quint64 bought = mixed(m_seed, index, 4);
    m_customFields = "{";
    if (bought % 3 != 0)
        m_customFields += "\"lastPurchaseDate\":\"" + m_days[(bought >> 8) % m_days.size()] + '"';
    if (bought % 4 == 0) {
        m_customFields += m_customFields.size() > 1 ? "," : "";
        m_customFields += "\"preferredChannel\":\"";
        m_customFields += pick(channelWords, bought >> 5);
        m_customFields += '"';
    }
    if (bought % 3 != 0) {
        const auto cents = static_cast<qint64>((bought >> 16) % 1'000'000);
        m_customFields += ",\"totalSpent\":";
        append(m_customFields, cents / 100);
        if (cents % 100 != 0) {
            m_customFields += cents % 100 < 10 ? ".0" : ".";
            append(m_customFields, cents % 10 == 0 ? cents % 100 / 10 : cents % 100);
        }
    }
    m_customFields += '}';
}

ContactRow People::person(qint64 index)
{
    const quint64 kind = mixed(m_seed, index, 1);
    const bool isWoman = kind % 2 == 0;
    const PersonName &first = isWoman ? pick(women, kind >> 8) : pick(men, kind >> 8);
    const PersonName &family = pick(families, mixed(m_seed, index, 2));
    setNumber(index);
    setCustomFields(index);
    ContactRow row;
    row.firstName = first.shown;
    row.lastName = family.shown;
    m_fullName.assign(first.shown).append(" ").append(family.shown);
    row.fullName = m_fullName;
    row.phoneNumber = m_number;
    if (kind % 10 < 8) {
        m_email.assign(first.plain).append(".").append(family.plain);
        append(m_email, index + 1);
        m_email += "@example.it";
        row.email = m_email;
    }
    if (kind % 20 < 19)
        row.gender = isWoman ? "F" : "M";
    if (kind % 12 != 0) {
        const Place &place = pick(places, mixed(m_seed, index, 3));
        row.city = place.city;
        row.province = place.province;
        row.region = place.region;
    }
    row.customFields = m_customFields;
    row.tags = "[]";
    row.extra = "{}";
    row.valid = kind % 50 != 0;
    row.channels = kind % 5 == 0 ? 0b011 : 0b101;
    row.created = firstCreated + index * 37'000 % 60'000'000'000;
    return row;
}

} // namespace Elenco::Practice
