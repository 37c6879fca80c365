// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/lists.h"
#include "store/database/sqlite.h"
#include "store/imports/importrun.h"
#include "store/recovery/checks.h"
#include "store/recovery/openworkspace.h"
#include "tests/support/cliprocess.h"
#include "tests/support/contactfiles.h"
#include "tests/support/testworkspace.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

/// The program on a workspace in a temporary folder, as somebody types it.
class Terminal
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString workspace() const { return path(u"w.elenco"_s); }

    CliAnswer run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.start(cliProgram(), QStringList{u"--workspace"_s, workspace()} + arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(120000))
            qFatal("no answer from %s", qPrintable(arguments.join(u' ')));
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError(),
                process.exitStatus() == QProcess::CrashExit};
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

/// elenco-cli as a person or a script meets it: answers, exit statuses, refusals, Ctrl+C, kill -9.
class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importPrintsTheLedger()
    {
        const Terminal terminal;
        const QString file = writeFile(terminal.path(u"a.csv"_s), csvFile({5230, 98, 28, 0}));
        const CliAnswer rehearsed =
            terminal.run({u"--json"_s, u"import"_s, file, u"--list"_s, u"Clienti"_s, u"--rehearse"_s});
        QCOMPARE(rehearsed.status, 0);
        QCOMPARE(rehearsed.json()["new"_L1].toInt(), 5104);
        QCOMPARE(rehearsed.json()["imported"_L1].toInt(), 0);
        const QJsonArray duplicates = rehearsed.json()["duplicates"_L1].toArray();
        QCOMPARE(duplicates.size(), 98); // each is named, with the row that it equals
        QVERIFY(duplicates.first()["reason"_L1].toString().startsWith("the same as row "_L1));
        const QJsonArray mapping = rehearsed.json()["mapping"_L1].toArray();
        QVERIFY(mapping.size() > 2);
        for (const QJsonValue &column : mapping) {
            QVERIFY(!column["why"_L1].toString().isEmpty() && !column["field"_L1].toString().isEmpty());
            QVERIFY(column["confidence"_L1].toDouble() > 0 && column["confidence"_L1].toDouble() <= 1);
        }
        QCOMPARE(terminal.run({u"contacts"_s, u"--count"_s}).out.trimmed(), QByteArray("0"));

        const CliAnswer imported =
            terminal.run({u"--json"_s, u"import"_s, file, u"--list"_s, u"Clienti"_s, u"--tag"_s, u"x"_s});
        QCOMPARE(imported.status, 0);
        const QJsonObject ledger = imported.json();
        QCOMPARE(ledger["file"_L1].toString(), file);
        int sum = 0;
        for (const char *key :
             {"new", "updated", "unchanged", "duplicatesInFile", "duplicatesHere", "invalid", "suppressed"}) {
            QVERIFY2(ledger.contains(QLatin1String(key)), key);
            sum += ledger[QLatin1String(key)].toInt();
        }
        QCOMPARE(sum, ledger["rows"_L1].toInt());
        QCOMPARE(ledger["imported"_L1].toInt(), 5104);
        QCOMPARE(ledger["lists"_L1].toArray(),
                 (QJsonArray{QJsonObject{{"name"_L1, u"Clienti"_s}, {"total"_L1, 5104}}}));
        const QJsonArray problems = ledger["problems"_L1].toArray();
        QCOMPARE(problems.size(), 28);
        QCOMPARE(problems[0].toObject()["row"_L1].toInt(), 4);
        QCOMPARE(problems[0].toObject()["line"_L1].toInt(), 5);
        QVERIFY(problems[0].toObject()["reason"_L1].toString().contains(u"32012"_s));

        QCOMPARE(terminal.run({u"lists"_s}).out, QByteArray("     5104  Clienti\n"));
        const CliAnswer undone = terminal.run({u"--json"_s, u"undo"_s});
        QCOMPARE(undone.json()["changed"_L1].toInt(), 5104);
        QCOMPARE(terminal.run({u"contacts"_s, u"--count"_s}).out.trimmed(), QByteArray("0"));
        QCOMPARE(terminal.run({u"undo"_s}).status, 1);
        QCOMPARE(terminal.run({u"check"_s}).out, QByteArray("ok\n"));
    }

    void contactsAreOneObjectALine()
    {
        const Terminal terminal;
        const QString file = writeFile(terminal.path(u"a.csv"_s),
                                       "nome,cognome,telefono,email,citta,totalSpent,tag\nGiulia,Rossi,3401234567,g@"
                                       "example.it,Milano,6800.5,vip\nAnna,Verdi,0248012233,,Roma,,\n");
        QCOMPARE(terminal.run({u"import"_s, file, u"--list"_s, u"L"_s}).status, 0);
        const QList<QJsonObject> contacts =
            terminal.run({u"--json"_s, u"contacts"_s, u"--sort"_s, u"-name"_s}).objects();
        QCOMPARE(contacts.size(), 2);
        QStringList keys = contacts[0].keys();
        keys.sort();
        QCOMPARE(keys, (QStringList{u"city"_s, u"customFields"_s, u"email"_s, u"firstName"_s, u"gender"_s, u"id"_s,
                                    u"lastName"_s, u"lineKind"_s, u"lists"_s, u"phoneNumber"_s, u"province"_s,
                                    u"region"_s, u"remoteId"_s, u"tags"_s, u"valid"_s}));
        QCOMPARE(contacts[1]["phoneNumber"_L1].toString(), u"+393401234567"_s);
        QCOMPARE(contacts[1]["customFields"_L1].toObject()["totalSpent"_L1].toDouble(), 6800.5);
        QCOMPARE(contacts[1]["tags"_L1].toArray(), QJsonArray{u"vip"_s});
        QCOMPARE(contacts[1]["lists"_L1].toArray(), QJsonArray{u"L"_s});
        QCOMPARE(contacts[0]["lineKind"_L1].toString(), u"FIXED_LINE"_s);
        QCOMPARE(
            terminal.run({u"--json"_s, u"contacts"_s, u"--limit"_s, u"1"_s, u"--offset"_s, u"1"_s}).objects().size(),
            1);
        QCOMPARE(terminal.run({u"contacts"_s, u"city:roma"_s, u"--count"_s}).out.trimmed(), QByteArray("1"));
    }

    void whatIsExportedComesBackTheSame_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("csv") << u"out.csv"_s;
        QTest::newRow("vcf") << u"out.vcf"_s;
    }
    void whatIsExportedComesBackTheSame()
    {
        QFETCH(QString, name);
        const Terminal from, to;
        const QString file = writeFile(from.path(u"a.csv"_s), csvFile({300, 0, 0, 0}));
        QCOMPARE(from.run({u"import"_s, file, u"--tag"_s, u"vip"_s}).status, 0);
        QCOMPARE(from.run({u"export"_s, from.path(name)}).status, 0);
        const CliAnswer imported = to.run({u"--json"_s, u"import"_s, from.path(name)});
        QCOMPARE(imported.status, 0);
        QCOMPARE(imported.json()["new"_L1].toInt(), 300);
        const auto people = [](const Terminal &terminal) {
            QStringList lines;
            for (const QJsonObject &contact :
                 terminal.run({u"--json"_s, u"contacts"_s, u"--sort"_s, u"phoneNumber"_s}).objects())
                lines.append(QStringList{contact["firstName"_L1].toString(), contact["lastName"_L1].toString(),
                                         contact["phoneNumber"_L1].toString(), contact["email"_L1].toString(),
                                         contact["city"_L1].toString(), contact["tags"_L1].toArray()[0].toString()}
                                 .join(u'|'));
            return lines;
        };
        QCOMPARE(people(to), people(from));
    }

    void refusesWithOneLineAndAStatus_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        QTest::newRow("no command") << QStringList{} << 2 << u"usage"_s;
        QTest::newRow("unknown command") << QStringList{u"dance"_s} << 2 << u"dance"_s;
        QTest::newRow("unknown option") << QStringList{u"contacts"_s, u"--loud"_s} << 2 << u"--loud"_s;
        QTest::newRow("option without value") << QStringList{u"import"_s, u"a.csv"_s, u"--list"_s} << 2 << u"--list"_s;
        QTest::newRow("bad strategy") << QStringList{u"import"_s, u"a.csv"_s, u"--duplicates"_s, u"maybe"_s} << 2
                                      << u"--duplicates"_s;
        QTest::newRow("missing file") << QStringList{u"import"_s, u"/nowhere/a.csv"_s} << 1 << u"/nowhere/a.csv"_s;
        QTest::newRow("folder") << QStringList{u"import"_s, u"/"_s} << 1 << u"folder"_s;
        QTest::newRow("export nowhere") << QStringList{u"export"_s, u"/nowhere/a.csv"_s} << 1 << u"/nowhere/a.csv"_s;
        QTest::newRow("export of an unknown kind") << QStringList{u"export"_s, u"a.pdf"_s} << 2 << u"a.pdf"_s;
        QTest::newRow("unknown list") << QStringList{u"contacts"_s, u"--list"_s, u"Nessuna"_s} << 1 << u"Nessuna"_s;
        QTest::newRow("undo of nothing") << QStringList{u"undo"_s, u"99"_s} << 1 << u"99"_s;
        QTest::newRow("undo of a word") << QStringList{u"undo"_s, u"x"_s} << 2 << u"undo"_s;
    }
    void refusesWithOneLineAndAStatus()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QString, word);
        const Terminal terminal;
        QCOMPARE(terminal.run({u"import"_s, writeFile(terminal.path(u"x.csv"_s), csvFile({3, 0, 0, 0}))}).status, 0);
        const CliAnswer answer = terminal.run(arguments);
        QCOMPARE(answer.status, status);
        QVERIFY(!answer.crashed);
        QCOMPARE(answer.err.count('\n'), 1);
        QVERIFY2(QString::fromUtf8(answer.err).contains(word, Qt::CaseInsensitive), answer.err.constData());
        QCOMPARE(terminal.run({u"contacts"_s, u"--count"_s}).out.trimmed(), QByteArray("3"));
    }

    void openElsewhereIsSaid()
    {
        const Terminal terminal;
        QCOMPARE(terminal.run({u"import"_s, writeFile(terminal.path(u"x.csv"_s), csvFile({3, 0, 0, 0}))}).status, 0);
        const auto held = openWorkspace(terminal.workspace());
        QVERIFY(held);
        const CliAnswer refused = terminal.run({u"import"_s, terminal.path(u"x.csv"_s)});
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.err.contains("open in another program"));
        QCOMPARE(terminal.run({u"contacts"_s, u"--count"_s}).out.trimmed(), QByteArray("3"));
    }

    void mapsColumnsByNameAndNumber()
    {
        const Terminal terminal;
        const QString file = writeFile(terminal.path(u"a.csv"_s), "a,b,c\n3401234567,Milano,17\n3401234568,Roma,18\n");
        const CliAnswer answer = terminal.run({u"--json"_s, u"import"_s, file, u"--map"_s, u"a=phoneNumber"_s,
                                               u"--map"_s, u"2=city"_s, u"--map"_s, u"c=punti"_s});
        QCOMPARE(answer.json()["new"_L1].toInt(), 2);
        const QJsonObject contact = terminal.run({u"--json"_s, u"contacts"_s, u"city:milano"_s}).json();
        QCOMPARE(contact["phoneNumber"_L1].toString(), u"+393401234567"_s);
        QCOMPARE(contact["customFields"_L1].toObject()["punti"_L1].toInt(), 17);
        QCOMPARE(terminal.run({u"import"_s, file, u"--map"_s, u"zzz=city"_s}).status, 2);
    }

    // A gateway may have two lists of one name: an import into "it" would be a guess.
    void listOfANameThatTwoHaveIsRefused()
    {
        const Terminal terminal;
        const QString file = writeFile(terminal.path(u"a.csv"_s), "nome,telefono\nGiulia,3401234567\n");
        {
            const auto workspace = openWorkspace(terminal.workspace());
            const auto made = guarded((*workspace)->path(), [&] {
                Transaction transaction((*workspace)->writer(), Transaction::Durability::Full);
                for (const char *name : {"Clienti", "clienti"})
                    insertList((*workspace)->writer(), {}, {{"name", name}});
                transaction.commit();
            });
            QVERIFY(made);
        }
        const CliAnswer answer = terminal.run({u"import"_s, file, u"--list"_s, u"Clienti"_s});
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.contains("More than one list is called"), answer.err.constData());
        QCOMPARE(terminal.run({u"contacts"_s, u"--count"_s}).out.trimmed(), QByteArray("0"));
        QCOMPARE(terminal.run({u"contacts"_s, u"--list"_s, u"Clienti"_s, u"--count"_s}).status, 1);
    }

#ifndef Q_OS_WIN
    void interruptCancelsCleanly()
    {
        const Terminal terminal;
        const QString file = writeFile(terminal.path(u"big.csv"_s), csvFile({60000, 0, 0, 0}));
        QProcess process;
        process.start(cliProgram(), {u"--workspace"_s, terminal.workspace(), u"import"_s, file});
        QVERIFY(process.waitForStarted());
        QTest::qWait(300);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        if (process.exitCode() != 0) { // it may have been through already on a fast machine
            QCOMPARE(process.exitCode(), 1);
            QVERIFY(process.readAllStandardError().contains("Cancelled"));
            const auto workspace = openWorkspace(terminal.workspace());
            QVERIFY(pendingImports(**workspace)->isEmpty()); // nothing half done is offered at the next start
            QCOMPARE(terminal.run({u"contacts"_s, u"--count"_s}).out.trimmed(), QByteArray("0"));
        }
        QCOMPARE(terminal.run({u"check"_s}).out, QByteArray("ok\n"));
    }

    // The address book is as before or as after, never between, wherever the process is struck.
    void killedAtAnyMoment()
    {
        const Terminal terminal;
        const QString base = writeFile(terminal.path(u"base.csv"_s), csvFile({2000, 0, 0, 0}));
        QCOMPARE(terminal.run({u"import"_s, base}).status, 0);
        const QString file = writeFile(terminal.path(u"big.csv"_s), csvFile({12000, 0, 0, 1000}));
        QElapsedTimer clock;
        clock.start();
        {
            const Terminal timing; // how long one takes here
            QCOMPARE(timing.run({u"import"_s, file, u"--list"_s, u"L"_s, u"--duplicates"_s, u"update"_s}).status, 0);
        }
        const auto whole = static_cast<int>(clock.elapsed());
        const quint32 seed = qEnvironmentVariableIntValue("ELENCO_SEED")
                                 ? static_cast<quint32>(qEnvironmentVariableIntValue("ELENCO_SEED"))
                                 : 20260101;
        QRandomGenerator random(seed);
        const int wanted = qEnvironmentVariableIntValue("ELENCO_KILLS"), kills = wanted > 0 ? wanted : 50;
        int struck = 0, resumed = 0;
        for (int i = 0; i < kills; ++i) {
            QProcess process;
            process.start(cliProgram(), {u"--workspace"_s, terminal.workspace(), u"import"_s, file, u"--list"_s, u"L"_s,
                                         u"--duplicates"_s, u"update"_s});
            QVERIFY(process.waitForStarted());
            QTest::qWait(random.bounded(whole * 11 / 10));
            process.kill();
            QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished());
            struck += process.exitStatus() == QProcess::CrashExit;
            const CliAnswer check = terminal.run({u"check"_s});
            QVERIFY2(check.out == "ok\n", check.err.constData());
            const QByteArray count = terminal.run({u"contacts"_s, u"--count"_s}).out.trimmed();
            const CliAnswer listed = terminal.run({u"contacts"_s, u"--count"_s, u"--list"_s, u"L"_s});
            if (listed.status != 0) { // before: a rehearsal that was complete is still there, and can be gone on with
                const auto workspace = openWorkspace(terminal.workspace());
                QVERIFY(workspace);
                for (const ImportRun &run : *pendingImports(**workspace)) {
                    const Result<Rehearsal> rehearsal = Rehearsal::resume(**workspace, run.id);
                    QVERIFY(rehearsal);
                    QCOMPARE(rehearsal->ledger(DuplicateStrategy::Update)->rows(), 12000);
                    ++resumed;
                }
            }
            if (listed.status == 0) { // after
                QCOMPARE(count, QByteArray("13000"));
                QCOMPARE(listed.out.trimmed(), QByteArray("12000"));
                QCOMPARE(terminal.run({u"undo"_s}).status, 0);
            }
            QCOMPARE(terminal.run({u"contacts"_s, u"--count"_s}).out.trimmed(), QByteArray("2000"));
        }
        QVERIFY2(struck > kills / 5, "too few processes were struck while they worked");
        QVERIFY2(kills < 50 || resumed > 0, "no process was struck between its rehearsal and its commit");
    }

    void aDamagedFileIsRescued()
    {
        const Terminal terminal;
        const QString file = writeFile(terminal.path(u"a.csv"_s), csvFile({200, 0, 0, 0}));
        QCOMPARE(terminal.run({u"import"_s, file}).status, 0);
        QFile workspace(terminal.workspace());
        QVERIFY(workspace.open(QIODevice::ReadWrite));
        QCOMPARE(workspace.write(QByteArray(100, '\0')), 100);
        workspace.close();
        const CliAnswer refused = terminal.run({u"contacts"_s, u"--count"_s});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("damaged"), refused.err.constData());
        const QJsonObject report = terminal.run({u"--json"_s, u"rescue"_s}).json();
        QCOMPARE(report["contacts"_L1].toInt(), 200);
        QCOMPARE(report["nothingReadable"_L1].toBool(true), false);
        QCOMPARE(QDir(report["folder"_L1].toString()).entryList({u"w.elenco"_s}, QDir::Files).size(), 1);
        QCOMPARE(terminal.run({u"contacts"_s, u"--count"_s}).out.trimmed(), QByteArray("200"));
        QCOMPARE(terminal.run({u"check"_s}).out, QByteArray("ok\n"));
        // In words, and of the file that is named.
        const CliAnswer words = terminal.run({u"rescue"_s, terminal.workspace()});
        QVERIFY2(words.out.contains("Contacts: 200"), words.out.constData());
        QCOMPARE(terminal.run({u"rescue"_s, terminal.path(u"nothing"_s)}).status, 1);
        QCOMPARE(terminal.run({u"rescue"_s, u"a"_s, u"b"_s}).status, 2);
    }

    // Where a small file system can be mounted (root on Linux, in a mount namespace of its own).
    void fullDiskIsSaidAndLosesNothing()
    {
        QTemporaryDir folder;
        const QString mount = folder.path();
        if (QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=6m"_s, u"tmpfs"_s, mount}) != 0)
            QSKIP("no small file system can be mounted here");
        const auto unmount = qScopeGuard([&] { QProcess::execute(u"umount"_s, {mount}); });
        const Terminal terminal;
        const QString workspace = mount + u"/w.elenco"_s;
        const QString small = writeFile(terminal.path(u"small.csv"_s), csvFile({200, 0, 0, 0}));
        const QString large = writeFile(terminal.path(u"large.csv"_s), csvFile({40000, 0, 0, 1000}));
        QCOMPARE(terminal.run({u"--workspace"_s, workspace, u"import"_s, small}).status, 0);
        const CliAnswer refused = terminal.run({u"--workspace"_s, workspace, u"import"_s, large});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("no space left"), refused.err.constData());
        QCOMPARE(terminal.run({u"--workspace"_s, workspace, u"contacts"_s, u"--count"_s}).out.trimmed(),
                 QByteArray("200"));
        QCOMPARE(terminal.run({u"--workspace"_s, workspace, u"check"_s}).out, QByteArray("ok\n"));
    }
#endif
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
