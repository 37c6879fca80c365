// SPDX-License-Identifier: Apache-2.0
#include "store/database/statement.h"

#include "store/database/databasefailure.h"

#include <sqlite3.h>

namespace Elenco {

Statement::Statement(sqlite3 *database, std::string_view sql)
{
    const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), 0, &m_statement, nullptr);
    if (code != SQLITE_OK)
        throw DatabaseFailure{sqlite3_extended_errcode(database), QString::fromUtf8(sqlite3_errmsg(database))};
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

} // namespace Elenco
