// SPDX-License-Identifier: Apache-2.0
#include "tests/support/syncedworkspace.h"

#include "tests/support/namedlists.h"

#include "store/contacts/lists.h"
#include "store/journal/journal.h"
#include "store/sync/outbox.h"
#include "store/sync/synclists.h"
#include "store/sync/syncrows.h"
#include "tests/support/require.h"

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

void update(Workspace &workspace, ContactId id, const std::function<void(SyncChange &)> &change)
{
    ChangeSetId set;
    const qint64 written = require(SyncRows(workspace).update({id}, set, [&](const SyncRow &row) {
        SyncChange result = SyncChange::keeping(row);
        change(result);
        return result;
    }));
    if (written != 1)
        qFatal("there is no such contact");
}

void requireDone(const Result<void> &done)
{
    if (!done)
        qFatal("%s", qPrintable(done.error().text()));
}

} // namespace

ContactId SyncedWorkspace::addBound(const char *name, const char *number, const char *remoteId)
{
    const ContactId id = require(Journal(**this).create({{"firstName", name},
                                                         {"phoneNumber", number},
                                                         {"valid", "1"},
                                                         {"city", "Milano"},
                                                         {customKey(ValueKind::Number, "spent"), "12"}}))
                             .second;
    bind(id, remoteId);
    return id;
}

ContactId SyncedWorkspace::addNew(const char *name, const char *number)
{
    return require(Journal(**this).create({{"firstName", name}, {"phoneNumber", number}, {"valid", "1"}})).second;
}

void SyncedWorkspace::bind(ContactId id, const char *remoteId)
{
    update(**this, id, [&](SyncChange &change) {
        change.remoteId = {QString::fromLatin1(remoteId)};
        change.fingerprint = 77;
        change.extra = R"({"vip":true})";
    });
}

ListId SyncedWorkspace::addBoundList(const QString &name, const char *remoteId, const std::vector<ContactId> &members)
{
    require(members.empty() ? Journal(**this).createList(name) : joinListNamed(**this, members, name));
    const ListId id = require(findList(**this, name)).id;
    SyncLists lists(**this);
    requireDone(lists.bind(id, {QString::fromLatin1(remoteId)}, {name, {}, false}));
    requireDone(lists.settleMembers(id, true, members, qint64(members.size())));
    return id;
}

void SyncedWorkspace::edit(ContactId id, const std::string &key, const std::string &value)
{
    require(Journal(**this).edit(ChangeKind::Edit, {}, {id}, [&](ContactState &state) { state[key] = value; }));
}

void SyncedWorkspace::note(ContactId id, SendState send, const QString &detail)
{
    update(**this, id, [&](SyncChange &change) {
        change.send = send;
        change.sent = "what was sent";
        if (send == SendState::Blocked)
            change.trouble = SendTrouble::Refused;
        change.detail = detail;
    });
}

SyncRow SyncedWorkspace::row(ContactId id)
{
    return *require(SyncRows(**this).row(id));
}

QString SyncedWorkspace::waiting()
{
    const UnsentCounts counts = require(unsentCounts(**this));
    return u"%1 new, %2 changed, %3 deleted, %4 lists, %5 members"_s.arg(counts.created)
        .arg(counts.changed)
        .arg(counts.deleted)
        .arg(counts.lists)
        .arg(counts.memberships);
}

} // namespace Elenco
