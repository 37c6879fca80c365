// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filtervocabulary.h"

#include "core/filter/filterwordlists.h"
#include "core/textfold.h"
#include "core/values/booltext.h"

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

std::optional<FilterProblem> FilterVocabulary::normalize(Filter &condition) const
{
    const auto problem = [&](FilterProblem::Kind kind, const QString &subject, const QString &detail = {}) {
        return FilterProblem{0, 0, kind, subject, detail};
    };
    if (!m_isKnown)
        return {};
    const auto about = subject(condition.key);
    if (!about)
        return problem(FilterProblem::Kind::UnknownField, condition.key, suggestion(condition.key));
    const bool hasOrder =
        *about == FilterSubject::Number || *about == FilterSubject::Date || *about == FilterSubject::Id;
    if (condition.op != Filter::Op::Is && !hasOrder)
        return problem(FilterProblem::Kind::NotComparable, filterKeyLabel(condition.key));
    switch (*about) {
    case FilterSubject::Text:
    case FilterSubject::Tag:
    case FilterSubject::List: return {};
    case FilterSubject::Valid:
    case FilterSubject::Line:
    case FilterSubject::Has: return normalizeWord(condition, *about);
    case FilterSubject::Phone:
    case FilterSubject::Number:
    case FilterSubject::Date:
    case FilterSubject::Bool:
    case FilterSubject::Id: return normalizeValue(condition, *about);
    }
    Q_UNREACHABLE();
}

std::optional<FilterProblem> FilterVocabulary::normalizeWord(Filter &condition, FilterSubject about) const
{
    QString word;
    if (about == FilterSubject::Has) {
        word = key(condition.text, true);
        const auto had = subject(word);
        const bool canBeHad = had && *had != FilterSubject::Valid && *had != FilterSubject::Line &&
                              *had != FilterSubject::Has && *had != FilterSubject::Id;
        if (!canBeHad)
            return FilterProblem{0, 0, FilterProblem::Kind::UnknownField, condition.text, suggestion(condition.text)};
    } else {
        word = about == FilterSubject::Line ? lineWord(condition.text) : validWord(condition.key, condition.text);
    }
    if (word.isEmpty())
        return FilterProblem{0, 0, FilterProblem::Kind::UnknownWord, condition.key + u':' + condition.text,
                             about == FilterSubject::Line ? lineWords().join(", "_L1)
                                                          : validWords(condition.key).join(", "_L1)};
    condition.text = word;
    return {};
}

std::optional<FilterProblem> FilterVocabulary::normalizeValue(Filter &condition, FilterSubject about) const
{
    using Kind = FilterProblem::Kind;
    const auto problem = [&](Kind kind) {
        return FilterProblem{0, 0, kind, condition.text, filterKeyLabel(condition.key)};
    };
    if (condition.text.isEmpty() && condition.op == Filter::Op::Is && about != FilterSubject::Id)
        return {}; // "is empty"
    const std::string text = condition.text.toStdString();
    const auto take = [&](const std::optional<QString> &value, Kind otherwise) -> std::optional<FilterProblem> {
        if (!value || value->isEmpty())
            return problem(otherwise);
        condition.text = *value;
        return {};
    };
    const auto plain = [](const std::optional<std::string> &value) {
        return value ? std::optional(QString::fromStdString(*value)) : std::nullopt;
    };
    switch (about) {
    case FilterSubject::Phone: {
        const bool isNumber = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
                              text.find_first_not_of(" +-./()0123456789") == std::string::npos;
        return isNumber ? std::nullopt : std::optional(problem(Kind::NoPhone));
    }
    case FilterSubject::Number:
        return isTyped() ? take(m_locale->read(ValueKind::Number, condition.text), Kind::NoNumber)
                         : take(plain(readPlainNumber(text)), Kind::NoCanonicalNumber);
    case FilterSubject::Date:
        if (isCanonicalPeriod(text))
            return {};
        return isTyped() ? take(m_locale->read(ValueKind::Date, condition.text), Kind::NoDate)
                         : problem(Kind::NoCanonicalDate);
    case FilterSubject::Bool: return take(plain(readBool(text)), Kind::NoBool);
    case FilterSubject::Id: {
        bool isInteger = false;
        condition.text.toLongLong(&isInteger);
        return isInteger ? std::nullopt : std::optional(problem(Kind::NoInteger));
    }
    case FilterSubject::Text:
    case FilterSubject::Tag:
    case FilterSubject::List:
    case FilterSubject::Valid:
    case FilterSubject::Line:
    case FilterSubject::Has: return {};
    }
    Q_UNREACHABLE();
}

} // namespace Elenco
