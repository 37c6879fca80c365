// SPDX-License-Identifier: Apache-2.0
#include "modelworld.h"

#include "../support/syncmerges.h"
#include "sync/records/canonical.h"

#include <QRegularExpression>

#include <algorithm>
#include <stdexcept>

namespace Elenco::Model {

namespace {

const std::array<std::string, 4> &editedFields()
{
    static const std::array<std::string, 4> fields{"firstName", "email", "city", "custom:0:note"};
    return fields;
}

std::string poolNumber(int index)
{
    return "+393400000" + std::to_string(100 + index);
}

Gateway::Manner mannerOf(QRandomGenerator &random)
{
    Gateway::Manner manner;
    manner.putReplaces = random.bounded(2) == 0;
    manner.refusesKnown = random.bounded(3) == 0;
    manner.shoutsCities = random.bounded(4) == 0;
    manner.quota = random.bounded(3) == 0 ? 9 : 999;
    return manner;
}

} // namespace

World::World(quint32 seed, Bug bug) : m_random(seed), m_gateway(mannerOf(m_random)), m_line(m_gateway, m_random)
{
    for (size_t i = 0; i < m_desks.size(); ++i) {
        m_desks[i] = std::make_unique<Desk>(QByteArray(1, "AB"[i]), bug, m_gateway, [this] { kill(4); });
        m_desks[i]->capabilities.partialUpdate =
            !m_gateway.manner().putReplaces && chance(500) ? Known::Yes : Known::No;
    }
}

std::string World::type(const QByteArray &who)
{
    const QByteArray value = who + '-' + QByteArray::number(++m_count);
    m_typed.insert(value);
    return value.toStdString();
}

void World::kill(int perMille)
{
    if (m_line.isFaulty && chance(perMille))
        throw Killed();
}

QByteArray World::run()
{
    try {
        live();
        if (const QByteArray unrest = settle(); !unrest.isEmpty())
            return unrest;
    } catch (const std::logic_error &error) {
        return error.what();
    }
    return wrong();
}

void World::live()
{
    for (int i = 0; i < 90; ++i) {
        const int what = m_random.bounded(100);
        Desk &desk = *m_desks[size_t(m_random.bounded(2))];
        if (what < 22)
            useDesk(desk);
        else if (what < 27)
            useDashboard();
        else
            step(desk);
    }
}

QByteArray World::settle()
{
    m_line.isFaulty = false;
    for (const auto &desk : m_desks)
        desk->stop();
    for (int round = 0; round < 12; ++round) {
        const QByteArray before = printed();
        for (const auto &desk : m_desks) {
            int requests = 0;
            while (step(*desk)) {
                if (++requests > 3000)
                    return "I7: a sync does not end";
            }
        }
        // A sync that only finished an older enumeration is not a full one yet.
        if (round >= 2 && printed() == before)
            return {};
    }
    return "I7: the desks do not come to rest";
}

// One request of a desk's sync; false when a sync has ended.
bool World::step(Desk &desk)
{
    try {
        if (!desk.isRunning()) {
            desk.begin();
        } else {
            kill(15);
            Answer answer = m_line.send(desk.request());
            kill(15);
            desk.isReading = false;
            desk.resume(std::move(answer));
        }
        return desk.isRunning();
    } catch (const Killed &) {
        desk.stop();
    } catch (const Abort &) {
        desk.stop();
    }
    return false;
}

// A killed process may take an action with it, as long as it was not saved; then nothing was typed.
void World::useDesk(Desk &desk)
{
    const int cards = desk.db.last;
    const QSet<QByteArray> typed = m_typed;
    const QByteArray before = printed();
    QByteArrayList replaced;
    try {
        act(desk, replaced);
    } catch (const Killed &) {
        desk.stop();
    }
    if (desk.db.last == cards && printed() == before)
        m_typed = typed;
    else
        m_seen += replaced;
}

void World::act(Desk &desk, QByteArrayList &replaced)
{
    const std::vector<int> shown = desk.shownCards();
    const auto isShown = [&](const std::string &number) {
        return std::any_of(shown.begin(), shown.end(),
                           [&](int key) { return stateValue(desk.db.cards.at(key).row, "phoneNumber") == number; });
    };
    std::vector<int> lists;
    for (const auto &[key, list] : desk.db.lists) {
        if (!list.isDeleted)
            lists.push_back(key);
    }
    const int what = m_random.bounded(100);
    const std::string number = poolNumber(m_random.bounded(14));
    if (what < 35 || shown.empty()) {
        if (isShown(number))
            return;
        ContactState row{{"phoneNumber", number}};
        for (const std::string &field : editedFields()) {
            if (chance(700))
                row[field] = type(desk.name) + (field == "email" ? "@Example.IT" : "");
        }
        desk.createCard(row);
    } else if (what < 75) {
        const int key = anyOf(shown);
        if (chance(200)) {
            if (!isShown(number))
                desk.edit(key, "phoneNumber", number);
            return;
        }
        const std::string field = anyOf(editedFields());
        replaced.append(QByteArray::fromStdString(std::string(stateValue(desk.db.cards.at(key).row, field))));
        desk.edit(key, field, chance(100) ? std::string() : type(desk.name));
    } else if (what < 82) {
        const int key = anyOf(shown);
        replaced.append(Elenco::printed(desk.db.cards.at(key).local()) +
                        QByteArray::fromStdString(desk.db.cards.at(key).extra));
        desk.deleteCard(key);
    } else if (what < 88) {
        desk.createList(QStringLiteral("list %1%2").arg(QString::fromUtf8(desk.name)).arg(++m_lists));
    } else if (!lists.empty() && what < 98) {
        desk.setMember(anyOf(lists), anyOf(shown), chance(650));
    } else if (!lists.empty()) {
        if (const int key = anyOf(lists); desk.db.lists.at(key).remoteId.isValid())
            desk.deleteList(key);
    }
}

void World::useDashboard()
{
    // Between the reading and the writing of a desk nothing can save an edit made elsewhere (sync.md section 2.5).
    if (std::any_of(m_desks.begin(), m_desks.end(), [](const auto &desk) {
            return desk->isReading || (desk->isRunning() && desk->request().call == SyncCall::UpdateContact) ||
                   (desk->isRunning() && desk->request().call == SyncCall::DeleteContacts);
        }))
        return;
    std::vector<qint64> ids;
    for (const auto &[id, contact] : m_gateway.contacts)
        ids.push_back(id);
    const int what = m_random.bounded(100);
    if (ids.empty() || what >= 85) {
        Request request;
        request.call = SyncCall::CreateContact;
        request.change.phoneNumber = QString::fromStdString(poolNumber(m_random.bounded(14)));
        const std::string value = type("dash");
        request.change.firstName = QString::fromStdString(value);
        if (m_gateway.handle(request).error)
            m_typed.remove(QByteArray::fromStdString(value));
        return;
    }
    RemoteContact &contact = m_gateway.contacts.at(anyOf(ids));
    if (what < 55) {
        std::optional<QString> &field = chance(500) ? contact.firstName : contact.city;
        m_seen.append(field.value_or(QString()).toUtf8());
        field = QString::fromStdString(type("dash"));
    } else if (what < 65) {
        m_seen.append(contact.extra);
        contact.extra = "{\"x\":\"" + QByteArray::fromStdString(type("dash")) + "\"}";
    } else {
        Request request;
        request.call = SyncCall::DeleteContacts;
        request.ids = {contact.id};
        m_seen.append(Elenco::printed(recordOf(contact, false)));
        m_gateway.handle(request);
    }
}

QByteArray World::printed() const
{
    QByteArrayList lines{m_gateway.printed()};
    for (const auto &desk : m_desks) {
        for (const auto &[key, card] : desk->db.cards) {
            lines.append(desk->name + QByteArray::number(key) + ' ' + card.remoteId.value.toUtf8() + ' ' +
                         Elenco::printed(card.local()) + ' ' + QByteArray::fromStdString(card.extra) +
                         (card.isDeleted ? " deleted" : "") + (card.sent ? " sent" : ""));
        }
        for (const auto &[key, list] : desk->db.lists)
            lines.append(desk->name + QByteArray::number(key) + ' ' + list.remoteId.value.toUtf8() + ' ' +
                         Elenco::printed(list.local) + (list.isDeleted ? " deleted" : ""));
        for (const auto &[pair, membership] : desk->db.members)
            lines.append(desk->name + QByteArray::number(pair.first) + " has " + QByteArray::number(pair.second) +
                         (membership.want ? " +" : " -") + (membership.base ? "+" : "-"));
    }
    return lines.join('\n');
}

QByteArray World::wrong() const
{
    for (const auto &desk : m_desks) {
        if (const QByteArray wrong = wrongAt(*desk); !wrong.isEmpty())
            return desk->name + ": " + wrong;
    }
    for (const auto &[name, times] : m_gateway.created) {
        if (times != 1)
            return "I5: a list was made " + QByteArray::number(times) + " times";
    }
    QSet<QString> numbers;
    for (const auto &[id, contact] : m_gateway.contacts) {
        if (numbers.contains(*contact.phoneNumber))
            return "I2: a number twice over there";
        numbers.insert(*contact.phoneNumber);
    }
    if (const QByteArray lost = lostValues(); !lost.isEmpty())
        return "I6: lost without a trace: " + lost;
    return {};
}

QByteArray World::wrongAt(const Desk &desk) const
{
    std::map<qint64, const Card *> bound;
    const bool isFull = m_gateway.contacts.size() >= m_gateway.manner().quota;
    for (const auto &[key, card] : desk.db.cards) {
        const ContactStep::Kind left = nextStep(card.asRow(), desk.capabilities).kind;
        if (left != ContactStep::Kind::Nothing && !(isFull && left == ContactStep::Kind::Create))
            return "I1: something is left to be sent: " + Elenco::printed(card.local());
        if (card.remoteId.isValid() && !bound.emplace(card.remoteId.value.toLongLong(), &card).second)
            return "I2: two cards of one contact";
    }
    if (bound.size() != m_gateway.contacts.size())
        return "I3: other contacts than over there";
    for (const auto &[id, card] : bound) {
        const auto there = m_gateway.contacts.find(id);
        if (there == m_gateway.contacts.end())
            return "I3: a contact that is not there";
        const SyncRecord record = recordOf(there->second, false);
        if (!differingKeys(inStepRecord(card->row, false, card->extra), record).empty())
            return "I3: " + Elenco::printed(card->local()) + " is over there " + Elenco::printed(record);
    }
    std::set<std::pair<qint64, qint64>> members;
    std::set<qint64> lists;
    for (const auto &[key, list] : desk.db.lists)
        lists.insert(list.remoteId.value.toLongLong());
    for (const auto &[pair, membership] : desk.db.members) {
        const auto card = desk.db.cards.find(pair.second);
        if (membership.want && card != desk.db.cards.end() && card->second.remoteId.isValid())
            members.emplace(desk.db.lists.at(pair.first).remoteId.value.toLongLong(),
                            card->second.remoteId.value.toLongLong());
    }
    std::set<qint64> listsThere;
    for (const auto &[id, list] : m_gateway.lists) {
        if (!list.isDeleted.value_or(false))
            listsThere.insert(id);
    }
    if (lists != listsThere)
        return "I4: other lists than over there";
    if (members != m_gateway.members)
        return "I4: other members than over there";
    return {};
}

QByteArray World::lostValues() const
{
    QByteArray everywhere = printed() + m_seen.join('\n');
    for (const auto &desk : m_desks)
        everywhere += desk->db.kept;
    static const QRegularExpression value(QStringLiteral("(a|b|dash)-[0-9]+"));
    QSet<QByteArray> found;
    for (auto match = value.globalMatch(QString::fromUtf8(everywhere).toLower()); match.hasNext();)
        found.insert(match.next().captured().toUtf8());
    QByteArrayList lost;
    for (const QByteArray &one : m_typed) {
        if (!found.contains(one.toLower()))
            lost.append(one);
    }
    std::sort(lost.begin(), lost.end());
    return lost.join(' ');
}

} // namespace Elenco::Model
