// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filter.h"

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

bool isPlain(const QString &text)
{
    static const QString special = u"()\":<>="_s;
    return !text.isEmpty() && text.compare("or"_L1, Qt::CaseInsensitive) != 0 && !text.startsWith(u'-') &&
           std::none_of(text.begin(), text.end(), [](QChar c) { return special.contains(c) || c.isSpace(); });
}

QString quotedIfNeeded(const QString &text)
{
    return isPlain(text) ? text : quoted(text);
}

QString signText(Filter::Op op)
{
    switch (op) {
    case Filter::Op::Is: return u":"_s;
    case Filter::Op::Less: return u"<"_s;
    case Filter::Op::LessOrEqual: return u"<="_s;
    case Filter::Op::Greater: return u">"_s;
    case Filter::Op::GreaterOrEqual: return u">="_s;
    }
    Q_UNREACHABLE();
}

bool isGroup(const Filter &filter)
{
    return filter.kind == Filter::Kind::All || filter.kind == Filter::Kind::Any;
}

QString inBrackets(const QString &text)
{
    return u'(' + text + u')';
}

QString negated(const Filter &child)
{
    QString text = child.toText();
    if (isGroup(child) || child.kind == Filter::Kind::Not)
        return u'-' + inBrackets(text);
    // "-5" is a word; the minus means "not" before letters, quotes and brackets only.
    if (!text.startsWith(u'"') && !text.front().isLetter())
        text = child.kind == Filter::Kind::Text ? quoted(child.text)
                                                : quoted(child.key) + signText(child.op) + quotedIfNeeded(child.text);
    return u'-' + text;
}

} // namespace

Filter Filter::text_(QString word)
{
    return {Kind::Text, {}, Op::Is, std::move(word), {}};
}

Filter Filter::condition(QString key, QString value, Op op)
{
    return {Kind::Condition, std::move(key), op, std::move(value), {}};
}

Filter Filter::group(Kind kind, QList<Filter> children)
{
    return {kind, {}, Op::Is, {}, std::move(children)};
}

QString Filter::toText() const
{
    QStringList parts;
    for (const Filter &child : children)
        parts += isGroup(child) ? inBrackets(child.toText()) : child.toText();
    switch (kind) {
    case Kind::Text: return quotedIfNeeded(text);
    case Kind::Condition: return filterKeyText(key) + signText(op) + quotedIfNeeded(text);
    case Kind::Not: return negated(children.first());
    case Kind::All: return parts.join(u' ');
    case Kind::Any: return parts.join(" or "_L1);
    }
    Q_UNREACHABLE();
}

QString filterKeyText(const QString &key)
{
    return isPlain(key) && FilterVocabulary().key(key, false) == key ? key : quoted(key);
}

} // namespace Elenco
