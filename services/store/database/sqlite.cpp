// SPDX-License-Identifier: Apache-2.0
#include "store/database/sqlite.h"

#include "core/filter/wordneeds.h"
#include "core/textfold.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace Elenco {

namespace {

[[noreturn]] void fail(sqlite3 *database, int code)
{
    throw DatabaseFailure{database ? sqlite3_extended_errcode(database) : code,
                          QString::fromUtf8(database ? sqlite3_errmsg(database) : sqlite3_errstr(code))};
}

// fold(text): what texts are compared by, for columns that keep no folded copy.
void foldFunction(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(values[0]));
    if (!text) {
        sqlite3_result_null(context);
        return;
    }
    const std::string folded = foldText({text, static_cast<size_t>(sqlite3_value_bytes(values[0]))});
    sqlite3_result_text(context, folded.data(), static_cast<int>(folded.size()), SQLITE_TRANSIENT);
}

// number_words(text): the words that a number is found by, each behind a blank.
void numberWordsFunction(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(values[0]));
    std::string words;
    if (text) {
        for (const std::string &word : wordsOfNumber({text, static_cast<size_t>(sqlite3_value_bytes(values[0]))}))
            words += ' ' + word;
    }
    sqlite3_result_text(context, words.data(), static_cast<int>(words.size()), SQLITE_TRANSIENT);
}

} // namespace

Error DatabaseFailure::toError(const QString &subject) const
{
    const auto kind = [this] {
        if (code == SQLITE_IOERR_SHMSIZE) // the log's index could not grow
            return ErrorKind::DiskFull;
        if (code == SQLITE_READONLY_DBMOVED)
            return ErrorKind::Gone;
        switch (code & 0xFF) {
        case SQLITE_FULL: return ErrorKind::DiskFull;
        case SQLITE_INTERRUPT: return ErrorKind::Cancelled;
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return ErrorKind::InUse;
        case SQLITE_NOTADB: return ErrorKind::NotAWorkspace;
        case SQLITE_CORRUPT: return ErrorKind::Damaged;
        case SQLITE_PERM:
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN: return ErrorKind::NoPermission;
        case SQLITE_IOERR: return ErrorKind::WriteFailed;
        default: return ErrorKind::Internal;
        }
    }();
    const bool selfExplaining = kind == ErrorKind::DiskFull || kind == ErrorKind::Cancelled ||
                                kind == ErrorKind::Gone || kind == ErrorKind::NotAWorkspace;
    return {kind, subject, selfExplaining ? QString() : message};
}

Statement::Statement(sqlite3 *database, std::string_view sql)
{
    const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), 0, &m_statement, nullptr);
    if (code != SQLITE_OK)
        fail(database, code);
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::bind(int index, std::string_view text)
{
    // A null pointer would bind NULL; an empty text is a text.
    sqlite3_bind_text64(m_statement, index, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(int index, std::string &&text)
{
    sqlite3_bind_text64(m_statement, index, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bind(int index, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text64(m_statement, index, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement, index, value);
}

void Statement::bind(int index, double value)
{
    sqlite3_bind_double(m_statement, index, value);
}

void Statement::bind(int index, std::nullptr_t)
{
    sqlite3_bind_null(m_statement, index);
}

void Statement::bindBlob(int index, std::string_view blob)
{
    sqlite3_bind_blob64(m_statement, index, blob.data() ? blob.data() : "", blob.size(), SQLITE_STATIC);
}

void Statement::bindColumn(int index, const Statement &row, int column)
{
    sqlite3_bind_value(m_statement, index, sqlite3_column_value(row.m_statement, column));
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    sqlite3 *database = sqlite3_db_handle(m_statement);
    if (code != SQLITE_DONE) {
        const DatabaseFailure failure{sqlite3_extended_errcode(database), QString::fromUtf8(sqlite3_errmsg(database))};
        sqlite3_reset(m_statement);
        throw failure;
    }
    sqlite3_reset(m_statement);
    return false;
}

void Statement::run()
{
    while (step()) {
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string_view Statement::text(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return data ? std::string_view(data, static_cast<size_t>(sqlite3_column_bytes(m_statement, column)))
                : std::string_view();
}

QString Statement::string(int column) const
{
    const std::string_view view = text(column);
    return QString::fromUtf8(view);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

bool Statement::isReal(int column) const
{
    const int type = sqlite3_column_type(m_statement, column);
    return type == SQLITE_FLOAT || type == SQLITE_INTEGER;
}

Connection::Connection(const QString &path, Mode mode)
{
    const int flags = mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &m_database,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK) {
        const DatabaseFailure failure{
            code, QString::fromUtf8(m_database ? sqlite3_errmsg(m_database) : sqlite3_errstr(code))};
        sqlite3_close_v2(m_database);
        throw failure;
    }
    sqlite3_busy_timeout(m_database, 5000);
    sqlite3_create_function_v2(m_database, "fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, foldFunction,
                               nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(m_database, "number_words", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                               numberWordsFunction, nullptr, nullptr, nullptr);
}

Connection::~Connection()
{
    m_cached.clear();
    sqlite3_close_v2(m_database);
}

bool Connection::isReadOnly() const
{
    return sqlite3_db_readonly(m_database, "main") == 1;
}

bool Connection::hasMoved() const
{
    int moved = 0;
    return sqlite3_file_control(m_database, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

Statement &Connection::cached(const char *sql)
{
    const auto found = m_cached.find(sql);
    return found != m_cached.end() ? found->second : m_cached.emplace(sql, Statement(m_database, sql)).first->second;
}

void Connection::execute(const char *sql)
{
    const int code = sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        fail(m_database, code);
}

qint64 Connection::integer(std::string_view sql) const
{
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

qint64 Connection::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_database);
}

qint64 Connection::changes() const
{
    return sqlite3_changes64(m_database);
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
