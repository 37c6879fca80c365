// SPDX-License-Identifier: Apache-2.0
#include "sync/plan/outcome.h"

#include <algorithm>

namespace Elenco {

namespace {

Outcome refused(RowStep row)
{
    return {RequestFate::NotApplied, row, RunStep::GoOn};
}

Outcome untouched(RunStep run)
{
    return {RequestFate::NotApplied, RowStep::Resend, run};
}

// Nobody knows whether a write was carried out; a read is just asked again.
Outcome unanswered(SyncCall call, RunStep run)
{
    if (isRead(call))
        return untouched(run);
    return {RequestFate::Unknown, RowStep::KeepUnknown, run};
}

// 409, which the Client has told from a quota that is used up.
Outcome conflict(SyncCall call)
{
    if (call == SyncCall::CreateContact)
        return refused(RowStep::LookUpNumber);
    return refused(call == SyncCall::UpdateContact ? RowStep::TakeNumberBack : RowStep::Block);
}

// 400 and 422. The reference refuses a number that it knows in this way too.
Outcome refusal(SyncCall call)
{
    return refused(call == SyncCall::CreateContact ? RowStep::LookUpNumber : RowStep::Block);
}

Outcome absence(SyncCall call)
{
    switch (call) {
    case SyncCall::ReadContact:
    case SyncCall::ReadList:
    case SyncCall::UpdateContact:
    case SyncCall::DeleteContacts:
    case SyncCall::UpdateList:
    case SyncCall::DeleteLists:
    // The list is gone, whichever contacts it was about.
    case SyncCall::ReadPage:
    case SyncCall::AddMembers:
    case SyncCall::RemoveMembers: return refused(RowStep::ProveAbsence);
    case SyncCall::LookUpNumber:
    case SyncCall::CreateContact:
    case SyncCall::ReadLists:
    case SyncCall::CreateList:
    case SyncCall::Upload: return refused(RowStep::Block);
    }
    Q_UNREACHABLE();
}

} // namespace

bool isRead(SyncCall call)
{
    switch (call) {
    case SyncCall::ReadPage:
    case SyncCall::ReadContact:
    case SyncCall::LookUpNumber:
    case SyncCall::ReadLists:
    case SyncCall::ReadList: return true;
    case SyncCall::CreateContact:
    case SyncCall::UpdateContact:
    case SyncCall::DeleteContacts:
    case SyncCall::CreateList:
    case SyncCall::UpdateList:
    case SyncCall::DeleteLists:
    case SyncCall::AddMembers:
    case SyncCall::RemoveMembers:
    case SyncCall::Upload: return false;
    }
    Q_UNREACHABLE();
}

Outcome outcomeOf(SyncCall call, const std::optional<Error> &error)
{
    if (!error)
        return {};
    switch (error->kind) {
    case ErrorKind::Cancelled: return untouched(RunStep::End);

    case ErrorKind::NoNetwork:
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused: return untouched(RunStep::CountFailure);

    // A write that may have arrived is OutcomeUnknown already; should one of these come all the same, the careful
    // reading of it holds.
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut:
    case ErrorKind::ServerFailed:
    case ErrorKind::UnreadableAnswer:
    case ErrorKind::OutcomeUnknown: return unanswered(call, RunStep::CountFailure);
    case ErrorKind::NotTheGateway: return unanswered(call, RunStep::Stop);

    case ErrorKind::TlsUntrusted:
    case ErrorKind::TlsExpired:
    case ErrorKind::TlsWrongName:
    case ErrorKind::TlsFailed:
    case ErrorKind::ProxyFailed:
    case ErrorKind::KeyRefused:
    case ErrorKind::OtherAccount:
    case ErrorKind::NotAllowed: return untouched(RunStep::Stop);

    case ErrorKind::RateLimited:
        return {RequestFate::NotApplied, RowStep::Resend, RunStep::Wait, std::max(0LL, error->detail.toLongLong())};

    case ErrorKind::NotFound: return absence(call);
    case ErrorKind::Conflict: return conflict(call);
    case ErrorKind::QuotaExhausted:
        return refused(call == SyncCall::CreateContact || call == SyncCall::Upload ? RowStep::WaitForQuota
                                                                                   : RowStep::Block);
    case ErrorKind::Refused: return refusal(call);
    case ErrorKind::TooLarge:
    case ErrorKind::InvalidInput: return refused(RowStep::Block);

    // No call of the gateway's ends so: a bug of ours, which must not stop the other rows.
    case ErrorKind::IsDirectory:
    case ErrorKind::NoPermission:
    case ErrorKind::Empty:
    case ErrorKind::NotRecognised:
    case ErrorKind::Unsupported:
    case ErrorKind::ChangedWhileRead:
    case ErrorKind::ReadFailed:
    case ErrorKind::WriteFailed:
    case ErrorKind::Gone:
    case ErrorKind::DiskFull:
    case ErrorKind::InUse:
    case ErrorKind::NewerVersion:
    case ErrorKind::NotAWorkspace:
    case ErrorKind::Damaged:
    case ErrorKind::AlreadyDone:
    case ErrorKind::NameTaken:
    case ErrorKind::Ambiguous:
    case ErrorKind::Internal:
    case ErrorKind::SecretsUnavailable:
    case ErrorKind::WrongPassphrase: return refused(RowStep::Block);
    }
    Q_UNREACHABLE();
}

} // namespace Elenco
