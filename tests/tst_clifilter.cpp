// SPDX-License-Identifier: Apache-2.0
#include "tests/support/cliprocess.h"
#include "tests/support/contactfiles.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

/// The program on an address book of its own.
class Desk
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    CliAnswer run(const QStringList &arguments) const
    {
        return runCli(QStringList{u"--workspace"_s, path(u"w.elenco"_s)} + arguments);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

/// Questions as they are typed on the command line: answered rightly, or refused in a sentence.
class TestCliFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void questionsAreUnderstoodOrRefused_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QByteArray>("answer"); // a count, or what the sentence names
        const auto row = [](const char *query, const char *answer) {
            QTest::newRow(query) << QString::fromUtf8(query) << QByteArray(answer);
        };
        row("r", "1");
        row("ro", "1");
        row("\"Codice cliente\":5", "1");
        row("\"Codice cliente\">=5", "2");
        row("has:\"Codice cliente\"", "2");
        row("città:Napoli", "1");
        row("Città:Napoli", "1");
        row("cognome:Rossi", "1");
        row("ultimoacquisto>2025-03-15", "1");
        row("\"ultimo acquisto\">2025-03-15", "1");
        row("lastPurchaseDate<=2025", "2");
        row("lastPurchaseDate<=2025-03-14", "1");
        row("r7", "0");
        row("speso>5000", "1");
        row("phone:", "0");
        row("-phone:", "2");
        row("-has:tag", "2");
        row("città:(Milano, Torino)", "1");
        row("città:*apo*", "1");
        row("città≠Milano", "1");
        row("-customFields.totalSpent>5000", "1");
        row("customFields.lastPurchaseDate.before=2025-03-15", "1");
        row("lastPurchaseDate<today-90d", "2");
        row("ultimoacquisto:\"ultimi 90 giorni\"", "0");
        row("speso:10..20", "1");
        row("is:suppressed", "0");
        row("is:recent", "2");
        row("empty:tag", "2");
        row("lastPurchaseDate>15/03/2025", "15/03/2025");
        row("speso:10..x", "“x”");
        row("città:a*b", "star");
        row("città:(Milano", "bracket");
        row("customFields.spento:5", "customFields.spento");
        row("speso>5.000,50", "5.000,50");
        row("speso>5.000", "5.000");
        row("cita:Milano", "city");
        row("-cita:Milano", "city");
        row("spent>abc", "abc");
        row("phone:abc", "abc");
        row("has:codice", "codice");
        row("city:\"Mil", "quotation mark");
        row("(city:Milano", "bracket");
    }
    void questionsAreUnderstoodOrRefused()
    {
        static const Desk desk;
        static const CliAnswer imported =
            desk.run({u"import"_s, writeFile(desk.path(u"a.csv"_s),
                                             "nome;cognome;telefono;citta;Codice cliente;speso;ultimo acquisto\n"
                                             "Ada;Rossi;3401234567;Milano;5;6800,50;16/03/2025\n"
                                             "Ugo;Verdi;3401234568;Napoli;50;12,00;14/03/2025\n")});
        QCOMPARE(imported.status, 0);
        QFETCH(QString, query);
        QFETCH(QByteArray, answer);
        bool isCount = false;
        answer.toInt(&isCount);
        // A minus of a question is none of an option.
        const CliAnswer said = desk.run({u"contacts"_s, u"--count"_s, u"--"_s, query});
        const CliAnswer written = desk.run({u"export"_s, desk.path(u"x.csv"_s), u"--"_s, query});
        if (isCount) {
            QCOMPARE(said.status, 0);
            QCOMPARE(said.out.trimmed(), answer);
            QCOMPARE(written.status, 0);
            return;
        }
        for (const CliAnswer &refused : {said, written}) {
            QCOMPARE(refused.status, 1);
            QCOMPARE(refused.out, QByteArray());
            QCOMPARE(refused.err.count('\n'), 1);
            QVERIFY2(refused.err.contains(answer), refused.err.constData());
        }
        QVERIFY(!QFile::exists(desk.path(u"x.csv"_s)) || QFileInfo(desk.path(u"x.csv"_s)).size() > 0);
    }

    void unknownSortKeyIsRefused()
    {
        const Desk desk;
        desk.run({u"import"_s, writeFile(desk.path(u"a.csv"_s), "nome;telefono\nAda;3401234567\n")});
        QCOMPARE(desk.run({u"contacts"_s, u"--sort"_s, u"cognome,-created"_s}).status, 0);
        QCOMPARE(desk.run({u"contacts"_s, u"--sort"_s, u"xyzzy"_s}).status, 1);
    }
};

QTEST_GUILESS_MAIN(TestCliFilter)
#include "tst_clifilter.moc"
