// SPDX-License-Identifier: Apache-2.0
#include "core/error.h"

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
            "Error", "The address book “%1” is damaged. Nothing was written to it; restore a backup."));
    case ErrorKind::InvalidInput: return translated(QT_TRANSLATE_NOOP("Error", "“%1” can't be used."));
    case ErrorKind::AlreadyDone: return translated(QT_TRANSLATE_NOOP("Error", "“%1” was done already."));
    case ErrorKind::Internal:
        return translated(QT_TRANSLATE_NOOP("Error", "Something went wrong with “%1”. Nothing was changed."));
    }
    Q_UNREACHABLE();
}

} // namespace

QString Error::text() const
{
    QString text = sentence(kind);
    if (text.contains(QLatin1String("%1")))
        text.replace(QLatin1String("%1"), subject);
    if (!detail.isEmpty())
        text += QLatin1String(" (") + detail + QLatin1Char(')');
    return text;
}

} // namespace Elenco
