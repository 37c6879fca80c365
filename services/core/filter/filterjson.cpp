// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostGroups = 64;

/// Context "FilterJson".
class FilterJsonText
{
    Q_DECLARE_TR_FUNCTIONS(FilterJson)
};

struct ComparisonName {
    Filter::Comparison comparison;
    QLatin1StringView name;
};
constexpr ComparisonName comparisonNames[] = {
    {Filter::Comparison::Is, "is"_L1},           {Filter::Comparison::Contains, "contains"_L1},
    {Filter::Comparison::Begins, "begins"_L1},   {Filter::Comparison::Ends, "ends"_L1},
    {Filter::Comparison::Less, "less"_L1},       {Filter::Comparison::LessOrEqual, "lessOrEqual"_L1},
    {Filter::Comparison::Greater, "greater"_L1}, {Filter::Comparison::GreaterOrEqual, "greaterOrEqual"_L1},
    {Filter::Comparison::Between, "between"_L1}, {Filter::Comparison::Empty, "empty"_L1},
    {Filter::Comparison::Present, "present"_L1},
};

struct GroupName {
    Filter::Kind kind;
    QLatin1StringView name;
};
constexpr GroupName groupNames[] = {
    {Filter::Kind::All, "all"_L1}, {Filter::Kind::Any, "any"_L1}, {Filter::Kind::None, "none"_L1}};

Error refused(const QJsonObject &json, const QString &why)
{
    return {ErrorKind::InvalidInput, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)).left(200),
            why};
}

Result<Filter> read(const QJsonObject &json, int depth);

Result<Filter> readGroup(const QJsonObject &json, const GroupName &group, int depth)
{
    const QJsonValue parts = json.value(group.name);
    if (!parts.isArray())
        return refused(json, FilterJsonText::tr("“%1” takes a list of conditions.").arg(group.name));
    if (depth >= mostGroups)
        return refused(json, FilterJsonText::tr("There are too many groups in each other."));
    QList<Filter> children;
    const QJsonArray array = parts.toArray();
    for (const QJsonValue &part : array) {
        if (!part.isObject())
            return refused(json, FilterJsonText::tr("“%1” takes a list of conditions.").arg(group.name));
        Result<Filter> child = read(part.toObject(), depth + 1);
        if (!child)
            return child.error();
        children += std::move(*child);
    }
    return group.kind == Filter::Kind::All   ? Filter::all(children)
           : group.kind == Filter::Kind::Any ? Filter::any(children)
                                             : Filter::none(children);
}

Result<Filter> readCondition(const QJsonObject &json)
{
    const QString key = json.value("key"_L1).toString();
    if (key.isEmpty() || json.size() != 2)
        return refused(json, FilterJsonText::tr("A condition has a key and one comparison."));
    for (const ComparisonName &known : comparisonNames) {
        const QJsonValue values = json.value(known.name);
        if (values.isUndefined())
            continue;
        QStringList texts;
        const QJsonArray array = values.toArray();
        for (const QJsonValue &value : array) {
            if (!value.isString())
                return refused(json, FilterJsonText::tr("The values of a condition are texts."));
            texts += value.toString();
        }
        if (!values.isArray() || !hasRightCount(known.comparison, texts.size()))
            return refused(json, FilterJsonText::tr("“%1” takes another number of values.").arg(known.name));
        return Filter::condition(key, known.comparison, texts);
    }
    return refused(json, FilterJsonText::tr("This comparison is not known."));
}

Result<Filter> read(const QJsonObject &json, int depth)
{
    for (const GroupName &group : groupNames) {
        if (json.size() == 1 && json.contains(group.name))
            return readGroup(json, group, depth);
    }
    if (json.size() == 1 && json.value("word"_L1).isString())
        return Filter::word(json.value("word"_L1).toString());
    if (json.contains("key"_L1))
        return readCondition(json);
    return refused(json, FilterJsonText::tr("This is neither a group nor a condition."));
}

} // namespace

QJsonObject filterToJson(const Filter &filter)
{
    if (filter.kind == Filter::Kind::Word)
        return {{"word"_L1, filter.values.value(0)}};
    if (filter.kind == Filter::Kind::Condition) {
        for (const ComparisonName &known : comparisonNames) {
            if (known.comparison == filter.comparison)
                return {{"key"_L1, filter.key}, {known.name, QJsonArray::fromStringList(filter.values)}};
        }
    }
    QJsonArray parts;
    for (const Filter &child : filter.children)
        parts.append(filterToJson(child));
    for (const GroupName &group : groupNames) {
        if (group.kind == filter.kind)
            return {{group.name, parts}};
    }
    Q_UNREACHABLE();
}

Result<Filter> filterFromJson(const QJsonObject &json)
{
    return read(json, 0);
}

} // namespace Elenco
