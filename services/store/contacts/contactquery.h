// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"
#include "core/fields.h"
#include "core/filter/filterverdict.h"
#include "core/jobcontrol.h"
#include "core/result.h"
#include "store/contacts/lists.h"

#include <QDate>
#include <QList>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Elenco {

class Connection;
class IdSet;
class QueryReader;
class Workspace;
struct SqlCondition;

/// One key of a sort: a field's key, "name", "created", or a custom field's name.
struct SortKey {
    QString key;
    bool descending = false;
    friend bool operator==(const SortKey &, const SortKey &) = default;
};

/// Which contacts, and in which sequence.
struct ContactQuery {
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
    /// `today` is what the dates of filters are told from; the day of the question where it is not given.
    explicit ContactQueries(Workspace &workspace, std::optional<QDate> today = {});
    ~ContactQueries();

    /// From here on every answer is of one moment, whatever is committed meanwhile. For what takes many answers to
    /// tell.
    Result<void> hold();

    /// Every contact of the query, sorted; empty values last. Cancelled when `control` says so.
    /// InvalidInput for a filter that names what is not there (compileFilter()).
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
    Result<qint64> count(const Filter &filter);
    /// How many of them have a mobile number.
    Result<qint64> countReachable(const Filter &filter, const JobControl &control = JobControl());
    /// All that a filter may ask of one contact: for judge(), which says why it is in or out. NotFound.
    Result<FilterPerson> filterPerson(ContactId id);

    Result<QList<CustomField>> customFields();

private:
    struct CachedOrder;
    QueryReader reader();
    QDate today() const { return m_today.value_or(QDate::currentDate()); }
    Result<SqlCondition> compiled(Connection &connection, const Filter &filter) const;
    Result<qint64> countWhere(const std::string &alsoWhere, const Filter &filter, const JobControl &control);
    Result<IdSet> wanted(Connection &connection, const Filter &filter) const;
    ContactOrder wholeOrder(Connection &connection, const QList<SortKey> &sort);

    Workspace &m_workspace;
    std::optional<QDate> m_today;
    std::unique_ptr<QueryReader> m_held;
    std::vector<CachedOrder> m_cache;
};

Result<QList<CustomField>> customFields(Workspace &workspace);
Result<QStringList> tagNames(Workspace &workspace);

} // namespace Elenco
