// SPDX-License-Identifier: Apache-2.0
#include "formats/filecollection.h"

#include "formats/mailmessage.h"
#include "formats/sheets/workbook.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QLocale>

#include <zip.h>

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 startSize = 64 << 10;

QString collectionText(const char *text)
{
    return QCoreApplication::translate("FileCollection", text);
}

QByteArray startOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(startSize) : QByteArray();
}

bool isArchive(const QByteArray &start)
{
    return start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06");
}

// What a workbook or a text document has in it beside its own.
bool isDocument(const QByteArray &start)
{
    return start.contains("[Content_Types].xml") || start.contains("mimetypeapplication/") || start.contains("xl/") ||
           start.contains("word/");
}

enum class Content { Cards, Mail, Table, Other };

Content contentBy(const QString &name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    if (suffix == "vcf"_L1 || suffix == "vcard"_L1)
        return Content::Cards;
    if (suffix == "eml"_L1)
        return Content::Mail;
    static const QStringList tables{u"csv"_s, u"tsv"_s, u"txt"_s, u"xlsx"_s, u"xlsm"_s, u"ods"_s, u"xls"_s};
    return tables.contains(suffix) ? Content::Table : Content::Other;
}

Error readError(const QFile &file)
{
    const ErrorKind kind =
        file.error() == QFileDevice::PermissionsError ? ErrorKind::NoPermission : ErrorKind::ReadFailed;
    return {kind, file.fileName(), file.errorString()};
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return readError(file);
    QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return readError(file);
    return content;
}

/// An archive that is closed at its end.
using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

} // namespace

bool FileCollection::isCollection(const QString &path)
{
    if (QFileInfo(path).isDir())
        return !QDir(path).isRoot(); // nobody means a whole disk
    const QByteArray start = startOf(path);
    return (isArchive(start) && !isDocument(start) && !Workbook::isWorkbook(path)) || looksLikeMail(start);
}

Result<void> FileCollection::readOne(const QString &path)
{
    if (QFileInfo(path).isDir())
        return readFolder(path);
    const QByteArray start = startOf(path);
    const QString name = QFileInfo(path).fileName();
    if (isArchive(start))
        return readArchive(path);
    if (looksLikeMail(start))
        return readMail(path, name);
    m_files.append({name, path}); // whatever it is called: a person chose it
    return {};
}

Result<FileCollection> FileCollection::open(const QString &path, const QStringList &further)
{
    FileCollection collection;
    for (const QString &each : QStringList{path} + further) {
        if (const Result<void> read = collection.readOne(each); !read)
            return read.error();
    }
    if (collection.m_files.isEmpty()) {
        collection.m_isOfCards = false;
        collection.m_files = std::move(collection.m_tables);
    } else {
        for (const CollectedFile &table : std::as_const(collection.m_tables))
            collection.m_passedOver.append(table.name);
    }
    if (collection.m_files.isEmpty())
        return Error{QFileInfo(path).isDir() ? ErrorKind::IsDirectory : ErrorKind::NotRecognised, path,
                     collectionText(QT_TRANSLATE_NOOP("FileCollection", "there are neither cards nor a table in it"))};
    const QLocale english(QLocale::English);
    QCollator byName(english); // numbers by their value in any locale
    byName.setNumericMode(true);
    byName.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(collection.m_files.begin(), collection.m_files.end(),
                     [&](const CollectedFile &a, const CollectedFile &b) { return byName(a.name, b.name); });
    return collection;
}

Result<void> FileCollection::readFolder(const QString &path)
{
    const QDir folder(path);
    if (!folder.isReadable())
        return Error{ErrorKind::NoPermission, path, {}};
    QDirIterator entries(path, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString file = entries.next();
        if (const Result<void> added = add(folder.relativeFilePath(file), file); !added)
            return added;
    }
    return {};
}

Result<void> FileCollection::add(const QString &name, const QString &path)
{
    if (++m_count > mostFiles)
        return Error{ErrorKind::InvalidInput, name,
                     collectionText(QT_TRANSLATE_NOOP("FileCollection", "there are more than %1 files in it"))
                         .arg(QLocale().toString(mostFiles))};
    switch (contentBy(name)) {
    case Content::Cards:
        if (QFileInfo(path).size() > 0)
            m_files.append({name, path});
        else
            m_passedOver.append(name);
        return {};
    case Content::Mail: return readMail(path, name);
    case Content::Table: m_tables.append({name, path}); return {};
    case Content::Other: m_passedOver.append(name); return {};
    }
    return {};
}

Result<QString> FileCollection::room()
{
    if (!m_unpacked)
        m_unpacked = std::make_shared<QTemporaryDir>();
    if (!m_unpacked->isValid())
        return Error{ErrorKind::WriteFailed, m_unpacked->path(), m_unpacked->errorString()};
    return m_unpacked->filePath(QString::number(++m_count));
}

Result<void> FileCollection::addContent(const QString &name, const QByteArray &content)
{
    const Result<QString> path = room();
    if (!path)
        return path.error();
    QFile file(*path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush())
        return Error{ErrorKind::DiskFull, file.fileName(), file.errorString()};
    file.close();
    m_files.append({name, *path});
    return {};
}

Result<void> FileCollection::readMail(const QString &path, const QString &name)
{
    const Result<QByteArray> content = contentOf(path);
    if (!content)
        return content.error();
    const QList<MailedCards> mailed = cardsOfMail(*content);
    if (mailed.isEmpty())
        m_passedOver.append(name);
    for (const MailedCards &cards : mailed) {
        const QString inside = cards.name.isEmpty() ? name : name + u": "_s + cards.name;
        if (const Result<void> added = addContent(inside, cards.content); !added)
            return added;
    }
    return {};
}

Result<void> FileCollection::readArchive(const QString &path)
{
    int code = 0;
    const Archive archive(zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &code), &zip_discard);
    const auto damaged = [&path] {
        return Error{ErrorKind::InvalidInput, path,
                     collectionText(QT_TRANSLATE_NOOP("FileCollection", "the archive is damaged"))};
    };
    if (!archive)
        return Error{
            ErrorKind::Unsupported, path,
            collectionText(QT_TRANSLATE_NOOP("FileCollection", "an archive that is damaged, or no archive of files"))};
    const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < entries; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0)
            return damaged();
        const QString name = QString::fromUtf8(stat.name);
        if (name.endsWith(u'/') || name.startsWith("__MACOSX/"_L1))
            continue;
        if (contentBy(name) == Content::Other) {
            m_passedOver.append(name);
            continue;
        }
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
            return Error{ErrorKind::InvalidInput, path,
                         collectionText(QT_TRANSLATE_NOOP("FileCollection", "the archive is protected by a password"))};
        const Result<QString> place = room();
        if (!place)
            return place.error();
        const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> entry(
            zip_fopen_index(archive.get(), static_cast<zip_uint64_t>(i), 0), &zip_fclose);
        if (!entry)
            return damaged();
        QFile file(*place);
        if (!file.open(QIODevice::WriteOnly))
            return Error{ErrorKind::WriteFailed, file.fileName(), file.errorString()};
        QByteArray chunk(1 << 16, '\0');
        for (;;) {
            const zip_int64_t got = zip_fread(entry.get(), chunk.data(), static_cast<zip_uint64_t>(chunk.size()));
            if (got < 0)
                return damaged();
            if (got == 0)
                break;
            m_bytes += got;
            if (m_bytes > mostBytes) // what it says of itself may be a lie
                return Error{ErrorKind::InvalidInput, path,
                             collectionText(QT_TRANSLATE_NOOP("FileCollection", "it would unpack to more than %1"))
                                 .arg(QLocale().formattedDataSize(mostBytes))};
            if (file.write(chunk.constData(), got) != got)
                return Error{ErrorKind::DiskFull, file.fileName(), file.errorString()};
        }
        file.close();
        if (const Result<void> added = add(name, *place); !added)
            return added;
    }
    return {};
}

} // namespace Elenco
