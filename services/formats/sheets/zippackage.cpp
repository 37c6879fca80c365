// SPDX-License-Identifier: Apache-2.0
#include "formats/sheets/zippackage.h"

#include "formats/sheets/workbook.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <zip.h>

#include <limits>

namespace Elenco {

using namespace Qt::StringLiterals;

ZipPart::ZipPart(std::shared_ptr<zip> archive, quint64 index, QString path, std::shared_ptr<qint64> unpackedLeft)
    : m_archive(std::move(archive)),
      m_file(zip_fopen_index(m_archive.get(), index, 0), &zip_fclose),
      m_path(std::move(path)),
      m_left(std::move(unpackedLeft)),
      m_allowed(std::numeric_limits<qint64>::max())
{
    zip_stat_t stat;
    if (zip_stat_index(m_archive.get(), index, 0, &stat) == 0) {
        m_packed = static_cast<qint64>(stat.comp_size);
        m_said = static_cast<qint64>(stat.size);
    }
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    if (!m_file)
        fail(QT_TRANSLATE_NOOP("Workbook", "a part of it is damaged"));
}

ZipPart::~ZipPart() = default;

qint64 ZipPart::fail(const char *what)
{
    m_ended = true;
    m_failure = damagedWorkbook(m_path, what);
    return -1;
}

qint64 ZipPart::readData(char *data, qint64 most)
{
    if (m_ended || most <= 0)
        return m_failure ? -1 : 0;
    if (m_allowed <= 0)
        return fail(QT_TRANSLATE_NOOP("Workbook", "a text in it is longer than any cell"));
    const zip_int64_t got = zip_fread(m_file.get(), data, static_cast<zip_uint64_t>(most));
    if (got < 0)
        return fail(QT_TRANSLATE_NOOP("Workbook", "a part of it is damaged"));
    m_ended = got == 0;
    m_unpacked += got;
    m_allowed -= got;
    *m_left -= got;
    const bool isBomb = m_unpacked > SheetLimits::foldFrom && m_unpacked / SheetLimits::foldOf > m_packed;
    if (*m_left < 0 || isBomb)
        return fail(QT_TRANSLATE_NOOP("Workbook", "it would unpack to more than any workbook of people needs"));
    return got;
}

void ZipPart::drain()
{
    char buffer[1 << 14];
    allow(std::numeric_limits<qint64>::max());
    while (read(buffer, sizeof buffer) > 0) {
    }
}

QString ZipPackage::keyOf(QString name)
{
    name.replace(u'\\', u'/');
    while (name.startsWith(u'/'))
        name.remove(0, 1);
    return name.toLower();
}

Result<ZipPackage> ZipPackage::open(const QString &path)
{
    ZipPackage package;
    package.m_path = path;
    const QFileInfo file(path);
    package.m_size = file.size();
    package.m_modified = file.lastModified();
    int code = 0;
    if (zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &code))
        package.m_archive = std::shared_ptr<zip>(archive, &zip_discard);
    const Result<void> read = package.readNames();
    return read ? Result(std::move(package)) : read.error();
}

Result<ZipPackage> ZipPackage::of(const QByteArray &bytes, const QString &path)
{
    ZipPackage package;
    package.m_path = path;
    zip_source_t *source =
        zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, nullptr);
    if (zip_t *archive = zip_open_from_source(source, ZIP_RDONLY, nullptr)) // it owns the source then
        package.m_archive = std::shared_ptr<zip>(archive, [bytes](zip *opened) { zip_discard(opened); });
    else
        zip_source_free(source);
    const Result<void> read = package.readNames();
    return read ? Result(std::move(package)) : read.error();
}

Result<void> ZipPackage::readNames()
{
    if (!m_archive)
        return damagedWorkbook(m_path, QT_TRANSLATE_NOOP("Workbook", "it is damaged or cut off"));
    m_left = std::make_shared<qint64>(SheetLimits::unpackedBytes);
    const zip_int64_t count = zip_get_num_entries(m_archive.get(), 0);
    if (count > SheetLimits::parts)
        return damagedWorkbook(
            m_path, QT_TRANSLATE_NOOP("Workbook", "it would unpack to more than any workbook of people needs"));
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        if (const char *name = zip_get_name(m_archive.get(), index, 0))
            m_parts.insert(keyOf(QString::fromUtf8(name)), index);
    }
    return {};
}

bool ZipPackage::containsBelow(const QString &folder) const
{
    const QString start = keyOf(folder);
    for (auto part = m_parts.keyBegin(); part != m_parts.keyEnd(); ++part) {
        if (part->startsWith(start))
            return true;
    }
    return false;
}

Result<std::unique_ptr<ZipPart>> ZipPackage::part(const QString &name) const
{
    const auto found = m_parts.find(keyOf(name));
    if (found == m_parts.end())
        return Error{ErrorKind::InvalidInput, m_path,
                     QCoreApplication::translate("Workbook", "its part “%1” is missing").arg(name)};
    zip_stat_t stat;
    if (zip_stat_index(m_archive.get(), *found, 0, &stat) == 0 && (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
        stat.encryption_method != ZIP_EM_NONE)
        return Error{ErrorKind::Unsupported, m_path,
                     QCoreApplication::translate("FileKind", "a password-protected workbook")};
    auto part = std::make_unique<ZipPart>(m_archive, *found, m_path, m_left);
    if (part->failure())
        return *part->failure();
    return part;
}

QByteArray ZipPackage::start(const QString &name, qint64 most) const
{
    if (!contains(name))
        return {};
    const Result<std::unique_ptr<ZipPart>> opened = part(name);
    return opened ? (*opened)->read(most) : QByteArray();
}

Result<void> ZipPackage::unchanged() const
{
    const QFileInfo file(m_path);
    if (file.size() != m_size || file.lastModified() != m_modified)
        return Error{ErrorKind::ChangedWhileRead, m_path, {}};
    return {};
}

} // namespace Elenco
