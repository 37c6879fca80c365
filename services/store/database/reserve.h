// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Elenco {

/// Free bytes on the disk that holds `path`, as far as this user may have them; -1 when the system does not say.
qint64 freeBytes(const QString &path);

/// Bytes that a contact takes while it is read from the gateway: its row with all indexes, the write-ahead log, and
/// what sorting the indexes takes (sync.md section 2.8).
inline constexpr qint64 bytesPerContact = 3000;

/// A file beside the workspace that holds some disk space back. A full disk would refuse the edit that a person is
/// making at this moment; letting this file go makes room for it, and for the words about it.
class Reserve
{
public:
    explicit Reserve(const QString &workspacePath) : m_path(workspacePath + QStringLiteral(".reserve")) {}

    QString path() const { return m_path; }
    /// What is held back of a disk with so much space: little on a small one, nothing on one that is nearly full.
    static qint64 fittingSize(qint64 freeBytes, qint64 totalBytes);
    /// Makes the file if it is not there; takes as long as writing it. A disk that can't hold it has none.
    void keep();
    void keep(qint64 bytes);
    /// False: there was none to let go.
    bool release();

private:
    const QString m_path;
};

} // namespace Elenco
