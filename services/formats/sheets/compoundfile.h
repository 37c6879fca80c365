// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

#include <string>
#include <vector>

namespace Elenco {

/// The container that Office used before 2007, and uses for encrypted documents ([MS-CFB]): streams with names, in
/// sectors that are chained.
class CompoundFile
{
public:
    /// Errors: NotFound, NoPermission, ReadFailed, InvalidInput (damaged, larger than SheetLimits::oldBytes).
    static Result<CompoundFile> open(const QString &path);
    /// The same from bytes, for tests and fuzzers.
    static Result<CompoundFile> of(std::string bytes, const QString &path);

    bool contains(QStringView name) const;
    /// The bytes of a stream. Errors: InvalidInput: there is none, its chain is broken.
    Result<std::string> stream(QStringView name) const;

private:
    struct Entry {
        QString name;
        quint32 start = 0;
        quint64 size = 0;
        bool isRoot = false;
    };
    Result<void> readTables();
    Result<void> readEntries(quint32 first);
    quint32 number(size_t at) const;
    std::string_view sector(quint32 index) const;
    Result<std::string> chained(quint32 first, quint64 most) const;
    Error damaged() const;

    QString m_path;
    std::string m_bytes;
    size_t m_sectorSize = 512;
    size_t m_miniSize = 64;
    quint64 m_miniBelow = 4096; ///< shorter streams are in the small sectors
    std::vector<quint32> m_next;
    std::vector<quint32> m_miniNext;
    std::string m_mini;
    QList<Entry> m_entries;
};

} // namespace Elenco
