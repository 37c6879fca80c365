// SPDX-License-Identifier: Apache-2.0
#include "store/contactquery.h"

#include "core/packing.h"
#include "store/contacttable.h"
#include "store/filtersql.h"
#include "store/workspace.h"

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

// How one sort key reads in SQL. `empty` tells the rows that go to the end.
struct SortColumn {
    std::string expression;
    std::string empty;
    bool isCustom = false;
};

SortColumn sortColumn(const QString &key)
{
    if (key == "name"_L1)
        return {"sort_name", "sort_name=char(127)"};
    if (key == "created"_L1)
        return {"contact.id", "contact.id<0"};
    if (key == "city"_L1)
        return {"city_key", "city_key=''"};
    if (key == "email"_L1)
        return {"email COLLATE NOCASE", "email COLLATE NOCASE=''"};
    for (const FieldInfo &info : fieldTable()) {
        if (key == QLatin1String(info.key))
            return {info.sqlColumn, std::string(info.sqlColumn) + "=''"};
    }
    return {key.toStdString(), {}, true};
}

// Reads ids into `ids`. The vector is the memory of a million rows, so it is filled directly.
void collect(Statement &statement, std::vector<ContactId> &ids)
{
    while (statement.step())
        ids.emplace_back(statement.integer(0));
}

std::vector<ContactId> orderByOne(Connection &connection, const SortKey &key)
{
    std::vector<ContactId> ids;
    ids.reserve(static_cast<size_t>(connection.integer("SELECT max(0, count(*)) FROM contact")));
    const SortColumn column = sortColumn(key.key);
    const std::string direction = key.descending ? " DESC" : "";
    if (column.isCustom) {
        Statement with = connection.prepare("SELECT contact_id FROM contact_field WHERE field_id=(SELECT id FROM field "
                                            "WHERE fold(name)=fold(?)) ORDER BY value" +
                                            direction + ", contact_id" + direction);
        with.with(column.expression);
        collect(with, ids);
        Statement without = connection.prepare(
            "SELECT id FROM contact WHERE id NOT IN (SELECT contact_id FROM contact_field WHERE field_id="
            "(SELECT id FROM field WHERE fold(name)=fold(?))) ORDER BY id");
        without.with(column.expression);
        collect(without, ids);
        return ids;
    }
    // Two scans of one index: the filled ones in the wanted direction, then the empty ones.
    Statement filled = connection.prepare("SELECT id FROM contact WHERE NOT (" + column.empty + ") ORDER BY " +
                                          column.expression + direction + ", id" + direction);
    collect(filled, ids);
    Statement empty = connection.prepare("SELECT id FROM contact WHERE " + column.empty + " ORDER BY id");
    collect(empty, ids);
    return ids;
}

std::string orderClause(const QList<SortKey> &keys)
{
    std::string clause;
    for (const SortKey &key : keys) {
        const SortColumn column = sortColumn(key.key);
        std::string expression = column.expression, empty = column.empty;
        if (column.isCustom) {
            std::string quoted;
            for (char c : column.expression)
                quoted += c == '\'' ? "''" : std::string(1, c);
            expression = "(SELECT value FROM contact_field WHERE contact_id=contact.id AND field_id=(SELECT id FROM "
                         "field WHERE fold(name)=fold('" +
                         quoted + "')))";
            empty = expression + " IS NULL";
        }
        clause += empty + ", " + expression + (key.descending ? " DESC, " : ", ");
    }
    return clause + "contact.id";
}

/// Ids as bits: what several questions agree on. Of a million contacts it takes 125 kB.
class IdSet
{
public:
    /// Keeps what the statement gives, of what was kept before; the first one gives the set.
    void keep(Statement &statement)
    {
        std::vector<bool> bits;
        qint64 count = 0;
        while (statement.step()) {
            const auto id = static_cast<size_t>(statement.integer(0));
            if (m_isRestricted && (id >= m_bits.size() || !m_bits[id]))
                continue;
            if (id >= bits.size())
                bits.resize(std::max(id + 1, bits.size() * 2));
            if (!bits[id])
                ++count;
            bits[id] = true;
        }
        m_bits.swap(bits);
        m_count = count;
        m_isRestricted = true;
    }
    bool contains(ContactId id) const
    {
        return static_cast<size_t>(id.value) < m_bits.size() && m_bits[static_cast<size_t>(id.value)];
    }
    qint64 count() const { return m_count; }
    /// The ids as SQLite's json_each() reads them.
    std::string json() const
    {
        std::string text = "[";
        for (size_t id = 0; id < m_bits.size(); ++id) {
            if (m_bits[id])
                (text += text.size() > 1 ? "," : "") += std::to_string(id);
        }
        return text += ']';
    }

private:
    std::vector<bool> m_bits;
    qint64 m_count = 0;
    bool m_isRestricted = false;
};

// Few rows: sorted by looking up each one's keys. Above this the scan of a whole index is quicker.
constexpr qint64 fewRows = 20000;

} // namespace

struct ContactQueries::CachedOrder {
    qint64 revision = 0;
    QList<SortKey> sort;
    ContactOrder order;
};

ContactQueries::ContactQueries(Workspace &workspace) : m_workspace(workspace)
{
}

ContactQueries::~ContactQueries() = default;

Result<ContactOrder> ContactQueries::order(const ContactQuery &query, const JobControl &control)
{
    return guarded(m_workspace.path(), [&]() -> ContactOrder {
        const qint64 revision = m_workspace.revision();
        const Workspace::ReaderLease connection = m_workspace.reader();
        const Interruptible interruptible(*connection, control);

        const bool everything = query.scope.kind == Scope::Kind::All && query.filter.isEmpty();
        IdSet wanted;
        if (!everything) {
            // Each part of the question is asked once for its ids, in no order: joined in one statement, and with a
            // sort, they mislead the planner by seconds.
            const SplitFilter split = splitWords(query.filter);
            if (!split.match.empty()) {
                Statement words = connection->prepare("SELECT rowid FROM contact_fts WHERE contact_fts MATCH ?");
                words.with(split.match);
                wanted.keep(words);
            }
            if (query.scope.kind == Scope::Kind::List) {
                Statement members = connection->prepare("SELECT contact_id FROM membership WHERE list_id=?");
                wanted.keep(members.with(query.scope.list.value));
            } else if (query.scope.kind != Scope::Kind::All) {
                Statement scope = connection->prepare("SELECT id FROM contact WHERE " + compileScope(query.scope).sql);
                wanted.keep(scope);
            }
            if (!split.rest.children.isEmpty()) {
                const SqlCondition condition = compileFilter(split.rest);
                Statement rest = connection->prepare("SELECT id FROM contact WHERE " + condition.sql);
                condition.bindTo(rest);
                wanted.keep(rest);
            }
            if (wanted.count() <= fewRows) {
                const std::string ids = wanted.json();
                Statement sorted = connection->prepare("SELECT contact.id FROM json_each(?) AS wanted CROSS JOIN "
                                                       "contact ON contact.id=wanted.value ORDER BY " +
                                                       orderClause(query.sort));
                sorted.with(ids);
                std::vector<ContactId> result;
                result.reserve(static_cast<size_t>(wanted.count()));
                collect(sorted, result);
                return std::make_shared<const std::vector<ContactId>>(std::move(result));
            }
        }

        const auto cached = std::find_if(m_cache.begin(), m_cache.end(), [&](const CachedOrder &entry) {
            return entry.revision == revision && entry.sort == query.sort;
        });
        ContactOrder whole;
        if (cached != m_cache.end()) {
            whole = cached->order;
        } else {
            std::vector<ContactId> ids;
            if (query.sort.size() == 1) {
                ids = orderByOne(*connection, query.sort.first());
            } else {
                Statement sorted = connection->prepare("SELECT id FROM contact ORDER BY " + orderClause(query.sort));
                collect(sorted, ids);
            }
            whole = std::make_shared<const std::vector<ContactId>>(std::move(ids));
            std::erase_if(m_cache, [&](const CachedOrder &entry) { return entry.revision != revision; });
            if (m_cache.size() >= 2)
                m_cache.erase(m_cache.begin());
            m_cache.push_back({revision, query.sort, whole});
        }
        if (everything)
            return whole;

        // Many: the whole order's sequence with the others left out.
        std::vector<ContactId> result;
        result.reserve(static_cast<size_t>(wanted.count()));
        for (ContactId id : *whole) {
            if (wanted.contains(id))
                result.push_back(id);
        }
        return std::make_shared<const std::vector<ContactId>>(std::move(result));
    });
}

Result<std::vector<Contact>> ContactQueries::contacts(const std::vector<ContactId> &ids)
{
    return guarded(m_workspace.path(), [&] {
        const Workspace::ReaderLease connection = m_workspace.reader();
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

Result<std::vector<SyncMark>> ContactQueries::syncMarks(const std::vector<ContactId> &ids)
{
    return guarded(m_workspace.path(), [&] {
        const Workspace::ReaderLease connection = m_workspace.reader();
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

Result<QList<ContactList>> ContactQueries::listsOf(ContactId id)
{
    return guarded(m_workspace.path(), [&] {
        const Workspace::ReaderLease connection = m_workspace.reader();
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
        const Workspace::ReaderLease connection = m_workspace.reader();
        Statement &statement = connection->cached(
            "SELECT l.name FROM membership m JOIN list l ON l.id=m.list_id WHERE m.contact_id=? ORDER BY l.name_key");
        QStringList names;
        statement.with(id.value);
        while (statement.step())
            names.append(statement.string(0));
        return names;
    });
}

Result<qint64> ContactQueries::count(const Scope &scope)
{
    return guarded(m_workspace.path(), [&] {
        const Workspace::ReaderLease connection = m_workspace.reader();
        const SqlCondition condition = compileScope(scope);
        Statement statement = connection->prepare("SELECT count(*) FROM contact WHERE " + condition.sql);
        condition.bindTo(statement);
        statement.step();
        return statement.integer(0);
    });
}

Result<qint64> ContactQueries::countReachable(const Scope &scope, const JobControl &control)
{
    return guarded(m_workspace.path(), [&] {
        const Workspace::ReaderLease connection = m_workspace.reader();
        const Interruptible interruptible(*connection, control);
        const SqlCondition condition = compileScope(scope);
        Statement statement = connection->prepare(
            "SELECT count(*) FROM contact WHERE valid=1 AND line_kind IN (1,3) AND " + condition.sql);
        condition.bindTo(statement);
        statement.step();
        return statement.integer(0);
    });
}

Result<QList<CustomField>> customFields(Workspace &workspace)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Statement statement = connection->prepare("SELECT name, kind FROM field ORDER BY id");
        QList<CustomField> fields;
        while (statement.step())
            fields.append({statement.string(0), static_cast<ValueKind>(statement.integer(1))});
        return fields;
    });
}

Result<QStringList> tagNames(Workspace &workspace)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Statement statement =
            connection->prepare("SELECT name FROM tag WHERE id IN (SELECT tag_id FROM contact_tag) ORDER BY name_key");
        QStringList names;
        while (statement.step())
            names.append(statement.string(0));
        return names;
    });
}

} // namespace Elenco
