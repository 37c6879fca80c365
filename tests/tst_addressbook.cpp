// SPDX-License-Identifier: Apache-2.0
#include "addressbook/addressbook.h"
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
        book = std::make_unique<AddressBook>(std::move(*workspace));
    }
    /// The writer does nothing until letGo().
    void holdUp()
    {
        book->writer().start([this] { m_gate.acquire(); });
    }
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
    std::unique_ptr<AddressBook> book;
};

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
            Command<ChangeSetId> handle = f.book->addTags(&asker, f.ids(), {u"vip"_s});
            handle.then([](const Result<ChangeSetId> &) { QFAIL("nobody asks any more"); });
        }
        f.letGo();
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(f.count(u"tag:vip"_s), 3);
    }

    void anOverwrittenHandleStopsNothing()
    {
        Fixture f;
        Command<ChangeSetId> handle = f.book->createList(this, u"Altri"_s);
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        f.holdUp();
        handle = f.book->addTags(this, f.ids(), {u"vip"_s});
        handle = f.book->addToList(this, f.ids(), f.list(u"Altri"_s));
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
        Command<ChangeSetId> handle = f.book->addTags(this, f.ids(), {u"vip"_s});
        handle.then([&](const Result<ChangeSetId> &result) { error = result ? Error() : result.error(); });
        handle.requestStop();
        Command<ChangeSetId> forgotten = f.book->addTags(this, f.ids(), {u"altro"_s});
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
        f.book->addTags(this, f.ids(), {u"vip"_s});
        f.book->createList(this, u"Altri"_s);
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
        Command<ChangeSetId> heard = f.book->createList(this, u"Clienti"_s);
        bool isTold = false;
        heard.then([&](const Result<ChangeSetId> &result) { isTold = !result; });
        QTRY_VERIFY(isTold);
        QCOMPARE(failed.size(), 0);
        f.book->createList(this, u"Clienti"_s);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::NameTaken);
    }

    void closingWaitsForAllThatWasHandedOver()
    {
        Fixture f;
        f.book->addTags(this, f.ids(), {u"vip"_s});
        f.book->addToNewList(this, f.ids(), u"Altri"_s);
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
        Command<AddressBook::SharedRehearsal> stopped = f.book->rehearse(this, settings, source->rows);
        QVERIFY(f.book->writer().waitForDone()); // it is played through; the answer is on its way
        QCOMPARE(pending(), 1);
        stopped.cancel();
        QTRY_COMPARE(pending(), 0);
        // Let go of, it is left for another time.
        f.book->rehearse(this, settings, source->rows);
        QTRY_COMPARE(pending(), 1);
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(pending(), 1);
    }

    void jobsJudgeNumbersForThemselves()
    {
        // The same judge on two threads at once, as the editor and the writer have it: each copy has its own parser.
        const NumberJudge judge = [count = 0](ContactState &state) mutable { state["city"] = std::to_string(++count); };
        Fixture f;
        f.book->createContact(this, {{"firstName", "Uno"}}, judge);
        f.book->createContact(this, {{"firstName", "Due"}}, judge);
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(f.count(u"city:1"_s), 2);
    }
};

QTEST_GUILESS_MAIN(TestAddressBook)
#include "tst_addressbook.moc"
