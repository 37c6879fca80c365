// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/filterwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

/// Context "FilterWords".
class Words
{
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

QString keyLabel(const QString &key)
{
    for (const FieldInfo &info : fieldTable()) {
        if (key == QLatin1String(info.key))
            return fieldLabel(info.field);
    }
    if (key == "name"_L1)
        return Words::tr("Name");
    if (key == "tag"_L1)
        return Words::tr("Tag");
    if (key == "list"_L1)
        return Words::tr("List");
    if (key == "kind"_L1)
        return Words::tr("Kind of line");
    return customFieldLabel(key);
}

QString valueText(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && text.size() > 3 && !text.startsWith(u'0') && !text.startsWith(u'+')
               ? QLocale().toString(number, 'f', int(text.section(u'.', 1).size()))
               : text;
}

QString conditionText(const Filter &filter)
{
    if (filter.key == "has"_L1)
        return Words::tr("Has %1").arg(keyLabel(filter.text));
    if (filter.key == "valid"_L1 || filter.key == "is"_L1)
        return u"%1: %2"_s.arg(filter.key, filter.text);
    const QString label = keyLabel(filter.key);
    switch (filter.op) {
    case Filter::Op::Is: return Words::tr("%1 is %2").arg(label, filter.text);
    case Filter::Op::Less: return Words::tr("%1 under %2").arg(label, valueText(filter.text));
    case Filter::Op::LessOrEqual: return Words::tr("%1 at most %2").arg(label, valueText(filter.text));
    case Filter::Op::Greater: return Words::tr("%1 over %2").arg(label, valueText(filter.text));
    case Filter::Op::GreaterOrEqual: return Words::tr("%1 at least %2").arg(label, valueText(filter.text));
    }
    Q_UNREACHABLE();
}

} // namespace

QString filterText(const Filter &filter)
{
    QStringList parts;
    for (const Filter &child : filter.children)
        parts += filterText(child);
    switch (filter.kind) {
    case Filter::Kind::Text: return Words::tr("Contains “%1”").arg(filter.text);
    case Filter::Kind::Condition: return conditionText(filter);
    case Filter::Kind::Not: return Words::tr("Not: %1").arg(parts.value(0));
    case Filter::Kind::All: return parts.join(Words::tr(" and "));
    case Filter::Kind::Any: return parts.join(Words::tr(" or "));
    }
    Q_UNREACHABLE();
}

bool isCondition(const QString &word)
{
    const Filter filter = parseFilter(word);
    const Filter &inner =
        filter.kind == Filter::Kind::Not && filter.children.size() == 1 ? filter.children.first() : filter;
    if (inner.kind == Filter::Kind::Condition)
        return !inner.text.isEmpty() && !word.endsWith(u':') && word.count(u'"') % 2 == 0;
    return false;
}

} // namespace Elenco
