// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/people.h"

#include <iterator>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView women[] = {u"Giulia", u"Chiara",  u"Sara",   u"Martina", u"Francesca",    u"Elena",
                                 u"Ilaria", u"Marta",   u"Greta",  u"Zoë",     u"Maria Grazia", u"Sofia",
                                 u"Aurora", u"Camilla", u"Silvia", u"Paola"};
constexpr QStringView men[] = {u"Andrea", u"Luca",    u"Marco",  u"Davide", u"Lorenzo", u"Nicolò",
                               u"Matteo", u"Simone",  u"Pietro", u"José",   u"Tommaso", u"Gian Luca",
                               u"Paolo",  u"Niccolò", u"Enrico", u"Roberto"};
constexpr QStringView families[] = {
    u"Rossi",    u"Ferrari",  u"Esposito", u"Bianchi",    u"Romano",    u"Colombo",  u"Ricci",      u"Marino",
    u"Greco",    u"Bruno",    u"Gallo",    u"Conti",      u"De Luca",   u"Mancini",  u"Costa",      u"Giordano",
    u"Rizzo",    u"Lombardi", u"Moretti",  u"Barbieri",   u"Fontana",   u"Santoro",  u"Mariani",    u"Rinaldi",
    u"Caruso",   u"Ferrara",  u"Galli",    u"Martini",    u"Leone",     u"Longo",    u"Gentile",    u"Vitale",
    u"D'Angelo", u"Parisi",   u"Villa",    u"Dell'Acqua", u"Sanna",     u"Cattaneo", u"Pellegrini", u"Frassà",
    u"Perù",     u"Zanella",  u"Müller",   u"Pižzul",     u"De Santis", u"Sala",     u"Monti",      u"Amato"};
struct Place {
    QStringView city, province, region;
};
constexpr Place places[] = {{u"Milano", u"MI", u"Lombardia"},
                            {u"Monza", u"MB", u"Lombardia"},
                            {u"Bergamo", u"BG", u"Lombardia"},
                            {u"Cantù", u"CO", u"Lombardia"},
                            {u"Venezia", u"VE", u"Veneto"},
                            {u"Verona", u"VR", u"Veneto"},
                            {u"Bologna", u"BO", u"Emilia-Romagna"},
                            {u"Forlì", u"FC", u"Emilia-Romagna"},
                            {u"Torino", u"TO", u"Piemonte"},
                            {u"Genova", u"GE", u"Liguria"},
                            {u"Firenze", u"FI", u"Toscana"},
                            {u"Roma", u"RM", u"Lazio"},
                            {u"Napoli", u"NA", u"Campania"},
                            {u"L'Aquila", u"AQ", u"Abruzzo"},
                            {u"Bari", u"BA", u"Puglia"},
                            {u"Catania", u"CT", u"Sicilia"},
                            {u"Aosta", u"AO", u"Valle d'Aosta"},
                            {u"Bolzano", u"BZ", u"Trentino-Alto Adige"}};
constexpr QStringView mobilePrefixes[] = {u"320", u"328", u"329", u"331", u"333", u"334", u"335", u"338",
                                          u"339", u"340", u"345", u"346", u"347", u"348", u"349", u"366"};
constexpr QStringView channels[] = {u"WHATSAPP", u"SMS", u"EMAIL"};

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

// Different for each index below 160,000,000: a step coprime to ten million visits every subscriber's number once.
QString numberOf(quint32 seed, qint64 index)
{
    const qint64 subscriber = (index / 16 * 7'654'321 + seed * 104'729LL + 2'000'003) % 10'000'000;
    return u"+39%1%2"_s.arg(mobilePrefixes[index % 16]).arg(subscriber, 7, 10, QChar(u'0'));
}

QString plainLetters(QStringView name)
{
    QString plain;
    for (const QChar c : name.toString().normalized(QString::NormalizationForm_D)) {
        if (c.isLetter() && c.unicode() < 128)
            plain += c.toLower();
    }
    return plain;
}

} // namespace

Contact personOf(quint32 seed, qint64 index)
{
    const quint64 kind = mixed(seed, index, 1);
    const bool isWoman = kind % 2 == 0;
    Contact person;
    person.firstName = (isWoman ? pick(women, kind >> 8) : pick(men, kind >> 8)).toString();
    person.lastName = pick(families, mixed(seed, index, 2)).toString();
    person.phoneNumber = numberOf(seed, index);
    if (kind % 10 < 8) {
        person.email =
            u"%1.%2%3@example.it"_s.arg(plainLetters(person.firstName), plainLetters(person.lastName)).arg(index + 1);
    }
    if (kind % 20 < 19)
        person.gender = isWoman ? u"F"_s : u"M"_s;
    const Place &place = pick(places, mixed(seed, index, 3));
    if (kind % 12 != 0) {
        person.city = place.city.toString();
        person.province = place.province.toString();
        person.region = place.region.toString();
    }
    const quint64 bought = mixed(seed, index, 4);
    if (bought % 3 != 0) {
        const QDate day = QDate(2026, 3, 31).addDays(-static_cast<qint64>((bought >> 8) % 800));
        person.customFields[u"lastPurchaseDate"_s] = day.toString(Qt::ISODate);
        person.customFields[u"totalSpent"_s] = static_cast<double>((bought >> 16) % 1'000'000) / 100.0;
    }
    if (bought % 4 == 0)
        person.customFields[u"preferredChannel"_s] = pick(channels, bought >> 5).toString();
    person.communicationSupported =
        bought % 5 == 0 ? QStringList{u"SMS"_s, u"RCS"_s, u"WHATSAPP"_s} : QStringList{u"SMS"_s, u"WHATSAPP"_s};
    person.valid = kind % 50 != 0;
    person.createdAt = QDateTime(QDate(2024, 1, 1), QTime(8, 0), Qt::UTC).addSecs(index * 37 % 60'000'000);
    return person;
}

} // namespace Elenco::Practice
