// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contactquery.h"

#include "store/contacts/contacttable.h"
#include "store/contacts/filtersql.h"
#include "store/contacts/reachsql.h"
#include "store/database/query.h"
#include "store/database/queryreader.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"

// On SQLite's own interface (store/database/query.h): what is asked for each row of a window, and filters that look at
// everybody.
namespace Elenco {

QList<CustomField> readFields(Connection &connection)
{
    Query statement = connection.query("SELECT name, kind FROM field ORDER BY id");
    QList<CustomField> fields;
    while (statement.step())
        fields.append({statement.string(0), static_cast<ValueKind>(statement.integer(1))});
    return fields;
}

Result<std::vector<Contact>> ContactQueries::contacts(const std::vector<ContactId> &ids)
{
    return guarded(m_workspace.path(), [&] {
        const QueryReader connection = reader();
        ContactTable table(*connection);
        std::vector<Contact> result;
        result.reserve(ids.size());
        for (ContactId id : ids) {
            const auto state = table.read(id);
            result.push_back(state ? toContact(id, *state) : Contact());
        }
        return result;
    });
}

Result<Contact> ContactQueries::contact(ContactId id)
{
    Result<std::vector<Contact>> found = contacts({id});
    if (!found)
        return found.error();
    if (!found->front().id.isValid())
        return Error{ErrorKind::NotFound, QString::number(id.value), {}};
    return std::move(found->front());
}

Result<std::vector<Contact>> ContactQueries::ofNumber(const QString &number)
{
    std::vector<ContactId> ids;
    const Result<void> found = guarded(m_workspace.path(), [&] {
        const QueryReader connection = reader();
        Statement &owners = connection->cached("SELECT id FROM contact WHERE phone=? ORDER BY id LIMIT 5");
        owners.with(number);
        while (owners.step())
            ids.emplace_back(owners.integer(0));
    });
    return found ? contacts(ids) : Result<std::vector<Contact>>(found.error());
}

Result<std::vector<SyncMark>> ContactQueries::syncMarks(const std::vector<ContactId> &ids)
{
    return guarded(m_workspace.path(), [&] {
        const QueryReader connection = reader();
        std::vector<SyncMark> marks(ids.size(), SyncMark::None);
        if (connection->integer("SELECT EXISTS(SELECT 1 FROM account)") == 0)
            return marks;
        Statement &mark =
            connection->cached("SELECT EXISTS(SELECT 1 FROM conflict WHERE contact_id=?1 AND resolved_by IS NULL),"
                               " EXISTS(SELECT 1 FROM request WHERE contact_id=?1 AND state=2),"
                               " EXISTS(SELECT 1 FROM shadow WHERE contact_id=?1 AND sends=1) OR"
                               " EXISTS(SELECT 1 FROM membership_change WHERE contact_id=?1) OR"
                               " EXISTS(SELECT 1 FROM contact WHERE id=?1 AND remote_id IS NULL AND valid=1)");
        for (size_t i = 0; i < ids.size(); ++i) {
            mark.with(ids[i].value).step();
            marks[i] = mark.integer(0)   ? SyncMark::Conflict
                       : mark.integer(1) ? SyncMark::Refused
                       : mark.integer(2) ? SyncMark::Waiting
                                         : SyncMark::None;
            mark.reset();
        }
        return marks;
    });
}

Result<std::vector<QDateTime>> ContactQueries::refusedNumbers(const std::vector<ContactId> &ids)
{
    return guarded(m_workspace.path(), [&] {
        const QueryReader connection = reader();
        std::vector<QDateTime> times(ids.size());
        Statement &find = connection->cached("SELECT r.at FROM refused_number r JOIN contact c ON c.id=r.contact_id AND "
                                             "c.phone=r.number WHERE r.contact_id=?");
        for (size_t i = 0; i < ids.size(); ++i) {
            if (find.with(ids[i].value).step())
                times[i] = QDateTime::fromSecsSinceEpoch(find.integer(0));
            find.reset();
        }
        return times;
    });
}

Result<QList<ContactList>> ContactQueries::listsOf(ContactId id)
{
    return guarded(m_workspace.path(), [&] {
        const QueryReader connection = reader();
        Statement &statement =
            connection->cached("SELECT l.id, l.name FROM membership m JOIN list l ON l.id=m.list_id WHERE "
                               "m.contact_id=? ORDER BY l.name_key, l.id");
        QList<ContactList> lists;
        statement.with(id.value);
        while (statement.step())
            lists.append({ListId(statement.integer(0)), statement.string(1), {}, false, 0});
        return lists;
    });
}

Result<QStringList> ContactQueries::listNames(ContactId id)
{
    return guarded(m_workspace.path(), [&] {
        const QueryReader connection = reader();
        Statement &statement = connection->cached(
            "SELECT l.name FROM membership m JOIN list l ON l.id=m.list_id WHERE m.contact_id=? ORDER BY l.name_key");
        QStringList names;
        statement.with(id.value);
        while (statement.step())
            names.append(statement.string(0));
        return names;
    });
}

Result<SqlCondition> ContactQueries::compiled(Connection &connection, const Filter &filter) const
{
    return compileFilter(filter, FilterVocabulary(readFields(connection)), today());
}

Result<qint64> ContactQueries::countWhere(const std::string &alsoWhere, const Filter &filter, const JobControl &control)
{
    return guardedResult(m_workspace.path(), [&]() -> Result<qint64> {
        const QueryReader connection = reader();
        const Interruptible interruptible(*connection, control);
        const Result<SqlCondition> condition = compiled(*connection, filter);
        if (!condition)
            return condition.error();
        Statement statement = connection->prepare("SELECT count(*) FROM contact WHERE " + alsoWhere + condition->sql);
        condition->bindTo(statement);
        statement.step();
        return statement.integer(0);
    });
}

Result<qint64> ContactQueries::count(const Filter &filter)
{
    return countWhere({}, filter, JobControl());
}

Result<qint64> ContactQueries::countReachable(const Filter &filter, const JobControl &control)
{
    return countWhere("valid=1 AND line_kind IN (" + kindsThatTakeSms() + ") AND ", filter, control);
}

Result<FilterPerson> ContactQueries::filterPerson(ContactId id)
{
    return guardedResult(m_workspace.path(), [&]() -> Result<FilterPerson> {
        Result<Contact> contact = this->contact(id);
        const Result<QList<ContactList>> lists = listsOf(id);
        if (!contact || !lists)
            return contact ? lists.error() : contact.error();
        FilterPerson person{std::move(*contact), {}, {}, false, false};
        for (const ContactList &list : *lists)
            person.lists += {list.id, list.name};
        const QueryReader connection = reader();
        const auto is = [&](const char *key) -> Result<bool> {
            const Result<SqlCondition> condition =
                compiled(*connection, Filter::condition(QLatin1String(key), QStringLiteral("yes")));
            if (!condition)
                return condition.error();
            Statement row = connection->prepare("SELECT " + condition->sql + " FROM contact WHERE id=?");
            return row.with(id.value).step() && row.integer(0) != 0;
        };
        const Result<bool> isSuppressed = is("suppressed"), isRecent = is("recent");
        if (!isSuppressed || !isRecent)
            return isSuppressed ? isRecent.error() : isSuppressed.error();
        person.isSuppressed = *isSuppressed;
        person.isRecent = *isRecent;
        Query origin = connection->query("SELECT coalesce(origin_import, 0) FROM contact WHERE id=?");
        if (origin.with(id.value).step())
            person.import = ImportId(origin.integer(0));
        return person;
    });
}

Result<QList<CustomField>> ContactQueries::customFields()
{
    return guarded(m_workspace.path(), [&] {
        const QueryReader connection = reader();
        return readFields(*connection);
    });
}

Result<QList<CustomField>> customFields(Workspace &workspace)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        return readFields(*connection);
    });
}

Result<QStringList> tagNames(Workspace &workspace)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Query statement =
            connection->query("SELECT name FROM tag WHERE id IN (SELECT tag_id FROM contact_tag) ORDER BY name_key");
        QStringList names;
        while (statement.step())
            names.append(statement.string(0));
        return names;
    });
}

} // namespace Elenco
