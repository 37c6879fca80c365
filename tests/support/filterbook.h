// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filtervocabulary.h"
#include "store/contacts/contactstate.h"
#include "tests/support/testworkspace.h"

namespace Elenco {

/// An address book that filters are asked of, with every kind of field, lists, suppressed people and a last import, and
/// a day that stands still.
class FilterBook
{
public:
    FilterBook();

    Workspace &workspace() { return *m_workspace; }
    static QDate today() { return {2026, 11, 29}; }
    /// Canonical, or as people of the locale type it.
    FilterVocabulary vocabulary();
    FilterVocabulary vocabulary(const QLocale &locale);
    ListId list(const QString &name) const { return m_lists.value(name); }

    /// A person in one line, values behind each other between semicolons, each of them may be missing:
    /// first name; last name; phone; line kind (a number; none: the phone is not valid); email; city; province; tags;
    /// lists; totalSpent; lastPurchaseDate; Socio; appunti; preferredChannel; import; what else: "suppressed",
    /// "refused" (by address, and lifted since where "lifted" follows), "updated" (by the last import)
    ContactState personOf(const QString &line);
    ContactId add(const ContactState &person, const QString &what = {});
    /// Puts everybody who was added in place.
    void finish();

    /// The contacts of a filter by the store, ascending.
    Result<std::vector<ContactId>> found(const Filter &filter);
    /// Those whom judge() lets in.
    std::vector<ContactId> judged(const Filter &filter);
    /// First names of the contacts.
    QString names(const std::vector<ContactId> &ids) const;

private:
    struct Addition {
        ContactState state;
        QString what;
    };
    TestWorkspace m_workspace;
    QHash<QString, ListId> m_lists;
    std::vector<Addition> m_additions;
    std::vector<FilterPerson> m_people;
};

} // namespace Elenco
