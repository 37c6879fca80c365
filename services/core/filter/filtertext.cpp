// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filter.h"
#include "core/filter/filterlexer.h"
#include "core/filter/filtervocabulary.h"

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const QString &text)
{
    QString result = u"\""_s;
    for (QChar c : text) {
        if (c == u'"' || c == u'\\')
            result += u'\\';
        result += c;
    }
    return result + u'"';
}

bool hasNone(const QString &text, QStringView special)
{
    return !text.isEmpty() &&
           std::none_of(text.begin(), text.end(), [special](QChar c) { return special.contains(c) || c.isSpace(); });
}

QString wordText(const QString &word)
{
    const bool isPlain = hasNone(word, u"()\":<>=≠≤≥") && !isOrWord(word) && !word.startsWith(u'-');
    return isPlain ? word : quoted(word);
}

// What a bare value would be taken for: an end of brackets or of the value, a list, a range, a star.
bool isPlainValue(const QString &value)
{
    return hasNone(value, u"()\":<>=≠≤≥*,;") && !isOrWord(value) && !value.contains(".."_L1);
}

QString valueText(const QString &value)
{
    return isPlainValue(value) ? value : quoted(value);
}

QString endText(const QString &value)
{
    return value.startsWith(u'.') || value.endsWith(u'.') ? quoted(value) : valueText(value);
}

QString sign(const Filter &condition)
{
    using Comparison = Filter::Comparison;
    switch (condition.comparison) {
    case Comparison::Is: return isFoundByPiece(condition.key) ? u"="_s : u":"_s;
    case Comparison::Less: return u"<"_s;
    case Comparison::LessOrEqual: return u"<="_s;
    case Comparison::Greater: return u">"_s;
    case Comparison::GreaterOrEqual: return u">="_s;
    case Comparison::Contains:
    case Comparison::Begins:
    case Comparison::Ends:
    case Comparison::Between:
    case Comparison::Empty:
    case Comparison::Present: return u":"_s;
    }
    Q_UNREACHABLE();
}

QString valuesText(const Filter &condition)
{
    using Comparison = Filter::Comparison;
    if (condition.comparison == Comparison::Empty)
        return u"\"\""_s;
    if (condition.comparison == Comparison::Between && condition.values.size() == 2)
        return endText(condition.values.first()) + ".."_L1 + endText(condition.values.last());
    const bool isPiece = condition.comparison == Comparison::Contains && !isFoundByPiece(condition.key);
    const bool hasStarBefore = isPiece || condition.comparison == Comparison::Ends;
    const bool hasStarBehind = isPiece || condition.comparison == Comparison::Begins;
    QStringList texts;
    for (const QString &value : condition.values)
        texts += (hasStarBefore ? u"*"_s : QString()) + valueText(value) + (hasStarBehind ? u"*"_s : QString());
    return texts.size() == 1 ? texts.first() : u'(' + texts.join(", "_L1) + u')';
}

QString conditionText(const Filter &condition, const QString &key)
{
    if (condition.comparison == Filter::Comparison::Present)
        return "has:"_L1 + key;
    return key + sign(condition) + valuesText(condition);
}

QString partText(const Filter &child)
{
    const bool isBracketed = child.kind == Filter::Kind::All || child.kind == Filter::Kind::Any;
    return isBracketed ? u'(' + filterText(child) + u')' : filterText(child);
}

// "-5" is a word; the minus means "not" before letters, quotes and brackets only.
QString negatedText(const Filter &child)
{
    if (child.isGroup())
        return "-("_L1 + filterText(child) + u')';
    const QString text = filterText(child);
    if (text.startsWith(u'"') || text.front().isLetter())
        return u'-' + text;
    return u'-' +
           (child.kind == Filter::Kind::Word ? quoted(child.values.value(0)) : conditionText(child, quoted(child.key)));
}

} // namespace

QString filterKeyText(const QString &key)
{
    const bool isPlain = hasNone(key, u"()\":<>=≠≤≥") && !isOrWord(key) && !key.startsWith(u'-') &&
                         !key.endsWith(u'!') && key != "is"_L1 && key != "has"_L1 && key != "empty"_L1 &&
                         FilterVocabulary().key(key, false) == key;
    return isPlain ? key : quoted(key);
}

QString filterText(const Filter &filter)
{
    QStringList parts;
    for (const Filter &child : filter.children)
        parts += partText(child);
    switch (filter.kind) {
    case Filter::Kind::Word: return wordText(filter.values.value(0));
    case Filter::Kind::Condition: return conditionText(filter, filterKeyText(filter.key));
    case Filter::Kind::All: return parts.join(u' ');
    case Filter::Kind::Any: return parts.join(" or "_L1);
    case Filter::Kind::None:
        return parts.size() == 1 ? negatedText(filter.children.first()) : "-("_L1 + parts.join(" or "_L1) + u')';
    }
    Q_UNREACHABLE();
}

} // namespace Elenco
