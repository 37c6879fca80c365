// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace Elenco {

/// One prepared statement of SQLite's own interface, for what is asked often or gives many rows; the rest is a Query
/// (store/database/query.h). A text that has an owner (std::string_view, std::string by name) must live until the next
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
    void bindBlobOrNull(int index, std::string_view blob)
    {
        blob.empty() ? bind(index, nullptr) : bindBlob(index, blob);
    }
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

} // namespace Elenco
