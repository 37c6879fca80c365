// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/lists.h"
#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/imports/readahead.h"
#include "store/journal/journal.h"
#include "tests/support/require.h"
#include "tests/support/testworkspace.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QTest>
#include <QThreadPool>

#include <sqlite3.h>

#include <thread>

Q_DECLARE_OPAQUE_POINTER(sqlite3 *)
Q_DECLARE_METATYPE(sqlite3 *)

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

/// A driver as some builds of Qt have it, with an SQLite of its own: that one has never heard of what was registered
/// with ours.
class ForeignDriver : public QSqlDriver
{
public:
    ~ForeignDriver() override { ForeignDriver::close(); }
    bool hasFeature(DriverFeature) const override { return false; }
    bool open(const QString &path, const QString &, const QString &, const QString &, int, const QString &) override
    {
        sqlite3_reset_auto_extension();
        setOpen(sqlite3_open(path.toUtf8().constData(), &m_database) == SQLITE_OK);
        return isOpen();
    }
    void close() override
    {
        sqlite3_close(std::exchange(m_database, nullptr));
        setOpen(false);
    }
    QSqlResult *createResult() const override { return nullptr; }
    QVariant handle() const override { return QVariant::fromValue(m_database); }

private:
    sqlite3 *m_database = nullptr;
};

DatabaseFailure failureOf(Connection &connection, const char *sql)
{
    try {
        connection.execute(sql);
    } catch (const DatabaseFailure &failure) {
        return failure;
    }
    return {};
}

} // namespace

/// Qt Sql owns the connections, each on its thread; what is asked through it and past it is one database.
class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(QSqlDatabase::connectionNames(), QStringList()); } // all are closed

    void qtAndWeHaveOneSqlite()
    {
        TestWorkspace files;
        QCOMPARE((*files).writer().integer("SELECT fold('\u00c8')=fold('e')"), 1); // our functions are there
        QVERIFY(Journal(*files).createList(u"Clienti"_s));
    }

    void aQtWithAnSqliteOfItsOwnIsRefused()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.elenco"_s);
        QSqlDatabase::registerSqlDriver(u"QSQLITE"_s, new QSqlDriverCreator<ForeignDriver>);
        const auto refused = Workspace::open(path);
        QSqlDatabase::registerSqlDriver(u"QSQLITE"_s, nullptr);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
        QVERIFY2(refused.error().text().contains("SQLite"_L1), qPrintable(refused.error().text()));
        QVERIFY(!QFile::exists(path)); // nothing was begun
        QVERIFY(Workspace::open(path));
    }

    void eachThreadHasItsOwn()
    {
        TestWorkspace files;
        require(Journal(*files).createList(u"Clienti"_s));
        const Connection *const here = &(*files).writer();
        const qsizetype open = QSqlDatabase::connectionNames().size();
        const Connection *there = nullptr, *again = nullptr;
        qint64 lists = 0;
        std::thread([&] {
            there = &(*files).writer();
            again = &(*files).writer();
            const Workspace::ReaderLease one = (*files).reader(), other = (*files).reader();
            QVERIFY(&*one != &*other);
            lists = one->integer("SELECT count(*) FROM list");
        }).join();
        QCOMPARE(lists, 1);
        QVERIFY(there && there != here && there == again);
        QCOMPARE(&(*files).writer(), here);
        QCOMPARE(QSqlDatabase::connectionNames().size(), open); // those of the thread ended with it
    }

    void theThreadOfAPoolClosesWhatItOpened()
    {
        TestWorkspace files;
        {
            QThreadPool pool;
            pool.setMaxThreadCount(1);
            pool.start([&] { require(Journal(*files).createList(u"Clienti"_s)); });
            pool.waitForDone();
        }
        QCOMPARE(QSqlDatabase::connectionNames().size(), 1);
        QVERIFY((*files).takeChange()->isAboutLists); // whichever thread committed it
        QCOMPARE(require(lists(*files)).size(), 1);
        QVERIFY(QFile::exists(files.path(u"test.elenco-wal"_s)));
        files.close();
        QVERIFY(!QFile::exists(files.path(u"test.elenco-wal"_s))); // the last one has moved it into the file
    }

    void aFileThatIsGoneIsNotMadeAnewByAnotherThread()
    {
        TestWorkspace files;
        QVERIFY(QFile::remove(files.path(u"test.elenco"_s)));
        std::optional<ErrorKind> kind;
        std::thread([&] {
            const auto made = Journal(*files).createList(u"Clienti"_s);
            if (!made)
                kind = made.error().kind;
        }).join();
        QCOMPARE(kind, ErrorKind::Gone);
        QVERIFY(!QFile::exists(files.path(u"test.elenco"_s)));
    }

    void aTextIsTheSameBothWays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("null") << QString();
        QTest::newRow("empty") << u""_s;
        QTest::newRow("accents") << u"Nicolò D'Angelo"_s;
        QTest::newRow("beyond sixteen bits") << u"\U0001F600 ok"_s;
    }
    void aTextIsTheSameBothWays()
    {
        QFETCH(QString, text);
        Connection connection(u":memory:"_s, Connection::Mode::ReadWrite);
        connection.execute("CREATE TABLE t(a TEXT NOT NULL, b BLOB NOT NULL, c); CREATE TABLE u(x)");
        const std::string bytes("\0\xff packed", 9);
        Query insert = connection.query("INSERT INTO t VALUES(?, ?, ?)");
        insert.with(text, nullptr, nullptr);
        insert.bindBlob(2, bytes);
        insert.run();
        Statement statement = connection.prepare("SELECT a, b, c, typeof(a), typeof(b) FROM t");
        QVERIFY(statement.step());
        QCOMPARE(statement.string(0), text.isNull() ? u""_s : text);
        QCOMPARE(std::string(statement.text(1)), bytes);
        QVERIFY(statement.isNull(2));
        QCOMPARE(statement.string(3), u"text"_s);
        QCOMPARE(statement.string(4), u"blob"_s);
        Query query = connection.query("SELECT a, b, c, 9000000000 FROM t WHERE a=?");
        QVERIFY(query.with(text.toStdString()).step());
        QCOMPARE(query.string(0), text.isNull() ? u""_s : text);
        QCOMPARE(query.text(0), text.toStdString());
        QCOMPARE(query.text(1), bytes);
        QVERIFY(query.isNull(2));
        QCOMPARE(query.integer(3), 9'000'000'000);
        QVERIFY(!query.step());
        QVERIFY(query.step()); // from its beginning again, as a Statement does
    }

    // Undone as a whole, and told by SQLite's own extended code.
    void failuresAreSqlites()
    {
        Connection connection(u":memory:"_s, Connection::Mode::ReadWrite);
        connection.execute(
            "CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT NOT NULL UNIQUE); INSERT INTO t VALUES(1, ';')");
        QCOMPARE(failureOf(connection, "INSERT INTO t VALUES(2, ';')").code, SQLITE_CONSTRAINT_UNIQUE);
        QCOMPARE(failureOf(connection, "INSERT INTO t VALUES(1, 'x')").code, SQLITE_CONSTRAINT_PRIMARYKEY);
        const DatabaseFailure unknown = failureOf(connection, "INSERT INTO nowhere VALUES(1)");
        QCOMPARE(unknown.code, SQLITE_ERROR);
        QCOMPARE(unknown.message, u"no such table: nowhere"_s);
        QVERIFY(!failureOf(connection, "INSERT INTO t VALUES(?, 'y')").message.isEmpty()); // not bound
        QCOMPARE(connection.integer("SELECT count(*) FROM t"), 1);
        std::stop_source stop;
        stop.request_stop();
        const JobControl control(stop.get_token());
        const Interruptible interruptible(connection, control);
        const auto counted = guarded(u"t"_s, [&] {
            return connection.integer(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT max(i) FROM n");
        });
        QVERIFY(!counted && counted.error().kind == ErrorKind::Cancelled);
    }

    void aScriptIsTakenApartAtItsStatements()
    {
        Connection connection(u":memory:"_s, Connection::Mode::ReadWrite);
        connection.execute("CREATE TABLE t(a);\n\nINSERT INTO t VALUES('a;b');\n"
                           "CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM t WHERE a='x'; SELECT 1; END;\n"
                           "INSERT INTO t VALUES('x')");
        QCOMPARE(connection.integer("SELECT count(*) FROM t WHERE a='a;b'"), 1);
        QCOMPARE(connection.integer("SELECT count(*) FROM t"), 1);
    }

    void whatIsReadAheadComesInItsSequence()
    {
        ReadAhead<int> numbers([](const auto &put) {
            for (int i = 0; put(i) && i < 1000; ++i) {
            }
        });
        for (int i = 0; i <= 1000; ++i)
            QCOMPARE(numbers.next(), i);
        QVERIFY(!numbers.next());
        QVERIFY(!numbers.next());
        ReadAhead<int> endless([](const auto &put) {
            while (put(1)) {
            }
        });
        QCOMPARE(endless.next(), 1); // and the thread ends with it
        ReadAhead<int> failing([](const auto &put) {
            put(1);
            throw DatabaseFailure{SQLITE_FULL, {}};
        });
        QCOMPARE(failing.next(), 1);
        QVERIFY_THROWS_EXCEPTION(DatabaseFailure, failing.next());
    }
};

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
