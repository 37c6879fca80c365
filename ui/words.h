// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/changeset.h"
#include "core/contact.h"

#include <QString>

namespace Elenco {

/// "1 contact", "5,440 contacts".
QString contactCount(qint64 count);
/// A number as people of this locale write it.
QString numberText(qint64 number);
/// What can be imported, for file dialogs.
QStringList contactFileFilters();
/// A text as the name of a file, on any system: "Clienti / 2026" as "Clienti - 2026".
QString fileNameText(const QString &text);
/// "Mobile", "Landline", "Toll-free", …
QString lineKindText(LineKind kind);
/// What a change set did, as Undo and History name it: "Import of clienti.csv", "Added to Lombardia estate".
QString changeText(const ChangeSet &change);
/// "9 Apr 2026", "today 14:32".
QString whenText(const QDateTime &when);

} // namespace Elenco
