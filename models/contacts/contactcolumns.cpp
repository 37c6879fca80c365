// SPDX-License-Identifier: Apache-2.0
#include "models/contacts/contactcolumns.h"

#include "core/values/valuelocale.h"
#include "phone/phonedisplay.h"

#include <QCoreApplication>

namespace Elenco {

using namespace Qt::StringLiterals;

QList<ContactColumn> contactColumns(const QList<CustomField> &customFields)
{
    using Kind = ContactColumn::Kind;
    QList<ContactColumn> columns{
        {Kind::Name, Field::FirstName, u"name"_s, QCoreApplication::translate("Field", "Name"), ValueKind::Text, true}};
    for (Field field : {Field::Phone, Field::Email, Field::City, Field::Province, Field::Region, Field::Gender}) {
        const bool isShown = field != Field::Region && field != Field::Gender;
        columns.append(
            {Kind::Standard, field, QLatin1String(fieldInfo(field).key), fieldLabel(field), ValueKind::Text, isShown});
    }
    columns.append(
        {Kind::Tags, Field::FirstName, u"tags"_s, QCoreApplication::translate("Field", "Tags"), ValueKind::Text, true});
    for (const CustomField &field : customFields) {
        // Money is what lists are cut by; the rest waits in the column chooser.
        const bool isShown = field.name == "totalSpent"_L1;
        columns.append({Kind::Custom, Field::FirstName, field.name, customFieldLabel(field.name), field.kind, isShown});
    }
    return columns;
}

QString displayText(const CustomValue &value)
{
    return shownValue(QLocale(), value.kind, value.text);
}

QString displayText(const ContactColumn &column, const Contact &contact)
{
    switch (column.kind) {
    case ContactColumn::Kind::Name: {
        const QString name = contact.fullName();
        return name.isEmpty()
                   ? displayText(
                         {ContactColumn::Kind::Custom, Field::FirstName, u"company"_s, {}, ValueKind::Text, false},
                         contact)
                   : name;
    }
    case ContactColumn::Kind::Standard:
        return column.field == Field::Phone && contact.valid ? displayPhone(contact.phoneNumber)
                                                             : contact.*fieldInfo(column.field).member;
    case ContactColumn::Kind::Tags: return contact.tags.join(", "_L1);
    case ContactColumn::Kind::Custom:
        for (const CustomValue &value : contact.customFields) {
            if (value.name == column.key)
                return displayText(value);
        }
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace Elenco
