// SPDX-License-Identifier: Apache-2.0
#include "store/sync/accountrecord.h"

#include "store/sync/contactroom.h"

#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/journal/unsynced.h"
#include "store/sync/outbox.h"

namespace Elenco {

namespace {
const QString accountKnownKey = QStringLiteral("accountKnown"), known = QStringLiteral("1"),
              confirmed = QStringLiteral("confirmed");
}

Result<std::optional<AccountRecord>> accountRecord(Workspace &workspace)
{
    return guarded(workspace.path(), [&]() -> std::optional<AccountRecord> {
        const Workspace::ReaderLease connection = workspace.reader();
        Query row = connection->query(
            "SELECT root, authentication, user, plan, secret_place, capabilities, practice FROM account");
        if (!row.step())
            return std::nullopt;
        AccountRecord record{row.string(0), row.string(1), row.string(2), row.string(3), row.string(4), {}, false};
        record.capabilities = row.string(5).toUtf8();
        record.practice = row.integer(6) != 0;
        return record;
    });
}

Result<void> saveAccountRecord(Workspace &workspace, const AccountRecord &record)
{
    return guarded(workspace.path(), [&] {
        Transaction transaction(workspace.writer(), Transaction::Durability::Full);
        workspace.writer()
            .query("INSERT OR REPLACE INTO account(id, root, authentication, user, plan, secret_place, capabilities, "
                   "practice) VALUES(1, ?, ?, ?, ?, ?, ?, ?)")
            .with(record.root, record.authentication, record.user, record.plan, record.secretPlace,
                  QString::fromUtf8(record.capabilities), int(record.practice))
            .run();
        workspace.writer().query("DELETE FROM sync_state WHERE key=?").with(accountKnownKey).run();
        workspace.writer().query("DELETE FROM sync_state WHERE key=?").with(contactRoomKey).run();
        transaction.commit();
        shortenLog(workspace, Shorten::Anew);
    });
}

Result<AccountTrust> accountTrust(Workspace &workspace)
{
    const Result<QString> fact = syncFact(workspace, accountKnownKey);
    if (!fact)
        return fact.error();
    return *fact == known ? AccountTrust::Known : *fact == confirmed ? AccountTrust::Confirmed : AccountTrust::Doubtful;
}

Result<void> setAccountTrust(Workspace &workspace, AccountTrust trust)
{
    return setSyncFact(workspace, accountKnownKey,
                       trust == AccountTrust::Known       ? known
                       : trust == AccountTrust::Confirmed ? confirmed
                                                          : QString());
}

Result<void> saveAccountCapabilities(Workspace &workspace, const AccountRecord &record)
{
    return guarded(workspace.path(), [&] {
        Transaction transaction(workspace.writer(), Transaction::Durability::Full);
        workspace.writer()
            .query("UPDATE account SET capabilities = ? WHERE root = ? AND authentication = ? AND user = ? AND "
                   "practice = ?")
            .with(QString::fromUtf8(record.capabilities), record.root, record.authentication, record.user,
                  int(record.practice))
            .run();
        transaction.commit();
    });
}

Result<void> removeAccountRecord(Workspace &workspace)
{
    return guarded(workspace.path(), [&] {
        Transaction transaction(workspace.writer(), Transaction::Durability::Full);
        workspace.writer().execute("DELETE FROM account");
        workspace.writer().query("DELETE FROM sync_state WHERE key=?").with(contactRoomKey).run();
        transaction.commit();
        shortenLog(workspace, Shorten::Now);
    });
}

} // namespace Elenco
