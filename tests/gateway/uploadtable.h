// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Elenco::Practice {

class Database;

/// A file that was uploaded and analysed, and waits for its mapping.
struct Upload {
    enum class Kind { Table, Cards };

    qint64 id = 0;
    Kind kind = Kind::Table;
    QString fileName;
    QByteArray content;
    qint64 listId = 0; ///< 0: none was named
    bool hasHead = true;
};

class UploadTable
{
public:
    explicit UploadTable(Database &database) : m_database(database) {}

    /// The id it got.
    qint64 add(const Upload &upload);
    std::optional<Upload> upload(qint64 id);
    void remove(qint64 id);

private:
    Database &m_database;
};

} // namespace Elenco::Practice
