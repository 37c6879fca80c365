// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sync/seeddesk.h"

#include <functional>
#include <map>
#include <memory>

namespace Elenco {

/// A small address book in step with its account, one desk, one request at a time: the same every time, so that it can
/// be spoiled at one point after the other and what comes of it compared.
class Scene
{
public:
    /// Seven people; VIP has the first three, Old the fourth.
    explicit Scene(Practice::Dialect dialect);

    SeedDesk &desk() { return *m_desk; }
    const Practice::RequestLog &log() { return m_exchange.log(); }

    /// Everything that can wait waits, on both sides, some of it in each other's way.
    void editBothSides();
    /// Everything that can be done here and that can be taken back over there, oldest first.
    std::vector<ChangeSetId> editHere();
    /// What editHere() changed is changed to something else, or is as it was.
    void editHereAgain();
    /// The newest first.
    void undo(std::vector<ChangeSetId> sets);

    /// A sync with nothing in the way.
    void sync();
    /// Syncs with nothing in the way until nothing moves; false: it does not come to that. What was refused is sent
    /// again as it is, as a person may have it.
    bool comesToRest();

    /// Here and there and the choices to be made, without ids, which may come in another order.
    QString printed();
    qint64 trashed();

private:
    static Practice::Options optionsOf(Practice::Dialect dialect);
    static std::unique_ptr<Practice::State> opened();
    void add(int i);
    void change(qint64 id, const std::function<void(Practice::Contact &)> &edited);
    ContactId here(qint64 id);
    ChangeSetId edit(qint64 id, const std::string &field, const std::string &value);
    ListId list(const QString &name);
    QStringList there();
    QStringList here();

    const Practice::Options m_options;
    std::unique_ptr<Practice::State> m_state;
    Practice::Exchange m_exchange;
    std::unique_ptr<SeedDesk> m_desk;
    std::map<qint64, ContactId> m_here; ///< by what they were called over there at first
    qint64 m_vip = 0;
};

} // namespace Elenco
