// SPDX-License-Identifier: Apache-2.0
#include "ui/import/fieldcatalog.h"

#include <QCoreApplication>

#include <algorithm>

namespace Elenco {

QString valueKindText(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Text: return QCoreApplication::translate("FieldCatalog", "text");
    case ValueKind::Number: return QCoreApplication::translate("FieldCatalog", "number");
    case ValueKind::Date: return QCoreApplication::translate("FieldCatalog", "date");
    case ValueKind::Bool: return QCoreApplication::translate("FieldCatalog", "yes/no");
    }
    Q_UNREACHABLE();
}

QList<FieldChoice> fieldChoices(const ImportSession &session)
{
    QList<FieldChoice> choices;
    const auto isUsed = [&](const ColumnTarget &target) {
        return std::any_of(session.mapping().targets.begin(), session.mapping().targets.end(),
                           [&](const ColumnTarget &used) { return used.key() == target.key(); });
    };
    const auto addStandard = [&](const ColumnTarget &target, bool isNeeded = false) {
        choices.append({target, FieldChoice::Group::Standard, {}, isUsed(target), isNeeded});
    };
    const auto addCustom = [&](const ColumnTarget &target) {
        const bool isThere = std::any_of(choices.begin(), choices.end(), [&](const FieldChoice &choice) {
            return choice.target.key() == target.key();
        });
        if (!isThere)
            choices.append({target, FieldChoice::Group::Custom,
                            target.valueKind == ValueKind::Text ? QString() : valueKindText(target.valueKind),
                            isUsed(target), false});
    };
    for (const FieldInfo &info : fieldTable())
        addStandard(ColumnTarget::standard(info.field), info.field == Field::Phone);
    ColumnTarget special;
    for (ColumnTarget::Kind kind :
         {ColumnTarget::Kind::FullName, ColumnTarget::Kind::Tags, ColumnTarget::Kind::Prefix}) {
        special.kind = kind;
        addStandard(special);
    }
    for (const CustomField &field : session.customFields())
        addCustom(ColumnTarget::custom(field.name, field.kind));
    for (const ColumnTarget &target : session.mapping().targets) {
        if (target.kind == ColumnTarget::Kind::Custom)
            addCustom(target);
    }
    for (const KnownCustomField &known : knownCustomFields())
        addCustom(ColumnTarget::custom(QLatin1String(known.name), known.kind));
    return choices;
}

QString fieldDragType()
{
    return QStringLiteral("application/x-elenco-field");
}

std::unique_ptr<QMimeData> fieldDrag(const ColumnTarget &target)
{
    const std::string packed = ColumnMapping{{target}, {}}.pack();
    auto data = std::make_unique<QMimeData>();
    data->setData(fieldDragType(), QByteArray::fromStdString(packed));
    return data;
}

std::optional<ColumnTarget> draggedField(const QMimeData *data)
{
    if (!data || !data->hasFormat(fieldDragType()))
        return {};
    const ColumnMapping mapping = ColumnMapping::unpack(data->data(fieldDragType()).toStdString());
    if (mapping.targets.size() != 1)
        return {};
    return mapping.targets.first();
}

} // namespace Elenco
