// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace Elenco::Practice {

/// Ids as one text in the state's file: "1,2,3".
QString textOfIds(const QList<qint64> &ids);
QList<qint64> idsFromText(const QString &text);

} // namespace Elenco::Practice
