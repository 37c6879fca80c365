// SPDX-License-Identifier: Apache-2.0
#include "formats/sheets/compoundfile.h"

#include "formats/sheets/workbook.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

#include <algorithm>

namespace Elenco {

namespace {

constexpr quint32 lastSector = 0xFFFFFFFA; ///< numbers beyond it are signs: end of a chain, free
constexpr size_t headerSize = 512;
constexpr size_t entrySize = 128;

// Offsets in the header, [MS-CFB] 2.2.
constexpr size_t sectorShiftAt = 30, miniShiftAt = 32, directoryAt = 48, miniBelowAt = 56, miniTableAt = 60,
                 furtherTablesAt = 68, tablesAt = 76, tablesInHeader = 109;

template <typename Number>
Number littleEndian(std::string_view bytes, size_t at)
{
    return at + sizeof(Number) <= bytes.size() ? qFromLittleEndian<Number>(bytes.data() + at) : Number(0);
}

} // namespace

Error CompoundFile::damaged() const
{
    return damagedWorkbook(m_path, QT_TRANSLATE_NOOP("Workbook", "it is damaged or cut off"));
}

quint32 CompoundFile::number(size_t at) const
{
    return littleEndian<quint32>(m_bytes, at);
}

std::string_view CompoundFile::sector(quint32 index) const
{
    const size_t at = (static_cast<size_t>(index) + 1) * m_sectorSize;
    return at < m_bytes.size() ? std::string_view(m_bytes).substr(at, m_sectorSize) : std::string_view();
}

Result<CompoundFile> CompoundFile::open(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.error() == QFileDevice::PermissionsError ? ErrorKind::NoPermission : ErrorKind::ReadFailed,
                     path, file.errorString()};
    if (file.size() > SheetLimits::oldBytes)
        return damagedWorkbook(path, QT_TRANSLATE_NOOP("Workbook", "it is larger than any workbook of its kind"));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorKind::ReadFailed, path, file.errorString()};
    return of(bytes.toStdString(), path);
}

Result<CompoundFile> CompoundFile::of(std::string bytes, const QString &path)
{
    CompoundFile file;
    file.m_path = path;
    file.m_bytes = std::move(bytes);
    if (file.m_bytes.size() < headerSize)
        return file.damaged();
    const auto shift = littleEndian<quint16>(file.m_bytes, sectorShiftAt);
    const auto miniShift = littleEndian<quint16>(file.m_bytes, miniShiftAt);
    if ((shift != 9 && shift != 12) || miniShift < 4 || miniShift >= shift)
        return file.damaged();
    file.m_sectorSize = size_t(1) << shift;
    file.m_miniSize = size_t(1) << miniShift;
    file.m_miniBelow = file.number(miniBelowAt);
    if (const Result<void> read = file.readTables(); !read)
        return read.error();
    return file;
}

Result<void> CompoundFile::readTables()
{
    const size_t sectors = m_bytes.size() / m_sectorSize;
    std::vector<quint32> tables;
    for (size_t i = 0; i < tablesInHeader; ++i)
        tables.push_back(number(tablesAt + i * 4));
    // Tables of tables; each names the next one in its last place.
    quint32 further = number(furtherTablesAt);
    for (size_t seen = 0; further < lastSector && seen <= sectors; ++seen) {
        const std::string_view more = sector(further);
        if (more.size() < m_sectorSize)
            break;
        for (size_t at = 0; at + 4 < m_sectorSize; at += 4)
            tables.push_back(littleEndian<quint32>(more, at));
        further = littleEndian<quint32>(more, m_sectorSize - 4);
    }
    for (const quint32 table : tables) {
        if (table >= lastSector || m_next.size() > sectors)
            continue;
        const std::string_view numbers = sector(table);
        for (size_t at = 0; at + 4 <= numbers.size(); at += 4)
            m_next.push_back(littleEndian<quint32>(numbers, at));
    }
    if (const Result<void> read = readEntries(number(directoryAt)); !read)
        return read;
    if (const quint32 first = number(miniTableAt); first < lastSector) {
        const Result<std::string> numbers = chained(first, m_bytes.size());
        if (!numbers)
            return numbers.error();
        for (size_t at = 0; at + 4 <= numbers->size(); at += 4)
            m_miniNext.push_back(littleEndian<quint32>(*numbers, at));
    }
    const auto root = std::find_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.isRoot; });
    if (root != m_entries.end() && root->start < lastSector && root->size > 0) {
        Result<std::string> mini = chained(root->start, root->size);
        if (!mini)
            return mini.error();
        m_mini = std::move(*mini);
    }
    return {};
}

// [MS-CFB] 2.6.1.
Result<void> CompoundFile::readEntries(quint32 first)
{
    constexpr size_t nameSizeAt = 64, typeAt = 66, startAt = 116, sizeAt = 120;
    constexpr char streamType = 2, rootType = 5;
    const Result<std::string> directory = chained(first, m_bytes.size());
    if (!directory)
        return directory.error();
    for (size_t at = 0; at + entrySize <= directory->size(); at += entrySize) {
        const std::string_view entry = std::string_view(*directory).substr(at, entrySize);
        if (entry[typeAt] != streamType && entry[typeAt] != rootType)
            continue;
        const size_t nameSize = std::min<size_t>(littleEndian<quint16>(entry, nameSizeAt), nameSizeAt);
        QString name;
        for (size_t i = 0; i + 3 < nameSize; i += 2) // without the NUL at its end
            name += QChar(littleEndian<quint16>(entry, i));
        // Files of sectors of 512 bytes may have anything in the upper half.
        const quint64 size =
            m_sectorSize == headerSize ? littleEndian<quint32>(entry, sizeAt) : littleEndian<quint64>(entry, sizeAt);
        m_entries.append({name, littleEndian<quint32>(entry, startAt), size, entry[typeAt] == rootType});
    }
    return {};
}

Result<std::string> CompoundFile::chained(quint32 first, quint64 most) const
{
    std::string bytes;
    size_t seen = 0;
    for (quint32 at = first; at < lastSector && bytes.size() < most; at = m_next[at]) {
        if (at >= m_next.size() || ++seen > m_next.size())
            return damaged();
        const std::string_view part = sector(at);
        if (part.empty())
            return damaged();
        bytes += part;
    }
    if (bytes.size() > most)
        bytes.resize(static_cast<size_t>(most));
    return bytes;
}

bool CompoundFile::contains(QStringView name) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        return !entry.isRoot && entry.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

Result<std::string> CompoundFile::stream(QStringView name) const
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &each) {
        return !each.isRoot && each.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (entry == m_entries.end() || entry->size > m_bytes.size())
        return damaged();
    if (entry->size >= m_miniBelow) {
        Result<std::string> bytes = chained(entry->start, entry->size);
        return bytes && bytes->size() < entry->size ? Result<std::string>(damaged()) : bytes;
    }
    std::string bytes;
    size_t seen = 0;
    for (quint32 at = entry->start; at < lastSector && bytes.size() < entry->size; at = m_miniNext[at]) {
        const size_t offset = static_cast<size_t>(at) * m_miniSize;
        if (at >= m_miniNext.size() || ++seen > m_miniNext.size() || offset >= m_mini.size())
            return damaged();
        bytes += std::string_view(m_mini).substr(offset, m_miniSize);
    }
    if (bytes.size() < entry->size)
        return damaged();
    bytes.resize(static_cast<size_t>(entry->size));
    return bytes;
}

} // namespace Elenco
