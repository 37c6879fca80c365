// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/filterwords.h"

#include "core/filter/filterwordlists.h"

#include <QCoreApplication>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

/// Context "FilterWords".
class FilterWords
{
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

// Values are canonical; people read them as the table shows them.
QString valueText(const Filter &condition, const FilterVocabulary &vocabulary)
{
    const auto subject = vocabulary.subject(condition.key);
    const auto kind = subject == FilterSubject::Number ? ValueKind::Number
                      : subject == FilterSubject::Date ? ValueKind::Date
                      : subject == FilterSubject::Bool ? ValueKind::Bool
                                                       : ValueKind::Text;
    return ValueLocale().shown(kind, condition.text);
}

QString conditionText(const Filter &filter, const FilterVocabulary &vocabulary)
{
    if (filter.key == "has"_L1)
        return FilterWords::tr("Has %1").arg(filterKeyLabel(filter.text));
    if (filter.key == "valid"_L1 || filter.key == "is"_L1)
        return u"%1: %2"_s.arg(filter.key, filter.text);
    const QString label = filterKeyLabel(filter.key), value = valueText(filter, vocabulary);
    switch (filter.op) {
    case Filter::Op::Is:
        return value.isEmpty() ? FilterWords::tr("Without %1").arg(label) : FilterWords::tr("%1 is %2").arg(label, value);
    case Filter::Op::Less: return FilterWords::tr("%1 under %2").arg(label, value);
    case Filter::Op::LessOrEqual: return FilterWords::tr("%1 at most %2").arg(label, value);
    case Filter::Op::Greater: return FilterWords::tr("%1 over %2").arg(label, value);
    case Filter::Op::GreaterOrEqual: return FilterWords::tr("%1 at least %2").arg(label, value);
    }
    Q_UNREACHABLE();
}

} // namespace

QString filterText(const Filter &filter, const FilterVocabulary &vocabulary)
{
    QStringList parts;
    for (const Filter &child : filter.children)
        parts += filterText(child, vocabulary);
    switch (filter.kind) {
    case Filter::Kind::Text: return FilterWords::tr("Contains “%1”").arg(filter.text);
    case Filter::Kind::Condition: return conditionText(filter, vocabulary);
    case Filter::Kind::Not: return FilterWords::tr("Not: %1").arg(parts.value(0));
    case Filter::Kind::All: return parts.join(FilterWords::tr(" and "));
    case Filter::Kind::Any: return parts.join(FilterWords::tr(" or "));
    }
    Q_UNREACHABLE();
}

} // namespace Elenco
