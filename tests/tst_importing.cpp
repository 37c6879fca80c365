// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/lists.h"
#include "store/journal/journal.h"
#include "store/recovery/checks.h"
#include "tests/support/contactfiles.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

QString fates(const ImportLedger &ledger)
{
    return u"%1 new %2 updated %3 unchanged %4 in file %5 here %6 invalid %7 suppressed"_s
        .arg(ledger.count(RowFate::New))
        .arg(ledger.count(RowFate::Updated))
        .arg(ledger.count(RowFate::Unchanged))
        .arg(ledger.count(RowFate::DuplicateInFile))
        .arg(ledger.count(RowFate::DuplicateHere))
        .arg(ledger.count(RowFate::Invalid))
        .arg(ledger.count(RowFate::Suppressed));
}

ImportChoices choices(DuplicateStrategy strategy, const QList<ListChoice> &lists = {}, const QStringList &tags = {})
{
    return {strategy, lists, tags, false};
}

} // namespace

/// From a file to the address book and back: fates, ledgers, strategies, mending, undo.
class TestImporting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partnersSpreadsheetExample()
    {
        TestWorkspace workspace;
        workspace.import(u"one.csv"_s, "nome;telefono\r\nCarla;347 555 0192\r\n",
                         choices(DuplicateStrategy::Skip, {u"Clienti"_s}));
        const ImportLedger ledger = workspace.import(u"clienti_nord_italia.csv"_s, csvFile({5230, 98, 28, 0}),
                                                     choices(DuplicateStrategy::Skip, {u"clienti"_s}));
        QCOMPARE(fates(ledger), u"5104 new 0 updated 0 unchanged 98 in file 0 here 28 invalid 0 suppressed"_s);
        QCOMPARE(ledger.rows(), 5230);
        QCOMPARE(ledger.imported(), 5104);
        QCOMPARE(ledger.lists, (QList<ImportLedger::ListTotal>{{u"Clienti"_s, 5105}}));
        QCOMPARE(workspace.count(u"list:Clienti"_s), 5105);
    }

    void partnersCardExample()
    {
        TestWorkspace workspace;
        const ImportLedger ledger = workspace.import(u"rubrica.vcf"_s, vcardFile({342, 4, 3, 0}));
        QCOMPARE(fates(ledger), u"335 new 0 updated 0 unchanged 4 in file 0 here 3 invalid 0 suppressed"_s);
        QCOMPARE(ledger.rows(), 342);
        QCOMPARE(workspace.count(), 335);
    }

    void duplicatesHereFollowTheStrategy()
    {
        const QByteArray first =
            "nome,cognome,telefono,citta\nGiulia,Rossi,3401234567,Monza\nAnna,Verdi,3401234568,Roma\n";
        const QByteArray second = "nome,cognome,telefono,citta,email\nGiulia,,+393401234567,Milano,g@example.it\nAnna,"
                                  "Verdi,0039 340 1234568,,\nLuca,Neri,3401234569,Bari,\n";
        {
            TestWorkspace workspace;
            workspace.import(u"a.csv"_s, first);
            const ImportLedger ledger =
                workspace.import(u"b.csv"_s, second, choices(DuplicateStrategy::Skip, {u"L"_s}));
            QCOMPARE(fates(ledger), u"1 new 0 updated 0 unchanged 0 in file 2 here 0 invalid 0 suppressed"_s);
            QCOMPARE(
                workspace.contacts(),
                u"Luca Neri +393401234569 Bari\nGiulia Rossi +393401234567 Monza\nAnna Verdi +393401234568 Roma"_s);
            QCOMPARE(workspace.contacts(u"list:L"_s), u"Luca Neri +393401234569 Bari"_s);
        }
        {
            TestWorkspace workspace;
            workspace.import(u"a.csv"_s, first);
            const ImportLedger ledger =
                workspace.import(u"b.csv"_s, second, choices(DuplicateStrategy::Update, {u"L"_s}, {u"vip"_s}));
            QCOMPARE(fates(ledger), u"1 new 1 updated 1 unchanged 0 in file 0 here 0 invalid 0 suppressed"_s);
            // An empty cell never erases: Giulia keeps her family name, Anna her city.
            QCOMPARE(
                workspace.contacts(),
                u"Luca Neri +393401234569 Bari [vip]\nGiulia Rossi +393401234567 Milano [vip]\nAnna Verdi +393401234568 Roma [vip]"_s);
            QCOMPARE(workspace.count(u"list:L"_s), 3);
        }
        {
            TestWorkspace workspace;
            workspace.import(u"a.csv"_s, first);
            const ImportLedger ledger = workspace.import(u"b.csv"_s, second, choices(DuplicateStrategy::KeepBoth));
            QCOMPARE(fates(ledger), u"3 new 0 updated 0 unchanged 0 in file 0 here 0 invalid 0 suppressed"_s);
            QCOMPARE(workspace.count(), 5);
        }
    }

    void importingTwiceChangesNothing()
    {
        TestWorkspace workspace;
        const QByteArray file = csvFile({200, 5, 3, 0});
        workspace.import(u"a.csv"_s, file, choices(DuplicateStrategy::Update, {u"L"_s}));
        const QString before = workspace.everything();
        const ImportLedger again = workspace.import(u"a.csv"_s, file, choices(DuplicateStrategy::Update, {u"L"_s}));
        QCOMPARE(fates(again), u"0 new 0 updated 192 unchanged 5 in file 0 here 3 invalid 0 suppressed"_s);
        QCOMPARE(workspace.everything(), before);
    }

    void suppressedPeopleAreHeldBack()
    {
        TestWorkspace workspace;
        QVERIFY(suppress(*workspace, personNumber(7), u"asked by phone"_s));
        for (DuplicateStrategy strategy :
             {DuplicateStrategy::Skip, DuplicateStrategy::Update, DuplicateStrategy::KeepBoth}) {
            const ImportLedger ledger =
                workspace.import(u"a.csv"_s, csvFile({20, 0, 0, 0}), choices(strategy, {u"L"_s}));
            QCOMPARE(ledger.count(RowFate::Suppressed), 1);
            QCOMPARE(ledger.rows(), 20);
            QCOMPARE(workspace.count("phone:"_L1 + personNumber(7)), 0);
            const Result<QList<ImportProblem>> problems =
                importProblems(*workspace, (*history(*workspace, 1)).first().import);
            QVERIFY(problems);
            QCOMPARE(problems->size(), 1);
            QCOMPARE(problems->first().reason, u"on the do-not-contact list"_s);
        }
    }

    void rehearsalSaysWhatCommitDoes()
    {
        TestWorkspace workspace;
        workspace.import(u"a.csv"_s, csvFile({300, 0, 0, 100}));
        for (DuplicateStrategy strategy :
             {DuplicateStrategy::Skip, DuplicateStrategy::Update, DuplicateStrategy::KeepBoth}) {
            Rehearsal rehearsal = workspace.rehearse(u"b.csv"_s, csvFile({400, 10, 6, 0}));
            const QString before = workspace.everything();
            const Result<ImportLedger> shown = rehearsal.ledger(strategy);
            QVERIFY(shown);
            QCOMPARE(workspace.everything(), before);
            const Result<ImportLedger> done = rehearsal.commit(choices(strategy));
            QVERIFY(done);
            QCOMPARE(fates(*done), fates(*shown));
            QCOMPARE(done->rows(), 400);
        }
        const Result<QStringList> findings = checkWorkspace(*workspace);
        QVERIFY(findings);
        QCOMPARE(*findings, QStringList());
    }

    void undoTakesAllBackAndKeepsLaterEdits()
    {
        TestWorkspace workspace;
        workspace.import(u"a.csv"_s, "nome,cognome,telefono,citta\nGiulia,Rossi,3401234567,Monza\n");
        const QString before = workspace.everything();
        workspace.import(u"b.csv"_s,
                         "nome,cognome,telefono,citta,email\nGiulia,Rossi,3401234567,Milano,g@example.it\nAnna,Verdi,"
                         "3401234568,Roma,\nLuca,Neri,3401234569,Bari,\n",
                         choices(DuplicateStrategy::Update, {u"L"_s}, {u"t"_s}));
        const ContactId luca = workspace.only(u"luca"_s), giulia = workspace.only(u"giulia"_s);
        Journal journal(*workspace);
        QVERIFY(journal.addTags({luca}, {u"mio"_s}));
        QVERIFY(journal.edit(ChangeKind::Edit, u"x"_s, {giulia}, [](ContactState &state) { state["city"] = "Lodi"; }));
        const Result<QList<ChangeSet>> sets = history(*workspace, 10);
        QVERIFY(sets);
        QCOMPARE((*sets)[2].kind, ChangeKind::Import);
        const Result<UndoOutcome> undone = journal.undo((*sets)[2].id);
        QVERIFY(undone);
        QCOMPARE(undone->changed, 2);    // Giulia's e-mail, list and tag; Anna
        QCOMPARE(undone->keptEdited, 1); // Luca
        QCOMPARE(workspace.contacts(), u"Luca Neri +393401234569 Bari [mio,t]\nGiulia Rossi +393401234567 Lodi"_s);
        // And a restart later, the undo itself can be undone.
        workspace.reopen();
        QVERIFY(Journal(*workspace).undo(undone->undo));
        QCOMPARE(
            workspace.contacts(),
            u"Luca Neri +393401234569 Bari [mio,t]\nGiulia Rossi +393401234567 Lodi [t]\nAnna Verdi +393401234568 Roma [t]"_s);
        QCOMPARE(workspace.count(u"list:L"_s), 3);
        Q_UNUSED(before);
    }

    void undoneAtOnceIsAsBefore()
    {
        TestWorkspace workspace;
        workspace.import(u"a.csv"_s, csvFile({50, 0, 0, 0}), choices(DuplicateStrategy::Skip, {u"A"_s}, {u"x"_s}));
        const QString before = workspace.everything();
        workspace.import(u"b.vcf"_s, vcardFile({80, 2, 1, 20}),
                         choices(DuplicateStrategy::Update, {u"A"_s, u"Neu"_s}, {u"y"_s}));
        QVERIFY(workspace.everything() != before);
        Journal journal(*workspace);
        const Result<ChangeSetId> last = journal.lastUndoable();
        QVERIFY(last);
        const Result<UndoOutcome> undone = journal.undo(*last);
        QVERIFY(undone);
        QCOMPARE(undone->keptEdited, 0);
        QCOMPARE(workspace.everything(), before);
        QVERIFY(!findList(*workspace, u"Neu"_s)); // the list it made is gone with it
        const Result<UndoOutcome> twice = journal.undo(*last);
        QVERIFY(!twice);
        QCOMPARE(twice.error().kind, ErrorKind::AlreadyDone);
        const Result<QStringList> findings = checkWorkspace(*workspace);
        QVERIFY(findings);
        QCOMPARE(*findings, QStringList());
    }

    void rehearsalSurvivesARestart()
    {
        TestWorkspace workspace;
        const ImportId id = workspace.rehearse(u"a.csv"_s, csvFile({120, 3, 2, 0})).id();
        workspace.reopen();
        const Result<QList<ImportRun>> pending = pendingImports(*workspace);
        QVERIFY(pending);
        QCOMPARE(pending->size(), 1);
        QCOMPARE(pending->first().id, id);
        Result<Rehearsal> rehearsal = Rehearsal::resume(*workspace, id);
        QVERIFY(rehearsal);
        QCOMPARE(fates(*rehearsal->commit({})),
                 u"115 new 0 updated 0 unchanged 3 in file 0 here 2 invalid 0 suppressed"_s);
        QVERIFY(!Rehearsal::resume(*workspace, id));
    }

    void cancellingLeavesNothing()
    {
        TestWorkspace workspace;
        const QString path = writeFile(workspace.path(u"a.csv"_s), csvFile({30000, 0, 0, 0}));
        const Result<ImportSource> source = examine(path);
        QVERIFY(source);
        const ImportSettings settings = suggestedSettings(*workspace, *source, u"IT"_s);
        for (qint64 stopAt : {1, 9000, 31000, 45000}) {
            std::stop_source stop;
            const Result<Rehearsal> rehearsal =
                Rehearsal::run(*workspace, settings, source->rows, JobControl(stop.get_token(), [&](Progress progress) {
                    if (progress.done >= stopAt)
                        stop.request_stop();
                }));
            QVERIFY(!rehearsal);
            QCOMPARE(rehearsal.error().kind, ErrorKind::Cancelled);
            QVERIFY(pendingImports(*workspace)->isEmpty());
        }
        Result<Rehearsal> rehearsal = Rehearsal::run(*workspace, settings, source->rows);
        QVERIFY(rehearsal);
        std::stop_source stop;
        const Result<ImportLedger> ledger = rehearsal->commit(choices(DuplicateStrategy::Skip, {u"L"_s}),
                                                              JobControl(stop.get_token(), [&](Progress progress) {
                                                                  if (progress.done > progress.total * 2 / 3)
                                                                      stop.request_stop();
                                                              }));
        QVERIFY(!ledger);
        QCOMPARE(ledger.error().kind, ErrorKind::Cancelled);
        QCOMPARE(workspace.count(), 0);
        QVERIFY(!findList(*workspace, u"L"_s));
        QCOMPARE(pendingImports(*workspace)->size(), 1); // the rehearsal is still there, and can be committed
        QCOMPARE(rehearsal->commit({})->imported(), 30000);
        QCOMPARE(*checkWorkspace(*workspace), QStringList());
    }

    void rejectedRowsAreExportedWithTheReason()
    {
        TestWorkspace workspace;
        Rehearsal rehearsal =
            workspace.rehearse(u"a.csv"_s, "nome,telefono,note\nAnna,3401234567,x\nLuca,32012,\"a, b\"\n");
        const ImportId id = rehearsal.id();
        QVERIFY(rehearsal.commit({}));
        const QString path = workspace.path(u"out.csv"_s);
        QVERIFY(exportProblems(*workspace, id, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()),
                 u"nome,telefono,note,line,reason\r\nLuca,32012,\"a, b\",3,phone “32012”: too short\r\n"_s);
    }

    void severalNumbersAndColumnsAreKept()
    {
        TestWorkspace workspace;
        workspace.import(u"a.csv"_s, "nome;cognome;telefono;cellulare;email\nAnna;Verdi;02 4801 2233;340 "
                                     "1234567;a@example.it, b@example.it\nLuca;Neri;06 6982 1234;;\n");
        QCOMPARE(workspace.contacts(), u"Luca Neri +390669821234\nAnna Verdi +393401234567"_s);
        const Contact anna = *ContactQueries(*workspace).contact(workspace.only(u"anna"_s));
        QCOMPARE(anna.customFields, (QList<CustomValue>{{u"email2"_s, ValueKind::Text, u"b@example.it"_s},
                                                        {u"phone2"_s, ValueKind::Text, u"+390248012233"_s}}));
    }

    void customFieldsGetTheirKindFromTheWholeColumn()
    {
        TestWorkspace workspace;
        workspace.import(u"a.csv"_s, "nome;telefono;iscritto;punti;cap\nAnna;3401234567;03/04/"
                                     "2025;1.250,50;00184\nLuca;3401234568;25/12/2025;12;20121\n");
        const Contact anna = *ContactQueries(*workspace).contact(workspace.only(u"anna"_s));
        const QList<CustomValue> expected{{u"postalCode"_s, ValueKind::Text, u"00184"_s},
                                          {u"punti"_s, ValueKind::Number, u"1250.5"_s},
                                          {u"iscritto"_s, ValueKind::Date, u"2025-04-03"_s}};
        for (const CustomValue &value : expected)
            QVERIFY2(anna.customFields.contains(value), qPrintable(value.name));
        QCOMPARE(workspace.contacts(u"punti>100"_s), u"Anna +393401234567"_s);
        QCOMPARE(workspace.contacts(u"iscritto>2025-06"_s), u"Luca +393401234568"_s);
        QCOMPARE(workspace.contacts(u"cap:00184"_s), u"Anna +393401234567"_s);
    }

    // Who opted out elsewhere is on no list any more, and stays off the next one; only a person takes that back.
    void whoOptedOutLeavesHerLists()
    {
        TestWorkspace workspace;
        workspace.import(u"a.csv"_s, "nome;cellulare\nAda;3471112701\nBea;3471112702\n",
                         choices(DuplicateStrategy::Skip, {u"Campagna"_s}));
        QCOMPARE(workspace.count(u"list:Campagna"_s), 2);
        const ImportLedger out = workspace.import(u"b.csv"_s, "nome;cellulare;disiscritto\nAda;3471112701;1/3/2026\n");
        QCOMPARE(fates(out), u"0 new 0 updated 0 unchanged 0 in file 0 here 0 invalid 1 suppressed"_s);
        QCOMPARE(workspace.contacts(u"list:Campagna"_s), u"Bea +393471112702"_s);
        ImportChoices joining = choices(DuplicateStrategy::Skip, {u"Campagna"_s});
        joining.addExistingToLists = true;
        const ImportLedger again =
            workspace.import(u"c.csv"_s, "nome;cellulare\nAda;3471112701\nBea;3471112702\n", joining);
        QCOMPARE(fates(again), u"0 new 0 updated 0 unchanged 0 in file 1 here 0 invalid 1 suppressed"_s);
        QCOMPARE(workspace.contacts(u"list:Campagna"_s), u"Bea +393471112702"_s);
        QVERIFY(checkWorkspace(*workspace)->isEmpty());
    }

    // What only looks like a number to a computer is kept as the text that it is, and fails nothing.
    void whatIsNoNumberIsKeptAsText()
    {
        TestWorkspace workspace;
        const ImportLedger ledger = workspace.import(
            u"a.csv"_s, "nome;telefono;totalSpent;lastPurchaseDate\nAnna;3401234567;nan;15 marzo 2026\n"
                        "Luca;3401234568;inf;15/3/26\nEva;3401234569;1e400;31/02/2026\nUgo;3401234570;-Infinity;\n"
                        "Ada;3401234571;1.000.000,5;1/1/50\n");
        QCOMPARE(ledger.imported(), 5);
        const auto value = [&](const QString &who, const QString &field) {
            const Contact contact = *ContactQueries(*workspace).contact(workspace.only(who));
            for (const CustomValue &each : contact.customFields) {
                if (each.name == field)
                    return each.text;
            }
            return QString();
        };
        QCOMPARE(value(u"anna"_s, u"totalSpent"_s), QString()); // what a calculation says where there was nothing
        QCOMPARE(value(u"luca"_s, u"totalSpent"_s), u"inf"_s);
        QCOMPARE(value(u"eva"_s, u"totalSpent"_s), u"1e400"_s);
        QCOMPARE(value(u"ugo"_s, u"totalSpent"_s), u"-Infinity"_s);
        QCOMPARE(value(u"ada"_s, u"totalSpent"_s), u"1000000.5"_s);
        QCOMPARE(value(u"anna"_s, u"lastPurchaseDate"_s), u"2026-03-15"_s);
        QCOMPARE(value(u"luca"_s, u"lastPurchaseDate"_s), u"2026-03-15"_s);
        QCOMPARE(value(u"eva"_s, u"lastPurchaseDate"_s), u"31/02/2026"_s);
        QCOMPARE(value(u"ada"_s, u"lastPurchaseDate"_s), u"1950-01-01"_s);
        QCOMPARE(workspace.count(u"totalSpent>0"_s), 1);
        workspace.import(u"b.csv"_s, "nome;telefono;totalSpent\nAnna;3401234567;NaN\n",
                         {DuplicateStrategy::Update, {}, {}, false});
        QCOMPARE(value(u"anna"_s, u"totalSpent"_s), QString());
    }

    void unreadableFilesAreRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("kind");
        QTest::newRow("empty") << QByteArray() << int(ErrorKind::Empty);
        QTest::newRow("picture") << QByteArray::fromHex("89504e470d0a1a0a0000000d4948445200000100000001000806000000")
                                 << int(ErrorKind::NotRecognised);
        QTest::newRow("workbook") << QByteArray("PK\x03\x04\x14\0\6\0", 8) + QByteArray(100, 'x')
                                  << int(ErrorKind::Unsupported);
    }
    void unreadableFilesAreRefusedInWords()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, kind);
        TestWorkspace workspace;
        const QString path = writeFile(workspace.path(u"a.csv"_s), content);
        const Result<Rehearsal> rehearsal = workspace.tryRehearse(path);
        QVERIFY(!rehearsal);
        QCOMPARE(int(rehearsal.error().kind), kind);
        QVERIFY(rehearsal.error().text().contains(u"a.csv"_s));
        QVERIFY(pendingImports(*workspace)->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestImporting)
#include "tst_importing.moc"
