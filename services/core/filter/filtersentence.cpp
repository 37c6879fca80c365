// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filtersentence.h"

#include "core/filter/filterwordlists.h"
#include "core/values/relativedate.h"

#include <QCoreApplication>

namespace Elenco {

using namespace Qt::StringLiterals;

using Comparison = Filter::Comparison;

namespace {

/// Context "FilterSentence".
class FilterSentenceText
{
    Q_DECLARE_TR_FUNCTIONS(FilterSentence)
};

QString either(const QStringList &texts)
{
    if (texts.size() < 2)
        return texts.value(0);
    return FilterSentenceText::tr("%1 or %2").arg(texts.mid(0, texts.size() - 1).join(", "_L1), texts.last());
}

QString together(const QStringList &texts)
{
    if (texts.size() < 2)
        return texts.value(0);
    return FilterSentenceText::tr("%1 and %2").arg(texts.mid(0, texts.size() - 1).join(", "_L1), texts.last());
}

QString amountText(const RelativeDate &date)
{
    const int amount = qAbs(date.amount);
    switch (date.unit) {
    case 'd': return FilterSentenceText::tr("%n day(s)", nullptr, amount);
    case 'w': return FilterSentenceText::tr("%n week(s)", nullptr, amount);
    case 'm': return FilterSentenceText::tr("%n month(s)", nullptr, amount);
    default: return FilterSentenceText::tr("%n year(s)", nullptr, amount);
    }
}

QString relativeText(const RelativeDate &date)
{
    if (date.amount == 0)
        return FilterSentenceText::tr("today");
    return (date.amount < 0 ? FilterSentenceText::tr("%1 ago") : FilterSentenceText::tr("%1 from today")).arg(amountText(date));
}

QString inQuotes(const QString &text)
{
    return u'“' + text + u'”';
}

/// The values of one condition as they are read.
class Values
{
public:
    Values(const FilterVocabulary &vocabulary, FilterSubject subject) : m_vocabulary(vocabulary), m_subject(subject) {}

    QString text(const QString &value) const
    {
        switch (m_subject) {
        case FilterSubject::Number: return m_vocabulary.locale().shown(ValueKind::Number, value);
        case FilterSubject::Bool: return m_vocabulary.locale().shown(ValueKind::Bool, value);
        case FilterSubject::Line: return lineText(value);
        case FilterSubject::Date: {
            const auto relative = readRelativeDate(value);
            return relative ? relativeText(*relative) : m_vocabulary.locale().shown(ValueKind::Date, value);
        }
        case FilterSubject::ListId: {
            const QString name = m_vocabulary.listName(ListId(value.toLongLong()));
            return name.isEmpty() ? FilterSentenceText::tr("no. %1").arg(value) : inQuotes(name);
        }
        case FilterSubject::List: return inQuotes(value);
        case FilterSubject::Text:
        case FilterSubject::Phone:
        case FilterSubject::Tag:
        case FilterSubject::Flag:
        case FilterSubject::Id: return value == value.trimmed() && !value.isEmpty() ? value : inQuotes(value);
        }
        Q_UNREACHABLE();
    }
    QString any(const QStringList &values) const
    {
        QStringList texts;
        for (const QString &value : values)
            texts += value.isEmpty() ? FilterSentenceText::tr("nothing") : text(value);
        return either(texts);
    }

private:
    static QString lineText(const QString &word)
    {
        return word == "mobile"_L1      ? FilterSentenceText::tr("mobile")
               : word == "landline"_L1  ? FilterSentenceText::tr("landline")
               : word == "tollfree"_L1  ? FilterSentenceText::tr("toll-free")
               : word == "premium"_L1   ? FilterSentenceText::tr("premium rate")
               : word == "shared"_L1    ? FilterSentenceText::tr("shared cost")
               : word == "voip"_L1      ? FilterSentenceText::tr("internet telephony")
               : word == "personal"_L1  ? FilterSentenceText::tr("personal number")
               : word == "pager"_L1     ? FilterSentenceText::tr("pager")
               : word == "uan"_L1       ? FilterSentenceText::tr("company number")
               : word == "voicemail"_L1 ? FilterSentenceText::tr("voicemail")
                                        : FilterSentenceText::tr("unknown");
    }

    const FilterVocabulary &m_vocabulary;
    FilterSubject m_subject;
};

/// One condition, as it is or as its opposite.
class ConditionSentence
{
public:
    ConditionSentence(const Filter &condition, const FilterVocabulary &vocabulary, bool isNot)
        : m_condition(condition),
          m_subject(vocabulary.subject(condition.key).value_or(FilterSubject::Text)),
          m_values(vocabulary, m_subject),
          m_label(filterKeyLabel(condition.key)),
          m_isNot(isNot)
    {
    }

    QString text() const
    {
        switch (m_condition.comparison) {
        case Comparison::Empty: return possession(!m_isNot);
        case Comparison::Present: return possession(m_isNot);
        case Comparison::Is: return is();
        case Comparison::Contains:
            return choose(FilterSentenceText::tr("%1 contains %2"), FilterSentenceText::tr("%1 does not contain %2")).arg(m_label, pieces());
        case Comparison::Begins:
            return choose(FilterSentenceText::tr("%1 begins with %2"), FilterSentenceText::tr("%1 does not begin with %2"))
                .arg(m_label, pieces());
        case Comparison::Ends:
            return choose(FilterSentenceText::tr("%1 ends with %2"), FilterSentenceText::tr("%1 does not end with %2")).arg(m_label, pieces());
        case Comparison::Less:
        case Comparison::LessOrEqual:
        case Comparison::Greater:
        case Comparison::GreaterOrEqual:
        case Comparison::Between: {
            const QString ordered = m_subject == FilterSubject::Date ? ofDates() : ofNumbers();
            return m_isNot ? FilterSentenceText::tr("not: %1").arg(ordered) : ordered;
        }
        }
        Q_UNREACHABLE();
    }

private:
    QString choose(const QString &positive, const QString &negative) const { return m_isNot ? negative : positive; }

    QString possession(bool isWithout) const
    {
        if (m_subject == FilterSubject::Tag)
            return isWithout ? FilterSentenceText::tr("without tags") : FilterSentenceText::tr("with a tag");
        if (m_subject == FilterSubject::List)
            return isWithout ? FilterSentenceText::tr("in no list") : FilterSentenceText::tr("in a list");
        if (m_condition.key == "import"_L1)
            return isWithout ? FilterSentenceText::tr("came with no import") : FilterSentenceText::tr("came with an import");
        return (isWithout ? FilterSentenceText::tr("without %1") : FilterSentenceText::tr("has %1")).arg(m_label);
    }

    QString is() const
    {
        const QString values = m_values.any(m_condition.values);
        switch (m_subject) {
        case FilterSubject::Tag: return choose(FilterSentenceText::tr("tag %1"), FilterSentenceText::tr("without tag %1")).arg(values);
        case FilterSubject::List:
        case FilterSubject::ListId: return choose(FilterSentenceText::tr("in list %1"), FilterSentenceText::tr("not in list %1")).arg(values);
        case FilterSubject::Flag: return flag();
        case FilterSubject::Phone:
            return choose(FilterSentenceText::tr("%1 begins or ends with %2"), FilterSentenceText::tr("%1 neither begins nor ends with %2"))
                .arg(m_label, values);
        case FilterSubject::Id:
            if (m_condition.key == "import"_L1)
                return choose(FilterSentenceText::tr("came with import no. %1"), FilterSentenceText::tr("not from import no. %1")).arg(values);
            break;
        case FilterSubject::Text:
        case FilterSubject::Number:
        case FilterSubject::Date:
        case FilterSubject::Bool:
        case FilterSubject::Line: break;
        }
        return choose(FilterSentenceText::tr("%1 is %2"), FilterSentenceText::tr("%1 is not %2")).arg(m_label, values);
    }

    QString flag() const
    {
        const bool isYes = m_condition.values.contains("yes"_L1);
        if (isYes && m_condition.values.contains("no"_L1))
            return FilterSentenceText::tr("anybody");
        const bool is = isYes != m_isNot;
        if (m_condition.key == "valid"_L1)
            return is ? FilterSentenceText::tr("the number is valid") : FilterSentenceText::tr("the number is not valid");
        if (m_condition.key == "suppressed"_L1)
            return is ? FilterSentenceText::tr("not to be contacted") : FilterSentenceText::tr("may be contacted");
        return is ? FilterSentenceText::tr("new or updated by the last import") : FilterSentenceText::tr("not touched by the last import");
    }

    QString pieces() const
    {
        QStringList texts;
        for (const QString &value : m_condition.values)
            texts += inQuotes(value);
        return either(texts);
    }

    QString ofNumbers() const
    {
        const QString first = m_values.text(m_condition.values.value(0));
        switch (m_condition.comparison) {
        case Comparison::Less: return FilterSentenceText::tr("%1 under %2").arg(m_label, first);
        case Comparison::LessOrEqual: return FilterSentenceText::tr("%1 at most %2").arg(m_label, first);
        case Comparison::Greater: return FilterSentenceText::tr("%1 over %2").arg(m_label, first);
        case Comparison::GreaterOrEqual: return FilterSentenceText::tr("%1 at least %2").arg(m_label, first);
        default:
            return FilterSentenceText::tr("%1 between %2 and %3").arg(m_label, first, m_values.text(m_condition.values.value(1)));
        }
    }

    QString ofDates() const
    {
        const auto first = readRelativeDate(m_condition.values.value(0));
        const auto last = readRelativeDate(m_condition.values.value(1));
        const QString from = m_values.text(m_condition.values.value(0));
        const bool isPast = first && first->amount < 0;
        switch (m_condition.comparison) {
        case Comparison::Less:
            return isPast ? FilterSentenceText::tr("%1 more than %2 ago").arg(m_label, amountText(*first))
                          : FilterSentenceText::tr("%1 before %2").arg(m_label, from);
        case Comparison::LessOrEqual:
            return isPast ? FilterSentenceText::tr("%1 at least %2 ago").arg(m_label, amountText(*first))
                          : FilterSentenceText::tr("%1 up to %2").arg(m_label, from);
        case Comparison::Greater:
            return isPast ? FilterSentenceText::tr("%1 less than %2 ago").arg(m_label, amountText(*first))
                          : FilterSentenceText::tr("%1 after %2").arg(m_label, from);
        case Comparison::GreaterOrEqual:
            return isPast ? FilterSentenceText::tr("%1 at most %2 ago").arg(m_label, amountText(*first))
                          : FilterSentenceText::tr("%1 from %2 on").arg(m_label, from);
        default: break;
        }
        if (isPast && last == RelativeDate())
            return FilterSentenceText::tr("%1 in the last %2").arg(m_label, amountText(*first));
        if (last && last->amount > 0 && first == RelativeDate())
            return FilterSentenceText::tr("%1 in the next %2").arg(m_label, amountText(*last));
        return FilterSentenceText::tr("%1 from %2 to %3").arg(m_label, from, m_values.text(m_condition.values.value(1)));
    }

    const Filter &m_condition;
    FilterSubject m_subject;
    Values m_values;
    QString m_label;
    bool m_isNot;
};

QString sentence(const Filter &filter, const FilterVocabulary &vocabulary);

// Whether a piece in a sequence of others would run into what stands behind it.
QString part(const Filter &filter, const FilterVocabulary &vocabulary, bool isLast)
{
    const bool isOneWord = filter.kind == Filter::Kind::None && filter.children.size() == 1;
    const QString text = sentence(filter, vocabulary);
    return filter.isGroup() && !isOneWord && !isLast ? u'(' + text + u')' : text;
}

QString negation(const Filter &child, const FilterVocabulary &vocabulary)
{
    if (child.kind == Filter::Kind::Condition)
        return ConditionSentence(child, vocabulary, true).text();
    if (child.kind == Filter::Kind::Word)
        return FilterSentenceText::tr("does not contain %1").arg(inQuotes(child.values.value(0)));
    return FilterSentenceText::tr("not: %1").arg(part(child, vocabulary, false));
}

QString sentence(const Filter &filter, const FilterVocabulary &vocabulary)
{
    QStringList parts;
    for (const Filter &child : filter.children) {
        const bool isLastOfAll = filter.kind == Filter::Kind::All && &child == &filter.children.last();
        parts += part(child, vocabulary, isLastOfAll && child.kind != Filter::Kind::All);
    }
    switch (filter.kind) {
    case Filter::Kind::Word: return FilterSentenceText::tr("contains %1").arg(inQuotes(filter.values.value(0)));
    case Filter::Kind::Condition: return ConditionSentence(filter, vocabulary, false).text();
    case Filter::Kind::All: return together(parts);
    case Filter::Kind::Any: return FilterSentenceText::tr("at least one of these: %1").arg(parts.join(", "_L1));
    case Filter::Kind::None:
        return filter.children.size() == 1 ? negation(filter.children.first(), vocabulary)
                                           : FilterSentenceText::tr("none of these: %1").arg(parts.join(", "_L1));
    }
    Q_UNREACHABLE();
}

} // namespace

QString describeFilter(const Filter &filter, const FilterVocabulary &vocabulary)
{
    QString text = sentence(filter, vocabulary);
    if (!text.isEmpty())
        text.replace(0, 1, text.at(0).toUpper());
    return text;
}

} // namespace Elenco
