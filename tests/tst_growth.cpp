// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/lists.h"
#include "store/database/sqlite.h"
#include "store/database/statistics.h"
#include "store/journal/journal.h"
#include "tests/support/contactfiles.h"
#include "tests/support/testworkspace.h"

#include <QTest>

#include <sqlite3.h>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

/// What SQLite's machine does on a connection, in instructions: the same on every computer, unlike time.
class Workload
{
public:
    explicit Workload(Connection &connection) : m_database(connection.handle())
    {
        sqlite3_trace_v2(m_database, SQLITE_TRACE_PROFILE, ended, this);
    }
    ~Workload() { sqlite3_trace_v2(m_database, 0, nullptr, nullptr); }
    Workload(const Workload &) = delete;

    /// Since it was last asked.
    qint64 take() { return std::exchange(m_instructions, 0); }

private:
    static int ended(unsigned, void *self, void *statement, void *)
    {
        static_cast<Workload *>(self)->m_instructions +=
            sqlite3_stmt_status(static_cast<sqlite3_stmt *>(statement), SQLITE_STMTSTATUS_VM_STEP, 1);
        return 0;
    }

    sqlite3 *m_database;
    qint64 m_instructions = 0;
};

using Effort = std::pair<QString, qint64>; // what was done, and what it took

/// A company's day on that many people: each command once, and taken back.
QList<Effort> day(int people, const char *statistics)
{
    TestWorkspace files;
    Journal journal(*files);
    QList<Effort> efforts;
    // A small import before, after which an earlier version took the statistics of every table.
    files.import(u"first.csv"_s, "nome;telefono;Punti\nAda;3401112223;12\n",
                 {DuplicateStrategy::Skip, {u"Prima"_s}, {u"vip"_s}, false});
    const QByteArray file = csvFile({people, 0, 0, 0});
    Workload workload((*files).writer());
    const auto note = [&](const QString &what) { efforts.append({what, workload.take()}); };
    const auto undo = [&](const QString &what) {
        if (!journal.undo(*journal.lastUndoable()))
            qFatal("not undone: %s", qPrintable(what));
        note(u"undo of "_s + what);
    };
    const auto run = [&](const QString &what, const Result<ChangeSetId> &done) {
        if (!done)
            qFatal("not done: %s", qPrintable(what));
        note(what);
    };
    const ImportChoices choices{DuplicateStrategy::Update, {u"Clienti"_s}, {u"fiera"_s}, false};
    files.import(u"clienti.csv"_s, file, choices);
    (*files).writer().execute(statistics);
    workload.take();
    const std::vector<ContactId> ids = files.ids();
    run(u"tagging"_s, journal.addTags(ids, {u"nuovo"_s}));
    undo(u"tagging"_s);
    run(u"a new list"_s, journal.addToNewList(ids, u"Estate"_s));
    const ListId list = findList(*files, u"Estate"_s)->id;
    run(u"leaving"_s, journal.removeFromList(ids, list));
    undo(u"leaving"_s);
    run(u"deleting the list"_s, journal.deleteList(list));
    undo(u"deleting the list"_s);
    undo(u"a new list"_s);
    run(u"deleting"_s, journal.remove(ids));
    undo(u"deleting"_s);
    files.import(u"clienti.csv"_s, file, choices);
    note(u"the import again"_s);
    undo(u"the import again"_s);
    undo(u"the import"_s);
    if (files.count() != 1)
        qFatal("the people of the import are still there");
    return efforts;
}

} // namespace

/// Four times the people are four times the work, whatever the command: nothing reads all of the journal for each row.
class TestGrowth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workGrowsWithThePeople_data()
    {
        QTest::addColumn<QByteArray>("statistics");
        QTest::newRow("none") << QByteArray("SELECT 1");
        QTest::newRow("of every table, as earlier versions took them") << QByteArray("ANALYZE");
    }

    void workGrowsWithThePeople()
    {
        QFETCH(const QByteArray, statistics);
        const QList<Effort> few = day(400, statistics.constData()), many = day(1600, statistics.constData());
        QCOMPARE(few.size(), many.size());
        for (qsizetype i = 0; i < few.size(); ++i) {
            qInfo("%s: %lld, %lld", qPrintable(few[i].first), few[i].second, many[i].second);
            QVERIFY2(many[i].second < 7 * few[i].second, qPrintable(few[i].first)); // 16 where each row reads all
        }
    }

    void statisticsAreOfTheTablesThatAreSearched()
    {
        TestWorkspace files;
        files.import(u"a.csv"_s, csvFile({50, 0, 0, 0}), {DuplicateStrategy::Skip, {u"Clienti"_s}, {}, false});
        Connection &writer = (*files).writer();
        writer.execute("ANALYZE");
        QVERIFY(writer.integer("SELECT count(*) FROM sqlite_stat1 WHERE tbl='change'") > 0);
        takeStatistics(writer);
        QCOMPARE(writer.integer("SELECT count(*) FROM sqlite_stat1 WHERE tbl LIKE 'change%' OR tbl='conflict'"), 0);
        QVERIFY(writer.integer("SELECT count(*) FROM sqlite_stat1 WHERE tbl='contact'") > 0);
        QVERIFY(writer.integer("SELECT count(*) FROM sqlite_stat1 WHERE tbl='membership'") > 0);
    }
};

QTEST_GUILESS_MAIN(TestGrowth)
#include "tst_growth.moc"
