// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobcontrol.h"
#include "store/database/bookchange.h"
#include "store/database/databasefailure.h"
#include "store/database/statement.h"

#include <memory>
#include <string_view>
#include <unordered_map>

class QSqlDatabase;
class QThread;

namespace Elenco {

class Query;

/// One connection to a file of SQLite's. Qt Sql opens, configures and closes it: it is made, used and destroyed on one
/// thread (store/database/threadconnections.h has one of each thread). Throws DatabaseFailure, noSharedSqlite where Qt
/// has another SQLite than we.
class Connection
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// `changes`, if given, outlives it and is told what its transactions make another.
    Connection(const QString &path, Mode mode, CommittedChanges *changes = nullptr);
    ~Connection();
    Connection(const Connection &) = delete;

    /// The rule which of both is in store/database/query.h, which whoever asks includes.
    Query query(std::string_view sql) const;
    Statement prepare(std::string_view sql) const { return Statement(handle(), sql); }
    /// A statement that is kept for the life of the connection; `sql` must be a literal (it is found by its address).
    Statement &cached(const char *sql);
    /// One statement or several, whose rows nobody wants; through Qt Sql.
    void execute(std::string_view sql);
    /// The first column of the first row, 0 when there is none; through Qt Sql.
    qint64 integer(std::string_view sql) const;

    bool isReadOnly() const;
    /// The file that was opened was deleted, renamed or replaced meanwhile.
    bool hasMoved() const;
    /// Closing it does not move the write-ahead log into the file.
    void leaveLogAlone();

    qint64 lastInsertId() const;
    qint64 changes() const;
    const QSqlDatabase &database() const;
    /// The same connection for SQLite's own interface: quick statements, backup, interruption.
    sqlite3 *handle() const;
    void dropCachedStatements() { m_cached.clear(); }
    /// What its transactions make another; whoever writes says so.
    ChangeNotes &notes() { return m_notes; }

private:
    struct Closer {
        void operator()(QSqlDatabase *database) const;
    };

    std::unique_ptr<QSqlDatabase, Closer> m_database;
    sqlite3 *m_handle = nullptr;
    QThread *const m_thread;
    std::unordered_map<const char *, Statement> m_cached;
    ChangeNotes m_notes;
};

/// Lets a long statement end with ErrorKind::Cancelled as soon as `control` is cancelled.
class Interruptible
{
public:
    Interruptible(Connection &connection, const JobControl &control);
    ~Interruptible();
    Interruptible(const Interruptible &) = delete;

private:
    Connection &m_connection;
};

/// Foreign keys are not looked at while this lives, in which a transaction must lie whole: for work whose references
/// are right by construction, or are only right at its end.
class WithoutForeignKeys
{
public:
    explicit WithoutForeignKeys(Connection &connection);
    ~WithoutForeignKeys();
    WithoutForeignKeys(const WithoutForeignKeys &) = delete;

private:
    Connection &m_connection;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back unless commit() was reached. Fails where the file is gone: what is written to
/// a file without a name is gone with the process.
class Transaction
{
public:
    /// Full: on the disk when commit() returns (a user's edits). Normal: consistent after a power cut, but the last
    /// moments may be missing (bulk work that can be done again).
    enum class Durability { Full, Normal };

    Transaction(Connection &connection, Durability durability);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    void commit();

private:
    Connection &m_connection;
    bool m_open = true;
};

} // namespace Elenco
