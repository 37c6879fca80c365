// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filtervocabulary.h"
#include "core/filter/filterwordlists.h"
#include "core/values/booltext.h"
#include "core/values/relativedate.h"

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

using Kind = FilterProblem::Kind;

namespace {

FilterProblem problem(Kind kind, const QString &subject, const QString &detail = {})
{
    return {0, 0, kind, subject, detail};
}

std::optional<FilterProblem> take(QString &value, const std::optional<QString> &read, Kind otherwise,
                                  const QString &key)
{
    if (!read || read->isEmpty())
        return problem(otherwise, value, filterKeyLabel(key));
    value = *read;
    return {};
}

std::optional<QString> typedText(const std::optional<std::string> &value)
{
    return value ? std::optional(QString::fromStdString(*value)) : std::nullopt;
}

bool arePhoneDigits(const QString &text)
{
    static const QString marks = u" +-./()"_s;
    const auto isFigure = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return std::any_of(text.begin(), text.end(), isFigure) &&
           std::all_of(text.begin(), text.end(), [&](QChar c) { return isFigure(c) || marks.contains(c); });
}

std::optional<QString> wholeNumber(const QString &text)
{
    bool isInteger = false;
    const qlonglong number = text.toLongLong(&isInteger);
    return isInteger ? std::optional(QString::number(number)) : std::nullopt;
}

} // namespace

bool takesComparison(const QString &key, FilterSubject subject, Filter::Comparison comparison)
{
    using Comparison = Filter::Comparison;
    const bool isKnownOfAll = subject == FilterSubject::Flag || subject == FilterSubject::Line ||
                              subject == FilterSubject::ListId || key == "id"_L1;
    switch (comparison) {
    case Comparison::Is: return true;
    case Comparison::Contains:
    case Comparison::Begins:
    case Comparison::Ends:
        return subject == FilterSubject::Text || subject == FilterSubject::Tag || subject == FilterSubject::List;
    case Comparison::Less:
    case Comparison::LessOrEqual:
    case Comparison::Greater:
    case Comparison::GreaterOrEqual:
    case Comparison::Between:
        return subject == FilterSubject::Number || subject == FilterSubject::Date || subject == FilterSubject::Id;
    case Comparison::Empty:
    case Comparison::Present: return !isKnownOfAll;
    }
    Q_UNREACHABLE();
}

std::optional<FilterProblem> FilterVocabulary::makeCanonical(const QString &key, QString &value) const
{
    const auto about = subject(key);
    if (!m_isKnown || !about)
        return {};
    const bool isNothing = value.isEmpty() && takesComparison(key, *about, Filter::Comparison::Empty);
    if (isNothing)
        return {};
    switch (*about) {
    case FilterSubject::Text:
    case FilterSubject::Tag: return {};
    case FilterSubject::List: value = value.simplified(); return {}; // as names of lists are compared
    case FilterSubject::Flag:
    case FilterSubject::Line: return makeCanonicalWord(key, *about, value);
    case FilterSubject::Phone:
        return arePhoneDigits(value) ? std::nullopt : std::optional(problem(Kind::NoPhone, value, filterKeyLabel(key)));
    case FilterSubject::Number:
        return isTyped() ? take(value, m_locale->read(ValueKind::Number, value), Kind::NoNumber, key)
                         : take(value, typedText(readPlainNumber(value.toStdString())), Kind::NoCanonicalNumber, key);
    case FilterSubject::Date: return makeCanonicalDate(key, value);
    case FilterSubject::Bool: return take(value, typedText(readBool(value.toStdString())), Kind::NoBool, key);
    case FilterSubject::ListId:
    case FilterSubject::Id: return take(value, wholeNumber(value), Kind::NoInteger, key);
    }
    Q_UNREACHABLE();
}

std::optional<FilterProblem> FilterVocabulary::makeCanonicalWord(const QString &key, FilterSubject about,
                                                                 QString &value) const
{
    const bool isLine = about == FilterSubject::Line;
    const QString word = isLine ? lineWord(value) : flagWord(value);
    if (word.isEmpty())
        return problem(Kind::UnknownWord, key + u':' + value, isLine ? lineWords().join(", "_L1) : u"yes, no"_s);
    value = word;
    return {};
}

std::optional<FilterProblem> FilterVocabulary::makeCanonicalDate(const QString &key, QString &value) const
{
    if (isCanonicalPeriod(value.toStdString()))
        return {};
    if (const std::optional<RelativeDate> relative = readRelativeDate(value)) {
        value = relative->text();
        return {};
    }
    return isTyped() ? take(value, m_locale->read(ValueKind::Date, value), Kind::NoDate, key)
                     : std::optional(problem(Kind::NoCanonicalDate, value, filterKeyLabel(key)));
}

FilterProblem FilterVocabulary::missingValue(const QString &key, const QString &name) const
{
    const auto about = subject(key);
    const bool mayBeMissing = about && takesComparison(key, *about, Filter::Comparison::Empty);
    return problem(Kind::NoValue, name, mayBeMissing ? filterKeyText(key) : QString());
}

std::optional<FilterProblem> FilterVocabulary::check(Filter &condition) const
{
    using Comparison = Filter::Comparison;
    if (!m_isKnown)
        return {};
    const auto about = subject(condition.key);
    if (!about)
        return problem(Kind::UnknownField, condition.key, suggestion(condition.key));
    if (!takesComparison(condition.key, *about, condition.comparison)) {
        const Kind kind = condition.comparison >= Comparison::Empty  ? Kind::NotListed
                          : condition.comparison >= Comparison::Less ? Kind::NotComparable
                                                                     : Kind::NoPiece;
        return problem(kind, filterKeyLabel(condition.key));
    }
    if (!hasRightCount(condition.comparison, condition.values.size()))
        return missingValue(condition.key, filterKeyLabel(condition.key));
    for (QString &value : condition.values) {
        // Nothing is no end of a range: "less than nothing" is nobody's question.
        if (value.isEmpty() && condition.comparison != Comparison::Is)
            return missingValue(condition.key, filterKeyLabel(condition.key));
        if (const auto wrong = makeCanonical(condition.key, value))
            return wrong;
    }
    return {};
}

Result<Filter> checkedFilter(const Filter &filter, const FilterVocabulary &vocabulary)
{
    Filter checked = filter;
    if (filter.kind == Filter::Kind::Condition) {
        if (const auto wrong = vocabulary.check(checked))
            return Error{ErrorKind::InvalidInput, filterText(filter), wrong->text()};
    }
    for (Filter &child : checked.children) {
        Result<Filter> part = checkedFilter(child, vocabulary);
        if (!part)
            return part.error();
        child = std::move(*part);
    }
    return checked;
}

} // namespace Elenco
