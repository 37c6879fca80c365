// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.h"
#include "core/filter/filter.h"
#include "core/filter/filterproblem.h"
#include "core/result.h"
#include "core/strongid.h"
#include "core/values/valuelocale.h"

#include <QHash>

#include <optional>

namespace Elenco {

/// What a condition is about, and so which values and comparisons it takes (takesComparison()).
enum class FilterSubject {
    Text,
    Phone,  ///< digits, in any notation
    Number, ///< canonical (core/values/numbertext.h)
    Date,   ///< a day, a month or a year (isCanonicalPeriod()), or a day told from today (RelativeDate)
    Bool,   ///< true, false
    Tag,    ///< a tag's name; a contact has several
    List,   ///< a list's name, which several lists may bear
    ListId, ///< one list: what the side bar selects
    Flag,   ///< yes, no: known of everybody
    Line,   ///< lineWords()
    Id      ///< a whole number
};

/// Whether a condition on this can be of that comparison.
bool takesComparison(const QString &key, FilterSubject subject, Filter::Comparison comparison);

/// What a filter may speak of: the fields of an address book under all their names, and how values are written.
/// Canonical keys are the standard fields' keys, the custom fields' names, and name, tag, list, listid, valid,
/// suppressed, recent, kind, id, import; a custom field that is called like one of these, or like is, has and empty,
/// which only stand in texts, has "custom:" before it. "customFields.x", as the gateway has it, is the custom field x.
/// A value object; any thread.
class FilterVocabulary
{
public:
    /// Of no address book: every key may be a field, values are taken as they are. For what was checked before.
    FilterVocabulary() = default;
    /// Values are canonical: for the command line and what is stored.
    explicit FilterVocabulary(const QList<CustomField> &fields);
    /// Values as people of the locale type them, too; what is typed may be unfinished.
    FilterVocabulary(const QList<CustomField> &fields, const ValueLocale &locale);

    bool isKnown() const { return m_isKnown; }
    bool isTyped() const { return m_locale.has_value(); }

    /// The canonical key of a name (in any of our languages, or a label), or an empty one. In quotes a custom field's
    /// name comes first.
    QString key(const QString &name, bool isQuoted) const;
    /// What a canonical key is about; nothing for a field that the address book has not.
    std::optional<FilterSubject> subject(const QString &key) const;
    /// The custom field of a canonical key: its name in the address book.
    QString customName(const QString &key) const;
    /// The canonical key of a custom field.
    static QString customKeyOf(const QString &name);
    /// A field whose name is much like this one, else empty.
    QString suggestion(const QString &name) const;

    /// Makes a value of the key's kind canonical, or says what is wrong with it (without a position). Of no address
    /// book, values stay as they are.
    std::optional<FilterProblem> makeCanonical(const QString &key, QString &value) const;
    /// All of a condition: its key is there and takes the comparison, its values are made canonical. What comes from
    /// elsewhere than readFilter() is checked by this before it is asked.
    std::optional<FilterProblem> check(Filter &condition) const;

    /// "city" waits for a value; `name` is the key as a person knows it.
    FilterProblem missingValue(const QString &key, const QString &name) const;

    /// For sentences, which name the list of "listid".
    void setListNames(const QHash<ListId, QString> &names) { m_listNames = names; }
    QString listName(ListId id) const { return m_listNames.value(id); }
    /// How values are shown to people.
    ValueLocale locale() const { return m_locale.value_or(ValueLocale()); }

private:
    std::optional<FilterProblem> makeCanonicalWord(const QString &key, FilterSubject subject, QString &value) const;
    std::optional<FilterProblem> makeCanonicalDate(const QString &key, QString &value) const;
    QString partnersKey(const QString &name) const;
    const CustomField *customField(const QString &name) const;

    bool m_isKnown = false;
    QList<CustomField> m_fields;
    std::optional<ValueLocale> m_locale;
    QHash<ListId, QString> m_listNames;
};

/// The filter with every condition checked (FilterVocabulary::check()) and canonical; InvalidInput for the first that
/// is not understood, with the condition's text as its subject.
Result<Filter> checkedFilter(const Filter &filter, const FilterVocabulary &vocabulary);

} // namespace Elenco
