// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filtervocabulary.h"

#include "core/filter/filterwordlists.h"
#include "core/textfold.h"
#include <algorithm>
#include <numeric>
#include <vector>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView customPrefix = "custom:"_L1;

QString foldedName(const QString &name)
{
    return QString::fromStdString(foldText(name.toStdString()));
}

const FieldInfo *standardField(const QString &key)
{
    for (const FieldInfo &info : fieldTable()) {
        if (key == QLatin1String(info.key))
            return &info;
    }
    return nullptr;
}

bool isReserved(const QString &name)
{
    const QString folded = foldedName(name);
    const auto fields = fieldTable();
    return !specialFilterKey(folded).isEmpty() || name.startsWith(customPrefix) ||
           std::any_of(fields.begin(), fields.end(),
                       [&](const FieldInfo &info) { return foldedName(QLatin1String(info.key)) == folded; });
}

FilterSubject subjectOf(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Text: return FilterSubject::Text;
    case ValueKind::Number: return FilterSubject::Number;
    case ValueKind::Date: return FilterSubject::Date;
    case ValueKind::Bool: return FilterSubject::Bool;
    }
    Q_UNREACHABLE();
}

// How many letters have to be changed, added or left out (Levenshtein 1965).
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            const qsizetype changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[at], std::min({row[at] + 1, row[at - 1] + 1, changed}));
        }
    }
    return row.back();
}

} // namespace

FilterVocabulary::FilterVocabulary(const QList<CustomField> &fields) : m_isKnown(true), m_fields(fields)
{
}

FilterVocabulary::FilterVocabulary(const QList<CustomField> &fields, const ValueLocale &locale)
    : m_isKnown(true), m_fields(fields), m_locale(locale)
{
}

const CustomField *FilterVocabulary::customField(const QString &name) const
{
    const QString folded = foldedName(name);
    const CustomField *found = nullptr;
    for (const CustomField &field : m_fields) {
        if (field.name == name)
            return &field;
        if (!found && foldedName(field.name) == folded)
            found = &field;
    }
    return found;
}

QString FilterVocabulary::customKeyOf(const QString &name)
{
    return isReserved(name) ? customPrefix + name : name;
}

QString FilterVocabulary::customName(const QString &key) const
{
    const bool isMarked = key.startsWith(customPrefix) && isReserved(key.mid(customPrefix.size()));
    const CustomField *field = customField(isMarked ? key.mid(customPrefix.size()) : key);
    return field ? field->name : QString();
}

// "customFields.totalSpent"
QString FilterVocabulary::partnersKey(const QString &name) const
{
    constexpr QLatin1StringView prefix = "customFields."_L1;
    if (!name.startsWith(prefix, Qt::CaseInsensitive) || name.size() == prefix.size())
        return {};
    const QString own = name.mid(prefix.size());
    if (!m_isKnown)
        return customKeyOf(own);
    const CustomField *field = customField(own);
    return field ? customKeyOf(field->name) : QString();
}

QString FilterVocabulary::key(const QString &name, bool isQuoted) const
{
    if (isQuoted) {
        if (!m_isKnown)
            return name;
        if (const CustomField *field = customField(name))
            return customKeyOf(field->name);
        if (const QString custom = customName(name); name.startsWith(customPrefix) && !custom.isEmpty())
            return customKeyOf(custom);
    }
    if (const QString custom = partnersKey(name); !custom.isEmpty())
        return custom;
    const QString folded = foldedHeader(name);
    if (const QString special = specialFilterKey(folded); !special.isEmpty())
        return special;
    for (const FieldInfo &info : fieldTable()) {
        if (foldedHeader(QLatin1String(info.key)) == folded)
            return QLatin1String(info.key);
    }
    for (const CustomField &field : m_fields) {
        if (!folded.isEmpty() && foldedHeader(field.name) == folded)
            return customKeyOf(field.name);
    }
    if (const QString special = translatedFilterKey(folded); !special.isEmpty())
        return special;
    const QString alias = fieldKeyOf(folded);
    if (!m_isKnown)
        return alias.isEmpty() ? name : alias;
    if (standardField(alias) || (!alias.isEmpty() && customField(alias)))
        return alias;
    for (const FieldInfo &info : fieldTable()) {
        if (!folded.isEmpty() && foldedHeader(fieldLabel(info.field)) == folded)
            return QLatin1String(info.key);
    }
    for (const CustomField &field : m_fields) {
        if (!folded.isEmpty() && foldedHeader(customFieldLabel(field.name)) == folded)
            return customKeyOf(field.name);
    }
    return {};
}

std::optional<FilterSubject> FilterVocabulary::subject(const QString &key) const
{
    if (const auto special = specialFilterSubject(key))
        return special;
    if (const FieldInfo *info = standardField(key))
        return info->field == Field::Phone ? FilterSubject::Phone : FilterSubject::Text;
    const QString name = customName(key);
    const CustomField *field = name.isEmpty() ? nullptr : customField(name);
    return field ? std::optional(subjectOf(field->kind)) : std::nullopt;
}

QString FilterVocabulary::suggestion(const QString &name) const
{
    const QString folded = foldedHeader(name);
    if (folded.size() > 60)
        return {};
    qsizetype best = folded.size() <= 2 ? 0 : folded.size() <= 4 ? 1 : 2;
    QString closest;
    const auto consider = [&](const QString &candidate) {
        if (std::abs(candidate.size() - folded.size()) > best)
            return;
        const qsizetype changes = distance(folded, candidate);
        if (changes > best || (changes == best && !closest.isEmpty()))
            return;
        if (const QString found = key(candidate, false); !found.isEmpty() && subject(found)) {
            best = changes;
            closest = found;
        }
    };
    for (const QString &candidate : foldedFilterWords())
        consider(candidate);
    for (const CustomField &field : m_fields)
        consider(foldedHeader(field.name));
    return closest;
}

} // namespace Elenco
