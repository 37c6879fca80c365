// SPDX-License-Identifier: Apache-2.0
#include "app/paths.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace Elenco {

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("Elenco"));
    QCoreApplication::setOrganizationName(QStringLiteral("Elenco"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ELENCO_VERSION));
}

QString defaultWorkspacePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/Elenco/contacts.elenco");
}

QString practiceWorkspacePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/Elenco/practice.elenco");
}

} // namespace Elenco
