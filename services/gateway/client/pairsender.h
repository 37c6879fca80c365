// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/client/clientstate.h"

namespace Elenco {

/// Brings contacts into lists or takes them out, in the form that the account takes: both lists of ids in one body (U7,
/// R), or one list at a time, and for removals one contact at a time in the query (U23). Which one is first is told by
/// the envelope of the account's pages; a form that is refused gives way to the other, and the one that was taken is
/// remembered. Repeating either is safe.
class PairSender : public std::enable_shared_from_this<PairSender>
{
public:
    enum class Deed { Add, Remove };
    static Task<MembershipOutcome> send(ClientState &state, Deed deed, QList<RemoteId> lists, QList<RemoteId> contacts,
                                        Priority priority);

private:
    PairSender(ClientState &state, Deed deed, QList<RemoteId> lists, QList<RemoteId> contacts, Priority priority);

    void plan();
    void next();
    void heed(const Result<MembershipOutcome> &outcome);

    ClientState &m_state;
    std::shared_ptr<Flow<MembershipOutcome>> m_flow;
    Deed m_deed;
    QList<RemoteId> m_lists, m_contacts;
    Priority m_priority;
    PairForm m_form;
    std::vector<Request> m_requests; ///< still to be sent, the last one first
    MembershipOutcome m_outcome;
    bool m_hasDone = false;
    std::optional<Error> m_refusal; ///< of the form that was tried before
};

} // namespace Elenco
