// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Elenco {

/// What went wrong, as a kind to branch on. The words are made in one place: Error::text().
enum class ErrorKind {
    Cancelled,        ///< the user stopped it; nothing was changed
    NotFound,         ///< no such file, list, contact, change
    IsDirectory,      ///< a folder where a file was expected
    NoPermission,     ///< the system refuses to read or write it
    Empty,            ///< a file without content
    NotRecognised,    ///< neither vCard nor a table; `detail` says what it looks like
    Unsupported,      ///< recognised, but not read by this version (a workbook, a password-protected file)
    ChangedWhileRead, ///< another program wrote to the file under our eyes
    ReadFailed,       ///< the system reported a failure while reading; `detail` is its message
    WriteFailed,      ///< the system reported a failure while writing; `detail` is its message
    DiskFull,         ///< no space left; what was being written was taken back
    InUse,            ///< the workspace is open in another program; `detail` names it where known
    NewerVersion,     ///< the workspace was written by a newer Elenco; `detail` is its schema step
    NotAWorkspace,    ///< a database, or some other file, that is not ours
    Damaged,          ///< SQLite says the file is damaged; `detail` is its message
    InvalidInput,     ///< a value or an argument that can't be used; `detail` says why
    AlreadyDone,      ///< undone already, committed already
    Internal,         ///< a bug of ours that was caught; `detail` is for the report
};

/// Why something could not be done: a kind, the thing it is about (a path, a list's name), and a detail.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString subject; ///< what it is about, as the user knows it: a path, a name
    QString detail;  ///< the rest: the system's message, a position, a reason; may be empty

    /// One or two sentences in the user's language: what happened and what it means for the data.
    QString text() const;

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace Elenco
