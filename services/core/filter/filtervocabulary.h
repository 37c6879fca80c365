// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.h"
#include "core/filter/filter.h"
#include "core/filter/filterproblem.h"
#include "core/values/valuelocale.h"

#include <optional>

namespace Elenco {

/// What a condition is about, and so which values it takes.
enum class FilterSubject { Text, Phone, Number, Date, Bool, Tag, List, Valid, Line, Has, Id };

/// What a filter may speak of: the fields of an address book under all their names, and how values are written.
/// Canonical keys are the standard fields' keys, the custom fields' names, and name, tag, list, valid, is, kind, has,
/// id, import; a custom field that is called like one of these has "custom:" before it.
class FilterVocabulary
{
public:
    /// Of no address book: every key may be a field, values are taken as they are. For what was checked before.
    FilterVocabulary() = default;
    /// Values are canonical: for the command line and what is stored.
    explicit FilterVocabulary(const QList<CustomField> &fields);
    /// Values as people of the locale type them, too; what is typed may be unfinished.
    FilterVocabulary(const QList<CustomField> &fields, const ValueLocale &locale);

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

    /// Makes the value of a condition canonical, or says what is wrong with it (without a position).
    std::optional<FilterProblem> normalize(Filter &condition) const;

private:
    std::optional<FilterProblem> normalizeWord(Filter &condition, FilterSubject subject) const;
    std::optional<FilterProblem> normalizeValue(Filter &condition, FilterSubject subject) const;
    const CustomField *customField(const QString &name) const;

    bool m_isKnown = false;
    QList<CustomField> m_fields;
    std::optional<ValueLocale> m_locale;
};

} // namespace Elenco
