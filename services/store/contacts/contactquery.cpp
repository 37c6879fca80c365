// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contactquery.h"

#include "core/filter/scopes.h"
#include "store/contacts/filtersql.h"
#include "store/contacts/ftstext.h"
#include "store/contacts/idset.h"
#include "store/database/queryreader.h"
#include "store/database/workspace.h"

#include <algorithm>

// On SQLite's own interface (store/database/query.h): an order has as many rows as there are contacts.
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

// Few rows: sorted by looking up each one's keys. Above this the scan of a whole index is quicker.
constexpr qint64 fewRows = 20000;

} // namespace

struct ContactQueries::CachedOrder {
    qint64 revision = 0;
    QList<SortKey> sort;
    ContactOrder order;
};

ContactQueries::ContactQueries(Workspace &workspace, std::optional<QDate> today)
    : m_workspace(workspace), m_today(today)
{
}

ContactQueries::~ContactQueries()
{
    if (!m_held)
        return;
    const Result<void> ended = guardedResult(m_workspace.path(), [&]() -> Result<void> {
        (*m_held)->execute("ROLLBACK");
        return {};
    });
    Q_UNUSED(ended); // nothing was written
}

QueryReader ContactQueries::reader()
{
    return m_held ? QueryReader(**m_held) : QueryReader(m_workspace.reader());
}

Result<void> ContactQueries::hold()
{
    return guardedResult(m_workspace.path(), [&]() -> Result<void> {
        auto held = std::make_unique<QueryReader>(m_workspace.reader());
        (*held)->execute("BEGIN");
        (*held)->integer("SELECT count(*) FROM sqlite_master"); // the moment is that of the first look
        m_held = std::move(held);
        return {};
    });
}

// Each part of the question is asked once for its ids, in no order: joined in one statement, and with a sort, they
// mislead the planner by seconds.
Result<IdSet> ContactQueries::wanted(Connection &connection, const Filter &filter) const
{
    IdSet ids;
    const SplitFilter split = splitWords(filter);
    if (!split.words.isEmpty()) {
        Statement words = connection.prepare("SELECT rowid FROM contact_fts WHERE contact_fts MATCH ?");
        const std::string expression = ftsText(split.words);
        ids.keep(words.with(expression));
    }
    QList<Filter> others;
    for (const Filter &part : split.rest) {
        const ListId list = listOfScope(part);
        const bool isScope = list.isValid() || part == importedRecently() || part == needingAttention();
        if (!isScope) {
            others += part;
        } else if (list.isValid()) { // without a look at the contacts themselves
            Statement members = connection.prepare("SELECT contact_id FROM membership WHERE list_id=?");
            ids.keep(members.with(list.value));
        } else {
            const Result<SqlCondition> condition = compiled(connection, part);
            if (!condition)
                return condition.error();
            Statement scope = connection.prepare("SELECT id FROM contact WHERE " + condition->sql);
            condition->bindTo(scope);
            ids.keep(scope);
        }
    }
    if (others.isEmpty())
        return ids;
    const Result<SqlCondition> condition = compiled(connection, Filter::all(others));
    if (!condition)
        return condition.error();
    Statement rest = connection.prepare("SELECT id FROM contact WHERE " + condition->sql);
    condition->bindTo(rest);
    ids.keep(rest);
    return ids;
}

ContactOrder ContactQueries::wholeOrder(Connection &connection, const QList<SortKey> &sort)
{
    const qint64 revision = m_workspace.revision();
    const auto cached = std::find_if(m_cache.begin(), m_cache.end(), [&](const CachedOrder &entry) {
        return entry.revision == revision && entry.sort == sort;
    });
    if (cached != m_cache.end())
        return cached->order;
    std::vector<ContactId> ids;
    if (sort.size() == 1) {
        ids = orderByOne(connection, sort.first());
    } else {
        Statement sorted = connection.prepare("SELECT id FROM contact ORDER BY " + orderClause(sort));
        collect(sorted, ids);
    }
    auto whole = std::make_shared<const std::vector<ContactId>>(std::move(ids));
    std::erase_if(m_cache, [&](const CachedOrder &entry) { return entry.revision != revision; });
    if (m_cache.size() >= 2)
        m_cache.erase(m_cache.begin());
    m_cache.push_back({revision, sort, whole});
    return whole;
}

Result<ContactOrder> ContactQueries::order(const ContactQuery &query, const JobControl &control)
{
    return guardedResult(m_workspace.path(), [&]() -> Result<ContactOrder> {
        const QueryReader connection = reader();
        const Interruptible interruptible(*connection, control);
        const Result<IdSet> wanted = this->wanted(*connection, query.filter);
        if (!wanted)
            return wanted.error();
        std::vector<ContactId> result;
        if (wanted->isRestricted() && wanted->count() <= fewRows) {
            const std::string ids = wanted->json();
            Statement sorted = connection->prepare("SELECT contact.id FROM json_each(?) AS wanted CROSS JOIN "
                                                   "contact ON contact.id=wanted.value ORDER BY " +
                                                   orderClause(query.sort));
            sorted.with(ids);
            result.reserve(static_cast<size_t>(wanted->count()));
            collect(sorted, result);
            return std::make_shared<const std::vector<ContactId>>(std::move(result));
        }
        ContactOrder whole = wholeOrder(*connection, query.sort);
        if (!wanted->isRestricted())
            return whole;
        // Many: the whole order's sequence with the others left out.
        result.reserve(static_cast<size_t>(wanted->count()));
        for (ContactId id : *whole) {
            if (wanted->contains(id))
                result.push_back(id);
        }
        return std::make_shared<const std::vector<ContactId>>(std::move(result));
    });
}

} // namespace Elenco
