// SPDX-License-Identifier: Apache-2.0
#include "core/error.h"

#include "core/errorcause.h"

#include <QCoreApplication>

namespace Elenco {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Error", text);
}

QString sentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled: return translated(QT_TRANSLATE_NOOP("Error", "Cancelled. Nothing was changed."));
    case ErrorKind::NotFound: return translated(QT_TRANSLATE_NOOP("Error", "“%1” was not found."));
    case ErrorKind::IsDirectory: return translated(QT_TRANSLATE_NOOP("Error", "“%1” is a folder, not a file."));
    case ErrorKind::NoPermission:
        return translated(QT_TRANSLATE_NOOP("Error", "The system does not allow access to “%1”."));
    case ErrorKind::Empty: return translated(QT_TRANSLATE_NOOP("Error", "“%1” is empty: there is nothing to import."));
    case ErrorKind::NotRecognised:
        return translated(QT_TRANSLATE_NOOP("Error", "“%1” is neither a vCard nor a table of contacts."));
    case ErrorKind::Unsupported: return translated(QT_TRANSLATE_NOOP("Error", "“%1” can't be read by this version."));
    case ErrorKind::ChangedWhileRead:
        return translated(QT_TRANSLATE_NOOP(
            "Error", "“%1” was changed by another program while it was read. Nothing was imported; start again."));
    case ErrorKind::ReadFailed: return translated(QT_TRANSLATE_NOOP("Error", "“%1” could not be read to the end."));
    case ErrorKind::WriteFailed:
        return translated(QT_TRANSLATE_NOOP("Error", "“%1” could not be written. What was there before is unchanged."));
    case ErrorKind::Gone:
        return translated(QT_TRANSLATE_NOOP(
            "Error", "The file “%1” is gone: it was deleted, moved or replaced while it was open. Nothing more can be "
                     "saved in it; save a copy of the address book before you leave."));
    case ErrorKind::DiskFull:
        return translated(QT_TRANSLATE_NOOP(
            "Error", "There is no space left for “%1”. Nothing was changed; make room and try again."));
    case ErrorKind::InUse:
        return translated(QT_TRANSLATE_NOOP("Error", "The address book “%1” is open in another program."));
    case ErrorKind::NewerVersion:
        return translated(QT_TRANSLATE_NOOP("Error", "The address book “%1” was written by a newer Elenco. It was not "
                                                     "opened or changed; update Elenco to use it."));
    case ErrorKind::NotAWorkspace:
        return translated(QT_TRANSLATE_NOOP("Error", "“%1” is not an Elenco address book. It was not changed."));
    case ErrorKind::Damaged:
        return translated(QT_TRANSLATE_NOOP(
            "Error", "The address book “%1” is damaged. Elenco can rescue it; nothing of it is thrown away."));
    case ErrorKind::InvalidInput: return translated(QT_TRANSLATE_NOOP("Error", "“%1” can't be used."));
    case ErrorKind::AlreadyDone: return translated(QT_TRANSLATE_NOOP("Error", "“%1” was done already."));
    case ErrorKind::NameTaken:
        return translated(QT_TRANSLATE_NOOP(
            "Error", "There is a list called “%1” already. Nothing was changed; choose another name."));
    case ErrorKind::Ambiguous:
        return translated(QT_TRANSLATE_NOOP(
            "Error", "More than one list is called “%1”. Nothing was changed; rename one of them first."));
    case ErrorKind::Internal:
        return translated(QT_TRANSLATE_NOOP("Error", "Something went wrong with “%1”. Nothing was changed."));
    case ErrorKind::SecretsUnavailable:
        return translated(QT_TRANSLATE_NOOP("Error", "The system’s keyring does not answer, or is locked. Nothing was "
                                                     "changed; unlock it, or keep the key in another place."));
    case ErrorKind::WrongPassphrase:
        return translated(QT_TRANSLATE_NOOP(
            "Error", "The passphrase does not open “%1”, or the file was changed. Nothing was changed."));
    case ErrorKind::NoNetwork:
        return translated(QT_TRANSLATE_NOOP("Error", "This computer has no network connection. Your data here is safe "
                                                     "and unchanged; go on working and try again later."));
    case ErrorKind::HostNotFound:
        return translated(QT_TRANSLATE_NOOP(
            "Error",
            "No computer named “%1” was found. Check the address and the network connection; nothing was sent."));
    case ErrorKind::ConnectionRefused:
        return translated(QT_TRANSLATE_NOOP("Error", "“%1” can be reached, but nothing answers at this address: the "
                                                     "service is stopped, or the port is wrong. Nothing was sent."));
    case ErrorKind::ConnectionLost:
        return translated(QT_TRANSLATE_NOOP(
            "Error", "The connection to “%1” broke off while data was read. Nothing was changed; try again."));
    case ErrorKind::TimedOut:
        return translated(QT_TRANSLATE_NOOP("Error", "“%1” did not answer in time. Nothing was changed; try again."));
    case ErrorKind::TlsUntrusted:
        return translated(QT_TRANSLATE_NOOP(
            "Error", "The identity of “%1” can't be confirmed: its certificate comes from nobody this computer trusts. "
                     "Nothing was sent. On a company network, a program that inspects connections may be the reason."));
    case ErrorKind::TlsExpired:
        return translated(QT_TRANSLATE_NOOP(
            "Error",
            "The certificate of “%1” is not valid at this date. Check this computer’s clock; nothing was sent."));
    case ErrorKind::TlsWrongName:
        return translated(QT_TRANSLATE_NOOP("Error", "The computer that answers as “%1” has the certificate of another "
                                                     "name. Check the address; nothing was sent."));
    case ErrorKind::TlsFailed:
        return translated(QT_TRANSLATE_NOOP("Error", "No secure connection to “%1” could be made. Nothing was sent."));
    case ErrorKind::ProxyFailed:
        return translated(QT_TRANSLATE_NOOP("Error", "The network’s proxy does not let Elenco reach “%1”. Nothing was "
                                                     "sent; check the system’s proxy settings."));
    case ErrorKind::NotTheGateway:
        return translated(
            QT_TRANSLATE_NOOP("Error", "What answered at “%1” is not the gateway: this network may want you to log in "
                                       "first, or the address is wrong. Nothing was changed."));
    case ErrorKind::KeyRefused:
        return translated(QT_TRANSLATE_NOOP(
            "Error",
            "“%1” refused the key, or the user and password. Nothing was changed; check them in the account."));
    case ErrorKind::NotAllowed:
        return translated(QT_TRANSLATE_NOOP("Error",
                                            "The account may not do this: %1. Its plan does not contain it, or this "
                                            "computer’s address is not on its list. Nothing was changed."));
    case ErrorKind::Conflict:
        return translated(
            QT_TRANSLATE_NOOP("Error", "Another contact at the gateway has the number “%1”. Nothing was changed."));
    case ErrorKind::QuotaExhausted:
        return translated(QT_TRANSLATE_NOOP(
            "Error", "The subscription has no room for more contacts. The new ones stay here and are not lost."));
    case ErrorKind::TooLarge:
        return translated(QT_TRANSLATE_NOOP(
            "Error", "“%1” is larger than what can be sent or received in one piece. Nothing was changed."));
    case ErrorKind::RateLimited:
        return translated(QT_TRANSLATE_NOOP(
            "Error", "“%1” asks for a pause: too many requests. Nothing was changed; it goes on later."));
    case ErrorKind::ServerFailed:
        return translated(QT_TRANSLATE_NOOP(
            "Error", "“%1” has a problem of its own. As far as is known nothing was changed; try again later."));
    case ErrorKind::Refused:
        return translated(QT_TRANSLATE_NOOP("Error", "The gateway did not accept “%1”. Nothing was changed."));
    case ErrorKind::UnreadableAnswer:
        return translated(
            QT_TRANSLATE_NOOP("Error", "The answer of “%1” could not be understood. Nothing was changed here."));
    case ErrorKind::OtherAccount:
        return translated(QT_TRANSLATE_NOOP(
            "Error",
            "This key opens another account at “%1” than the one that the contacts here belong to. Nothing was "
            "read or sent. Open another address book for it, or go back to the key before."));
    case ErrorKind::OutcomeUnknown:
        return translated(
            QT_TRANSLATE_NOOP("Error", "The connection to “%1” broke off before the answer came: what was sent may "
                                       "have been done, or not. It is looked up before it is sent again."));
    }
    Q_UNREACHABLE();
}

// Without a word about what was done: the kinds that can come up after something was.
QString causeSentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::HostNotFound:
        return translated(
            QT_TRANSLATE_NOOP("Error", "No computer named “%1” was found: check the network connection."));
    case ErrorKind::ConnectionRefused:
        return translated(QT_TRANSLATE_NOOP("Error", "“%1” can be reached, but nothing answers at this address."));
    case ErrorKind::ConnectionLost: return translated(QT_TRANSLATE_NOOP("Error", "The connection to “%1” broke off."));
    case ErrorKind::TimedOut: return translated(QT_TRANSLATE_NOOP("Error", "“%1” did not answer in time."));
    case ErrorKind::TlsUntrusted:
    case ErrorKind::TlsExpired:
    case ErrorKind::TlsWrongName:
    case ErrorKind::TlsFailed:
        return translated(QT_TRANSLATE_NOOP("Error", "No secure connection to “%1” could be made."));
    case ErrorKind::ProxyFailed:
        return translated(QT_TRANSLATE_NOOP("Error", "The network’s proxy does not let Elenco reach “%1”."));
    case ErrorKind::NotTheGateway:
        return translated(QT_TRANSLATE_NOOP(
            "Error", "What answered at “%1” is not the gateway: this network may want you to log in first."));
    case ErrorKind::KeyRefused:
        return translated(
            QT_TRANSLATE_NOOP("Error", "“%1” refused the key, or the user and password: check them in the account."));
    case ErrorKind::NotAllowed: return translated(QT_TRANSLATE_NOOP("Error", "The account may not do this: %1."));
    case ErrorKind::TooLarge:
        return translated(QT_TRANSLATE_NOOP("Error", "“%1” is larger than what can be sent or received in one piece."));
    case ErrorKind::RateLimited:
        return translated(QT_TRANSLATE_NOOP("Error", "“%1” asks for a pause: too many requests. It goes on later."));
    case ErrorKind::ServerFailed:
        return translated(QT_TRANSLATE_NOOP("Error", "“%1” has a problem of its own. It is tried again later."));
    case ErrorKind::UnreadableAnswer:
        return translated(QT_TRANSLATE_NOOP("Error", "The answer of “%1” could not be understood."));
    case ErrorKind::Refused: return translated(QT_TRANSLATE_NOOP("Error", "The gateway did not accept “%1”."));
    default: return sentence(kind);
    }
}

QString filled(QString text, const Error &error)
{
    if (text.contains(QLatin1String("%1")))
        text.replace(QLatin1String("%1"), error.subject);
    if (!error.detail.isEmpty())
        text += QLatin1String(" (") + error.detail + QLatin1Char(')');
    return text;
}

} // namespace

QString Error::text() const
{
    return filled(sentence(kind), *this);
}

QString causeOf(const Error &error)
{
    return filled(causeSentence(error.kind), error);
}

} // namespace Elenco
