// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/seedtexts.h"
#include "tests/sync/seedworld.h"

// What must hold of a SeedWorld after every step; above all: what a person typed here is here until somebody else changes it
// over there.

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

struct Standing {
    QString contact, remote, field, value;
};

QList<Standing> standing(SeedDesk &desk)
{
    const QString text =
        rows(desk, "SELECT id || '|' || coalesce(remote_id, '') || '|firstName|' || first_name FROM contact UNION ALL "
                   "SELECT id || '|' || coalesce(remote_id, '') || '|email|' || email FROM contact UNION ALL SELECT id "
                   "|| '|' || coalesce(remote_id, '') || '|city|' || city FROM contact UNION ALL SELECT id || '|' || "
                   "coalesce(remote_id, '') || '|custom:0:note|' || coalesce((SELECT value FROM contact_field WHERE "
                   "contact_id=id), '') FROM contact");
    QList<Standing> all;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(u'|');
        all.append({parts.at(0), parts.at(1), parts.at(2), parts.at(3)});
    }
    return all;
}

} // namespace

/// A value that a sync has taken from a card: it is to be seen in a choice or a notice, or what stands there now is over
/// there by somebody else. `byPerson`: whoever sits at the desk has done the last step, and what stands there is their
/// own doing.
QString SeedWorld::takenAway(SeedDesk &desk, size_t which, bool byPerson)
{
    QStringList gone;
    QString seen;
    QHash<QString, QString> cards;
    for (const Standing &now : standing(desk)) {
        const QString card = now.contact + u'|' + now.field, before = m_cards[which].value(card);
        cards.insert(card, now.value);
        if (byPerson || before.isEmpty() || before == now.value)
            continue;
        const qint64 there = m_exchange.service().ids.contactOf(now.remote);
        QSet<QString> writers = m_writers.value(writingOf(there, now.field, now.value));
        writers.remove(desk.name());
        writers.remove(creationBy(desk.name()));
        if (seen.isEmpty())
            seen = visible(desk);
        if (writers.isEmpty() && !seen.contains(before))
            gone.append(u"%1 of %2: %3 became %4"_s.arg(now.field, now.remote, before, now.value));
    }
    m_cards[which] = std::move(cards);
    return gone.join(u", "_s);
}

/// What rows and side bar show and nobody was told of (Workspace::takeChange()): they would go on to show what was.
QString SeedWorld::unannounced(SeedDesk &desk, size_t which)
{
    const QString contacts =
        rows(desk, "SELECT c.id || '|' || c.first_name || '|' || c.last_name || '|' || c.phone || '|' || c.email || '|' || "
                   "c.city || '|' || coalesce((SELECT group_concat(field_id || '=' || value) FROM contact_field WHERE "
                   "contact_id=c.id), '') || '|' || coalesce((SELECT group_concat(tag_id) FROM contact_tag WHERE "
                   "contact_id=c.id), '') || '|' || coalesce((SELECT group_concat(list_id) FROM membership WHERE "
                   "contact_id=c.id), '') || '|' || coalesce((SELECT state FROM request WHERE contact_id=c.id), 0) || '|' || "
                   "EXISTS(SELECT 1 FROM shadow WHERE contact_id=c.id) || '|' || EXISTS(SELECT 1 FROM conflict WHERE "
                   "contact_id=c.id AND resolved_by IS NULL) || '|' || EXISTS(SELECT 1 FROM refused_number WHERE "
                   "contact_id=c.id) FROM contact c");
    const QString lists = rows(desk, "SELECT id || '|' || name || '|' || description || '|' || (SELECT count(*) FROM "
                                     "membership WHERE list_id=list.id) FROM list");
    QHash<QString, QString> shown;
    for (const QString &line : contacts.split(u'\n', Qt::SkipEmptyParts))
        shown.insert(line.section(u'|', 0, 0), line);
    const QHash<QString, QString> before = std::exchange(m_shown[which], shown);
    const QString listsBefore = std::exchange(m_shownLists[which], lists);
    const BookChange change = desk.workspace().takeChange().value_or(BookChange());
    if (std::exchange(m_deaths[which], desk.deaths()) != desk.deaths())
        return {}; // what begins anew is asked for anew
    QStringList silent;
    for (const QHash<QString, QString> *side : std::initializer_list<const QHash<QString, QString> *>{&before, &shown}) {
        for (auto it = side->begin(); it != side->end(); ++it) {
            if (before.value(it.key()) != shown.value(it.key()) && !change.isAbout(ContactId(it.key().toLongLong())))
                silent.append(u"%1 → %2"_s.arg(before.value(it.key()), shown.value(it.key())));
        }
    }
    if (lists != listsBefore && !change.isAboutLists)
        silent.append(u"lists: %1 → %2"_s.arg(listsBefore, lists));
    return silent.join(u", "_s);
}

// A list's name is no choice: whoever changes it over there later has the last word, and one that is gone takes its
// name along. What may not be lost is a name that never came there.
void SeedWorld::watchLists()
{
    std::map<qint64, QString> now;
    for (const Practice::List &list : m_state->allLists())
        now[list.id] = list.name;
    for (const auto &[id, name] : m_listNames) {
        const auto found = now.find(id);
        if (found == now.end() || found->second != name)
            m_seen += valuesIn(name);
    }
    m_listNames = std::move(now);
}

// What must hold at any time.
void SeedWorld::watch(bool byPerson)
{
    watchLists();
    noteUnread();
    for (size_t i = 0; i < m_desks.size(); ++i) {
        if (const QString taken = takenAway(*m_desks[i], i, byPerson); !taken.isEmpty())
            m_wrong = u"I14: %1 lost what was typed: %2"_s.arg(m_desks[i]->name(), taken);
        if (const QString silent = unannounced(*m_desks[i], i); !silent.isEmpty())
            m_wrong = u"I15: %1 shows what was: %2"_s.arg(m_desks[i]->name(), silent);
    }
    for (const auto &desk : m_desks) {
        const QString trashed = rows(*desk, "SELECT remote_id FROM trash WHERE remote_id IS NOT NULL");
        for (const QString &id : trashed.split(u'\n', Qt::SkipEmptyParts)) {
            if (m_state->contact(m_exchange.service().ids.contactOf(id)))
                m_wrong = u"I8: %1 has a contact in the trash that is over there: %2"_s.arg(desk->name(), id);
        }
        if (const QString own = ownConflicts(*desk); !own.isEmpty())
            m_wrong = u"I13: %1 is to choose between values of its own: %2"_s.arg(desk->name(), own);
        if (!desk->damage().isEmpty())
            m_wrong = u"I11: "_s + desk->damage();
        if (!desk->haste().isEmpty())
            m_wrong = u"I10: "_s + desk->haste();
    }
    if (!m_exchange.log().dangers().isEmpty())
        m_wrong = m_exchange.log().dangers().first();
}

} // namespace Elenco
