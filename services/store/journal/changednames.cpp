// SPDX-License-Identifier: Apache-2.0
#include "store/journal/changednames.h"

#include "store/contacts/contactstate.h"
#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"

namespace Elenco {

Result<ChangedNames> changedNames(Workspace &workspace, ChangeSetId id, int limit)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        ChangedNames names;
        const auto add = [](QStringList &to, const QString &name) {
            if (!name.isEmpty() && !to.contains(name))
                to += name;
        };
        Query here = connection->query(
            "SELECT DISTINCT c.id, coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), nullif(c.phone, ''), "
            "c.email) FROM change h JOIN contact c ON c.id=h.contact_id WHERE h.change_set_id=? LIMIT ?");
        here.with(id.value, limit);
        while (here.step())
            add(names.contacts, here.string(1));
        Query gone = connection->query("SELECT before FROM change WHERE change_set_id=? AND contact_id IS NOT NULL "
                                       "AND after IS NULL AND before IS NOT NULL LIMIT ?");
        gone.with(id.value, limit);
        while (gone.step())
            add(names.removed, toContact({}, unpackState(gone.text(0))).displayName());
        Query lists = connection->query("SELECT coalesce(after, before) FROM change WHERE change_set_id=? AND "
                                        "list_id IS NOT NULL LIMIT ?");
        lists.with(id.value, limit);
        while (lists.step()) {
            const ContactState state = unpackState(lists.text(0));
            const std::string_view name = stateValue(state, "name");
            add(names.lists, QString::fromUtf8(name));
        }
        return names;
    });
}

} // namespace Elenco
