// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/client/clientstate.h"

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
        int size; ///< 0: nothing is said of pages
        bool sorted;
        QString phoneNumber;
        QString email;
    };
    void readBare();
    void readContacts(const Ask &ask, std::function<void(Result<ContactPage>)> next);
    void readSmallPage(int turn);
    void readLargePage();
    void judgeLargePage(const ContactPage &page);
    void readByPhone();
    void readByEmail();
    /// False: it was not answered, and the probing has ended.
    bool judgeFilter(const Result<ContactPage> &page, const QString &name, Known Capabilities::*filter);
    void readLists();
    void readListPage(int turn);
    /// Whether a page of the account is there at all; then the next of the list.
    void readRest(size_t index);

    ClientState &m_state;
    std::shared_ptr<Flow<Capabilities>> m_flow;
    Capabilities m_found;
    QString m_phoneNumber, m_email; ///< of people who are there, for asking by them
};

} // namespace Elenco
