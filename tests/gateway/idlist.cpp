// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/idlist.h"

#include <QStringList>

namespace Elenco::Practice {

QString textOfIds(const QList<qint64> &ids)
{
    QStringList parts;
    parts.reserve(ids.size());
    for (const qint64 id : ids)
        parts.append(QString::number(id));
    return parts.join(u',');
}

QList<qint64> idsFromText(const QString &text)
{
    QList<qint64> ids;
    for (const QStringView part : QStringView(text).split(u',', Qt::SkipEmptyParts))
        ids.append(part.toLongLong());
    return ids;
}

} // namespace Elenco::Practice
