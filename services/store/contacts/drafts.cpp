// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/drafts.h"

#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"

#include <QByteArray>

namespace Elenco {

namespace {

QString keyOf(ContactId id)
{
    return QStringLiteral("draft:%1").arg(id.value);
}

} // namespace

Result<ContactState> contactDraft(Workspace &workspace, ContactId id)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Query row = connection->query("SELECT value FROM sync_state WHERE key=?");
        ContactState typed;
        if (!row.with(keyOf(id)).step())
            return typed;
        typed = unpackState(QByteArray::fromBase64(row.string(0).toLatin1()).toStdString());
        return typed;
    });
}

Result<void> keepContactDraft(Workspace &workspace, ContactId id, const ContactState &typed)
{
    return guarded(workspace.path(), [&] {
        Transaction transaction(workspace.writer(), Transaction::Durability::Full);
        if (typed.empty())
            workspace.writer().query("DELETE FROM sync_state WHERE key=?").with(keyOf(id)).run();
        else
            workspace.writer()
                .query("INSERT OR REPLACE INTO sync_state(key, value) VALUES(?, ?)")
                .with(keyOf(id), QString::fromLatin1(QByteArray::fromStdString(packState(typed)).toBase64()))
                .run();
        transaction.commit();
    });
}

} // namespace Elenco
