// SPDX-License-Identifier: Apache-2.0
#include "store/sync/remoteview.h"

#include "store/contacts/contactstate.h"
#include "store/contacts/contacttable.h"
#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"

namespace Elenco {

Result<RemoteView> remoteView(Workspace &workspace, ContactId id)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        RemoteView view;
        Query row = connection->query("SELECT c.remote_read, c.remote_tags, s.base FROM contact c LEFT JOIN "
                                      "shadow s ON s.contact_id=c.id WHERE c.id=? AND c.remote_id IS NOT NULL");
        if (!row.with(id.value).step())
            return view;
        if (row.integer(0) > 0)
            view.readAt = QDateTime::fromSecsSinceEpoch(row.integer(0), Qt::UTC);
        const auto state = ContactTable(*connection).read(id);
        const std::string_view tags = state ? stateValue(*state, "tags") : std::string_view();
        if (row.isNull(2)) // in step, but for tags that were never compared
            view.hasOwnTags = !tags.empty() && row.integer(1) == 0;
        else
            view.hasOwnTags = !tags.empty() && stateValue(unpackState(row.text(2)), "tags") != tags;
        return view;
    });
}

} // namespace Elenco
