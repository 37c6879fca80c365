// SPDX-License-Identifier: Apache-2.0
#include "tests/support/require.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// Rows of a rehearsal that are mended one by one.
class TestMending : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsMendedIsImportedAndCanBeTakenBackBefore()
    {
        TestWorkspace workspace;
        Rehearsal rehearsal = workspace.rehearse(
            u"a.csv"_s, "nome,telefono\nAnna,3401234567\nLuca,32012\nEva,393401234569\nUgo,\"3,93401E+11\"\n");
        const auto ledger = [&] { return require(rehearsal.ledger(DuplicateStrategy::Skip)); };
        const ImportLedger before = ledger();
        QCOMPARE(before.count(RowFate::New), 1);
        QCOMPARE(before.count(RowFate::Invalid), 3);
        QCOMPARE(before.repairable, 1);
        QCOMPARE(require(rehearsal.acceptAllRepairs()), 1); // Eva's lost "+"; the destroyed number has no repair
        require(rehearsal.mend(2, 1, u"340 123 45 67"_s));  // Luca has Anna's number
        QCOMPARE(ledger().count(RowFate::New), 2);
        QCOMPARE(ledger().count(RowFate::DuplicateInFile), 1);
        QCOMPARE(ledger().count(RowFate::Invalid), 1);
        QCOMPARE(require(rehearsal.takeBackMending()), 1);
        QCOMPARE(require(rehearsal.takeBackMending()), 1);
        QCOMPARE(require(rehearsal.takeBackMending()), 0); // nothing more was mended
        QVERIFY(ledger().counts == before.counts);
        QCOMPARE(ledger().repairable, before.repairable);
        require(rehearsal.acceptAllRepairs());
        require(rehearsal.mend(2, 1, u"340 123 45 68"_s));
        QCOMPARE(require(rehearsal.commit({})).count(RowFate::New), 3);
        QCOMPARE(workspace.contacts(), u"Anna +393401234567\nEva +393401234569\nLuca +393401234568"_s);
    }

    // A file that lost its "+" says nothing of its zeros: each kind is accepted, and taken back, by itself.
    void repairsAreAcceptedAKindAtATime()
    {
        TestWorkspace workspace;
        Rehearsal rehearsal = workspace.rehearse(
            u"a.csv"_s,
            "nome,telefono\nEva,393401234569\nIda,+39 2 5550 1234\nLea,393401234570\nUgo,+39 0340 1234571\n");
        const auto offers = [&] {
            QStringList told;
            const QList<RepairOffer> repairs = require(rehearsal.repairs());
            for (const RepairOffer &offer : repairs)
                told.append(u"%1: %2, %3 > %4"_s.arg(repairKindText(offer.kind), QString::number(offer.rows),
                                                     offer.examples.first().typed, offer.examples.first().repaired));
            return told;
        };
        const QStringList all{u"the + is missing: 2, 393401234569 > +393401234569"_s,
                              u"the landline's zero is missing: 1, +39 2 5550 1234 > +390255501234"_s,
                              u"a zero too many: 1, +39 0340 1234571 > +393401234571"_s};
        QCOMPARE(offers(), all);
        QCOMPARE(require(rehearsal.acceptAllRepairs(RepairKind::LostPlus)), 2);
        QCOMPARE(offers(), all.mid(1));
        QCOMPARE(require(rehearsal.ledger(DuplicateStrategy::Skip)).count(RowFate::New), 2);
        QCOMPARE(require(rehearsal.takeBackMending()), 2);
        QCOMPARE(offers(), all);
        QCOMPARE(require(rehearsal.acceptAllRepairs()), 4);
        QCOMPARE(offers(), QStringList());
    }

    void kindsOfRepairs_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("repaired");
        QTest::addColumn<RepairKind>("kind");
        const auto row = [](const char *typed, const char *repaired, RepairKind kind) {
            QTest::newRow(typed) << QByteArray(typed) << QByteArray(repaired) << kind;
        };
        row("393401234567", "+393401234567", RepairKind::LostPlus);
        row("39 340 1234567", "+393401234567", RepairKind::LostPlus);
        row("436601234567", "+436601234567", RepairKind::LostPlus);
        row("+39 2 55501234", "+390255501234", RepairKind::LostZero);
        row("255501234", "+390255501234", RepairKind::LostZero);
        row("+39 (0)340 1234567", "+393401234567", RepairKind::NeedlessZero);
        row("+0039 340 1234567", "+393401234567", RepairKind::NeedlessZero);
        row("0340 1234567", "+393401234567", RepairKind::NeedlessZero);
        row("+39 39 340 1234567", "+393401234567", RepairKind::RepeatedPrefix);
        row("+39 0039 340 1234567", "+393401234567", RepairKind::RepeatedPrefix);
        row("34O 12345l7", "+393401234517", RepairKind::BentFigures);
        row("393401234567.0", "+393401234567", RepairKind::BentFigures);
    }
    void kindsOfRepairs()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, repaired);
        QTEST(repairKindOf(typed.toStdString(), repaired.toStdString()), "kind");
    }

    // A mended row is judged as if the whole file had been read with it: beside its neighbours, who it was before and
    // who it is now.
    void mendingJudgesLikeReading()
    {
        const QList<std::pair<int, QString>> mends{{3, u"3401000001"_s}, // now the same as row 1
                                                   {1, u"3401000009"_s}, // and row 1 somebody else: row 3 is the first
                                                   {2, u"32"_s},         // no number any more: row 4 is the first
                                                   {5, u"3409990001"_s}, // somebody who is here
                                                   {5, u"3401000005"_s}};
        QStringList numbers{u"3401000001"_s, u"3401000002"_s, u"12"_s, u"3401000002"_s, u"77"_s};
        TestWorkspace workspace;
        workspace.import(u"here.csv"_s, "nome,telefono\nEva,3409990001\n");
        const auto file = [&numbers] {
            QByteArray content = "nome,telefono\n";
            for (int i = 0; i < numbers.size(); ++i)
                content += "P" + QByteArray::number(i) + ',' + numbers[i].toUtf8() + '\n';
            return content;
        };
        const auto fates = [](const Rehearsal &rehearsal) {
            QStringList text;
            for (RowFate fate : {RowFate::New, RowFate::DuplicateInFile, RowFate::DuplicateHere, RowFate::Invalid}) {
                for (const StagedRow &row : require(rehearsal.staging().rows(fate, DuplicateStrategy::Skip, 0, 100)))
                    text += u"%1:%2:%3"_s.arg(row.row).arg(int(fate)).arg(row.duplicateOf);
            }
            return text.join(u' ');
        };
        Rehearsal mended = workspace.rehearse(u"a.csv"_s, file());
        for (const auto &[row, number] : mends) {
            require(mended.mend(row, 1, number));
            numbers[row - 1] = number;
            Rehearsal read = workspace.rehearse(u"b.csv"_s, file());
            QCOMPARE(fates(mended), fates(read));
            require(read.discard());
        }
    }

    // Two people may have one mobile: whom a person keeps apart is imported, and stays apart the next time.
    void whoSharesAMobileCanBeKeptApart()
    {
        TestWorkspace workspace;
        workspace.import(u"here.csv"_s, "Nome;Cellulare;Tessera\nUgo;340 9990001;A1\n");
        const QByteArray file("Nome;Cellulare;E-mail;Tessera\nAda;347 1112701;;B1\nBea;347 1112701;bea@example.it;B2\n"
                              "Ada;347 1112701;;B3\nZoe;340 9990001;;B4\nIda;02 48011001;;B5\nIda;02 48011001;;B6\n");
        Rehearsal rehearsal = workspace.rehearse(u"a.csv"_s, file);
        const auto counts = [&](DuplicateStrategy strategy) {
            const ImportLedger ledger = require(rehearsal.ledger(strategy));
            return u"%1 new %2 updated %3 in file %4 here of %5"_s.arg(ledger.count(RowFate::New))
                .arg(ledger.count(RowFate::Updated))
                .arg(ledger.count(RowFate::DuplicateInFile))
                .arg(ledger.count(RowFate::DuplicateHere))
                .arg(ledger.rows());
        };
        const auto duplicates = [&] {
            QStringList lines;
            const StagedDuplicates found = require(rehearsal.staging().duplicates(100));
            for (const StagedDuplicate &each : found.first)
                lines += u"%1=%2%3%4"_s.arg(each.row.row)
                             .arg(each.otherName, each.isCalledOtherwise ? u"!"_s : u""_s,
                                  each.row.isApart ? u" apart"_s : u""_s);
            return u"%1 of %2: "_s.arg(found.calledOtherwise).arg(found.rows) + lines.join(u", "_s);
        };
        QCOMPARE(counts(DuplicateStrategy::Skip), u"2 new 0 updated 3 in file 1 here of 6"_s);
        QCOMPARE(duplicates(), u"2 of 4: 2=Ada!, 4=Ugo!, 3=Ada, 6=Ida"_s);
        QVERIFY(!rehearsal.keepApart(1)); // equals nobody
        QVERIFY(!rehearsal.keepApart(6)); // by a line
        require(rehearsal.keepApart(2));
        require(rehearsal.keepApart(4));
        QCOMPARE(counts(DuplicateStrategy::Skip), u"4 new 0 updated 2 in file 0 here of 6"_s);
        QCOMPARE(counts(DuplicateStrategy::Update), u"4 new 0 updated 2 in file 0 here of 6"_s);
        QCOMPARE(duplicates(), u"2 of 4: 2=Ada! apart, 4=Ugo! apart, 3=Ada, 6=Ida"_s);
        require(rehearsal.mend(2, 0, u"Beatrice"_s)); // mending does not forget it
        QCOMPARE(counts(DuplicateStrategy::Skip), u"4 new 0 updated 2 in file 0 here of 6"_s);
        for (int taken = 0; taken < 2; ++taken)
            QCOMPARE(require(rehearsal.takeBackMending()), 1);
        QCOMPARE(counts(DuplicateStrategy::Skip), u"3 new 0 updated 2 in file 1 here of 6"_s);
        require(rehearsal.keepApart(2, false));
        require(rehearsal.takeBackMending());
        require(rehearsal.keepApart(4));
        require(rehearsal.keep({}));
        rehearsal = require(Rehearsal::resume(*workspace, rehearsal.id())); // nor does a restart
        QCOMPARE(counts(DuplicateStrategy::Skip), u"4 new 0 updated 2 in file 0 here of 6"_s);
        const ImportLedger done = require(rehearsal.commit({}));
        QCOMPARE(done.imported(), 4);
        QCOMPARE(workspace.contacts(), u"Ada +393471112701\nBea +393471112701\nIda +390248011001\nUgo "
                                       "+393409990001\nZoe +393409990001"_s);
        // The same file again: each is recognised by her name, and nobody is overwritten by the other.
        const ImportLedger again = workspace.import(u"b.csv"_s, file, {DuplicateStrategy::Update, {}, {}, false});
        QCOMPARE(again.count(RowFate::Unchanged), 4);
        QCOMPARE(again.count(RowFate::New) + again.count(RowFate::Updated), 0);
        QCOMPARE(workspace.only(u"Bea"_s).value != workspace.only(u"Ada"_s).value, true);
    }
};

QTEST_GUILESS_MAIN(TestMending)
#include "tst_mending.moc"
