// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"
#include "core/fields.h"
#include "core/filter/filter.h"
#include "core/jobcontrol.h"
#include "core/result.h"
#include "store/contacts/lists.h"

#include <QList>

#include <memory>
#include <vector>

namespace Elenco {

class QueryReader;
class Workspace;

/// One key of a sort: a field's key, "name", "created", or a custom field's name.
struct SortKey {
    QString key;
    bool descending = false;
    friend bool operator==(const SortKey &, const SortKey &) = default;
};

/// Which contacts, before any filter: the entries of the sidebar.
struct Scope {
    enum class Kind {
        All,
        ImportedRecently, ///< new with, or updated by, the last import that was not undone
        NeedsAttention,   ///< the number is not valid
        List,
    };
    Kind kind = Kind::All;
    ListId list;
    friend bool operator==(const Scope &, const Scope &) = default;
};

struct ContactQuery {
    Scope scope;
    Filter filter;
    QList<SortKey> sort{{QStringLiteral("name"), false}};
    friend bool operator==(const ContactQuery &, const ContactQuery &) = default;
};

/// The ids of a query's contacts in its sequence: 8 bytes a row, made by one index scan and shared, never copied.
using ContactOrder = std::shared_ptr<const std::vector<ContactId>>;

/// Answers questions about contacts. Any thread; one object per thread of work (it keeps the orders it made).
class ContactQueries
{
public:
    explicit ContactQueries(Workspace &workspace);
    ~ContactQueries();

    /// From here on every answer is of one moment, whatever is committed meanwhile. For what takes many answers to
    /// tell.
    Result<void> hold();

    /// Every contact of the query, sorted; empty values last. Cancelled when `control` says so.
    /// InvalidInput for a filter that names what is not there.
    Result<ContactOrder> order(const ContactQuery &query, const JobControl &control = JobControl());
    /// The contacts of `ids`, in that sequence; ids that are gone give a Contact without id.
    Result<std::vector<Contact>> contacts(const std::vector<ContactId> &ids);
    Result<Contact> contact(ContactId id);
    /// Some of those who have this E.164 number: whose it is, not how many there are.
    Result<std::vector<Contact>> ofNumber(const QString &number);
    /// For each id; in a workspace without an account nothing waits.
    Result<std::vector<SyncMark>> syncMarks(const std::vector<ContactId> &ids);
    /// For each id when the gateway said that its number is not valid; null: it did not, or it has another one by now.
    Result<std::vector<QDateTime>> refusedNumbers(const std::vector<ContactId> &ids);
    /// The names of the lists that hold the contact.
    Result<QStringList> listNames(ContactId id);
    /// The same lists; without their counts.
    Result<QList<ContactList>> listsOf(ContactId id);
    Result<qint64> count(const Scope &scope);
    /// How many of the scope's contacts have a mobile number.
    Result<qint64> countReachable(const Scope &scope, const JobControl &control = JobControl());

    Result<QList<CustomField>> customFields();

private:
    struct CachedOrder;
    QueryReader reader();

    Workspace &m_workspace;
    std::unique_ptr<QueryReader> m_held;
    std::vector<CachedOrder> m_cache;
};

Result<QList<CustomField>> customFields(Workspace &workspace);
Result<QStringList> tagNames(Workspace &workspace);

} // namespace Elenco
