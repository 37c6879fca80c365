// SPDX-License-Identifier: Apache-2.0
#include "store/sync/contactroom.h"

#include "store/contacts/sendable.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/sync/outbox.h"

#include <QStringList>

namespace Elenco {

namespace {

// "total remaining bound seconds": `bound` contacts were over there by this desk's knowledge when it was said.
const QString roomFact = QLatin1String(contactRoomKey);

} // namespace

Result<std::optional<ContactRoom>> contactRoom(Workspace &workspace)
{
    const Result<QString> fact = syncFact(workspace, roomFact);
    if (!fact)
        return fact.error();
    const QStringList parts = fact->split(u' ');
    if (parts.size() != 4)
        return std::optional<ContactRoom>();
    return guarded(workspace.path(), [&]() -> std::optional<ContactRoom> {
        const Workspace::ReaderLease connection = workspace.reader();
        const qint64 bound = connection->integer("SELECT count(*) FROM contact WHERE remote_id IS NOT NULL");
        const qint64 waiting = connection->integer(
            (std::string("SELECT count(*) FROM contact WHERE remote_id IS NULL AND ") + sendableContact).c_str());
        ContactRoom room;
        room.total = parts.at(0).toLongLong();
        room.left = std::max<qint64>(0, parts.at(1).toLongLong() - (bound - parts.at(2).toLongLong()) - waiting);
        room.asked = QDateTime::fromSecsSinceEpoch(parts.at(3).toLongLong());
        return room;
    });
}

Result<void> noteContactRoom(Workspace &workspace, qint64 total, qint64 remaining)
{
    const Result<qint64> bound = guarded(workspace.path(), [&] {
        return workspace.writer().integer("SELECT count(*) FROM contact WHERE remote_id IS NOT NULL");
    });
    if (!bound)
        return bound.error();
    return setSyncFact(workspace, roomFact,
                       QStringLiteral("%1 %2 %3 %4")
                           .arg(total)
                           .arg(remaining)
                           .arg(*bound)
                           .arg(QDateTime::currentSecsSinceEpoch()));
}

} // namespace Elenco
