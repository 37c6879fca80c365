// SPDX-License-Identifier: Apache-2.0
#include "formats/sheets/workbook.h"

#include "formats/sheets/odsworkbook.h"
#include "formats/sheets/xlsworkbook.h"
#include "formats/sheets/xlsxworkbook.h"

#include <QCoreApplication>
#include <QFile>

namespace Elenco {

namespace {

constexpr char oldContainer[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

constexpr qint64 firstSize = 64 << 10;

QByteArray firstBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(firstSize) : QByteArray();
}

// Of an archive that can't be opened: what its first parts are called.
bool beginsLikeOne(const QByteArray &start)
{
    return start.contains("xl/") || start.contains("opendocument.spreadsheet") ||
           (start.contains("[Content_Types].xml") && !start.contains("word/") && !start.contains("ppt/"));
}

Result<std::unique_ptr<Workbook>> openPackage(Result<ZipPackage> package)
{
    if (!package)
        return package.error();
    return OdsWorkbook::isOne(*package) ? OdsWorkbook::open(std::move(*package))
                                        : XlsxWorkbook::open(std::move(*package));
}

} // namespace

Error damagedWorkbook(const QString &path, const char *what)
{
    return {ErrorKind::InvalidInput, path, QCoreApplication::translate("Workbook", what)};
}

bool Workbook::isWorkbook(const QString &path)
{
    const QByteArray start = firstBytes(path);
    if (start.startsWith(oldContainer))
        return true;
    if (!start.startsWith("PK"))
        return false;
    const Result<ZipPackage> package = ZipPackage::open(path);
    return package ? XlsxWorkbook::isOne(*package) || OdsWorkbook::isOne(*package) : beginsLikeOne(start);
}

Result<std::unique_ptr<Workbook>> Workbook::open(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        if (!QFile::exists(path))
            return Error{ErrorKind::NotFound, path, {}};
        return Error{file.error() == QFileDevice::PermissionsError ? ErrorKind::NoPermission : ErrorKind::ReadFailed,
                     path, file.errorString()};
    }
    if (file.read(8).startsWith(oldContainer))
        return XlsWorkbook::open(CompoundFile::open(path), path);
    return openPackage(ZipPackage::open(path));
}

Result<std::unique_ptr<Workbook>> Workbook::of(const QByteArray &bytes, const QString &path)
{
    return bytes.startsWith(oldContainer) ? XlsWorkbook::open(CompoundFile::of(bytes.toStdString(), path), path)
                                          : openPackage(ZipPackage::of(bytes, path));
}

} // namespace Elenco
