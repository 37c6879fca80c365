// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobcontrol.h"
#include "core/result.h"
#include "store/database/bookchange.h"

#include <QString>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace Elenco {

/// What SQLite reported, thrown inside services/store only: any failing statement unwinds to the one place (guarded())
/// that turns it into an Error, and rolls back on its way. Nothing in this folder's public functions throws.
struct DatabaseFailure {
    int code = 0; ///< SQLite's extended result code
    QString message;

    Error toError(const QString &subject) const;
};

/// One prepared statement. A text that has an owner (std::string_view, std::string by name) must live until the next
/// step() or run(); a std::string that is given away is copied.
class Statement
{
public:
    Statement(sqlite3 *database, std::string_view sql);
    ~Statement();
    Statement(Statement &&other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
    Statement(const Statement &) = delete;

    /// Resets, and binds all parameters in order.
    template <typename... Values>
    Statement &with(Values &&...values)
    {
        reset();
        int index = 0;
        (bind(++index, std::forward<Values>(values)), ...);
        return *this;
    }

    void bind(int index, std::string_view text);
    void bind(int index, const std::string &text) { bind(index, std::string_view(text)); }
    void bind(int index, std::string &&text);
    void bind(int index, const char *text) { bind(index, std::string_view(text)); }
    void bind(int index, const QString &text);
    void bind(int index, qint64 value);
    void bind(int index, int value) { bind(index, qint64{value}); }
    void bind(int index, double value);
    void bind(int index, std::nullptr_t);
    void bindBlob(int index, std::string_view blob);
    /// An empty one as NULL.
    void bindBlobOrNull(int index, std::string_view blob) { blob.empty() ? bind(index, nullptr) : bindBlob(index, blob); }
    /// What a row of another statement has, of whatever type.
    void bindColumn(int index, const Statement &row, int column);

    /// True: a row is there to be read. False: done, and the statement is reset.
    bool step();
    /// Steps to the end.
    void run();
    void reset();

    qint64 integer(int column) const;
    double real(int column) const;
    /// Valid until the next step, run or reset.
    std::string_view text(int column) const;
    QString string(int column) const;
    bool isNull(int column) const;
    bool isReal(int column) const;

private:
    sqlite3_stmt *m_statement = nullptr;
};

/// One connection to the workspace's file; used by one thread at a time.
class Connection
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    Connection(const QString &path, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;

    Statement prepare(std::string_view sql) const { return Statement(m_database, sql); }
    /// A statement that is kept for the life of the connection; `sql` must be a literal (it is found by its address).
    Statement &cached(const char *sql);
    void execute(const char *sql);
    /// The first column of the first row, 0 when there is none.
    qint64 integer(std::string_view sql) const;

    bool isReadOnly() const;
    /// The file that was opened was deleted, renamed or replaced meanwhile.
    bool hasMoved() const;

    qint64 lastInsertId() const;
    qint64 changes() const;
    /// The same handle, for SQLite's backup API.
    sqlite3 *handle() const { return m_database; }
    void dropCachedStatements() { m_cached.clear(); }
    /// What its transactions make another; whoever writes says so.
    ChangeNotes &notes() { return m_notes; }

private:
    sqlite3 *m_database = nullptr;
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

/// Runs `work` and turns a DatabaseFailure into an Error about `subject`.
template <typename Work>
auto guarded(const QString &subject, Work work) -> Result<decltype(work())>
{
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const DatabaseFailure &failure) {
        return failure.toError(subject);
    }
}

/// For work that is itself a Result.
template <typename Work>
auto guardedResult(const QString &subject, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const DatabaseFailure &failure) {
        return failure.toError(subject);
    }
}

} // namespace Elenco
