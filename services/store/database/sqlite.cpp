// SPDX-License-Identifier: Apache-2.0
#include "store/database/sqlite.h"

#include "store/database/query.h"
#include "store/database/sqlfunctions.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>
#include <QVariant>

#include <sqlite3.h>

#include <algorithm>
#include <atomic>

namespace Elenco {

namespace {

// Qt Sql knows its connections by names that all threads share.
QString unusedName()
{
    static std::atomic<quint64> used = 0;
    return QStringLiteral("elenco-%1").arg(++used);
}

} // namespace

Connection::Connection(const QString &path, Mode mode, CommittedChanges *changes)
    : m_database(new QSqlDatabase(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), unusedName()))),
      m_thread(QThread::currentThread()),
      m_notes(changes)
{
    if (!m_database->isValid()) // the driver is a file of its own, which may be missing
        throw DatabaseFailure{DatabaseFailure::noSharedSqlite, m_database->lastError().text()};
    m_database->setDatabaseName(path);
    m_database->setConnectOptions(mode == Mode::ReadOnly
                                      ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY")
                                      : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    expectFunctions();
    if (!m_database->open()) {
        const QSqlError error = m_database->lastError();
        throw DatabaseFailure{error.nativeErrorCode().toInt(), error.databaseText()};
    }
    const QVariant handle = m_database->driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") == 0)
        m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    if (!hasFunctions(m_handle))
        throw DatabaseFailure{DatabaseFailure::noSharedSqlite, {}};
}

Connection::~Connection()
{
    Q_ASSERT(QThread::currentThread() == m_thread);
    m_cached.clear();
}

void Connection::Closer::operator()(QSqlDatabase *database) const
{
    const QString name = database->connectionName();
    const bool wasOpen = database->isOpen();
    database->close();
    Q_ASSERT(!wasOpen || !database->lastError().isValid()); // SQLite keeps open what has statements left
    delete database;
    QSqlDatabase::removeDatabase(name);
}

bool Connection::isReadOnly() const
{
    return sqlite3_db_readonly(handle(), "main") == 1;
}

bool Connection::hasMoved() const
{
    int moved = 0;
    return sqlite3_file_control(handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

void Connection::leaveLogAlone()
{
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

Query Connection::query(std::string_view sql) const
{
    return {*this, sql};
}

Statement &Connection::cached(const char *sql)
{
    const auto found = m_cached.find(sql);
    return found != m_cached.end() ? found->second : m_cached.emplace(sql, Statement(handle(), sql)).first->second;
}

void Connection::execute(std::string_view sql)
{
    // Qt Sql takes one at a time.
    for (size_t begin = 0; begin < sql.size();) {
        size_t end = begin;
        do
            end = std::min(sql.find(';', end), sql.size() - 1) + 1;
        while (end < sql.size() && !sqlite3_complete(std::string(sql.substr(begin, end - begin)).c_str()));
        const std::string_view one = sql.substr(begin, end - begin);
        begin = end;
        if (one.find_first_not_of(" \n") != std::string_view::npos)
            query(one).run();
    }
}

qint64 Connection::integer(std::string_view sql) const
{
    Query first = query(sql);
    return first.step() ? first.integer(0) : 0;
}

qint64 Connection::lastInsertId() const
{
    return sqlite3_last_insert_rowid(handle());
}

qint64 Connection::changes() const
{
    return sqlite3_changes64(handle());
}

const QSqlDatabase &Connection::database() const
{
    Q_ASSERT(QThread::currentThread() == m_thread);
    return *m_database;
}

sqlite3 *Connection::handle() const
{
    Q_ASSERT(QThread::currentThread() == m_thread);
    return m_handle;
}

Interruptible::Interruptible(Connection &connection, const JobControl &control) : m_connection(connection)
{
    const auto stopped = [](void *data) -> int { return static_cast<const JobControl *>(data)->isCancelled(); };
    sqlite3_progress_handler(connection.handle(), 20000, stopped, const_cast<JobControl *>(&control));
}

Interruptible::~Interruptible()
{
    sqlite3_progress_handler(m_connection.handle(), 0, nullptr, nullptr);
}

WithoutForeignKeys::WithoutForeignKeys(Connection &connection) : m_connection(connection)
{
    m_connection.execute("PRAGMA foreign_keys=OFF");
}

WithoutForeignKeys::~WithoutForeignKeys()
{
    sqlite3_exec(m_connection.handle(), "PRAGMA foreign_keys=ON", nullptr, nullptr, nullptr);
}

Transaction::Transaction(Connection &connection, Durability durability) : m_connection(connection)
{
    if (connection.hasMoved())
        throw DatabaseFailure{SQLITE_READONLY_DBMOVED, {}};
    connection.execute(durability == Durability::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
    connection.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    if (m_open)
        m_connection.notes().rollBack();
    // SQLite itself has rolled back after some failures (a full disk); a second ROLLBACK is then refused, and harmless.
    if (m_open && !sqlite3_get_autocommit(m_connection.handle()))
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_connection.execute("COMMIT");
    m_open = false;
    m_connection.notes().commit();
}

} // namespace Elenco
