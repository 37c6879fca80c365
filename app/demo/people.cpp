// SPDX-License-Identifier: Apache-2.0
#include "app/demo/people.h"

#include "core/textfold.h"

#include <iterator>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *women[] = {"Giulia",  "Chiara", "Sara",     "Martina", "Francesca", "Elena",
                                 "Alessia", "Ilaria", "Marta",    "Greta",   "Federica",  "Valentina",
                                 "Sofia",   "Aurora", "Beatrice", "Camilla", "Noemi",     "Maria Grazia",
                                 "Anna",    "Lucia",  "Silvia",   "Paola",   "Zoë",       "Ginevra"};
constexpr const char *men[] = {"Andrea",   "Luca",    "Marco",     "Davide",     "Fabio",    "Lorenzo",
                               "Nicolò",   "Matteo",  "Francesco", "Alessandro", "Simone",   "Stefano",
                               "Giovanni", "Pietro",  "Tommaso",   "Riccardo",   "Emanuele", "Gian Luca",
                               "Paolo",    "Niccolò", "Mattia",    "José",       "Enrico",   "Roberto"};
constexpr const char *families[] = {
    "Rossi",     "Rossini",    "Rossetti",  "De Rossi",    "Rossato",    "Ferrari",  "Esposito",   "Bianchi",
    "Romano",    "Colombo",    "Ricci",     "Marino",      "Greco",      "Bruno",    "Gallo",      "Conti",
    "De Luca",   "Mancini",    "Costa",     "Giordano",    "Rizzo",      "Lombardi", "Moretti",    "Barbieri",
    "Fontana",   "Santoro",    "Mariani",   "Rinaldi",     "Caruso",     "Ferrara",  "Galli",      "Martini",
    "Leone",     "Longo",      "Gentile",   "Martinelli",  "Vitale",     "Lombardo", "Serra",      "Coppola",
    "De Santis", "D'Angelo",   "Marchetti", "Parisi",      "Villa",      "Conte",    "Ferraro",    "Ferri",
    "Fabbri",    "Bianco",     "Marini",    "Grasso",      "Valentini",  "Messina",  "Sala",       "De Angelis",
    "Gatti",     "Pellegrini", "Palumbo",   "Sanna",       "Farina",     "Rizzi",    "Monti",      "Cattaneo",
    "Morelli",   "Amato",      "Silvestri", "Mazza",       "Testa",      "Grassi",   "Pellegrino", "Carbone",
    "Giuliani",  "Benedetti",  "Barone",    "Rossi Doria", "Dell'Acqua", "D'Amico",  "Nicolò",     "Zanella",
    "Perù",      "Frassà",     "Müller",    "Pižzul"};
constexpr const char *companies[] = {"ShopItalia",           "Studio Ferrara",      "Officine Lodi",
                                     "Cantina dell'Adige",   "Tessuti Como",        "Caffè Brera",
                                     "Ottica Sant'Ambrogio", "Panificio Galli",     "Edil Veneta",
                                     "Farmacia Centrale",    "Libreria Il Portico", "Autofficina Reggiani"};

struct Place {
    const char *city, *province, *region, *areaCode;
};
constexpr Place places[] = {{"Milano", "MI", "Lombardia", "02"},
                            {"Legnano", "MI", "Lombardia", "0331"},
                            {"Rho", "MI", "Lombardia", "02"},
                            {"Monza", "MB", "Lombardia", "039"},
                            {"Bergamo", "BG", "Lombardia", "035"},
                            {"Brescia", "BS", "Lombardia", "030"},
                            {"Como", "CO", "Lombardia", "031"},
                            {"Pavia", "PV", "Lombardia", "0382"},
                            {"Cinisello Balsamo", "MI", "Lombardia", "02"},
                            {"Venezia", "VE", "Veneto", "041"},
                            {"Verona", "VR", "Veneto", "045"},
                            {"Padova", "PD", "Veneto", "049"},
                            {"Vicenza", "VI", "Veneto", "0444"},
                            {"Treviso", "TV", "Veneto", "0422"},
                            {"Bologna", "BO", "Emilia-Romagna", "051"},
                            {"Modena", "MO", "Emilia-Romagna", "059"},
                            {"Parma", "PR", "Emilia-Romagna", "0521"},
                            {"Reggio nell'Emilia", "RE", "Emilia-Romagna", "0522"},
                            {"Forlì", "FC", "Emilia-Romagna", "0543"},
                            {"Ferrara", "FE", "Emilia-Romagna", "0532"},
                            {"Torino", "TO", "Piemonte", "011"},
                            {"Genova", "GE", "Liguria", "010"},
                            {"Firenze", "FI", "Toscana", "055"},
                            {"Roma", "RM", "Lazio", "06"},
                            {"Napoli", "NA", "Campania", "081"},
                            {"L'Aquila", "AQ", "Abruzzo", "0862"},
                            {"Bari", "BA", "Puglia", "080"},
                            {"Catania", "CT", "Sicilia", "095"},
                            {"Aosta", "AO", "Valle d'Aosta", "0165"},
                            {"Bolzano", "BZ", "Trentino-Alto Adige", "0471"}};

constexpr const char *prefixes[] = {"320", "328", "329", "331", "333", "334", "335", "338", "339", "340", "345",
                                    "346", "347", "348", "349", "351", "366", "380", "388", "389", "391", "392"};
constexpr const char *channels[] = {"WhatsApp", "SMS", "Email"};

template <size_t count>
QString text(const char *const (&list)[count], int index)
{
    return QString::fromUtf8(list[static_cast<size_t>(index) % count]);
}

/// "D'Angelo" is "dangelo" in an address.
QString mailPart(const QString &name)
{
    QString part = QString::fromStdString(foldText(name.toStdString()));
    return part.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
}

} // namespace

// The running number is in every one of them, so that no two people share a phone; it is spread so that it does not
// show.
QString PeopleGenerator::phone(const QString &areaCode)
{
    const int kind = below(100);
    if (kind == 0) // what a tired person types
        return text({"347 12 34", "non ricorda", "", "0000000000", ""}, below(5));
    const int own = static_cast<int>((static_cast<qint64>(m_count) * 7919 + 1234567) % 9999991);
    const QString tail = u"%1"_s.arg(own, 7, 10, QLatin1Char('0'));
    if (kind < 7)
        return areaCode + u' ' + (areaCode.size() > 2 ? tail.mid(1) : u"4"_s + tail);
    const QString prefix = text(prefixes, m_count);
    switch (below(6)) {
    case 0: return u"+39 %1 %2 %3"_s.arg(prefix, tail.first(3), tail.mid(3));
    case 1: return u"+39%1%2"_s.arg(prefix, tail);
    case 2: return u"0039 %1%2"_s.arg(prefix, tail);
    case 3: return u"%1-%2"_s.arg(prefix, tail);
    case 4: return u"%1/%2.%3"_s.arg(prefix, tail.first(3), tail.mid(3));
    default: return prefix + tail;
    }
}

Person PeopleGenerator::next(const QStringList &regions)
{
    ++m_count;
    Person person;
    const bool isWoman = below(100) < 54;
    person.firstName = isWoman ? text(women, below(int(std::size(women)))) : text(men, below(int(std::size(men))));
    // Common names are more common.
    const int family = below(2) == 0 ? below(24) : below(int(std::size(families)));
    person.lastName = text(families, family);
    person.gender = below(20) == 0 ? QString() : isWoman ? u"F"_s : u"M"_s;
    const Place *place = nullptr;
    do {
        place = &places[below(int(std::size(places)))];
    } while (!regions.isEmpty() && !regions.contains(QString::fromUtf8(place->region)));
    person.city = QString::fromUtf8(place->city);
    person.province = QString::fromUtf8(place->province);
    person.region = QString::fromUtf8(place->region);
    person.phone = phone(QString::fromUtf8(place->areaCode));
    if (below(12) > 0)
        person.email = u"%1.%2%3@example.it"_s.arg(mailPart(person.firstName), mailPart(person.lastName),
                                                   below(3) == 0 ? QString() : QString::number(m_count % 97));
    if (below(4) == 0)
        person.company = text(companies, below(int(std::size(companies))));
    person.channel = text(channels, below(5) < 3 ? 0 : below(3));
    if (below(10) > 0) {
        person.lastPurchase = u"%1/%2/%3"_s.arg(1 + below(28), 2, 10, QLatin1Char('0'))
                                  .arg(1 + below(12), 2, 10, QLatin1Char('0'))
                                  .arg(2023 + below(3));
        const int cents = below(10) == 0 ? 500000 + below(900000) : below(200000);
        person.spent = u"%1,%2"_s.arg(cents / 100).arg(cents % 100, 2, 10, QLatin1Char('0'));
    }
    if (below(8) == 0)
        person.tags += u"vip"_s;
    if (below(3) == 0)
        person.tags += u"newsletter"_s;
    if (below(4) == 0)
        person.tags += u"crm-import"_s;
    return person;
}

} // namespace Elenco
