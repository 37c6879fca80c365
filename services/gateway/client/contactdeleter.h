// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/client/clientstate.h"

namespace Elenco {

/// Deletes contacts by their ids; the one place that makes this call. In which form (DELETE /contacts/{id} in UC-023,
/// else DELETE /contacts?ids=) is told by the envelope of a page and never found by trying: a server that does not know
/// `ids` may take the call for one that deletes everybody. For the same reason the first deletion on an account is of
/// one contact, and another one, a canary, must still be there before the second; of three, one.
class ContactDeleter : public std::enable_shared_from_this<ContactDeleter>
{
public:
    static Task<void> remove(ClientState &state, const DeletionBatch &ids, Priority priority);

private:
    ContactDeleter(ClientState &state, QList<RemoteId> ids, Priority priority);

    void look();
    void removeFirst();
    void choose(const QList<RemoteContact> &rows);
    void readCanary(qsizetype index);
    void removeRest();
    void removeByIds(const QList<RemoteId> &ids, std::function<void()> next);
    void removeByPath(const RemoteId &id, std::function<void()> next);
    void askAgain(const RemoteId &id, const Error &error, std::function<void()> next);
    void fail(const Error &error);
    bool isByPath() const;
    void removeOne(const RemoteId &id, std::function<void()> next);

    ClientState &m_state;
    std::shared_ptr<Flow<void>> m_flow;
    QList<RemoteId> m_ids;
    QList<RemoteId> m_canaries; ///< who must still be there after the first deletion
    Priority m_priority;
    bool m_hasDeleted = false;
};

} // namespace Elenco
