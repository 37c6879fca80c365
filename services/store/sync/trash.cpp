// SPDX-License-Identifier: Apache-2.0
#include "store/sync/trash.h"

#include "core/packing.h"
#include "store/contacts/contactstate.h"
#include "store/contacts/contacttable.h"
#include "store/database/query.h"
#include "store/journal/edit.h"
#include "store/journal/journal.h"

#include <charconv>

// On SQLite's own interface (store/database/query.h): any number of contacts comes back at once; the list of them is
// Qt Sql's.
namespace Elenco {

namespace {

// Lists may have gone since; their ids are never given twice.
void keepKnownLists(Connection &connection, ContactState &state)
{
    const auto found = state.find("lists");
    if (found == state.end())
        return;
    std::vector<std::string> known;
    for (const std::string_view text : unpacked(found->second)) {
        qint64 id = 0;
        std::from_chars(text.data(), text.data() + text.size(), id);
        Statement &list = connection.cached("SELECT 1 FROM list WHERE id=?");
        if (list.with(id).step())
            known.emplace_back(text);
        list.reset();
    }
    if (known.empty())
        state.erase(found);
    else
        found->second = packSet(std::move(known));
}

} // namespace

Result<QList<TrashedContact>> trashedContacts(Workspace &workspace, int limit)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Query row =
            connection->query("SELECT contact_id, state, at FROM trash ORDER BY at DESC, contact_id DESC LIMIT ?");
        QList<TrashedContact> result;
        row.with(limit);
        while (row.step()) {
            const ContactId id(row.integer(0));
            const Contact contact = toContact(id, unpackState(row.text(1)));
            result.append({id, contact.fullName(), contact.phoneNumber.isEmpty() ? contact.email : contact.phoneNumber,
                           QDateTime::fromSecsSinceEpoch(row.integer(2), Qt::UTC)});
        }
        return result;
    });
}

Result<ChangeSetId> restoreTrashed(Workspace &workspace, const std::vector<ContactId> &ids)
{
    return edited(workspace, [&](Edit &edit) -> Result<ChangeSetId> {
        Connection &connection = workspace.writer();
        ContactTable table(connection);
        ChangeSetId set;
        QString name;
        qint64 restored = 0;
        for (const ContactId id : ids) {
            Statement &rested = connection.cached("DELETE FROM trash WHERE contact_id=? RETURNING state");
            const bool isThere = rested.with(id.value).step();
            ContactState state = isThere ? unpackState(rested.text(0)) : ContactState();
            rested.reset();
            if (!isThere || table.read(id))
                continue;
            state.erase("remoteId"); // that one is gone
            keepKnownLists(connection, state);
            if (restored++ == 0)
                set = beginChangeSet(connection, ids.size() == 1 ? ChangeKind::ContactCreated : ChangeKind::Edit, {});
            name = toContact(id, state).fullName();
            table.insert(id, state);
            writeChange(connection, set, id, {}, state);
            connection.cached("UPDATE conflict SET resolved_by=? WHERE contact_id=? AND resolved_by IS NULL")
                .with(set.value, id.value)
                .run();
        }
        if (restored == 0)
            return ChangeSetId();
        table.writeIndex();
        if (ids.size() == 1)
            connection.query("UPDATE change_set SET subject=? WHERE id=?").with(name, set.value).run();
        finishChangeSet(connection, set, restored);
        edit.commit();
        return set;
    });
}

} // namespace Elenco
