// SPDX-License-Identifier: Apache-2.0
#include "store/sync/practicemixture.h"

#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/journal/journal.h"
#include "store/journal/listchanges.h"
#include "store/journal/unsynced.h"
#include "store/sync/accountrecord.h"

// On SQLite's own interface (store/database/query.h): it looks at everybody.
namespace Elenco {

namespace {

// Who is bound to the gateway and was neither imported nor typed here. A change that is not a sync's and has nothing
// before it is where somebody began.
std::string bornHere(const char *column, const char *of)
{
    return std::string("EXISTS(SELECT 1 FROM change c JOIN change_set s ON s.id=c.change_set_id WHERE c.") + column +
           '=' + of + " AND (c.before IS NULL OR length(c.before)=0) AND s.kind<>" +
           std::to_string(static_cast<int>(ChangeKind::Sync)) + ')';
}

// What the sync engine knows, and what waits for it.
constexpr const char *detached[] = {
    "UPDATE contact SET remote_id=NULL, remote_hash=NULL, remote_extra='', remote_tags=0, remote_read=0 WHERE "
    "remote_id IS NOT NULL",
    "UPDATE list SET remote_id=NULL WHERE remote_id IS NOT NULL",
    "DELETE FROM shadow",
    "DELETE FROM tombstone",
    "DELETE FROM request",
    "DELETE FROM authored",
    "DELETE FROM list_shadow",
    "DELETE FROM list_tombstone",
    "DELETE FROM list_request",
    "DELETE FROM list_reading",
    "DELETE FROM membership_change",
    "DELETE FROM unsent_leave",
    "DELETE FROM upload_row",
    "DELETE FROM deletion_seen",
    "DELETE FROM pull_run",
    "DELETE FROM pull_seen",
    "DELETE FROM conflict",
    "DELETE FROM replaced_value",
    "DELETE FROM trash",
    "DELETE FROM sync_state WHERE key NOT LIKE 'draft:%'",
    "DELETE FROM account",
};

} // namespace

Result<PracticeMixture> practiceMixture(Workspace &workspace)
{
    const Result<std::optional<AccountRecord>> account = accountRecord(workspace);
    if (!account)
        return account.error();
    if (!*account || !(*account)->practice)
        return PracticeMixture();
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        PracticeMixture mixture;
        const std::string isOwn =
            "(origin_import IS NOT NULL OR remote_id IS NULL OR " + bornHere("contact_id", "contact.id") + ')';
        Statement invented = connection->prepare("SELECT id FROM contact WHERE NOT " + isOwn);
        while (invented.step())
            mixture.invented.emplace_back(invented.integer(0));
        mixture.own = connection->integer("SELECT count(*) FROM contact") - qint64(mixture.invented.size());
        Query lists = connection->query("SELECT id FROM list WHERE remote_id IS NOT NULL AND NOT " +
                                        bornHere("list_id", "list.id") +
                                        " AND NOT EXISTS(SELECT 1 FROM membership m JOIN contact ON "
                                        "contact.id=m.contact_id WHERE m.list_id=list.id "
                                        "AND " +
                                        isOwn + ')');
        while (lists.step())
            mixture.inventedLists.emplace_back(lists.integer(0));
        return mixture;
    });
}

Result<ChangeSetId> separatePractice(Workspace &workspace, const JobControl &control)
{
    const Result<PracticeMixture> mixture = practiceMixture(workspace);
    if (!mixture)
        return mixture.error();
    Journal journal(workspace);
    Result<ChangeSetId> removed = ChangeSetId();
    if (!mixture->invented.empty())
        removed = journal.remove(mixture->invented, control);
    if (!removed)
        return removed;
    for (ListId list : mixture->inventedLists) {
        if (const Result<ChangeSetId> gone = journal.deleteList(list); !gone)
            return gone;
    }
    const Result<void> freed = guarded(workspace.path(), [&] {
        Transaction transaction(workspace.writer(), Transaction::Durability::Full);
        for (const char *sql : detached)
            workspace.writer().execute(sql);
        workspace.writer().notes().everybody();
        workspace.writer().notes().lists();
        transaction.commit();
        workspace.markChanged();
        shortenLog(workspace, Shorten::Now);
    });
    return freed ? removed : Result<ChangeSetId>(freed.error());
}

} // namespace Elenco
