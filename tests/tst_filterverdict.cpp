// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterparser.h"
#include "core/filter/filterverdict.h"
#include "tests/support/filterbook.h"
#include "tests/support/require.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

using Comparison = Filter::Comparison;

namespace {

const QStringList cities{u"Milano"_s, u"MILANO"_s, u"Forlì"_s, u"San Donato"_s, u"Cantù"_s, u"Rho"_s, QString()};
const QStringList words{u"Giulia"_s, u"Niccolò"_s, u"D'Amico"_s, u"Zoë"_s,   u"Łukasz"_s, u"De Luca"_s,
                        u"Rossi"_s,  u"Rossato"_s, u"Maria"_s,   u"Kröll"_s, u"50%"_s,    u"a_b"_s};
const QStringList tags{u"vip"_s, u"crm"_s, u"Black Friday"_s, u"però"_s, u"d'oro"_s, u"x*y"_s};
const QStringList dates{u"2026-03-15"_s, u"2026-02-28"_s, u"2025-12-31"_s, u"2026-11-29"_s,
                        u"2026-08-31"_s, u"1999-01-01"_s, u"2026-12-24"_s, u"presto"_s};
const QStringList numbers{u"0"_s, u"-5"_s, u"120"_s, u"9.99"_s, u"5000"_s, u"100000"_s, u"molto"_s};
const QStringList lists{u"Clienti"_s, u"Da non chiamare"_s, u"VIP \"Milano\""_s};

/// People with something missing in most of them, and filters that are likely to divide them.
class Dice
{
public:
    explicit Dice(quint32 seed) : m_random(seed) {}

    int below(int count) { return m_random.bounded(count); }
    QString one(const QStringList &from) { return from[below(int(from.size()))]; }
    QString some(const QStringList &from)
    {
        QStringList chosen;
        for (const QString &each : from) {
            if (below(4) == 0)
                chosen += each;
        }
        return chosen.join(u',');
    }
    QString maybe(const QString &value) { return below(3) ? value : QString(); }

    QString person()
    {
        const QString name = maybe(one(words));
        const bool isValid = below(5) > 0;
        const QString number =
            isValid ? u"+39340%1"_s.arg(1000000 + below(9000000)) : maybe(one({u"340 12"_s, u"senza"_s}));
        return QStringList{
            name,
            maybe(one(words)),
            number,
            isValid ? QString::number(1 + below(11)) : QString(),
            maybe(u"%1%2@example.%3"_s.arg(name.toLower().remove(u'\''), QString::number(below(90)),
                                           one({u"it"_s, u"com"_s}))),
            one(cities),
            maybe(one({u"MI"_s, u"FC"_s, u"CO"_s})),
            some(tags),
            some(lists),
            maybe(one(numbers)),
            maybe(one(dates)),
            maybe(one({u"true"_s, u"false"_s})),
            maybe(one(words) + u' ' + one(cities)),
            maybe(one({u"SMS"_s, u"WHATSAPP"_s})),
            maybe(QString::number(1 + below(3))),
            one({QString(), QString(), u"suppressed"_s, u"refused"_s, u"refused lifted"_s, u"updated"_s})}
            .join(u';');
    }

    Filter filter(int depth)
    {
        QList<Filter> parts;
        if (depth == 0 || below(4) == 0)
            return below(4)
                       ? condition()
                       : Filter::word(piece(one(words + cities + tags + QStringList{u"340"_s, u"4567"_s, u"39340"_s})));
        for (int i = 0, count = 1 + below(3); i < count; ++i)
            parts += filter(depth - 1);
        const int kind = below(3);
        return kind == 0 ? Filter::all(parts) : kind == 1 ? Filter::any(parts) : Filter::none(parts);
    }

private:
    QString piece(const QString &text)
    {
        const QString some = below(2) ? text : text.left(1 + below(4));
        return some.isEmpty() ? u"x"_s : some;
    }

    Filter condition()
    {
        static const FilterVocabulary known({{u"totalSpent"_s, ValueKind::Number},
                                             {u"lastPurchaseDate"_s, ValueKind::Date},
                                             {u"Socio"_s, ValueKind::Bool},
                                             {u"appunti"_s, ValueKind::Text},
                                             {u"preferredChannel"_s, ValueKind::Text}});
        const QString key = one({u"city"_s,      u"name"_s,        u"email"_s,
                                 u"firstName"_s, u"phoneNumber"_s, u"province"_s,
                                 u"region"_s,    u"tag"_s,         u"list"_s,
                                 u"listid"_s,    u"valid"_s,       u"suppressed"_s,
                                 u"recent"_s,    u"kind"_s,        u"id"_s,
                                 u"import"_s,    u"totalSpent"_s,  u"lastPurchaseDate"_s,
                                 u"Socio"_s,     u"appunti"_s,     u"preferredChannel"_s});
        const FilterSubject subject = *known.subject(key);
        for (;;) {
            const auto comparison = static_cast<Comparison>(below(11));
            if (!takesComparison(key, subject, comparison))
                continue;
            QStringList values;
            const int most = comparison == Comparison::Between ? 2 : comparison <= Comparison::Ends ? 1 + below(3) : 1;
            while (!hasRightCount(comparison, values.size()) ||
                   (comparison <= Comparison::Ends && values.size() < most))
                values += value(key, subject, comparison);
            return Filter::condition(key, comparison, values);
        }
    }

    QString value(const QString &key, FilterSubject subject, Comparison comparison)
    {
        const bool isWhole = comparison == Comparison::Is;
        if (isWhole && below(8) == 0 && takesComparison(key, subject, Comparison::Empty))
            return {};
        const QStringList texts =
            key == "city"_L1 ? cities : words + cities + QStringList{u"@example"_s, u"it"_s, u"MI"_s, u"SMS"_s};
        switch (subject) {
        case FilterSubject::Text:
            return (isWhole ? one(texts) : piece(one(texts))) + (isWhole ? QString() : one({u""_s, u" "_s, u"i"_s}));
        case FilterSubject::Tag: return isWhole ? one(tags) : piece(one(tags));
        case FilterSubject::List: return isWhole ? one(lists) : piece(one(lists));
        case FilterSubject::Phone: return one({u"340"_s, u"39340"_s, u"+39 34"_s, u"12"_s, u"567"_s, u"0039"_s});
        case FilterSubject::Number: return one(numbers.mid(0, 6) + QStringList{u"1000"_s});
        case FilterSubject::Date:
            return one(dates.mid(0, 7) + QStringList{u"2026"_s, u"2026-11"_s, u"today"_s, u"today-90d"_s, u"today-1y"_s,
                                                     u"today+4w"_s, u"today-3m"_s});
        case FilterSubject::Bool: return one({u"true"_s, u"false"_s});
        case FilterSubject::Flag: return one({u"yes"_s, u"no"_s});
        case FilterSubject::Line: return one({u"mobile"_s, u"landline"_s, u"voip"_s, u"unknown"_s, u"tollfree"_s});
        case FilterSubject::ListId:
        case FilterSubject::Id: return QString::number(1 + below(key == "id"_L1 ? 500 : 4));
        }
        Q_UNREACHABLE();
    }

    QRandomGenerator m_random;
};

} // namespace

/// Who is in and why, beside what the store finds.
class TestFilterVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The store finds whom judge() lets in, and the text, asked again, finds the same.
    void storeAndVerdictAgree()
    {
        FilterBook book;
        Dice dice(20261129);
        for (int i = 0; i < 520; ++i) {
            const QString person = dice.person();
            book.add(book.personOf(person), person.section(u';', -1));
        }
        book.finish();
        const int wanted = qEnvironmentVariableIntValue("ELENCO_FILTERS"), filters = wanted > 0 ? wanted : 2400;
        int nobody = 0, everybody = 0;
        for (int i = 0; i < filters; ++i) {
            const Filter filter = dice.filter(i % 4);
            const QString text = filterText(filter);
            const auto found = book.found(filter);
            QVERIFY2(found, qPrintable(text + u" # "_s + (found ? QString() : found.error().text())));
            QVERIFY2(*found == book.judged(filter), qPrintable(u"%1 # %2"_s.arg(i).arg(text)));
            const ParsedFilter again = readFilter(text, book.vocabulary());
            QVERIFY2(again.problems.isEmpty() && again.filter == require(checkedFilter(filter, book.vocabulary())),
                     qPrintable(text));
            nobody += found->empty() ? 1 : 0;
            everybody += found->size() == 520 ? 1 : 0;
        }
        // They divide.
        QVERIFY2(nobody < filters * 3 / 8 && everybody < filters / 4, qPrintable(u"%1 %2"_s.arg(nobody).arg(everybody)));
    }

    void everyPieceSaysWhetherItHolds()
    {
        FilterBook book;
        const ContactId id = book.add(book.personOf(u"Giulia;Rossi;+393401234567;1;;Milano;MI;vip;Clienti;120"_s));
        book.finish();
        const FilterPerson person = require(ContactQueries(book.workspace(), FilterBook::today()).filterPerson(id));
        const auto verdictOf = [&](const QString &text) {
            return require(
                judge(readFilter(text, book.vocabulary()).filter, person, book.vocabulary(), FilterBook::today()));
        };
        const FilterVerdict verdict = verdictOf(u"city:Milano (tag:crm or spent>100) -list:Clienti -has:email"_s);
        QVERIFY(!verdict.holds);
        QCOMPARE(verdict.parts.size(), 4U);
        QVERIFY(verdict.parts[0].holds);
        QVERIFY(verdict.parts[1].holds);
        QVERIFY(!verdict.parts[1].parts[0].holds);
        QVERIFY(verdict.parts[1].parts[1].holds);
        QVERIFY(!verdict.parts[2].holds); // she is in the list
        QVERIFY(verdict.parts[2].parts[0].holds);
        QVERIFY(verdict.parts[3].holds);
        QCOMPARE(filterText(verdict.parts[2].filter), u"-list:Clienti"_s);
        const FilterVerdict number = verdictOf(u"340 123 45"_s); // one number in pieces
        QVERIFY(number.holds && number.parts[1].holds);
        QVERIFY(!verdictOf(u"340 123 99"_s).holds);
        const auto unknown =
            judge(Filter::condition(u"spento"_s, u"5"_s), person, book.vocabulary(), FilterBook::today());
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(unknown.error().subject, u"spento:5"_s);
        QVERIFY(!ContactQueries(book.workspace()).filterPerson(ContactId(77)));
    }
};

QTEST_GUILESS_MAIN(TestFilterVerdict)
#include "tst_filterverdict.moc"
