// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/journal/journal.h"

#include <QStringList>

#include <functional>

namespace Elenco {

/// "City changed Monza → Milano", "City set to Milano", "City “Monza” removed".
QString valueChangeText(const QString &label, const QString &before, const QString &after);

/// What a change did to one contact, in words: "City changed Monza → Milano · 9 Apr 2026". One line a field.
/// The journal knows lists by id; `listName` names them.
QStringList historyLines(const ContactHistoryEntry &entry, const std::function<QString(ListId)> &listName);

} // namespace Elenco
