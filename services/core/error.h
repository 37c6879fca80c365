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
    Gone,             ///< the workspace's file was deleted, moved or replaced while it was open
    DiskFull,         ///< no space left; what was being written was taken back
    InUse,            ///< the workspace is open in another program; `detail` names it where known
    NewerVersion,     ///< the workspace was written by a newer Elenco; `detail` is its schema step
    NotAWorkspace,    ///< a database, or some other file, that is not ours
    Damaged,          ///< SQLite says the file is damaged; `detail` is its message
    InvalidInput,     ///< a value or an argument that can't be used; `detail` says why
    AlreadyDone,      ///< undone already, committed already
    NameTaken,        ///< another list bears the name `subject`
    Ambiguous,        ///< a name that several lists bear
    Internal,         ///< a bug of ours that was caught; `detail` is for the report

    // Where keys are kept (secrets/secretstore.h).
    SecretsUnavailable, ///< it does not work here and now; `detail` is the system's message
    WrongPassphrase,    ///< it does not open the file of keys, or the file was changed

    // The partner gateway. Nothing was changed there, but for OutcomeUnknown (sync.md section 2.5: three outcomes
    // only). `subject` is the gateway's host where nothing else is said.
    NoNetwork,         ///< this computer is connected to nothing
    HostNotFound,      ///< no such name
    ConnectionRefused, ///< the computer is there, nothing listens
    ConnectionLost,    ///< it broke off while something was read
    TimedOut,          ///< no answer, or not to its end, in the time given
    TlsUntrusted,      ///< a certificate that nobody we trust has signed
    TlsExpired,        ///< a certificate of another time: often the computer's clock
    TlsWrongName,      ///< a certificate of another host
    TlsFailed,         ///< any other failure to agree on encryption; `detail` is the system's message
    ProxyFailed,       ///< the proxy is missing, refuses, or wants a login; `detail` is the system's message
    NotTheGateway,     ///< a page, a redirect, another content type: a network's login page, or a wrong address
    KeyRefused,        ///< 401: key, or user and password
    NotAllowed,        ///< 403: this address or this plan may not do it; `subject` is what was asked
    Conflict,          ///< 409: another contact has that number
    QuotaExhausted,    ///< no room for more contacts in the subscription
    TooLarge,          ///< 413: more than the gateway takes in one piece; or an answer above our limit
    RateLimited,       ///< 429, for longer than we wait; `detail` is the seconds to wait, if said
    ServerFailed,      ///< 5xx while something was read; `detail` is the status
    Refused,           ///< 400, 422: `subject` is the field, `detail` the gateway's words
    UnreadableAnswer,  ///< an answer that is not what the contract says; `detail` names the place
    OtherAccount,      ///< not the account that the contacts here are in step with
    OutcomeUnknown,    ///< a write that may have been done or not: look it up before it is sent again
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
