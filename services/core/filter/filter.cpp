// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filter.h"

namespace Elenco {

using namespace Qt::StringLiterals;

// Written out: of a default one Qt's traits can't tell whether it is there, since it holds a list of its own kind.
bool operator==(const Filter &a, const Filter &b)
{
    return a.kind == b.kind && a.key == b.key && a.comparison == b.comparison && a.values == b.values &&
           a.children == b.children;
}

Filter Filter::word(const QString &word)
{
    Filter filter;
    filter.kind = Kind::Word;
    filter.values = {word};
    return filter;
}

Filter Filter::condition(const QString &key, Comparison comparison, const QStringList &values)
{
    Filter filter;
    filter.kind = Kind::Condition;
    filter.key = key;
    filter.comparison = comparison;
    filter.values = values;
    const bool isOfTexts = comparison <= Comparison::Ends;
    if (isOfTexts && values.size() == 1 && values.first().isEmpty()) {
        filter.comparison = Comparison::Empty;
        filter.values.clear();
    } else if (comparison == Comparison::Between && values.size() == 2 && values.contains(QString())) {
        const bool isUpTo = values.first().isEmpty();
        filter.comparison = isUpTo ? Comparison::LessOrEqual : Comparison::GreaterOrEqual;
        filter.values = {isUpTo ? values.last() : values.first()};
    }
    return filter;
}

namespace {

Filter group(Filter::Kind kind, QList<Filter> children)
{
    children.removeIf([](const Filter &child) { return child.isEmpty(); });
    if (children.size() == 1 && kind != Filter::Kind::None)
        return std::move(children.first());
    Filter filter;
    filter.kind = children.isEmpty() ? Filter::Kind::All : kind;
    filter.children = std::move(children);
    return filter;
}

} // namespace

Filter Filter::all(QList<Filter> children)
{
    return group(Kind::All, std::move(children));
}

Filter Filter::any(QList<Filter> children)
{
    return group(Kind::Any, std::move(children));
}

Filter Filter::none(QList<Filter> children)
{
    Filter filter = group(Kind::None, std::move(children));
    if (filter.children.size() == 1 && filter.children.first().kind == Kind::Any)
        filter.children = QList<Filter>(filter.children.first().children);
    return filter;
}

Filter Filter::joined(const Filter &a, const Filter &b)
{
    QList<Filter> children;
    for (const Filter *filter : {&a, &b}) {
        if (filter->kind == Kind::All)
            children += filter->children;
        else
            children += *filter;
    }
    return all(std::move(children));
}

void Filter::walk(const std::function<void(const Filter &)> &visit) const
{
    visit(*this);
    for (const Filter &child : children)
        child.walk(visit);
}

bool hasRightCount(Filter::Comparison comparison, qsizetype count)
{
    switch (comparison) {
    case Filter::Comparison::Is:
    case Filter::Comparison::Contains:
    case Filter::Comparison::Begins:
    case Filter::Comparison::Ends: return count > 0;
    case Filter::Comparison::Less:
    case Filter::Comparison::LessOrEqual:
    case Filter::Comparison::Greater:
    case Filter::Comparison::GreaterOrEqual: return count == 1;
    case Filter::Comparison::Between: return count == 2;
    case Filter::Comparison::Empty:
    case Filter::Comparison::Present: return count == 0;
    }
    Q_UNREACHABLE();
}

bool isFoundByPiece(const QString &key)
{
    return key == "name"_L1 || key == "email"_L1;
}

} // namespace Elenco
