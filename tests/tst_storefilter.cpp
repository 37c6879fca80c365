// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contactquery.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// What the store makes of a filter that was not checked before: it refuses what it does not know.
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
        const auto order = ContactQueries(*workspace).order({{}, parseFilter(query), {{u"name"_s, false}}});
        QVERIFY(!order);
        QCOMPARE(order.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!order.error().detail.isEmpty());
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

QTEST_GUILESS_MAIN(TestStoreFilter)
#include "tst_storefilter.moc"
