// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QHash>
#include <QIODevice>
#include <QString>

#include <memory>
#include <optional>

struct zip;
struct zip_file;

namespace Elenco {

/// A part of a package, unpacked while it is read. It ends where its bytes end, and at the first failure, which
/// failure() then names: who reads on without asking meets an end, never a loop.
class ZipPart final : public QIODevice
{
    Q_OBJECT

public:
    ZipPart(std::shared_ptr<zip> archive, quint64 index, QString path, std::shared_ptr<qint64> unpackedLeft);
    ~ZipPart() override;

    bool isSequential() const override { return true; }
    /// So many bytes may be read from here on: what a parser gathers for one text has an end.
    void allow(qint64 bytes) { m_allowed = bytes; }
    /// Reads what is left, so that the checksum at the end is looked at.
    void drain();
    const std::optional<Error> &failure() const { return m_failure; }
    qint64 unpackedBytes() const { return m_unpacked; }
    /// What the package says that the part unpacks to.
    qint64 saidBytes() const { return m_said; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 fail(const char *what);

    std::shared_ptr<zip> m_archive;
    std::unique_ptr<zip_file, int (*)(zip_file *)> m_file;
    QString m_path;
    std::shared_ptr<qint64> m_left; ///< of the whole package
    qint64 m_packed = 0;
    qint64 m_said = 0;
    qint64 m_unpacked = 0;
    qint64 m_allowed = 0;
    bool m_ended = false;
    std::optional<Error> m_failure;
};

/// The parts of a workbook's archive by their names, whatever slashes and capitals a program wrote them with.
class ZipPackage
{
public:
    /// Errors: InvalidInput: no archive, a damaged one, one of more parts than SheetLimits has.
    static Result<ZipPackage> open(const QString &path);
    /// The same from bytes.
    static Result<ZipPackage> of(const QByteArray &bytes, const QString &path);

    bool contains(const QString &name) const { return m_parts.contains(keyOf(name)); }
    /// Whether a part's name begins so.
    bool containsBelow(const QString &folder) const;
    /// Errors: InvalidInput (there is none, it is damaged), Unsupported (it is protected by a password).
    Result<std::unique_ptr<ZipPart>> part(const QString &name) const;
    /// The first bytes of a small part; empty where there is none.
    QByteArray start(const QString &name, qint64 most) const;

    const QString &path() const { return m_path; }
    /// Whether the file is what it was when it was opened. Errors: ChangedWhileRead.
    Result<void> unchanged() const;

private:
    static QString keyOf(QString name);
    Result<void> readNames();

    QString m_path;
    std::shared_ptr<zip> m_archive;
    QHash<QString, quint64> m_parts;
    std::shared_ptr<qint64> m_left;
    qint64 m_size = 0;
    QDateTime m_modified;
};

} // namespace Elenco
