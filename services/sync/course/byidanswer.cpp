// SPDX-License-Identifier: Apache-2.0
#include "sync/course/byidanswer.h"

#include "sync/records/canonical.h"

namespace Elenco {

Routine<SeenRecord> understood(SyncCourse &course, RemoteContact answer, SyncRow row)
{
    const SyncRecord base = contactRowOf(row).base;
    const SeenRecord first = course.readAgain(answer, base);
    for (const std::string &key : first.lackingKeys(base)) {
        auto otherTask = course.write<std::optional<SyncRow>>(
            [key, id = answer.id](Workspace &workspace) { return SyncRows(workspace).otherWith(key, id); });
        const Result<std::optional<SyncRow>> other = co_await std::move(otherTask);
        if (!course.heedStore(other))
            break;
        if (!*other)
            continue;
        const Result<RemoteContact> canary = co_await course.client().contact((*other)->remoteId, Priority::Background);
        course.heed(SyncCall::ReadContact, canary);
        if (!canary || canary->id != (*other)->remoteId)
            continue;
        const SeenRecord seen = course.readAgain(*canary, contactRowOf(**other).base);
        if (!seen.namesKey(key == "customFields" ? customFieldKey("x") : key))
            course.noteNotById(key);
    }
    SeenRecord last = course.readAgain(answer, base);
    last.hasNewMembers = first.hasNewMembers;
    co_return last;
}

} // namespace Elenco
