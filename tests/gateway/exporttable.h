// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Elenco::Practice {

class Database;

enum class ExportStatus { Pending, Completed, Expired, Failed };

/// An order for a file of contacts: of some lists, of some contacts, or (both empty) of all.
struct Export {
    qint64 id = 0;
    QList<qint64> listIds, contactIds;
    int polls = 0; ///< looks at the list of exports since it was ordered
    QString token; ///< what its address ends with; empty until it is ready
    ExportStatus status = ExportStatus::Pending;
    qint64 created = 0, expires = 0; ///< ms since 1970, UTC
};

class ExportTable
{
public:
    explicit ExportTable(Database &database) : m_database(database) {}

    /// The id it got.
    qint64 add(const Export &order);
    void change(const Export &order);
    std::optional<Export> order(qint64 id);
    std::optional<Export> ofToken(const QString &token);
    QList<Export> all(); ///< by ascending id
    /// For tests: what was ready is no longer to be had, or never will be.
    void expire(qint64 id);
    void fail(qint64 id);

private:
    void setStatus(qint64 id, ExportStatus status);

    Database &m_database;
};

} // namespace Elenco::Practice
