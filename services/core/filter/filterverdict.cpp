// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterverdict.h"

#include "core/asciitext.h"
#include "core/filter/filterwordlists.h"
#include "core/filter/wordneeds.h"
#include "core/textfold.h"
#include "core/values/relativedate.h"

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

using Comparison = Filter::Comparison;

namespace {

bool isLess(auto a, auto b, Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less: return a < b;
    case Comparison::LessOrEqual: return a <= b;
    case Comparison::Greater: return a > b;
    case Comparison::GreaterOrEqual: return a >= b;
    default: return false;
    }
}

template <typename Value, typename Read>
bool compares(const Value &value, const Filter &condition, Read read)
{
    const QStringList &values = condition.values;
    if (condition.comparison == Comparison::Is)
        return std::any_of(values.begin(), values.end(),
                           [&](const QString &each) { return !each.isEmpty() && read(each) == value; });
    if (condition.comparison == Comparison::Between)
        return value >= read(values[0]) && value <= read(values[1]);
    return isLess(value, read(values[0]), condition.comparison);
}

bool isDate(const std::string &text)
{
    return text.size() > 4 && areDigits(std::string_view(text).substr(0, 4)) && text[4] == '-';
}

/// One person under one vocabulary on one day. Conditions are canonical.
class Judge
{
public:
    Judge(const FilterPerson &person, const FilterVocabulary &vocabulary, QDate today)
        : m_person(person),
          m_vocabulary(vocabulary),
          m_today(today),
          m_words(wordsOf(person.contact)),
          m_numberWords(wordsOfNumber(person.contact.phoneNumber.toStdString()))
    {
    }

    FilterVerdict verdict(const Filter &filter) const
    {
        FilterVerdict result{filter, false, {}};
        for (const Filter &child : filter.children)
            result.parts.push_back(verdict(child));
        const auto holds = [](const FilterVerdict &part) { return part.holds; };
        switch (filter.kind) {
        case Filter::Kind::All: {
            const bool hasWords = splitWords(filter).words.isMetBy(m_words); // of one number in several pieces as well
            for (FilterVerdict &part : result.parts)
                part.holds = part.filter.kind == Filter::Kind::Word ? part.holds || hasWords : part.holds;
            result.holds = std::all_of(result.parts.begin(), result.parts.end(), holds);
            break;
        }
        case Filter::Kind::Any: result.holds = std::any_of(result.parts.begin(), result.parts.end(), holds); break;
        case Filter::Kind::None: result.holds = std::none_of(result.parts.begin(), result.parts.end(), holds); break;
        case Filter::Kind::Word: result.holds = WordNeeds::ofWord(filter.values.value(0)).isMetBy(m_words); break;
        case Filter::Kind::Condition: result.holds = meets(filter); break;
        }
        return result;
    }

private:
    bool meets(const Filter &condition) const
    {
        const bool isEmpty = texts(condition.key).isEmpty();
        if (condition.comparison == Comparison::Empty || condition.comparison == Comparison::Present)
            return isEmpty == (condition.comparison == Comparison::Empty);
        if (isEmpty && condition.comparison == Comparison::Is && condition.values.contains(QString()))
            return true;
        const auto subject = m_vocabulary.subject(condition.key).value_or(FilterSubject::Text);
        switch (subject) {
        case FilterSubject::Text:
        case FilterSubject::Tag:
        case FilterSubject::List: return hasText(condition);
        case FilterSubject::Number:
        case FilterSubject::Date:
        case FilterSubject::Bool: return hasValue(condition, subject);
        case FilterSubject::Phone:
            return std::any_of(condition.values.begin(), condition.values.end(), [&](const QString &value) {
                return !value.isEmpty() && WordNeeds::ofNumber(value.toStdString()).isMetBy(m_numberWords);
            });
        case FilterSubject::Flag:
        case FilterSubject::Line: return hasWord(condition);
        case FilterSubject::ListId:
            return std::any_of(m_person.lists.begin(), m_person.lists.end(), [&](const auto &list) {
                return condition.values.contains(QString::number(list.id.value));
            });
        case FilterSubject::Id: {
            const qint64 id = condition.key == "id"_L1 ? m_person.contact.id.value : m_person.import.value;
            return id > 0 && compares(id, condition, [](const QString &value) { return value.toLongLong(); });
        }
        }
        Q_UNREACHABLE();
    }

    // What the person has under a key, each with something in it.
    QStringList texts(const QString &key) const
    {
        const Contact &contact = m_person.contact;
        QStringList found;
        if (key == "tag"_L1) {
            found = contact.tags;
        } else if (key == "list"_L1) {
            for (const auto &list : m_person.lists)
                found += list.name.simplified();
            return found;
        } else if (key == "name"_L1) {
            found = {contact.firstName + contact.lastName};
        } else if (key == "import"_L1) {
            found = {m_person.import.isValid() ? QString::number(m_person.import.value) : QString()};
        } else if (const QString name = m_vocabulary.customName(key); !name.isEmpty()) {
            found = {customValue(name).text};
        } else {
            for (const FieldInfo &info : fieldTable()) {
                if (key == QLatin1String(info.key))
                    found = {contact.*info.member};
            }
        }
        found.removeAll(QString());
        return found;
    }

    CustomValue customValue(const QString &name) const
    {
        for (const CustomValue &value : m_person.contact.customFields) {
            if (value.name == name)
                return value;
        }
        return {};
    }

    bool hasText(const Filter &condition) const
    {
        const Contact &contact = m_person.contact;
        const bool isName = condition.key == "name"_L1;
        const QStringList had =
            isName ? QStringList{contact.firstName + u' ' + contact.lastName} : texts(condition.key);
        for (const QString &text : had) {
            std::string folded = foldText(text.toStdString());
            if (isName) { // without the blank beside a part that is missing
                folded.erase(0, folded.find_first_not_of(' '));
                folded.erase(folded.find_last_not_of(' ') + 1);
            }
            const auto holds = [&](const QString &value) {
                const std::string wanted = foldText(value.toStdString());
                return !wanted.empty() && isPiece(folded, wanted, condition.comparison);
            };
            if (std::any_of(condition.values.begin(), condition.values.end(), holds))
                return true;
        }
        return false;
    }

    static bool isPiece(const std::string &text, const std::string &wanted, Comparison comparison)
    {
        return comparison == Comparison::Contains ? text.find(wanted) != std::string::npos
               : comparison == Comparison::Begins ? text.starts_with(wanted)
               : comparison == Comparison::Ends   ? text.ends_with(wanted)
                                                  : text == wanted;
    }

    bool hasValue(const Filter &condition, FilterSubject subject) const
    {
        const CustomValue had = customValue(m_vocabulary.customName(condition.key));
        const std::string text = had.text.toStdString();
        if (subject == FilterSubject::Bool)
            return !had.text.isEmpty() && condition.values.contains(had.text);
        if (subject == FilterSubject::Date)
            return isDate(text) && isWithin(text, condition);
        const std::optional<double> number = had.kind == ValueKind::Number ? canonicalNumber(text) : std::nullopt;
        return number && compares(*number, condition, [](const QString &value) { return value.toDouble(); });
    }

    // Dates compare as texts; '~' is above every character of a date, and so behind all of a month or a year.
    bool isWithin(const std::string &date, const Filter &condition) const
    {
        const auto begin = [&](const QString &value) { return periodOn(value, m_today).toStdString(); };
        const auto end = [&](const QString &value) { return begin(value) + '~'; };
        const QStringList &values = condition.values;
        switch (condition.comparison) {
        case Comparison::Is:
            return std::any_of(values.begin(), values.end(), [&](const QString &value) {
                return !value.isEmpty() && date >= begin(value) && date <= end(value);
            });
        case Comparison::Between: return date >= begin(values[0]) && date <= end(values[1]);
        case Comparison::Greater:
        case Comparison::LessOrEqual: return isLess(date, end(values[0]), condition.comparison);
        default: return isLess(date, begin(values[0]), condition.comparison);
        }
    }

    bool hasWord(const Filter &condition) const
    {
        if (condition.key == "kind"_L1)
            return std::any_of(condition.values.begin(), condition.values.end(), [&](const QString &word) {
                return lineKindsOf(word).contains(m_person.contact.lineKind);
            });
        const bool is = condition.key == "valid"_L1        ? m_person.contact.valid
                        : condition.key == "suppressed"_L1 ? m_person.isSuppressed
                                                           : m_person.isRecent;
        return condition.values.contains(is ? u"yes"_s : u"no"_s);
    }

    const FilterPerson &m_person;
    const FilterVocabulary &m_vocabulary;
    QDate m_today;
    std::vector<std::string> m_words;
    std::vector<std::string> m_numberWords;
};

} // namespace

Result<FilterVerdict> judge(const Filter &filter, const FilterPerson &person, const FilterVocabulary &vocabulary,
                            QDate today)
{
    const Result<Filter> checked = checkedFilter(filter, vocabulary);
    if (!checked)
        return checked.error();
    return Judge(person, vocabulary, today).verdict(*checked);
}

} // namespace Elenco
