// SPDX-License-Identifier: Apache-2.0
#include "tests/support/openaddressbook.h"
#include "store/database/sqlite.h"
#include "store/recovery/openworkspace.h"
#include "tests/support/contactfiles.h"
#include "tests/support/testworkspace.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

constexpr char people[] = "Nome;Cognome;Telefono\n"
                          "Giulia;Rossi;+39 340 1234567\n"
                          "Elena;Rossato;+39 347 2201188\n"
                          "Sara;Bianchi;+39 347 5550192\n";

/// An address book whose writer can be held up.
class Fixture
{
public:
    Fixture()
    {
        m_files.import(u"clienti.csv"_s, QByteArray(people), {DuplicateStrategy::Skip, {u"Clienti"_s}, {}, false});
        m_files.close();
        open();
    }
    ~Fixture() { m_gate.release(100); }

    void open()
    {
        auto workspace = openWorkspace(m_files.path(u"test.elenco"_s));
        if (!workspace)
            qFatal("no workspace");
        book = std::make_unique<OpenAddressBook>(std::move(*workspace));
    }
    /// The writer does nothing until letGo().
    void holdUp()
    {
        book->writer().start([this] { wait(); });
    }
    void wait() { m_gate.acquire(); }
    void letGo() { m_gate.release(); }
    std::vector<ContactId> ids() { return **ContactQueries(book->workspace()).order({{}, {{u"name"_s, false}}}); }
    qint64 count(const QString &filter)
    {
        return qint64((*ContactQueries(book->workspace()).order({parseFilter(filter), {{u"name"_s, false}}}))->size());
    }
    ListId list(const QString &name) { return findList(book->workspace(), name)->id; }
    QString path(const QString &name) const { return m_files.path(name); }

private:
    TestWorkspace m_files;
    QSemaphore m_gate;

public:
    std::unique_ptr<OpenAddressBook> book;
};

std::vector<ContactId> sorted(std::vector<ContactId> ids)
{
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace

/// What is handed over to an address book happens; what is asked of it ends with who asked.
class TestAddressBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeOutlivesWhoAskedForIt()
    {
        Fixture f;
        f.holdUp();
        {
            QObject asker;
            Command<ChangeSetId> handle = f.book->contacts().addTags(&asker, f.ids(), {u"vip"_s});
            handle.then([](const Result<ChangeSetId> &) { QFAIL("nobody asks any more"); });
        }
        f.letGo();
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(f.count(u"tag:vip"_s), 3);
    }

    void anOverwrittenHandleStopsNothing()
    {
        Fixture f;
        Command<ChangeSetId> handle = f.book->lists().create(this, u"Altri"_s);
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        f.holdUp();
        handle = f.book->contacts().addTags(this, f.ids(), {u"vip"_s});
        handle = f.book->lists().addTo(this, f.list(u"Altri"_s), f.ids());
        f.letGo();
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(f.count(u"tag:vip"_s), 3);
        QCOMPARE(findList(f.book->workspace(), u"Altri"_s)->count, 3);
    }

    void anExplicitCancelStopsIt()
    {
        Fixture f;
        f.holdUp();
        std::optional<Error> error;
        Command<ChangeSetId> handle = f.book->contacts().addTags(this, f.ids(), {u"vip"_s});
        handle.then([&](const Result<ChangeSetId> &result) { error = result ? Error() : result.error(); });
        handle.requestStop();
        Command<ChangeSetId> forgotten = f.book->contacts().addTags(this, f.ids(), {u"altro"_s});
        forgotten.cancel();
        f.letGo();
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::Cancelled);
        QCOMPARE(f.count(u"tag:vip"_s), 0);
        QCOMPARE(f.count(u"tag:altro"_s), 0);
    }

    void whatIsUnderWayIsCounted()
    {
        Fixture f;
        QSignalSpy counted(f.book.get(), &AddressBook::commandsChanged);
        f.holdUp();
        f.book->contacts().addTags(this, f.ids(), {u"vip"_s});
        f.book->lists().create(this, u"Altri"_s);
        QCOMPARE(f.book->commandsUnderWay(), 2);
        f.letGo();
        QTRY_COMPARE(counted.size(), 4);
        QCOMPARE(counted[1].first().toInt(), 2);
        QCOMPARE(counted[3].first().toInt(), 0);
    }

    void aFailureThatNobodyHearsIsTold()
    {
        Fixture f;
        QSignalSpy failed(f.book.get(), &AddressBook::commandFailed);
        Command<ChangeSetId> heard = f.book->lists().create(this, u"Clienti"_s);
        bool isTold = false;
        heard.then([&](const Result<ChangeSetId> &result) { isTold = !result; });
        QTRY_VERIFY(isTold);
        QCOMPARE(failed.size(), 0);
        f.book->lists().create(this, u"Clienti"_s);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::NameTaken);
    }

    void closingWaitsForAllThatWasHandedOver()
    {
        Fixture f;
        f.book->contacts().addTags(this, f.ids(), {u"vip"_s});
        f.book->lists().addToNew(this, u"Altri"_s, f.ids());
        f.book.reset();
        f.open();
        QCOMPARE(f.count(u"tag:vip"_s), 3);
        QCOMPARE(findList(f.book->workspace(), u"Altri"_s)->count, 3);
    }

    void aRehearsalThatIsStoppedAtItsEndIsDiscarded()
    {
        Fixture f;
        const QString path = writeFile(f.path(u"altri.csv"_s), "Nome;Telefono\nAnna;+39 349 7710042\n");
        const auto source = examine(path);
        QVERIFY(source);
        const ImportSettings settings = suggestedSettings(f.book->workspace(), *source, u"IT"_s);
        const auto pending = [&] { return pendingImports(f.book->workspace())->size(); };
        Command<ImportsDoor::SharedRehearsal> stopped = f.book->imports().rehearse(this, settings, source->rows);
        QVERIFY(f.book->writer().waitForDone()); // it is played through; the answer is on its way
        QCOMPARE(pending(), 1);
        stopped.cancel();
        QTRY_COMPARE(pending(), 0);
        // Let go of, it is left for another time.
        f.book->imports().rehearse(this, settings, source->rows);
        QTRY_COMPARE(pending(), 1);
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(pending(), 1);
    }

    void whatWasChangedIsNamed()
    {
        Fixture f;
        const std::vector<ContactId> ids = f.ids();
        const NumberJudge judge = [](ContactState &) {};
        const ListId clienti = f.list(u"Clienti"_s);
        QList<BookChange> changes;
        connect(f.book.get(), &AddressBook::changed, this, [&](const BookChange &change) { changes += change; });
        const auto next = [&] {
            if (!QTest::qWaitFor([&] { return f.book->commandsUnderWay() == 0; }))
                qFatal("a change does not end");
            QCoreApplication::sendPostedEvents();
            BookChange all;
            for (const BookChange &change : std::exchange(changes, {}))
                all.join(change);
            return all;
        };
        f.book->contacts().edit(this, ids[1], {}, {{"city", "Como"}}, judge);
        QCOMPARE(next(), (BookChange{{ids[1]}, false, false}));
        f.book->contacts().edit(this, ids[1], {}, {{"city", "Como"}}, judge); // as it is
        QCOMPARE(next(), BookChange());
        f.book->contacts().addTags(this, {ids[0], ids[2]}, {u"vip"_s});
        QCOMPARE(next(), (BookChange{sorted({ids[0], ids[2]}), false, false}));
        f.book->lists().removeFrom(this, clienti, {ids[0]});
        QCOMPARE(next(), (BookChange{{ids[0]}, false, true}));
        f.book->lists().create(this, u"Vuota"_s);
        QCOMPARE(next(), (BookChange{{}, false, true}));
        f.book->lists().remove(this, clienti); // and its two members have a list less
        QCOMPARE(next(), (BookChange{sorted({ids[1], ids[2]}), false, true}));
        f.book->contacts().remove(this, {ids[2]});
        QCOMPARE(next(), (BookChange{{ids[2]}, false, false}));
        Task<ChangeSet> last = f.book->history().lastUndoable(this);
        ChangeSet removal;
        last.then([&](const Result<ChangeSet> &set) { removal = *set; });
        QTRY_VERIFY(removal.id.isValid());
        f.book->history().undo(this, removal.id);
        QCOMPARE(next(), (BookChange{{ids[2]}, false, false}));
        f.book->contacts().keepDraft(this, ids[0], {{"city", "Lodi"}});
        QCOMPARE(next(), BookChange());
    }

    void anImportNamesWhoCame()
    {
        Fixture f;
        QByteArray many("Nome;Telefono\n");
        for (int i = 0; i <= int(BookChange::mostContacts); ++i)
            many += "Anna;+39347" + QByteArray::number(2000000 + i) + '\n';
        for (const QByteArray &content : {QByteArray("Nome;Telefono\nAnna;+39 349 7710042\n"), many}) {
            const QString path = writeFile(f.path(u"altri.csv"_s), content);
            const auto source = examine(path);
            QVERIFY(source);
            ImportsDoor::SharedRehearsal rehearsal;
            Command<ImportsDoor::SharedRehearsal> rehearsing =
                f.book->imports().rehearse(this, suggestedSettings(f.book->workspace(), *source, u"IT"_s), source->rows);
            rehearsing.then([&](const Result<ImportsDoor::SharedRehearsal> &done) { rehearsal = *done; });
            QTRY_VERIFY(rehearsal);
            QList<BookChange> changes;
            const auto noted = connect(f.book.get(), &AddressBook::changed, this,
                                       [&](const BookChange &change) { changes += change; });
            Command<ImportLedger> committing = f.book->imports().commit(this, rehearsal, {});
            QTRY_COMPARE(f.book->commandsUnderWay(), 0);
            QCOMPARE(changes.size(), 1);
            if (content == many)
                QCOMPARE(changes.first(), (BookChange{{}, true, true}));
            else
                QCOMPARE(changes.first().contacts.size(), 1);
            disconnect(noted);
        }
    }

    void rowsDoNotWaitForFiles()
    {
        Fixture f;
        const std::vector<ContactId> ids = f.ids();
        const auto wait = [&](Workspace &, const JobControl &) -> Result<void> {
            f.wait();
            return {};
        };
        std::vector<Task<void>> files;
        for (int i = 0; i < 8; ++i) // more than there are threads for
            files.push_back(f.book->executor().question<void>(this, Executor::Wait::Files, wait));
        files.push_back(f.book->executor().question<void>(this, Executor::Wait::Counts, wait));
        size_t ended = 0;
        for (Task<void> &task : files)
            task.then([&](const Result<void> &) { ++ended; });
        std::vector<Contact> rows;
        Task<std::vector<Contact>> reading = f.book->contacts().read(this, ids);
        reading.then([&](const Result<std::vector<Contact>> &contacts) { rows = *contacts; });
        QTRY_COMPARE(rows.size(), ids.size());
        ContactOrder order;
        Task<ContactOrder> ordering = f.book->contacts().order(this, {});
        ordering.then([&](const Result<ContactOrder> &found) { order = *found; });
        QTRY_VERIFY(order);
        QCOMPARE(ended, size_t(0));
        for (size_t i = 0; i < files.size(); ++i)
            f.letGo();
        QTRY_COMPARE(ended, files.size());
    }

    void jobsJudgeNumbersForThemselves()
    {
        // The same judge on two threads at once, as the editor and the writer have it: each copy has its own parser.
        const NumberJudge judge = [count = 0](ContactState &state) mutable { state["city"] = std::to_string(++count); };
        Fixture f;
        f.book->contacts().create(this, {{"firstName", "Uno"}}, judge);
        f.book->contacts().create(this, {{"firstName", "Due"}}, judge);
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(f.count(u"city:1"_s), 2);
    }
};

QTEST_GUILESS_MAIN(TestAddressBook)
#include "tst_addressbook.moc"
