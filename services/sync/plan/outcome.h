// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

namespace Elenco {

/// The calls that sync makes (gateway.md sections 2 to 4), as far as their outcomes mean different things.
enum class SyncCall {
    ReadPage, ///< of contacts, of members
    ReadContact,
    LookUpNumber,
    CreateContact,
    UpdateContact,
    DeleteContacts,
    ReadLists,
    ReadList, ///< one, by its id
    CreateList,
    UpdateList,
    DeleteLists,
    AddMembers,
    RemoveMembers,
    Upload, ///< a file of new contacts, and its confirmation
};

/// Three outcomes only (sync.md section 2.5). A read that failed was not applied.
enum class RequestFate { Applied, NotApplied, Unknown };

/// What is to be done about the row (or the list, or the file) that the request was about.
enum class RowStep {
    Settle,         ///< the answer is merged into it
    Resend,         ///< nothing happened to it; its turn comes again
    KeepUnknown,    ///< the mark "sent, outcome unknown" stays: it is looked at before anything is sent again
    LookUpNumber,   ///< refused; only a look says whether the contact is there already
    TakeNumberBack, ///< the new number belongs to another contact
    ProveAbsence,   ///< the gateway says it is gone: ask for another one too (sync/run/listing.h)
    Block,          ///< shown with the gateway's words, and sent again when it is changed or by hand
    WaitForQuota,   ///< until there is room; changes and deletions go on
};

/// What is to be done about the run (sync.md section 2.7).
enum class RunStep {
    GoOn,
    CountFailure, ///< several in a row pause the run: nobody answers, or what answers is out of order
    Wait,         ///< for everybody, as long as was said
    Stop,         ///< a person has to do something first: key, plan, network login, certificate
    End,          ///< stopped by hand
};

/// What a finished request means.
struct Outcome {
    RequestFate fate = RequestFate::Applied;
    RowStep row = RowStep::Settle;
    RunStep run = RunStep::GoOn;
    qint64 waitSeconds = 0; ///< of RunStep::Wait; 0 when nothing was said

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

/// `error`: nullopt when the call ended well. Errors are the Client's, which has judged statuses and bodies
/// (gateway/client/client.h); only ErrorKind::NotFound is the gateway's own word that something is gone.
Outcome outcomeOf(SyncCall call, const std::optional<Error> &error);

template <typename T>
Outcome outcomeOf(SyncCall call, const Result<T> &result)
{
    return outcomeOf(call, result ? std::nullopt : std::optional(result.error()));
}

/// True for calls that change nothing over there.
bool isRead(SyncCall call);

} // namespace Elenco
