// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <string_view>
#include <unordered_map>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace Elenco::Practice {

/// What SQLite refused. Thrown by everything that touches the state; a request that meets it is answered 500 and
/// leaves the state as it was.
struct DatabaseFailure {
    int code = 0; ///< SQLite's primary result code
    QString message;
};

/// One prepared statement; parameters are bound in order by with().
class Statement
{
public:
    Statement(sqlite3 *database, std::string_view sql);
    ~Statement();
    Statement(Statement &&other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
    Statement(const Statement &) = delete;

    template <typename... Values>
    Statement &with(const Values &...values)
    {
        reset();
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }
    void bind(int index, const QString &text);
    void bind(int index, const QByteArray &utf8);
    void bind(int index, std::string_view utf8);
    void bind(int index, qint64 value);
    void bind(int index, int value) { bind(index, qint64{value}); }
    void bind(int index, bool value) { bind(index, qint64{value}); }

    /// True: a row is there to be read. False: done, and the statement is reset.
    bool step();
    /// Steps to the end.
    void run();
    void reset();

    qint64 integer(int column) const;
    bool flag(int column) const { return integer(column) != 0; }
    /// UTF-8, until the next step or reset.
    std::string_view text(int column) const;
    QString string(int column) const;
    QByteArray bytes(int column) const;

private:
    sqlite3_stmt *m_statement = nullptr;
};

/// One connection to a file, or to memory.
class Database
{
public:
    explicit Database(const QString &file);
    ~Database();
    Database(const Database &) = delete;

    /// A statement kept for the life of the connection; `sql` must be a literal (it is found by its address).
    Statement &cached(const char *sql);
    Statement prepare(std::string_view sql) { return Statement(m_database, sql); }
    void execute(const char *sql);
    /// The first column of the first row, 0 when there is none.
    qint64 integer(std::string_view sql);
    qint64 lastInsertId() const;
    qint64 changes() const;
    /// Rows changed since the connection was made; grows with every write, also with one that is taken back.
    qint64 totalChanges() const;
    /// No transaction is open (SQLite itself ends one after some failures, as on a full disk).
    bool isOutsideTransaction() const;

private:
    sqlite3 *m_database = nullptr;
    std::unordered_map<const char *, Statement> m_cached;
};

/// A transaction that may lie within another; undone unless commit() was reached.
class Savepoint
{
public:
    explicit Savepoint(Database &database);
    ~Savepoint();
    Savepoint(const Savepoint &) = delete;
    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

} // namespace Elenco::Practice
