// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contactquery.h"
#include "store/sync/outbox.h"
#include "tests/gateway/documented.h"
#include "tests/gateway/manner.h"
#include "tests/support/require.h"
#include "tests/sync/seedtexts.h"
#include "tests/sync/seedworld.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <string>

// What is to be seen of a SeedWorld, and what must hold of it in the end.

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

// The names of lists for files have chance in them: besides times the one thing that differs from run to run.
QString withoutChance(QString text)
{
    static const QRegularExpression desk(u" \\([0-9a-f]{16}\\)"_s);
    return text.remove(desk);
}

} // namespace

QString SeedWorld::cards(SeedDesk &desk)
{
    return rows(desk, "SELECT id || '|' || coalesce(remote_id, 'new') || '|' || first_name || '|' || last_name || '|' "
                      "|| phone || '|' || email || '|' || city || '|' || remote_extra FROM contact ORDER BY id") +
           rows(desk, "SELECT contact_id || ' field ' || value FROM contact_field ORDER BY 1") +
           rows(desk, "SELECT contact_id || ' tag ' || name FROM contact_tag JOIN tag ON tag.id=tag_id ORDER BY 1") +
           rows(desk, "SELECT 'list ' || name FROM list ORDER BY id");
}

QString SeedWorld::visible(SeedDesk &desk)
{
    return cards(desk) +
           rows(desk,
                "SELECT 'conflict ' || kind || ' of ' || coalesce(contact_id, list_id) || ' ' || field || ': ' || "
                "mine || ' / ' || theirs || ' ' || coalesce(CAST(state AS TEXT), '') FROM conflict WHERE "
                "resolved_by IS NULL ORDER BY id") +
           rows(desk, "SELECT 'replaced ' || field || ': ' || mine || ' / ' || theirs FROM replaced_value WHERE "
                      "contact_id IN (SELECT id FROM contact) ORDER BY id");
}

// The journal has everything, and nobody looks into it for what sync did; it is looked at only of what is in the trash,
// or came back, since notices go with a contact, and of what a person has deleted, whose undo brings it back.
QString SeedWorld::everywhere(SeedDesk &desk)
{
    return visible(desk) + rows(desk, "SELECT replace(CAST(state AS TEXT), char(0), ' ') FROM trash") +
           rows(desk, "SELECT replace(CAST(state AS TEXT), char(0), ' ') FROM tombstone") +
           rows(desk, "SELECT mine || ' ' || theirs FROM conflict") +
           rows(desk, "SELECT mine || ' ' || theirs FROM replaced_value") +
           rows(desk, "SELECT replace(CAST(state AS TEXT), char(0), ' ') FROM conflict WHERE state IS NOT NULL") +
           rows(desk, "SELECT replace(CAST(coalesce(before, '') AS TEXT) || ' ' || CAST(coalesce(after, '') AS TEXT), "
                      "char(0), ' ') FROM change WHERE contact_id IN (SELECT contact_id FROM trash UNION SELECT "
                      "contact_id FROM change JOIN contact ON "
                      "contact.id=contact_id WHERE after IS NULL)") +
           rows(desk, "SELECT replace(CAST(before AS TEXT), char(0), ' ') FROM change JOIN change_set s ON "
                      "s.id=change_set_id WHERE contact_id IS NOT NULL AND after IS NULL AND s.kind<>" +
                          std::to_string(int(ChangeKind::Sync)));
}

QString SeedWorld::printed()
{
    QStringList lines;
    for (const Practice::Contact &contact : m_state->allContacts())
        lines.append(m_exchange.service().ids.contactText(contact.id) + u'|' + Elenco::printed(contact));
    for (const Practice::List &list : m_state->allLists(true)) {
        QStringList members;
        for (qint64 member : m_state->members(list.id))
            members.append(QString::number(member));
        lines.append(u"list %1 \"%2\"%3: %4"_s.arg(list.id).arg(list.name, list.isDeleted ? u" deleted"_s : u""_s,
                                                                members.join(u' ')));
    }
    for (const auto &desk : m_desks) {
        lines.append(u"-- desk "_s + desk->name());
        lines.append(visible(*desk));
        lines.append(rows(*desk,
                          "SELECT 'list ' || id || ' ' || coalesce(remote_id, 'new') || ' \"' || name || '\": ' || "
                          "coalesce((SELECT group_concat(contact_id, ' ') FROM (SELECT contact_id FROM membership "
                          "WHERE list_id=list.id ORDER BY 1)), '') FROM list ORDER BY id"));
        lines.append(rows(*desk, "SELECT 'member ' || list_id || ' ' || contact_id || ' wanted ' || wanted FROM "
                                 "membership_change ORDER BY list_id, contact_id"));
        lines.append(rows(*desk,
                          "SELECT 'request of ' || contact_id || ' state ' || state || ' trouble ' || trouble || ' ' "
                          "|| detail FROM request ORDER BY 1"));
        lines.append(rows(*desk, "SELECT 'list request of ' || list_id || ' state ' || state || ' ' || detail FROM "
                                 "list_request ORDER BY 1"));
        lines.append(rows(*desk, "SELECT 'shadow of ' || contact_id || ' sends ' || sends FROM shadow ORDER BY 1"));
        lines.append(rows(*desk,
                          "SELECT 'tombstone ' || contact_id || ' ' || coalesce(remote_id, 'new') FROM tombstone "
                          "ORDER BY 1"));
        lines.append(rows(*desk, "SELECT 'list tombstone ' || list_id || ' ' || coalesce(remote_id, 'new') FROM "
                                 "list_tombstone ORDER BY 1"));
        lines.append(
            rows(*desk, "SELECT 'trash ' || contact_id || ' ' || coalesce(remote_id, 'new') FROM trash ORDER BY 1"));
    }
    lines.removeAll(QString());
    // When a card of a choice was made.
    static const QRegularExpression made(u"createdAt.[0-9]{10}"_s, QRegularExpression::DotMatchesEverythingOption);
    return withoutChance(lines.join(u'\n').remove(made));
}

QString SeedWorld::requestLog()
{
    QString text;
    for (const Practice::LoggedRequest &request : m_exchange.log().entries())
        text += QString::fromLatin1(request.method) + u' ' + request.path + u'?' + QString::fromLatin1(request.query) +
                u' ' + QString::fromUtf8(request.body) + u" -> "_s + QString::number(request.status) +
                (request.fault == Practice::Fault::None ? QString() : u' ' + Practice::faultName(request.fault)) +
                u'\n';
    return withoutChance(text);
}

int SeedWorld::conflicts()
{
    return int(number(*m_desks[0], "SELECT count(*) FROM conflict") +
               number(*m_desks[1], "SELECT count(*) FROM conflict"));
}

// A row that is not sent any more says why, or is a choice to be made.
QString SeedWorld::blockedSilently(SeedDesk &desk)
{
    return rows(desk,
                "SELECT contact_id FROM request WHERE state=2 AND detail='' AND contact_id NOT IN (SELECT contact_id "
                "FROM conflict WHERE contact_id IS NOT NULL)") +
           rows(desk,
                "SELECT 'list ' || list_id FROM list_request WHERE state=2 AND detail='' AND list_id NOT IN (SELECT "
                "list_id FROM conflict WHERE list_id IS NOT NULL)");
}

QString SeedWorld::blockedRows()
{
    QString text;
    for (const auto &desk : m_desks)
        text += rows(*desk,
                     "SELECT 'trouble ' || trouble || ' bound ' || (remote_id IS NOT NULL) || ' attempts ' || attempts "
                     "|| ' ' || detail FROM request JOIN contact ON contact.id=contact_id WHERE state=2");
    return text;
}

int SeedWorld::blocked()
{
    return int(number(*m_desks[0], "SELECT count(*) FROM request WHERE state=2") +
               number(*m_desks[1], "SELECT count(*) FROM request WHERE state=2"));
}

// No desk shows the members that it does not know, and one that has not read a contact by its id has none of them: who
// deletes the contact there deletes them too, as at any dashboard.
void SeedWorld::noteUnread()
{
    for (const auto &desk : m_desks) {
        const QString ids =
            rows(*desk, "SELECT remote_id FROM tombstone WHERE remote_id IS NOT NULL AND remote_read<=0");
        for (const QString &id : ids.split(u'\n', Qt::SkipEmptyParts))
            m_unread.insert(u"%1 %2"_s.arg(desk->name()).arg(m_exchange.service().ids.contactOf(id)));
    }
}

// No contact over there has anything in it, and the account's answers leave out what is empty: whether the last one
// that had something was cleared, or the account shows the field no more, nothing that can be read says, and nothing
// absent is taken for cleared (sync/course/byidanswer.h).
bool SeedWorld::isNowhere(quint32 contactKey) const
{
    if ((m_exchange.service().manner.shown & contactKey) != 0)
        return false;
    const QList<Practice::Contact> all = m_state->allContacts();
    return std::none_of(all.begin(), all.end(), [contactKey](const Practice::Contact &contact) {
        return contactKey == Practice::ContactKey::CustomFields ? !contact.customFields.isEmpty()
               : contactKey == Practice::ContactKey::Email      ? !contact.email.isEmpty()
                                                                : !contact.city.isEmpty();
    });
}

// Whatever is another over there now than when this was last asked is the doing of `who`.
void SeedWorld::noteWriter(const QString &who)
{
    std::map<qint64, Practice::Contact> now;
    for (const Practice::Contact &contact : m_state->allContacts()) {
        const auto before = m_contacts.find(contact.id);
        if (before == m_contacts.end() || !(before->second == contact)) {
            const auto fields = fieldsOf(contact);
            for (auto field = fields.begin(); field != fields.end(); ++field) {
                if (before == m_contacts.end() || fieldsOf(before->second).value(field.key()) != field.value())
                    m_writers[writingOf(contact.id, field.key(), field.value())].insert(who);
            }
        }
        now.emplace(contact.id, contact);
    }
    for (const auto &[id, contact] : m_contacts) {
        if (!now.contains(id) && m_unread.contains(u"%1 %2"_s.arg(who).arg(id)))
            m_seen += valuesIn(QString::fromUtf8(QJsonDocument(contact.extra).toJson()));
    }
    m_contacts = std::move(now);
}

// Nobody is asked about what nobody else has touched; but for a creation that was not answered and left nothing to know
// it by: a reading said that it is not there, or another card has its number by now.
QString SeedWorld::ownConflicts(SeedDesk &desk)
{
    const QString open = rows(
        desk, "SELECT f.id || '|' || c.remote_id || '|' || f.field || '|' || f.theirs FROM conflict f JOIN contact "
              "c ON c.id=f.contact_id WHERE f.kind=0 AND f.resolved_by IS NULL AND c.remote_id IS "
              "NOT NULL");
    QStringList own;
    for (const QString &conflict : open.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList parts = conflict.split(u'|');
        const QString choice = desk.name() + parts.at(0);
        if (m_judged.contains(choice))
            continue;
        m_judged.insert(choice);
        QSet<QString> writers =
            m_writers.value(writingOf(m_exchange.service().ids.contactOf(parts.at(1)), parts.at(2), parts.at(3)));
        const bool isCreation = writers.remove(creationBy(desk.name())), isEdit = writers.remove(desk.name());
        if (writers.isEmpty() && (isCreation || isEdit) && !(isCreation && m_isMistakable))
            own.append(conflict);
    }
    return own.join(u' ');
}

QString SeedWorld::wrongAt(SeedDesk &desk)
{
    const UnsentCounts unsent = require(unsentCounts(desk.workspace()));
    if (unsent.total() > unsent.blocked + unsent.waiting)
        return u"I1: %1 created, %2 changed, %3 deleted, %4 lists, %5 memberships are left to be sent (%6 blocked, %7 "
               "wait)"_s.arg(unsent.created)
                   .arg(unsent.changed)
                   .arg(unsent.deleted)
                   .arg(unsent.lists)
                   .arg(unsent.memberships)
                   .arg(unsent.blocked)
                   .arg(unsent.waiting);
    if (const QString silent = blockedSilently(desk); !silent.isEmpty())
        return u"I1: blocked, and nobody is told why: "_s + silent;
    if (unsent.waiting > 0 && m_state->allContacts().size() < m_script.gateway.quota)
        return u"I1: contacts wait although there is room"_s;
    QSet<qint64> here;
    ContactQueries queries(desk.workspace());
    const ContactOrder order = require(queries.order({{}, {{u"name"_s, false}}}));
    for (ContactId id : *order) {
        const std::string key = std::to_string(id.value);
        const QString remote = rows(desk, "SELECT coalesce(remote_id, '') FROM contact WHERE id=" + key).trimmed();
        if (remote.isEmpty())
            continue;
        const qint64 remoteId = m_exchange.service().ids.contactOf(remote);
        const auto there = m_state->contact(remoteId);
        const Contact contact = require(queries.contact(id));
        if (!there)
            return u"I3: %1 is not over there"_s.arg(contact.fullName());
        here.insert(remoteId);
        if (number(desk, "SELECT count(*) FROM request WHERE state=2 AND contact_id=" + key) > 0)
            continue;
        QString note;
        for (const CustomValue &value : contact.customFields) {
            if (value.name == u"note")
                note = value.text;
        }
        // A tag that was taken away here stays there: no call can say it.
        const bool differsInTags = number(desk, "SELECT count(*) FROM shadow WHERE contact_id=" + key) > 0;
        for (const QString &tag : there->tags) {
            if (!differsInTags && !contact.tags.contains(tag))
                return u"I3: %1 has not the tag %2"_s.arg(contact.fullName(), tag);
        }
        const bool isKept = !m_script.gateway.droppedFields.contains(u"customFields"_s);
        const QStringList mine{contact.firstName, contact.lastName, contact.phoneNumber,
                               contact.email,     contact.city,     isKept ? note : QString()};
        const QStringList documented = Practice::documentedContactKeys(m_script.gateway.dialect);
        QStringList theirs{there->firstName, there->lastName, there->phoneNumber,
                           there->email,     there->city,     there->customFields.value(u"note"_s).toString()};
        using Key = Practice::ContactKey::Bit;
        for (const auto &[index, key] :
             {std::pair(3, Key::Email), std::pair(4, Key::City), std::pair(5, Key::CustomFields)}) {
            if (theirs.at(index).isEmpty() && isNowhere(key))
                theirs[index] = mine.at(index);
        }
        // What may not be said stays here.
        if (m_script.gateway.strict && !documented.contains(u"city"_s))
            theirs[4] = mine.at(4);
        if (mine != theirs)
            return u"I3: %1 is over there %2"_s.arg(mine.join(u'|'), theirs.join(u'|'));
    }
    if (here.size() != m_state->allContacts().size())
        return u"I3: %1 contacts, over there are %2"_s.arg(here.size()).arg(m_state->allContacts().size());
    for (const auto &[id, extra] : m_extras) {
        const auto contact = m_state->contact(id);
        if (contact && contact->extra != extra)
            return u"I9: unknown members were changed: "_s + Elenco::printed(*contact);
    }
    QSet<QString> numbers;
    for (const Practice::Contact &contact : m_state->allContacts()) {
        if (numbers.contains(contact.phoneNumber) && !m_twins.contains(contact.phoneNumber))
            return u"I2: %1 is over there twice"_s.arg(contact.phoneNumber);
        numbers.insert(contact.phoneNumber);
    }
    QStringList membersHere, membersThere, listsHere, listsThere;
    for (const Practice::List &list : m_state->allLists()) {
        const QString id = m_exchange.service().ids.listText(list.id);
        listsThere.append(id + u' ' + list.name);
        for (qint64 member : m_state->members(list.id))
            membersThere.append(id + u" has "_s + m_exchange.service().ids.contactText(member));
    }
    listsHere = rows(desk, "SELECT remote_id || ' ' || name FROM list WHERE remote_id IS NOT NULL")
                    .split(u'\n', Qt::SkipEmptyParts);
    membersHere =
        rows(desk, "SELECT l.remote_id || ' has ' || c.remote_id FROM membership m JOIN list l ON l.id=m.list_id "
                   "JOIN contact c ON c.id=m.contact_id WHERE l.remote_id IS NOT NULL AND c.remote_id IS NOT NULL")
            .split(u'\n', Qt::SkipEmptyParts);
    for (QStringList *list : {&membersHere, &membersThere, &listsHere, &listsThere})
        list->sort();
    if (listsHere != listsThere)
        return u"I4: lists %1, over there %2"_s.arg(listsHere.join(u", "_s), listsThere.join(u", "_s));
    if (membersHere != membersThere)
        return u"I4: %1, over there %2"_s.arg(membersHere.join(u", "_s), membersThere.join(u", "_s));
    return {};
}

QString SeedWorld::wrongLists()
{
    QSet<QString> names;
    for (const Practice::List &list : m_state->allLists()) {
        if (names.contains(list.name))
            return u"I5: %1 is over there twice"_s.arg(list.name);
        names.insert(list.name);
    }
    // Where nobody can be asked for lists that are gone, one that was made without an answer and deleted by somebody at
    // once looks as if it had never been made: it is made again.
    const bool tellsDeleted = !m_desks[0]->client().capabilities().refuses(u"lists?includeDeleted"_s);
    QList<Practice::List> made = m_state->allLists(tellsDeleted);
    made.removeIf(&isOfAFile);
    if (made.size() > m_listsMade)
        return u"I5: %1 lists were made over there, persons made %2"_s.arg(made.size()).arg(m_listsMade);
    return {};
}

QString SeedWorld::lostValues()
{
    QString all = printed();
    for (const auto &desk : m_desks)
        all += everywhere(*desk);
    QStringList lost = QStringList((m_typed - m_seen - valuesIn(all)).values());
    lost.sort();
    return lost.isEmpty() ? QString() : u"I6: lost without a trace: "_s + lost.join(u' ');
}

} // namespace Elenco
