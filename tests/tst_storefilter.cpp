// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterparser.h"
#include "core/filter/scopes.h"
#include "tests/support/contactfiles.h"
#include "tests/support/filterbook.h"
#include "tests/support/goldencases.h"

#include <QFile>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

/// The people of tests/data/filters/people.book.
class GoldenBook : public FilterBook
{
public:
    GoldenBook()
    {
        QFile file(QStringLiteral(ELENCO_TEST_DATA "/filters/people.book"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no people");
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            if (!line.startsWith(u'#'))
                add(personOf(line), line.section(u';', -1));
        }
        finish();
    }

    /// "=> Giulia Elena", or "=> ! There is no field …"
    QString answerTo(const QString &text)
    {
        const ParsedFilter parsed = readFilter(text, vocabulary());
        if (!parsed.problems.isEmpty())
            return u"=> ! "_s + parsed.problems.first().text();
        const auto ids = found(parsed.filter);
        return ids ? (u"=> "_s + names(*ids)).trimmed() : u"=> error "_s + ids.error().text();
    }
};

GoldenBook &goldenBook()
{
    static GoldenBook book;
    return book;
}

const QList<GoldenCase> &people()
{
    static const QList<GoldenCase> cases = goldenCases(QStringLiteral(ELENCO_TEST_DATA "/filters/people"));
    return cases;
}

} // namespace

/// Whom a filter finds; and what the store makes of one that was not checked before: it refuses what it does not know.
class TestStoreFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsGuessed_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query :
             {"spento:5", "-spento:5", "(ross or company:x)", "spent>abc", "spent>6800,5", "spent>nan", "phone:abc",
              "-phone:abc", "lastPurchaseDate>15/03/2025", "lastPurchaseDate<2026-13", "lastPurchaseDate:2026-02-31",
              "has:spento", "is:maybe", "kind:blue", "city>m", "tag>vip", "id:x", "1=1"})
            QTest::newRow(query) << QString::fromUtf8(query);
    }
    void nothingIsGuessed()
    {
        static TestWorkspace workspace;
        static const ImportLedger ledger = workspace.import(
            u"people.csv"_s,
            "nome,telefono,citta,tag,totalSpent,lastPurchaseDate\nGiulia,3401234567,Milano,vip,6800.5,2026-03-15\n");
        QCOMPARE(ledger.imported(), 1);
        QFETCH(QString, query);
        const auto order = ContactQueries(*workspace).order({parseFilter(query), {{u"name"_s, false}}});
        QVERIFY(!order);
        QCOMPARE(order.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!order.error().detail.isEmpty());
    }

    // Files of questions and answers: tests/data/filters/people.
    void findsWhom_data()
    {
        QTest::addColumn<GoldenCase>("golden");
        for (const GoldenCase &golden : people())
            QTest::newRow(qPrintable(golden.lines.first())) << golden;
        QVERIFY(people().size() >= 120);
    }
    void initTestCase()
    {
        if (!writesGoldenFiles())
            return;
        QList<GoldenCase> cases = people();
        for (GoldenCase &golden : cases)
            golden.lines = {golden.lines.first(), goldenBook().answerTo(golden.lines.first())};
        writeGoldenCases(cases);
    }

    void findsWhom()
    {
        QFETCH(GoldenCase, golden);
        QCOMPARE(goldenBook().answerTo(golden.lines.first()), golden.lines.value(1).trimmed());
        const ParsedFilter parsed = readFilter(golden.lines.first(), goldenBook().vocabulary());
        if (!parsed.problems.isEmpty())
            return;
        // Why somebody is in is the same question, and so is the filter without what surrounds it.
        QCOMPARE(goldenBook().names(goldenBook().judged(parsed.filter)),
                 goldenBook().names(*goldenBook().found(parsed.filter)));
        const auto others = goldenBook().found(Filter::none({parsed.filter}));
        const size_t all = goldenBook().found({})->size();
        QVERIFY(others);
        QCOMPARE(others->size() + goldenBook().found(parsed.filter)->size(), parsed.filter.isEmpty() ? 2 * all : all);
    }

    void scopesAreFilters()
    {
        GoldenBook &book = goldenBook();
        const auto names = [&](const Filter &filter) { return book.names(*book.found(filter)); };
        QCOMPARE(names(membersOf(book.list(u"Clienti"_s))), u"Giulia Niccolò Sara Anna Maria"_s);
        const Filter search = readFilter(u"mi"_s, book.vocabulary()).filter;
        QCOMPARE(names(Filter::joined(membersOf(book.list(u"Clienti"_s)), search)), u"Giulia"_s);
        QCOMPARE(Filter::joined(everybody(), search), search);
        ContactQueries queries(book.workspace(), FilterBook::today());
        for (const Filter &scope : {everybody(), importedRecently(), needingAttention(), membersOf(ListId(1)), search})
            QCOMPARE(*queries.count(scope), qint64(book.found(scope)->size()));
        QCOMPARE(*queries.countReachable(membersOf(book.list(u"Clienti"_s))), 4);
        QVERIFY(!queries.count(Filter::condition(u"spento"_s, u"5"_s)));
    }

    void fieldsWithBlanksInTheirNames()
    {
        TestWorkspace workspace;
        workspace.import(u"a.csv"_s, "Nome,Telefono,Codice cliente,ID,Punti \"extra\"\n"
                                     "Ada,3401234567,5,A1,7\nUgo,3401234568,50,A2,\n");
        QCOMPARE(workspace.count(u"\"Codice cliente\":5"_s), 1);
        QCOMPARE(workspace.count(u"\"codice CLIENTE\">=5"_s), 2);
        QCOMPARE(workspace.count(u"has:\"Codice cliente\""_s), 2);
        QCOMPARE(workspace.count(u"\"custom:ID\":A2"_s), 1);
        QCOMPARE(workspace.count(u"has:\"custom:ID\""_s), 2);
        QCOMPARE(workspace.count(u"-has:\"Punti \\\"extra\\\"\""_s), 1);
    }
};

Q_DECLARE_METATYPE(Elenco::GoldenCase)

QTEST_GUILESS_MAIN(TestStoreFilter)
#include "tst_storefilter.moc"
