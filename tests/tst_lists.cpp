// SPDX-License-Identifier: Apache-2.0
#include "core/jobcontrol.h"
#include "store/contacts/lists.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/journal/journal.h"
#include "store/recovery/checks.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

constexpr char people[] = "Nome;Cognome;Telefono\n"
                          "Giulia;Rossi;+39 340 1234567\n"
                          "Elena;Rossato;+39 347 2201188\n"
                          "Sara;Bianchi;+39 347 5550192\n";

/// Two lists that a person takes for one, as a gateway may have them: "Clienti", and then "clienti".
class Namesakes
{
public:
    Namesakes()
    {
        files.import(u"clienti.csv"_s, QByteArray(people), {DuplicateStrategy::Skip, {u"Clienti"_s}, {}, false});
        first = findList(*files, u"Clienti"_s)->id;
        const auto made = guarded((*files).path(), [this] {
            Transaction transaction((*files).writer(), Transaction::Durability::Full);
            second = insertList((*files).writer(), {}, {{"name", "clienti"}});
            transaction.commit();
        });
        if (!made)
            qFatal("no second list");
    }
    qint64 count(ListId id) { return list(*files, id) ? list(*files, id)->count : -1; }

    TestWorkspace files;
    ListId first, second;
};

} // namespace

/// Lists are known by their ids: a name may be that of two.
class TestLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecondOfTwoNamesakesIsTheSecond()
    {
        Namesakes f;
        Journal journal(*f.files);
        const std::vector<ContactId> rossi = f.files.ids(u"rossi"_s);
        QVERIFY(journal.addToList(rossi, f.second));
        QCOMPARE(f.count(f.first), 3);
        QCOMPARE(f.count(f.second), 1);
        QVERIFY(journal.removeFromList(rossi, f.second));
        QCOMPARE(f.count(f.first), 3);
        QCOMPARE(f.count(f.second), 0);
        QVERIFY(journal.changeList(f.second, u"clienti"_s, u"Dal gateway"_s, false)); // it keeps its name
        QVERIFY(journal.changeList(f.second, u"Altri"_s, {}, false));
        QCOMPARE(list(*f.files, f.first)->name, u"Clienti"_s);
        QCOMPARE(list(*f.files, f.second)->name, u"Altri"_s);
        QCOMPARE(journal.changeList(f.second, u"CLIENTI"_s, {}, false).error().kind, ErrorKind::NameTaken);
        QCOMPARE(*checkWorkspace(*f.files), QStringList());
    }

    void theSecondIsDeletedAndComesBack()
    {
        Namesakes f;
        Journal journal(*f.files);
        QVERIFY(journal.addToList(f.files.ids(u"rossi"_s), f.second));
        const QString before = f.files.everything();
        const auto deleted = journal.deleteList(f.second);
        QVERIFY(deleted);
        QCOMPARE(f.count(f.first), 3);
        QCOMPARE(f.count(f.second), -1);
        QVERIFY(journal.undo(*deleted));
        QCOMPARE(f.count(f.second), 1);
        QCOMPARE(f.files.everything(), before);
    }

    void aNameOfTwoIsRefused()
    {
        Namesakes f;
        const auto found = findList(*f.files, u"Clienti"_s);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Ambiguous);
        QVERIFY(found.error().text().contains(u"Clienti"_s));
        QCOMPARE(Journal(*f.files).createList(u"clienti"_s).error().kind, ErrorKind::NameTaken);
    }

    void anImportGoesIntoTheListThatWasChosen()
    {
        Namesakes f;
        const ImportLedger ledger =
            f.files.import(u"altri.csv"_s, "Nome;Telefono\nAnna;+39 349 7710042\n",
                           {DuplicateStrategy::Skip, {ListChoice(f.second, u"clienti"_s)}, {}, false});
        QCOMPARE(ledger.lists, (QList<ImportLedger::ListTotal>{{u"clienti"_s, 1}}));
        QCOMPARE(f.count(f.first), 3);
        QCOMPARE(f.count(f.second), 1);
    }

    void aNewListWithItsMembersIsOneStep()
    {
        TestWorkspace files;
        files.import(u"clienti.csv"_s, QByteArray(people));
        Journal journal(*files);
        const QString before = files.everything();
        const auto made = journal.addToNewList(files.ids(), u"Nuova"_s);
        QVERIFY(made);
        QCOMPARE(findList(*files, u"Nuova"_s)->count, 3);
        QCOMPARE(changeSet(*files, *made)->contacts, 3);
        const auto undone = journal.undo(*made);
        QVERIFY(undone);
        QVERIFY(!findList(*files, u"Nuova"_s));
        QCOMPARE(files.everything(), before);
        QVERIFY(journal.undo(undone->undo)); // and again
        QCOMPARE(findList(*files, u"Nuova"_s)->count, 3);
        QCOMPARE(journal.addToNewList(files.ids(), u"nuova"_s).error().kind, ErrorKind::NameTaken);
    }

    void cancellingANewListLeavesNothing()
    {
        TestWorkspace files;
        files.import(u"clienti.csv"_s, QByteArray(people));
        const QString before = files.everything();
        std::stop_source stop;
        stop.request_stop();
        const auto made = Journal(*files).addToNewList(files.ids(), u"Nuova"_s, JobControl(stop.get_token()));
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Cancelled);
        QVERIFY(!findList(*files, u"Nuova"_s));
        QCOMPARE(files.everything(), before);
        QCOMPARE(history(*files, 10)->size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"
