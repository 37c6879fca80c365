// SPDX-License-Identifier: Apache-2.0
#include "models/contactcolumns.h"

#include "phone/phonedisplay.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

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
    switch (value.kind) {
    case ValueKind::Number: {
        bool isNumber = false;
        const double number = value.text.toDouble(&isNumber);
        if (!isNumber)
            return value.text;
        const bool isWhole = !value.text.contains(u'.');
        return isWhole ? QLocale().toString(static_cast<qlonglong>(number))
                       : QLocale().toString(number, 'f',
                                            qMax<int>(2, int(value.text.size() - value.text.indexOf(u'.') - 1)));
    }
    case ValueKind::Date: {
        const QDate date = QDate::fromString(value.text, Qt::ISODate);
        QString format = QLocale().dateFormat(QLocale::ShortFormat);
        if (!format.contains("yyyy"_L1)) // two digits leave birthdays in doubt
            format.replace("yy"_L1, "yyyy"_L1);
        return date.isValid() ? QLocale().toString(date, format) : value.text;
    }
    case ValueKind::Bool:
        return value.text == "true"_L1    ? QCoreApplication::translate("Field", "Yes")
               : value.text == "false"_L1 ? QCoreApplication::translate("Field", "No")
                                          : value.text;
    case ValueKind::Text: return value.text;
    }
    Q_UNREACHABLE();
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
