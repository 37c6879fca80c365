// SPDX-License-Identifier: Apache-2.0
#include "importing/columnmapping.h"

#include "core/packing.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

QString fromView(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

void packTarget(std::string &blob, const ColumnTarget &target)
{
    appendPacked(blob, target.key().toStdString());
    std::string details;
    for (int part : {static_cast<int>(target.valueKind), static_cast<int>(target.dateOrder),
                     static_cast<int>(target.decimalSign), int{target.familyNameFirst}, int{target.isCertain}})
        details += static_cast<char>('0' + part);
    appendPacked(blob, details);
}

ColumnTarget unpackTarget(std::string_view key, std::string_view details)
{
    ColumnTarget target = ColumnTarget::fromKey(fromView(key));
    if (details.size() < 5)
        return target;
    target.valueKind = static_cast<ValueKind>(details[0] - '0');
    target.dateOrder = static_cast<DateOrder>(details[1] - '0');
    target.decimalSign = static_cast<DecimalSign>(details[2] - '0');
    target.familyNameFirst = details[3] == '1';
    target.isCertain = details[4] == '1';
    return target;
}

} // namespace

ColumnTarget ColumnTarget::standard(Field field)
{
    ColumnTarget target;
    target.kind = Kind::Standard;
    target.field = field;
    return target;
}

ColumnTarget ColumnTarget::custom(QString name, ValueKind kind)
{
    ColumnTarget target;
    target.kind = Kind::Custom;
    target.name = std::move(name);
    target.valueKind = kind;
    return target;
}

QString ColumnTarget::key() const
{
    switch (kind) {
    case Kind::Ignore: return u"ignore"_s;
    case Kind::Standard: return QLatin1String(fieldInfo(field).key);
    case Kind::FullName: return u"fullName"_s;
    case Kind::Tags: return u"tags"_s;
    case Kind::Custom: return "custom:"_L1 + name;
    }
    Q_UNREACHABLE();
}

ColumnTarget ColumnTarget::fromKey(const QString &key)
{
    ColumnTarget target;
    if (key.isEmpty() || key.compare("ignore"_L1, Qt::CaseInsensitive) == 0)
        return target;
    if (key.startsWith("custom:"_L1)) {
        target = custom(key.mid(7));
        for (const KnownCustomField &known : knownCustomFields()) {
            if (target.name == QLatin1String(known.name))
                target.valueKind = known.kind;
        }
        return target;
    }
    const QString folded = foldedHeader(key);
    if (folded == "fullname"_L1 || folded == "name"_L1) {
        target.kind = Kind::FullName;
        return target;
    }
    if (folded == "tags"_L1 || folded == "tag"_L1) {
        target.kind = Kind::Tags;
        return target;
    }
    const auto names = [&](const char *name, const char *aliases) {
        return foldedHeader(QLatin1String(name)) == folded ||
               QString(QLatin1String(aliases)).split(u'|').contains(folded);
    };
    for (const FieldInfo &info : fieldTable()) {
        if (names(info.key, info.aliases))
            return standard(info.field);
    }
    for (const KnownCustomField &known : knownCustomFields()) {
        if (names(known.name, known.aliases))
            return custom(QLatin1String(known.name), known.kind);
    }
    return custom(key);
}

QString ColumnTarget::label() const
{
    switch (kind) {
    case Kind::Ignore: return QCoreApplication::translate("Field", "Not imported");
    case Kind::Standard: return fieldLabel(field);
    case Kind::FullName: return QCoreApplication::translate("Field", "Full name (split)");
    case Kind::Tags: return QCoreApplication::translate("Field", "Tags");
    case Kind::Custom: return customFieldLabel(name);
    }
    Q_UNREACHABLE();
}

bool ColumnMapping::has(ColumnTarget::Kind kind) const
{
    return std::any_of(targets.begin(), targets.end(), [&](const ColumnTarget &target) { return target.kind == kind; });
}

bool ColumnMapping::has(Field field) const
{
    return std::any_of(targets.begin(), targets.end(), [&](const ColumnTarget &target) {
        return target.kind == ColumnTarget::Kind::Standard && target.field == field;
    });
}

int ColumnMapping::assignedCount() const
{
    return static_cast<int>(std::count_if(targets.begin(), targets.end(), [](const ColumnTarget &target) {
        return target.kind != ColumnTarget::Kind::Ignore;
    }));
}

std::string ColumnMapping::pack() const
{
    std::string blob;
    for (const ColumnTarget &target : targets)
        packTarget(blob, target);
    return blob;
}

ColumnMapping ColumnMapping::unpack(std::string_view blob)
{
    ColumnMapping mapping;
    const auto texts = unpacked(blob);
    for (size_t i = 0; i + 1 < texts.size(); i += 2)
        mapping.targets.append(unpackTarget(texts[i], texts[i + 1]));
    return mapping;
}

QString layoutKey(const QList<Column> &columns)
{
    QStringList headers;
    for (const Column &column : columns)
        headers.append(foldedHeader(column.name));
    headers.sort();
    return headers.join(u'\n');
}

std::string packLayout(const QList<Column> &columns, const ColumnMapping &mapping)
{
    std::string blob;
    for (qsizetype i = 0; i < columns.size() && i < mapping.targets.size(); ++i) {
        appendPacked(blob, foldedHeader(columns[i].name).toStdString());
        packTarget(blob, mapping.targets[i]);
    }
    return blob;
}

ColumnMapping applyLayout(std::string_view layout, const QList<Column> &columns)
{
    QMultiHash<QString, ColumnTarget> byHeader;
    const auto texts = unpacked(layout);
    for (size_t i = 0; i + 2 < texts.size(); i += 3)
        byHeader.insert(fromView(texts[i]), unpackTarget(texts[i + 1], texts[i + 2]));
    ColumnMapping mapping;
    for (const Column &column : columns) {
        const auto found = byHeader.find(foldedHeader(column.name));
        mapping.targets.append(found == byHeader.end() ? ColumnTarget() : *found);
    }
    return mapping;
}

} // namespace Elenco
