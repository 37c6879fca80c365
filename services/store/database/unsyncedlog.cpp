// SPDX-License-Identifier: Apache-2.0
#include "store/database/unsyncedlog.h"

#include <QFileInfo>
#include <QSaveFile>

#include <array>
#include <cerrno>
#include <charconv>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace Elenco {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr size_t checksumDigits = 8;

// As in zip and PNG: polynomial 0x04C11DB7, reflected.
constexpr std::array<quint32, 256> crcTable = [] {
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = value & 1 ? (value >> 1) ^ 0xEDB88320U : value >> 1;
        table[i] = value;
    }
    return table;
}();

quint32 crc32(std::string_view bytes)
{
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = crcTable[(crc ^ static_cast<unsigned char>(byte)) & 0xFF] ^ (crc >> 8);
    return ~crc;
}

void appendLine(std::string &out, std::string_view blob)
{
    std::string text;
    text.reserve(blob.size() + 16);
    for (const char byte : blob) {
        if (byte == '\n')
            text += "\\n";
        else if (byte == '\\')
            text += "\\\\";
        else
            text += byte;
    }
    char digits[checksumDigits + 1];
    std::snprintf(digits, sizeof digits, "%08x", crc32(text));
    out.append(digits).append(1, ' ').append(text).append(1, '\n');
}

// Empty: the checksum does not fit.
std::string blobOf(std::string_view line)
{
    quint32 said = 0;
    if (line.size() <= checksumDigits + 1 || line[checksumDigits] != ' ')
        return {};
    const auto [end, error] = std::from_chars(line.data(), line.data() + checksumDigits, said, 16);
    const std::string_view text = line.substr(checksumDigits + 1);
    if (error != std::errc() || end != line.data() + checksumDigits || crc32(text) != said)
        return {};
    std::string blob;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool isEscape = text[i] == '\\' && i + 1 < text.size();
        blob += isEscape ? (text[++i] == 'n' ? '\n' : text[i]) : text[i];
    }
    return blob;
}

} // namespace

bool syncToDisk(QFileDevice &file)
{
    if (!file.flush())
        return false;
#if defined(Q_OS_WIN)
    return _commit(file.handle()) == 0;
#elif defined(Q_OS_MACOS)
    return fcntl(file.handle(), F_FULLFSYNC) != -1;
#else
    return ::fdatasync(file.handle()) == 0;
#endif
}

void syncFolderOf(const QString &path)
{
#ifndef Q_OS_WIN
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int handle = ::open(folder.constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
#else
    Q_UNUSED(path);
#endif
}

UnsyncedLog::UnsyncedLog(const QString &path) : m_file(path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    while (!file.atEnd())
        m_lines += file.read(1 << 20).count('\n');
    m_linesAnew = m_lines;
}

UnsyncedLog::Content UnsyncedLog::read(const QString &path)
{
    Content content;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return content;
    for (qint64 number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine();
        if (!line.endsWith('\n')) {
            content.isTorn = true;
            break;
        }
        const std::string blob = blobOf({line.constData(), static_cast<size_t>(line.size() - 1)});
        if (blob.empty())
            content.wrongLines.push_back(number);
        else
            content.records.push_back(unpackNamed(blob));
    }
    return content;
}

void UnsyncedLog::add(const UnsyncedRecord &record)
{
    appendLine(m_pending, packNamed(record));
    ++m_pendingLines;
}

Result<void> UnsyncedLog::failure()
{
    const Error error{m_file.error() == QFileDevice::ResourceError || errno == ENOSPC ? ErrorKind::DiskFull
                                                                                      : ErrorKind::WriteFailed,
                      m_file.fileName(), m_file.errorString()};
    m_file.close();
    return error;
}

// A torn line at the end was never confirmed to anybody; one behind it must begin a line.
bool UnsyncedLog::openToAppend()
{
    if (m_file.isOpen())
        return true;
    const bool isNew = !m_file.exists();
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return false;
    if (isNew && !m_file.setPermissions(ownerOnly))
        return false;
    if (isNew)
        syncFolderOf(path());
    qint64 end = m_file.size();
    for (char last = 0; end > 0; --end) {
        m_file.seek(end - 1);
        if (!m_file.getChar(&last) || last == '\n')
            break;
    }
    return m_file.resize(end) && m_file.seek(end);
}

Result<void> UnsyncedLog::append()
{
    errno = 0;
    if (m_pending.empty())
        return {};
    if (!openToAppend())
        return failure();
    m_sizeBefore = m_file.size();
    m_linesBefore = m_lines;
    const qint64 size = static_cast<qint64>(m_pending.size());
    if (!m_file.seek(m_sizeBefore) || m_file.write(m_pending.data(), size) != size || !syncToDisk(m_file)) {
        const Result<void> failed = failure();
        QFile::resize(path(), m_sizeBefore); // half a line would hide the one that comes after it
        return failed;
    }
    m_lines += m_pendingLines;
    drop();
    return {};
}

void UnsyncedLog::takeBack()
{
    if (!m_file.isOpen())
        return;
    m_file.resize(m_sizeBefore);
    m_lines = m_linesBefore;
}

Result<void> UnsyncedLog::replace(qint64 revision)
{
    errno = 0;
    m_file.close();
    QSaveFile file(path());
    const qint64 size = static_cast<qint64>(m_pending.size());
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) ||
        file.write(m_pending.data(), size) != size || !file.commit()) {
        drop();
        return Error{errno == ENOSPC ? ErrorKind::DiskFull : ErrorKind::WriteFailed, path(), file.errorString()};
    }
    syncFolderOf(path());
    m_lines = m_linesAnew = m_pendingLines;
    m_revisionAnew = revision;
    drop();
    return {};
}

void UnsyncedLog::drop()
{
    m_pending = {};
    m_pendingLines = 0;
}

void UnsyncedLog::cut()
{
    drop();
    m_lines = m_linesAnew = 0;
    if (m_file.isOpen())
        m_file.resize(0);
    else if (m_file.exists())
        QFile::resize(path(), 0);
}

} // namespace Elenco
