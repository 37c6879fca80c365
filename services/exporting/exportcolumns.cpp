// SPDX-License-Identifier: Apache-2.0
#include "exporting/exportcolumns.h"

#include "core/values/tagtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

QList<ExportColumn> exportColumns(const QList<CustomField> &fields)
{
    using Kind = ExportColumn::Kind;
    QList<ExportColumn> columns;
    const auto add = [&](ExportColumn column) {
        // A label that two columns have would make them one to an import; the key is no other's.
        const auto isSame = [&](const ExportColumn &other) {
            return other.label.compare(column.label, Qt::CaseInsensitive) == 0;
        };
        if (std::any_of(columns.cbegin(), columns.cend(), isSame))
            column.label = column.key;
        columns.append(std::move(column));
    };
    for (const FieldInfo &info : fieldTable())
        add({Kind::Standard, QLatin1String(info.key), fieldLabel(info.field), ValueKind::Text, info.member});
    add({Kind::Tags, u"tags"_s, QCoreApplication::translate("Field", "Tags"), ValueKind::Text, nullptr});
    add({Kind::Lists, u"lists"_s, QCoreApplication::translate("Field", "Lists"), ValueKind::Text, nullptr});
    for (const CustomField &field : fields)
        add({Kind::Custom, field.name, customFieldLabel(field.name), field.kind, nullptr});
    return columns;
}

QList<ExportColumn> chosenColumns(const QList<ExportColumn> &all, const QStringList &keys)
{
    QList<ExportColumn> chosen;
    for (const QString &key : keys) {
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const ExportColumn &column) { return column.key == key; });
        if (found != all.end() && !chosen.contains(*found))
            chosen.append(*found);
    }
    return chosen.isEmpty() ? all : chosen;
}

QString exportText(const ExportColumn &column, const Contact &contact, const QStringList &lists)
{
    switch (column.kind) {
    case ExportColumn::Kind::Standard: return contact.*column.member;
    case ExportColumn::Kind::Lists: return lists.join(u';');
    case ExportColumn::Kind::Tags: {
        std::vector<std::string> tags;
        for (const QString &tag : contact.tags)
            tags.push_back(tag.toStdString());
        return QString::fromStdString(tagsText(tags));
    }
    case ExportColumn::Kind::Custom: {
        const auto value = std::find_if(contact.customFields.begin(), contact.customFields.end(),
                                        [&](const CustomValue &each) { return each.name == column.key; });
        return value == contact.customFields.end() ? QString() : value->text;
    }
    }
    Q_UNREACHABLE();
}

} // namespace Elenco
