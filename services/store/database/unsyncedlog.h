// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/packing.h"
#include "core/result.h"

#include <QFile>

namespace Elenco {

/// One line of the log: what is unsent of one record, as facts by name (store/journal/unsynced.h says which).
using UnsyncedRecord = NamedTexts;

/// The file beside a workspace that holds what was edited and is not at the gateway yet, so that a damaged database
/// does not take it along (sync.md section 2.2). One line a record: a CRC32 in hexadecimal, a blank, the packed facts
/// with line ends escaped. Lines are only ever added; a later line about a record takes the place of an earlier one.
///
/// It is a second copy: an edit goes into the database whether its lines could be written or not, because a person can
/// see and repeat nothing of a log, and to refuse their work for its sake would lose more than it could ever save.
/// Whoever writes it reports a failure (Workspace::noteTrouble) and goes on.
///
/// The file is readable by its owner only. Used on the writer thread; read() on any.
class UnsyncedLog
{
public:
    explicit UnsyncedLog(const QString &path);

    QString path() const { return m_file.fileName(); }
    /// Lines in the file now, and after it was last written anew.
    qint64 lines() const { return m_lines; }
    qint64 linesAnew() const { return m_linesAnew; }

    struct Content {
        std::vector<UnsyncedRecord> records;
        std::vector<qint64> wrongLines; ///< counted from 1: their checksum does not fit
        bool isTorn = false;            ///< the last line has no end: it was being written when the program ended
    };
    /// A file that is not there has nothing.
    static Content read(const QString &path);

    /// Lines are collected first and written together.
    void add(const UnsyncedRecord &record);
    /// Writes what was added behind what is there, and waits until the disk has it.
    Result<void> append();
    /// Takes the last append() back: what it said did not happen.
    void takeBack();
    /// Writes what was added in the place of what is there; the file is the old or the new one, whatever happens.
    /// `revision`: of the workspace (Workspace::revision()) that it says all of.
    Result<void> replace(qint64 revision = -1);
    qint64 revisionAnew() const { return m_revisionAnew; }
    /// Forgets what was added and not written.
    void drop();
    /// Nothing is unsent any more.
    void cut();

private:
    bool openToAppend();
    Result<void> failure();

    QFile m_file;
    std::string m_pending;
    qint64 m_pendingLines = 0;
    qint64 m_lines = 0;
    qint64 m_linesAnew = 0;
    qint64 m_revisionAnew = -1;
    qint64 m_sizeBefore = 0; ///< of the last append()
    qint64 m_linesBefore = 0;
};

/// Waits until the disk has what was written; false when the system reports a failure.
bool syncToDisk(QFileDevice &file);
/// The same for the names in a file's folder: a new or renamed file is on the disk when its name is.
void syncFolderOf(const QString &path);

} // namespace Elenco
