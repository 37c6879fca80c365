// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/suppression.h"
#include "store/journal/journal.h"
#include "tests/support/require.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

using Kind = SuppressionKind;

QByteArray fileOf(const QByteArray &rows)
{
    return "Nome;Cellulare;Disiscritta;Consenso;Data consenso;Tessera\n" + rows;
}

} // namespace

/// Who is not to be written to, and what lifts that: the rule, and imports in one order and another.
class TestSuppression : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRule()
    {
        const Suppression refused{Kind::Refused, 100, 0};
        QVERIFY(refused.isInForce());
        QVERIFY(!refused.withYes(101).isInForce());
        QVERIFY(refused.withYes(100).isInForce()); // of the same day: not later
        QVERIFY(refused.withYes(99).isInForce());
        QVERIFY(refused.withYes(0).isInForce());
        QVERIFY(!refused.withYes(101).withYes(50).isInForce());
        QVERIFY(!refused.withYes(101).withNo(Kind::Refused, 100).isInForce()); // an older no, read again
        QVERIFY(refused.withYes(101).withNo(Kind::Refused, 101).isInForce());
        const Suppression out{Kind::OptedOut, 100, 0};
        QVERIFY(out.withYes(1000).isInForce());
        QVERIFY(out.withNo(Kind::Refused, 200).withYes(1000).isInForce());
        QVERIFY(refused.withYes(101).withNo(Kind::OptedOut, 50).isInForce());
        QVERIFY(refused.withNo(Kind::OptedOut, 50).withYes(1000).isInForce());
    }

    void importsInEveryOrder_data()
    {
        QTest::addColumn<QList<QByteArray>>("rows");
        QTest::addColumn<bool>("isHeldBack");
        const QByteArray no = ";;no;10/03/2026;", noLater = ";;no;10/06/2026;", noUndated = ";;no;;",
                         yes = ";;s\xc3\xac;12/05/2026;", yesOlder = ";;s\xc3\xac;01/02/2026;",
                         yesUndated = ";;s\xc3\xac;;", out = ";x;;;";
        using Rows = QList<QByteArray>;
        QTest::newRow("a later yes lifts a no") << Rows{no, yes} << false;
        QTest::newRow("an older one does not") << Rows{no, yesOlder} << true;
        QTest::newRow("nor one without a day") << Rows{no, yesUndated} << true;
        QTest::newRow("a no without a day is of the day of its import") << Rows{noUndated, yes} << true;
        QTest::newRow("the older no again") << Rows{no, yes, no} << false;
        QTest::newRow("a newer no again") << Rows{no, yes, noLater} << true;
        QTest::newRow("the yes before the newer no, read again") << Rows{no, yes, noLater, yes} << true;
        QTest::newRow("an opt-out stays") << Rows{out, yes} << true;
        QTest::newRow("also with a no between") << Rows{out, no, yes} << true;
        QTest::newRow("and after one") << Rows{no, out, yes} << true;
        QTest::newRow("and after a lifted one") << Rows{no, yes, out, yes} << true;
    }
    void importsInEveryOrder()
    {
        QFETCH(QList<QByteArray>, rows);
        QFETCH(bool, isHeldBack);
        TestWorkspace workspace;
        workspace.import(u"here.csv"_s, "Nome;Cellulare;Tessera\nAda;347 1112701;T1\nUgo;340 9990001;T2\n",
                         {DuplicateStrategy::Skip, {u"Campagna"_s}, {}, false});
        QCOMPARE(workspace.count(u"list:Campagna"_s), 2);
        for (const QByteArray &row : rows)
            workspace.import(u"a.csv"_s, fileOf("Ada;347 1112701" + row + "T1\n"));
        QCOMPARE(workspace.count(u"list:Campagna"_s),
                 1); // she left with the first no, and joins by no import of itself
        const Rehearsal next = workspace.rehearse(u"b.csv"_s, "Nome;Cellulare\nAda;347 1112701\nIda;347 1112702\n");
        const ImportLedger ledger = require(next.ledger(DuplicateStrategy::Skip));
        QCOMPARE(ledger.count(RowFate::Suppressed), isHeldBack ? 1 : 0);
        QCOMPARE(ledger.count(RowFate::DuplicateHere), isHeldBack ? 0 : 1);
    }

    // The rows of one file speak of one person as those of several do.
    void inOneFile()
    {
        TestWorkspace workspace;
        const auto fates = [&](const QByteArray &rows) {
            const ImportLedger ledger = workspace.import(u"a.csv"_s, fileOf(rows));
            return u"%1 new, %2 suppressed"_s.arg(ledger.count(RowFate::New)).arg(ledger.count(RowFate::Suppressed));
        };
        QCOMPARE(fates("Ada;347 1112701;;no;10/03/2026;T\nAda;347 1112701;;s\xc3\xac;12/05/2026;T\n"),
                 u"1 new, 1 suppressed"_s);
        QCOMPARE(fates("Bea;347 1112702;;s\xc3\xac;10/03/2026;T\nBea;347 1112702;;no;12/05/2026;T\n"),
                 u"0 new, 2 suppressed"_s);
        QCOMPARE(fates("Ivo;347 1112703;x;;;T\nIvo;347 1112703;;s\xc3\xac;12/05/2026;T\n"), u"0 new, 2 suppressed"_s);
        // The day alone is a consent, too.
        QCOMPARE(
            workspace.import(u"c.csv"_s, "Nome;Cellulare;Consenso\nLea;347 1112704;no\n").count(RowFate::Suppressed),
            1);
        QCOMPARE(workspace.import(u"d.csv"_s, "Nome;Cellulare;Data consenso\nLea;347 1112704;01/01/2020\n")
                     .count(RowFate::Suppressed),
                 1);
        QCOMPARE(workspace.import(u"d.csv"_s, "Nome;Cellulare;Data consenso\nLea;347 1112704;01/01/2046\n")
                     .count(RowFate::New),
                 1);
    }

    // Who was entered by a person is lifted by no file; what an import lifted comes back when it is undone.
    void byAPersonAndBack()
    {
        TestWorkspace workspace;
        require(suppress(*workspace, u"+393471112701"_s, u"asked for it"_s));
        workspace.import(u"a.csv"_s, fileOf("Bea;347 1112702;;no;10/03/2026;T\n"));
        const ImportLedger yes = workspace.import(u"b.csv"_s, fileOf("Ada;347 1112701;;s\xc3\xac;12/05/2026;T\n"
                                                                     "Bea;347 1112702;;s\xc3\xac;12/05/2026;T\n"));
        QCOMPARE(yes.count(RowFate::Suppressed), 1);
        QCOMPARE(yes.count(RowFate::New), 1);
        Journal journal(*workspace);
        require(journal.undo(require(journal.lastUndoable())));
        QCOMPARE(workspace.count(), 0);
        const QByteArray plain("Nome;Cellulare\nBea;347 1112702\n");
        QCOMPARE(workspace.import(u"c.csv"_s, plain).count(RowFate::Suppressed), 1);
    }
};

QTEST_GUILESS_MAIN(TestSuppression)
#include "tst_suppression.moc"
