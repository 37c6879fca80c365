// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/clientstate.h"

namespace Elenco {

/// Finds out what an account can do, one read after the other; nothing is written. What only a write could show stays
/// unknown until there is one.
class Prober : public std::enable_shared_from_this<Prober>
{
public:
    static Task<Capabilities> start(ClientState &state);

private:
    explicit Prober(ClientState &state);

    using ContactPage = Page<RemoteContact>;
    struct Ask {
        QString sizeName;
        int size;
        bool sorted;
        QString phoneNumber;
    };
    /// One page of contacts, its parameters spelt out.
    void readContacts(const Ask &ask, std::function<void(Result<ContactPage>)> next);
    void readSmallPage(bool sorted);
    void judgeSmallPage(const ContactPage &page);
    void readLargePage();
    void judgeLargePage(const ContactPage &page);
    void readByPhone(const QString &phoneNumber);
    /// One page of lists, asked for with `sizeName`.
    void readLists(const QString &sizeName);
    /// Whether a page of the account is there at all; then the next of the list.
    void readRest(size_t index);

    ClientState &m_state;
    std::shared_ptr<Flow<Capabilities>> m_flow;
    Capabilities m_found;
    bool m_sorted = true;
};

} // namespace Elenco
