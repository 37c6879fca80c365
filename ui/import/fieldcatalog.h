// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/imports/importsession.h"

#include <QMimeData>

#include <memory>
#include <optional>

namespace Elenco {

/// A field that a column can be matched to, as the panel and the menus list it.
struct FieldChoice {
    enum class Group { Standard, Custom };
    ColumnTarget target;
    Group group = Group::Standard;
    QString hint;          ///< "date", "number"; empty for text
    bool isUsed = false;   ///< a column is matched to it
    bool isNeeded = false; ///< nobody can be imported without it (or an e-mail address)
};

/// Every field there is: the standard ones, full name, tags, the workspace's custom fields, those that this import
/// makes, and the ones that many files bring.
QList<FieldChoice> fieldChoices(const ImportSession &session);
QString valueKindText(ValueKind kind);

/// A field on its way from the panel to a column.
QString fieldDragType();
std::unique_ptr<QMimeData> fieldDrag(const ColumnTarget &target);
std::optional<ColumnTarget> draggedField(const QMimeData *data);

} // namespace Elenco
