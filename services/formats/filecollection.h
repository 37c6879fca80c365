// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace Elenco {

/// One of the files of a collection.
struct CollectedFile {
    QString name; ///< within the collection, for people: "clienti/Ada Serra.vcf"
    QString path; ///< where it can be read, as long as the collection lives
};

/// What people keep many cards in that is no file of cards: a folder, an archive (.zip), a mail (.eml) with cards in
/// it. It is imported as one. Archives and mails are unpacked into a temporary folder, under names of our own.
class FileCollection
{
public:
    /// By what it is, not by its name. A workbook, which is an archive too, is none.
    static bool isCollection(const QString &path);

    /// Errors: NotFound, NoPermission, ReadFailed, DiskFull; InvalidInput (a damaged archive, one with a password, one
    /// that would unpack to more than `mostBytes`, more than `mostFiles`), NotRecognised, of a folder IsDirectory
    /// (neither cards nor a table are in it). `further`: files that belong to it, which were chosen together.
    static Result<FileCollection> open(const QString &path, const QStringList &further = {});

    /// Files of cards, in the order of their names; without any, the tables.
    const QList<CollectedFile> &files() const { return m_files; }
    bool isOfCards() const { return m_isOfCards; }
    /// Names of what is there and was passed over.
    const QStringList &passedOver() const { return m_passedOver; }

    static constexpr qint64 mostBytes = qint64(4) << 30;
    static constexpr int mostFiles = 200'000;

private:
    Result<void> readOne(const QString &path);
    Result<void> readFolder(const QString &path);
    Result<void> readArchive(const QString &path);
    Result<void> readMail(const QString &path, const QString &name);
    Result<void> addContent(const QString &name, const QByteArray &content);
    Result<void> add(const QString &name, const QString &path);
    Result<QString> room();

    std::shared_ptr<QTemporaryDir> m_unpacked;
    QList<CollectedFile> m_files;
    QList<CollectedFile> m_tables;
    QStringList m_passedOver;
    bool m_isOfCards = true;
    int m_count = 0;
    qint64 m_bytes = 0;
};

} // namespace Elenco
