// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.h"

namespace Elenco {

/// A column of an exported table: a standard field, the tags, the lists, or a custom field.
struct ExportColumn {
    enum class Kind { Standard, Tags, Lists, Custom };
    Kind kind = Kind::Standard;
    QString key;   ///< "firstName", "tags", "lists", a custom field's name: what our import knows it by
    QString label; ///< in the user's language; no two columns have the same
    ValueKind valueKind = ValueKind::Text;
    QString Contact::*member = nullptr; ///< of Standard
    friend bool operator==(const ExportColumn &, const ExportColumn &) = default;
};

/// All columns that a workspace with these custom fields has, in the sequence of the field table.
QList<ExportColumn> exportColumns(const QList<CustomField> &fields);

/// Those of `keys` that there are, in their sequence; all where there are none.
QList<ExportColumn> chosenColumns(const QList<ExportColumn> &all, const QStringList &keys);

/// What stands in a contact's cell: the canonical form of a number, date or yes/no (CustomValue), tags and lists
/// separated by semicolons.
QString exportText(const ExportColumn &column, const Contact &contact, const QStringList &lists);

} // namespace Elenco
