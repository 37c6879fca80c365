// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/database.h"

#include <sqlite3.h>

namespace Elenco::Practice {

namespace {

[[noreturn]] void fail(sqlite3 *database, int code)
{
    throw DatabaseFailure{code & 0xFF, QString::fromUtf8(database ? sqlite3_errmsg(database) : sqlite3_errstr(code))};
}

// holds(text, needle): whether the needle is in the text, whatever the case of either, also beyond ASCII.
void holds(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto text = [values](int i) {
        return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_value_text(values[i])),
                                 sqlite3_value_bytes(values[i]));
    };
    sqlite3_result_int(context, text(0).contains(text(1), Qt::CaseInsensitive));
}

} // namespace

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

void Statement::bind(int index, const QString &text)
{
    bind(index, text.toUtf8());
}

void Statement::bind(int index, const QByteArray &utf8)
{
    bind(index, std::string_view(utf8.constData(), static_cast<size_t>(utf8.size())));
}

void Statement::bind(int index, std::string_view utf8)
{
    // A null pointer would bind NULL; an empty text is a text.
    sqlite3_bind_text64(m_statement, index, utf8.data() ? utf8.data() : "", utf8.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement, index, value);
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement);
        return false;
    }
    sqlite3 *database = sqlite3_db_handle(m_statement);
    const DatabaseFailure failure{code & 0xFF, QString::fromUtf8(sqlite3_errmsg(database))};
    sqlite3_reset(m_statement);
    throw failure;
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

QByteArray Statement::bytes(int column) const
{
    const std::string_view view = text(column);
    return QByteArray(view.data(), static_cast<qsizetype>(view.size()));
}

Database::Database(const QString &file)
{
    const QByteArray name = file.isEmpty() ? QByteArray(":memory:") : file.toUtf8();
    const int code = sqlite3_open_v2(name.constData(), &m_database,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) {
        const DatabaseFailure failure{
            code & 0xFF, QString::fromUtf8(m_database ? sqlite3_errmsg(m_database) : sqlite3_errstr(code))};
        sqlite3_close_v2(m_database);
        throw failure;
    }
    execute("PRAGMA temp_store=MEMORY");
    sqlite3_create_function_v2(m_database, "holds", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, holds, nullptr,
                               nullptr, nullptr);
}

Database::~Database()
{
    m_cached.clear();
    sqlite3_close_v2(m_database);
}

Statement &Database::cached(const char *sql)
{
    const auto found = m_cached.find(sql);
    return found != m_cached.end() ? found->second : m_cached.emplace(sql, Statement(m_database, sql)).first->second;
}

void Database::execute(const char *sql)
{
    const int code = sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        fail(m_database, code);
}

qint64 Database::integer(std::string_view sql)
{
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_database);
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_database);
}

qint64 Database::totalChanges() const
{
    return sqlite3_total_changes64(m_database);
}

bool Database::isOutsideTransaction() const
{
    return sqlite3_get_autocommit(m_database) != 0;
}

Savepoint::Savepoint(Database &database) : m_database(database)
{
    database.execute("SAVEPOINT request");
}

Savepoint::~Savepoint()
{
    if (!m_open || m_database.isOutsideTransaction())
        return;
    // Undoing what SQLite already undid is refused by it, and harmless; a destructor must not throw for it.
    try {
        m_database.execute("ROLLBACK TO request; RELEASE request");
    } catch (const DatabaseFailure &failure) {
        qWarning("practice gateway: %s", qUtf8Printable(failure.message));
    }
}

void Savepoint::commit()
{
    m_database.execute("RELEASE request");
    m_open = false;
}

} // namespace Elenco::Practice
