// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modeldesk.h"

#include <array>
#include <memory>

namespace Elenco::Model {

/// Two desks, somebody at the gateway's own dashboard, a line with faults, and chance: everything that happens follows
/// from the seed (sync.md section 3). The executable model of the design, with the functions of services/sync in it.
class World
{
public:
    explicit World(quint32 seed, Bug bug = Bug::None);

    /// Lives through some ninety steps, heals the line, and lets both desks come to rest. What is wrong then, or
    /// before; empty when every invariant holds.
    QByteArray run();
    /// Everything there is in the end.
    QByteArray printed() const;

    int requests() const { return m_line.requests; }
    int faults() const { return m_line.faults; }
    int typed() const { return m_typed.size(); }

private:
    bool chance(int perMille) { return m_random.bounded(1000) < perMille; }
    template <typename List>
    const auto &anyOf(const List &list)
    {
        return list[size_t(m_random.bounded(int(list.size())))];
    }
    std::string type(const QByteArray &who);
    void kill(int perMille);

    void live();
    QByteArray settle();
    bool step(Desk &desk);
    void useDesk(Desk &desk);
    void act(Desk &desk, QByteArrayList &replaced);
    void useDashboard();
    QByteArray wrong() const;
    QByteArray wrongAt(const Desk &desk) const;
    QByteArray lostValues() const;

    QRandomGenerator m_random;
    Gateway m_gateway;
    Line m_line;
    std::array<std::unique_ptr<Desk>, 2> m_desks;
    QSet<QByteArray> m_typed; ///< every value that a person typed
    QByteArrayList m_seen;    ///< what was on a screen when a person replaced it
    int m_count = 0;
    int m_lists = 0;
};

} // namespace Elenco::Model
