// SPDX-License-Identifier: Apache-2.0
#include "modelgateway.h"

#include "sync/records/canonical.h"

#include <algorithm>

namespace Elenco::Model {

namespace {

std::string number(const std::optional<QString> &text)
{
    return canonicalNumber(text.value_or(QString()).toStdString());
}

Answer failure(ErrorKind kind)
{
    Answer answer;
    answer.error = Error{kind, {}, {}};
    return answer;
}

template <typename Row>
Page<Row> pageOf(QList<Row> rows, qsizetype total)
{
    Page<Row> page;
    page.rowsGiven = int(rows.size());
    page.rows = std::move(rows);
    page.total = total;
    return page;
}

RemoteId idOf(qint64 id)
{
    return {QString::number(id)};
}

} // namespace

bool Gateway::isTaken(const QString &text, qint64 but) const
{
    const std::string wanted = number(text);
    return !wanted.empty() && std::any_of(contacts.begin(), contacts.end(), [&](const auto &entry) {
        return entry.first != but && number(entry.second.phoneNumber) == wanted;
    });
}

void Gateway::write(RemoteContact &contact, const ContactChange &change) const
{
    const auto set = [](std::optional<QString> &field, const std::optional<QString> &value) {
        if (value)
            field = value->isEmpty() ? std::nullopt : value;
    };
    set(contact.phoneNumber, change.phoneNumber);
    set(contact.firstName, change.firstName);
    set(contact.lastName, change.lastName);
    set(contact.email, change.email);
    set(contact.gender, change.gender);
    set(contact.city, change.city);
    if (contact.city && m_manner.shoutsCities)
        contact.city = contact.city->toUpper();
    if (change.customFields) {
        contact.customFields = *change.customFields;
        contact.customFields.removeIf([](const RemoteValue &value) { return value.kind == RemoteValue::Kind::Null; });
    }
    if (!change.extra.isEmpty())
        contact.extra = change.extra;
}

Answer Gateway::page(const Request &request) const
{
    QList<RemoteContact> rows;
    if (request.id.isValid()) {
        const qint64 list = request.id.value.toLongLong();
        if (!lists.contains(list) || lists.at(list).isDeleted.value_or(false))
            return failure(ErrorKind::NotFound);
        for (const auto &[inList, contact] : members) {
            if (inList == list)
                rows.append(contacts.at(contact));
        }
    } else {
        for (const auto &[id, contact] : contacts)
            rows.append(contact);
    }
    Answer answer;
    answer.contacts = pageOf(rows.mid(request.page * request.limit, request.limit), rows.size());
    answer.contacts.echo.page = request.page;
    return answer;
}

Answer Gateway::lookUp(const QString &text) const
{
    QList<RemoteContact> rows;
    for (const auto &[id, contact] : contacts) {
        if (number(contact.phoneNumber) == number(text))
            rows.append(contact);
    }
    Answer answer;
    answer.contacts = pageOf(rows, rows.size());
    return answer;
}

Answer Gateway::create(const Request &request)
{
    if (isTaken(*request.change.phoneNumber, 0))
        return failure(m_manner.refusesKnown ? ErrorKind::Refused : ErrorKind::Conflict);
    if (contacts.size() >= m_manner.quota)
        return failure(ErrorKind::QuotaExhausted);
    Answer answer;
    answer.contact.id = idOf(++m_lastId);
    write(answer.contact, request.change);
    contacts.emplace(m_lastId, answer.contact);
    return answer;
}

Answer Gateway::update(const Request &request)
{
    const auto found = contacts.find(request.id.value.toLongLong());
    if (found == contacts.end())
        return failure(ErrorKind::NotFound);
    if (isTaken(request.change.phoneNumber.value_or(QString()), found->first))
        return failure(ErrorKind::Conflict);
    if (m_manner.putReplaces) {
        found->second = RemoteContact();
        found->second.id = request.id;
    }
    write(found->second, request.change);
    Answer answer;
    answer.contact = found->second;
    return answer;
}

Answer Gateway::allLists(const Request &request) const
{
    QList<RemoteList> rows;
    for (const auto &[id, list] : lists) {
        if (request.withDeleted || !list.isDeleted.value_or(false))
            rows.append(list);
    }
    Answer answer;
    answer.lists = pageOf(rows, rows.size());
    return answer;
}

Answer Gateway::handle(const Request &request)
{
    const qint64 id = request.id.value.toLongLong();
    const auto list = lists.find(id);
    const bool isListThere = list != lists.end() && !list->second.isDeleted.value_or(false);
    Answer answer;
    switch (request.call) {
    case SyncCall::ReadPage: return page(request);
    case SyncCall::LookUpNumber: return lookUp(request.text);
    case SyncCall::CreateContact: return create(request);
    case SyncCall::UpdateContact: return update(request);
    case SyncCall::ReadLists: return allLists(request);
    case SyncCall::ReadContact:
        if (!contacts.contains(id))
            return failure(ErrorKind::NotFound);
        answer.contact = contacts.at(id);
        return answer;
    case SyncCall::DeleteContacts:
        for (const RemoteId &one : request.ids) {
            const qint64 gone = one.value.toLongLong();
            contacts.erase(gone);
            std::erase_if(members, [gone](const auto &member) { return member.second == gone; });
        }
        return answer;
    case SyncCall::ReadList:
        if (!isListThere)
            return failure(ErrorKind::NotFound);
        answer.list = list->second;
        return answer;
    case SyncCall::CreateList:
        answer.list.id = idOf(++m_lastId);
        answer.list.name = request.text;
        lists.emplace(m_lastId, answer.list);
        ++created[request.text];
        return answer;
    case SyncCall::DeleteLists:
        if (isListThere)
            list->second.isDeleted = true;
        std::erase_if(members, [id](const auto &member) { return member.first == id; });
        return answer;
    case SyncCall::AddMembers:
    case SyncCall::RemoveMembers:
        if (!isListThere)
            return failure(ErrorKind::NotFound);
        for (const RemoteId &one : request.ids) {
            const std::pair member(id, one.value.toLongLong());
            if (request.call == SyncCall::RemoveMembers)
                members.erase(member);
            else if (contacts.contains(member.second))
                members.insert(member);
        }
        return answer;
    case SyncCall::UpdateList:
    case SyncCall::Upload: break; // not played here
    }
    return failure(ErrorKind::Internal);
}

QByteArray Gateway::printed() const
{
    QByteArrayList lines;
    for (const auto &[id, contact] : contacts) {
        QStringList words{contact.id.value, contact.phoneNumber.value_or(QString()),
                          contact.firstName.value_or(QString()), contact.email.value_or(QString()),
                          contact.city.value_or(QString())};
        for (const RemoteValue &value : contact.customFields)
            words.append(value.text);
        lines.append(words.join(u' ').toUtf8() + ' ' + contact.extra);
    }
    for (const auto &[id, list] : lists)
        lines.append(list.id.value.toUtf8() + ' ' + list.name.toUtf8() +
                     (list.isDeleted.value_or(false) ? " deleted" : ""));
    for (const auto &[list, contact] : members)
        lines.append(QByteArray::number(list) + " has " + QByteArray::number(contact));
    return lines.join('\n');
}

Answer Line::lost(const Request &request) const
{
    return failure(isRead(request.call) ? ErrorKind::TimedOut : ErrorKind::OutcomeUnknown);
}

Answer Line::send(const Request &request)
{
    ++requests;
    if (!isFaulty)
        return m_gateway.handle(request);
    const int chance = m_random.bounded(1000);
    const bool read = isRead(request.call);
    if (chance >= 230)
        return m_gateway.handle(request);
    ++faults;
    if (chance < 40) // dropped
        return lost(request);
    if (chance < 105) { // the answer is dropped, or a 500 says what is not so
        m_gateway.handle(request);
        return lost(request);
    }
    if (chance < 135)
        return failure(ErrorKind::RateLimited);
    if (chance < 155) // 500
        return read ? failure(ErrorKind::ServerFailed) : lost(request);
    if (chance < 175) // a proxy's page, a login
        return read ? failure(ErrorKind::NotTheGateway) : lost(request);
    Answer answer = m_gateway.handle(request);
    if (chance < 200 && read) { // cut short
        Page<RemoteContact> &contacts = answer.contacts;
        Page<RemoteList> &lists = answer.lists;
        contacts.rows = contacts.rows.first(m_random.bounded(int(contacts.rows.size()) + 1));
        contacts.rowsGiven = int(contacts.rows.size());
        lists.rows = lists.rows.first(m_random.bounded(int(lists.rows.size()) + 1));
        lists.rowsGiven = int(lists.rows.size());
    } else if (chance < 210 && read && !answer.error) { // an empty list
        answer.contacts = pageOf(QList<RemoteContact>(), 0);
        answer.lists = pageOf(QList<RemoteList>(), 0);
    } else if (!read && request.call != SyncCall::CreateContact && request.call != SyncCall::CreateList) {
        return m_gateway.handle(request); // sent twice by something in between
    }
    return answer;
}

} // namespace Elenco::Model
