// SPDX-License-Identifier: Apache-2.0
#include "sync/course/byidanswer.h"

#include "sync/records/canonical.h"

namespace Elenco {

namespace {

// So many contacts without a key that they had, and the account shows it by id no more.
constexpr int mostCanaries = 8;

} // namespace

Routine<SeenRecord> understood(SyncCourse &course, RemoteContact answer, SyncRow row)
{
    const SyncRecord base = contactRowOf(row).base;
    const SeenRecord first = course.readAgain(answer, base);
    for (const std::string &key : first.lackingKeys(base)) {
        auto othersTask = course.write<std::vector<SyncRow>>([key, id = answer.id](Workspace &workspace) {
            return SyncRows(workspace).othersWith(key, id, mostCanaries);
        });
        const Result<std::vector<SyncRow>> others = co_await std::move(othersTask);
        if (!course.heedStore(others))
            break;
        // Whoever cleared the field of this one may have cleared it of several: one that has it is enough, one that
        // lacks it is not.
        bool isSeen = false, isMissed = false;
        for (size_t i = 0; i < others->size() && !isSeen && course.mayGoOn(); ++i) {
            const SyncRow &other = (*others)[i];
            const Result<RemoteContact> canary = co_await course.client().contact(other.remoteId, Priority::Background);
            course.heed(SyncCall::ReadContact, canary);
            if (!canary || canary->id != other.remoteId)
                continue;
            const SeenRecord seen = course.readAgain(*canary, contactRowOf(other).base);
            isSeen = seen.namesKey(key == "customFields" ? customFieldKey("x") : key);
            isMissed = isMissed || !isSeen;
        }
        if (isMissed && !isSeen && course.mayGoOn())
            course.noteNotById(key);
    }
    SeenRecord last = course.readAgain(answer, base);
    last.hasNewMembers = first.hasNewMembers;
    co_return last;
}

} // namespace Elenco
