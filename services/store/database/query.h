// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSqlQuery>

#include <string>
#include <string_view>

namespace Elenco {

class Connection;

/// One statement through Qt Sql, with the vocabulary of Statement; texts and blobs are copied.
///
/// The rule which of both: a Query for what is asked once for what a person or a program does, whatever it answers:
/// schema, settings, the account, names of lists, history, logs, counts. A Statement for what is asked once for each
/// row of many (imports, syncs, rescues, a list's members) or answers with as many rows as there are contacts (orders,
/// windows, exports): there Qt Sql takes two to six times as long. A new Query costs some 20 µs, a row some 2 µs.
/// Used on the thread of the connection; a parameter stands in the text once (Qt 6.4 refuses one that stands there
/// twice). What fails throws DatabaseFailure.
class Query
{
public:
    Query(const Connection &connection, std::string_view sql);

    /// Resets, and binds all parameters in order.
    template <typename... Values>
    Query &with(Values &&...values)
    {
        reset();
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    void bind(int index, std::string_view text);
    void bind(int index, const std::string &text) { bind(index, std::string_view(text)); }
    void bind(int index, const char *text) { bind(index, std::string_view(text)); }
    void bind(int index, const QString &text);
    void bind(int index, qint64 value);
    void bind(int index, int value) { bind(index, qint64{value}); }
    void bind(int index, std::nullptr_t);
    void bindBlob(int index, std::string_view blob);

    /// True: a row is there to be read. False: done, and the statement is reset.
    bool step();
    /// Steps to the end.
    void run();
    void reset();

    qint64 integer(int column) const;
    /// The bytes of a text or a blob.
    std::string text(int column) const;
    QString string(int column) const;
    bool isNull(int column) const;

private:
    [[noreturn]] void fail();

    QSqlQuery m_query;
    bool m_isUnderWay = false;
};

} // namespace Elenco
