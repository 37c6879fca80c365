// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.h"
#include "store/contacts/contactquery.h"

#include <QList>
#include <QString>

#include <optional>

namespace Elenco {

/// A column of the contact table: what it shows and what it sorts by.
struct ContactColumn {
    enum class Kind { Name, Standard, Tags, Custom };
    Kind kind = Kind::Name;
    Field field = Field::FirstName; ///< of Standard
    QString key;                    ///< sort key and settings key: "name", a field's key, "tags", a custom field's name
    QString label;
    ValueKind valueKind = ValueKind::Text;
    bool isShownAtFirst = true;

    bool isSortable() const { return kind != Kind::Tags; }
    friend bool operator==(const ContactColumn &, const ContactColumn &) = default;
};

/// Name, the standard fields but first and last name, tags, and every custom field of the workspace.
QList<ContactColumn> contactColumns(const QList<CustomField> &customFields);

/// What a cell says, as people read it: numbers and dates in the locale's form, phones in groups.
QString displayText(const ContactColumn &column, const Contact &contact);
/// A custom value as people read it.
QString displayText(const CustomValue &value);

} // namespace Elenco
