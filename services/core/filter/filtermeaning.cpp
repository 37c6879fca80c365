// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filtermeaning.h"

#include "core/values/relativedate.h"

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

using Comparison = Filter::Comparison;

namespace {

std::optional<Comparison> ordered(FilterToken::Sign sign)
{
    switch (sign) {
    case FilterToken::Less: return Comparison::Less;
    case FilterToken::LessOrEqual: return Comparison::LessOrEqual;
    case FilterToken::Greater: return Comparison::Greater;
    case FilterToken::GreaterOrEqual: return Comparison::GreaterOrEqual;
    case FilterToken::Usual:
    case FilterToken::Equal:
    case FilterToken::NotEqual: return {};
    }
    Q_UNREACHABLE();
}

std::optional<FilterMeaning> range(const FilterValue &value, std::optional<FilterSubject> about)
{
    if (value.to)
        return FilterMeaning{Comparison::Between, {value.text, *value.to}, false};
    const bool hasOrder =
        !about || about == FilterSubject::Number || about == FilterSubject::Date || about == FilterSubject::Id;
    const qsizetype dots = value.isQuoted || !hasOrder ? -1 : value.text.indexOf(".."_L1);
    if (dots >= 0)
        return FilterMeaning{Comparison::Between, {value.text.left(dots), value.text.mid(dots + 2)}, false};
    if (about == FilterSubject::Date) {
        if (const auto span = readRelativeSpan(value.text))
            return FilterMeaning{Comparison::Between, {span->first.text(), span->second.text()}, false};
    }
    return {};
}

FilterMeaning piece(const FilterValue &value, Comparison usual, std::optional<FilterSubject> about)
{
    QString text = value.text;
    bool before = value.hasStarBefore, behind = value.hasStarBehind;
    if (!value.isQuoted) {
        before = text.startsWith(u'*');
        text.remove(0, before ? 1 : 0);
        behind = text.endsWith(u'*');
        text.chop(behind ? 1 : 0);
    }
    const bool hasStarInside = about && !value.isQuoted && text.contains(u'*');
    const Comparison comparison = before && behind ? Comparison::Contains
                                  : before         ? Comparison::Ends
                                  : behind         ? Comparison::Begins
                                                   : usual;
    return {comparison, {text}, hasStarInside};
}

} // namespace

FilterMeaning FilterMeaning::of(const FilterValue &value, FilterToken::Sign sign, const QString &key,
                                std::optional<FilterSubject> about)
{
    if (const auto comparison = ordered(sign))
        return {*comparison, {value.to ? value.text + ".."_L1 + *value.to : value.text}, false};
    const bool isAnything = !value.isQuoted && !value.text.isEmpty() &&
                            std::all_of(value.text.begin(), value.text.end(), [](QChar c) { return c == u'*'; });
    if (isAnything)
        return {Comparison::Present, {}, false};
    if (const auto between = range(value, about))
        return *between;
    const bool isByPiece = sign == FilterToken::Usual && isFoundByPiece(key);
    const Comparison usual = isByPiece ? Comparison::Contains : Comparison::Is;
    const bool hasTexts = !about || takesComparison(key, *about, Comparison::Contains);
    if (!hasTexts && about != FilterSubject::Phone && !value.hasStarBefore && !value.hasStarBehind)
        return {usual, {value.text}, false}; // a star in it is part of what is no value there
    FilterMeaning meaning = piece(value, usual, about);
    if (about == FilterSubject::Phone) // which is found by its beginning and its end without a star
        meaning.comparison = Comparison::Is;
    return meaning;
}

} // namespace Elenco
