// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sync/seeddesk.h"
#include "tests/sync/seedscript.h"

#include <QSet>

#include <array>
#include <map>

namespace Elenco {

/// Two desks and somebody at the dashboard share an account, and everything goes wrong that a script says. When it is
/// through, the line heals, the desks come to rest, and the invariants of sync.md section 3 must hold.
class SeedWorld
{
public:
    explicit SeedWorld(const SeedScript &script);

    /// Which invariant is broken, in words; empty: none.
    QString run();

    /// All that there is in the end, here and there.
    QString printed();
    /// Every request that came, with its answer: two runs of a script have the same.
    QString requestLog();
    int requests() { return static_cast<int>(m_exchange.log().count()); }
    int faults() const { return m_faults; }
    int typed() const { return static_cast<int>(m_typed.size()); }
    int deaths() const { return m_desks[0]->deaths() + m_desks[1]->deaths(); }
    int conflicts();
    int blocked();
    QString blockedRows(); ///< and why, one a line

private:
    void take(const SeedStep &step);
    void useDesk(SeedDesk &desk, const SeedStep &step);
    void useDashboard(const SeedStep &step);
    bool awaitsList(const SeedDesk *besides);
    bool sendsFile(const SeedDesk &desk) const;
    void sync(SeedDesk &desk, const SeedStep &step);
    bool isSamplingAt(SeedDesk &desk) const;
    QString settle();
    void letThrough(SeedDesk &desk, Practice::Fault fault = Practice::Fault::None);
    void noteWriter(const QString &who);
    void noteUnread();
    bool isNowhere(quint32 contactKey) const;
    QString takenAway(SeedDesk &desk, size_t which, bool byPerson);
    QString unannounced(SeedDesk &desk, size_t which);
    void watch(bool byPerson = false);
    void watchLists();
    QString ownConflicts(SeedDesk &desk);

    QString cards(SeedDesk &desk);   ///< contacts and lists
    QString visible(SeedDesk &desk); ///< and choices
    QString everywhere(SeedDesk &desk);
    QString wrongAt(SeedDesk &desk);
    QString wrongLists();
    QString blockedSilently(SeedDesk &desk);
    QString lostValues();

    const SeedScript m_script;
    std::unique_ptr<Practice::State> m_state;
    Practice::Exchange m_exchange;
    std::array<std::unique_ptr<SeedDesk>, 2> m_desks;

    QSet<QString> m_typed;                  ///< every value that a person typed
    QSet<QString> m_seen;                   ///< what was on a screen when a person replaced it
    std::map<qint64, QJsonObject> m_extras; ///< what is to be there of members that no desk knows
    QSet<QString> m_unread;                 ///< who was deleted at a desk that had not read them by id: "A 17"
    QSet<QString> m_twins;                  ///< numbers that several contacts over there have
    std::map<qint64, QString> m_listNames;  ///< over there, a step ago
    std::map<qint64, Practice::Contact> m_contacts;
    QHash<QString, QSet<QString>> m_writers; ///< by contact, field and value: who made it so over there
    /// By desk: what stood on its cards a step ago, by card and field.
    std::array<QHash<QString, QString>, 2> m_cards;
    std::array<QHash<QString, QString>, 2> m_shown; ///< by desk and contact: what a row showed a step ago
    std::array<QString, 2> m_shownLists;
    std::array<int, 2> m_deaths{};
    std::array<bool, 2> m_wasRefused{};      ///< by desk: the last request that it let through was a change, with a 400
    QSet<QString> m_judged;                  ///< choices, when they came: by their desk and its id of them
    bool m_isMistakable = false;             ///< a creation that was not answered may be taken for somebody else's
    int m_listsMade = 0;                     ///< by persons, at desks and at the dashboard
    int m_faults = 0;
    QString m_wrong; ///< the first that was seen on the way
};

} // namespace Elenco
