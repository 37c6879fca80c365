// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/client.h"
#include "gateway/client/clientstate.h"
#include "gateway/client/contactdeleter.h"
#include "gateway/client/contactsender.h"
#include "gateway/json/contactjson.h"
#include "gateway/json/subscriptionjson.h"
#include "gateway/json/wholename.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

void askFilters(Request &request, const RemoteContactQuery &query, const Capabilities &known)
{
    request.ask(u"listIds"_s, joined(query.listIds));
    request.ask(u"notListIds"_s, joined(query.notListIds));
    request.ask(u"search"_s, query.search);
    request.ask(u"gender"_s, query.gender);
    request.ask(u"isValid"_s, boolText(query.isValid));
    request.ask(u"isTest"_s, boolText(query.isTest));
    request.ask(u"communicationSupported"_s, query.channel);
    askFilter(request, u"phoneNumber"_s, query.phoneNumber, contactPages, known);
    askFilter(request, u"email"_s, query.email, contactPages, known);
    request.ask(u"lastContactType"_s, query.lastContactType);
    request.ask(u"lastCampaignType"_s, query.lastCampaignType);
    askFilter(request, u"sortPriorityListId"_s, query.sortPriorityList.value, contactPages, known);
}

void askOrder(Request &request, const RemoteContactQuery &query, const Capabilities &known)
{
    // Nobody asked for this order but we; where it is not known, any will do.
    const bool ownOrder = query.sortBy.isEmpty() && known.sortById != Known::No;
    if (known.sortNames == SortNames::Neither || (!ownOrder && query.sortBy.isEmpty()))
        return;
    const bool isReference = known.sortNames == SortNames::SortByAndOrder;
    request.ask(isReference ? u"sortBy"_s : u"sort"_s, ownOrder ? u"id"_s : query.sortBy);
    request.ask(isReference ? u"sortOrder"_s : u"order"_s, query.order == SortOrder::Ascending ? u"asc"_s : u"desc"_s);
}

Error needsNumber()
{
    return {ErrorKind::InvalidInput, QCoreApplication::translate("Error", "the contact"),
            QCoreApplication::translate("Error", "it needs a telephone number or an e-mail address")};
}

/// A refusal that may have two meanings, after a look at both: a 409 is a number that is there or a quota that is
/// used up, a 400 may be the former as well (gateway.md sections 1 and 2). A number that is there keeps a change from
/// being tried in parts, too: where a PUT stands for the whole contact, each part would clear what it does not name.
template <typename T>
class RefusedContact
{
public:
    /// `id`: of whom was to be changed; none: a new one.
    RefusedContact(ClientState &state, std::shared_ptr<Flow<T>> flow, RemoteId id, QString phoneNumber,
                   Priority priority, Error error)
        : m_state(state),
          m_flow(std::move(flow)),
          m_id(std::move(id)),
          m_phoneNumber(std::move(phoneNumber)),
          m_priority(priority),
          m_error(std::move(error))
    {
    }

    /// `otherwise`: what is done where no such reason is found; none: the flow ends with the refusal.
    void decide(const std::function<void()> &otherwise) const
    {
        if (m_phoneNumber.isEmpty() || m_state.capabilities.refuses(u"contacts?phoneNumber"_s))
            return askQuota(otherwise);
        RemoteContactQuery query;
        query.phoneNumber = m_phoneNumber;
        const auto build = [query, priority = m_priority](const Capabilities &known) {
            Request request = readRequest(gatewayPath(u"/contacts"), priority);
            askFilters(request, query, known);
            askPage(request, {}, contactPages, known); // or its size would be another one than is looked for
            return request;
        };
        m_state.readPage<T, RemoteContact>(
            m_flow.get(), {contactPages, {}, build}, m_state.contactRows(query),
            [self = *this, otherwise](const Result<Page<RemoteContact>> &page) {
                if (page && std::any_of(page->rows.begin(), page->rows.end(),
                                        [&self](const RemoteContact &row) { return row.id != self.m_id; }))
                    self.m_flow->finish(Error{ErrorKind::Conflict, self.m_phoneNumber, self.m_error.detail});
                else if (page) // nobody has it, or the account can't be asked by number
                    self.askQuota(otherwise);
                else
                    self.m_flow->finish(self.m_error);
            });
    }

private:
    void askQuota(const std::function<void()> &otherwise) const
    {
        if (m_error.kind != ErrorKind::Conflict)
            return otherwise ? otherwise() : m_flow->finish(m_error);
        m_flow->template step<Quota>(
            readRequest(subscriptionPath(u"/contacts"), m_priority),
            [](const HttpAnswer &answer) { return quotaFromJson(answer.body); },
            [self = *this](const Result<Quota> &quota) {
                Error error = self.m_error;
                if (quota && quota->remaining == 0)
                    error.kind = ErrorKind::QuotaExhausted;
                self.m_flow->finish(error);
            });
    }

    ClientState &m_state;
    std::shared_ptr<Flow<T>> m_flow;
    RemoteId m_id;
    QString m_phoneNumber;
    Priority m_priority;
    Error m_error;
};

} // namespace

Task<Page<RemoteContact>> ClientState::contactPage(const PageKind &kind, const QString &path, const RemoteId &id,
                                                   const RemoteContactQuery &query, Priority priority)
{
    const auto build = [=](const Capabilities &known) {
        Request request = readRequest(path, priority);
        request.id = id;
        askFilters(request, query, known);
        askPage(request, query.page, kind, known);
        askOrder(request, query, known);
        return request;
    };
    auto flow = begin<Page<RemoteContact>>();
    auto task = flow->task();
    readPage<Page<RemoteContact>, RemoteContact>(
        flow.get(), {kind, query.page, build}, contactRows(query),
        [flow = flow.get()](Result<Page<RemoteContact>> page) { flow->finish(std::move(page)); });
    return task;
}

std::function<Result<Page<RemoteContact>>(const HttpAnswer &)> ClientState::contactRows(const RemoteContactQuery &query,
                                                                                        Capabilities *own)
{
    return [this, query, own](const HttpAnswer &answer) {
        NameHabit habit;
        auto page = pageFromJson<RemoteContact>(
            answer.body, {"content", "contacts"},
            [&habit](JsonValue value, Misfit &misfit) { return namedContactFromJson(value, misfit, habit); },
            [&query](const RemoteContact &row) { return query.matches(row); });
        if (page && own)
            habit.learn(*own);
        else if (page)
            learn([&](Capabilities &known) { habit.learn(known); });
        return page;
    };
}

std::function<Result<RemoteContact>(const HttpAnswer &)> ClientState::oneContact()
{
    return [this](const HttpAnswer &answer) -> Result<RemoteContact> {
        const auto document = JsonDocument::parse(answer.body);
        if (!document)
            return Error{ErrorKind::UnreadableAnswer, {}, {}};
        Misfit misfit;
        NameHabit habit;
        RemoteContact contact = namedContactFromJson(payload(document->root()), misfit, habit);
        if (misfit)
            return misfit.error();
        learn([&](Capabilities &known) { habit.learn(known); });
        return contact;
    };
}

Task<Page<RemoteContact>> Client::contacts(const RemoteContactQuery &query, Priority priority)
{
    return m_state->contactPage(contactPages, gatewayPath(u"/contacts"), {}, query, priority);
}

Task<RemoteContact> Client::contact(const RemoteId &id, Priority priority)
{
    if (!isUsableId(id))
        return m_state->refuse<RemoteContact>(unusableId(id));
    Request request = readRequest(gatewayPath(u"/contacts/{id}"), priority);
    request.id = id;
    return m_state->run<RemoteContact>(request, m_state->oneContact());
}

Task<RemoteContact> Client::createContact(const ContactChange &contact, Priority priority)
{
    if (contact.phoneNumber.value_or(QString()).isEmpty() && contact.email.value_or(QString()).isEmpty())
        return m_state->refuse<RemoteContact>(needsNumber());
    if (const Result<QByteArray> body = contactToJson(contact, false); !body)
        return m_state->refuse<RemoteContact>(body.error());
    auto flow = m_state->begin<RemoteContact>();
    auto task = flow->task();
    const auto refused = [this, flow = flow.get(), phoneNumber = contact.phoneNumber.value_or(QString()),
                          priority](const Error &error, const std::function<void()> &otherwise) {
        RefusedContact<RemoteContact>(*m_state, flow->shared_from_this(), {}, phoneNumber, priority, error)
            .decide(otherwise);
    };
    ContactSender::send(
        *m_state, {}, contact, priority,
        [flow = flow.get()](Request request, auto decode, auto next) {
            flow->step<RemoteContact>(std::move(request), std::move(decode), std::move(next));
        },
        refused,
        [flow = flow.get(), refused](Result<SentContact> sent) {
            const ErrorKind kind = sent ? ErrorKind::Internal : sent.error().kind;
            if (kind == ErrorKind::Conflict || kind == ErrorKind::Refused)
                return refused(sent.error(), {});
            flow->finish(sent ? Result<RemoteContact>(std::move(sent->contact)) : sent.error());
        });
    return task;
}

Task<ContactUpdate> Client::updateContact(const RemoteId &id, const ContactChange &change, Priority priority)
{
    if (!isUsableId(id))
        return m_state->refuse<ContactUpdate>(unusableId(id));
    if (const Result<QByteArray> body = contactToJson(change, false); !body)
        return m_state->refuse<ContactUpdate>(body.error());
    auto flow = m_state->begin<ContactUpdate>();
    auto task = flow->task();
    ContactSender::send(
        *m_state, id, change, priority,
        [flow = flow.get()](Request request, auto decode, auto next) {
            flow->step<RemoteContact>(std::move(request), std::move(decode), std::move(next));
        },
        [this, flow = flow.get(), id, phoneNumber = change.phoneNumber.value_or(QString()),
         priority](const Error &error, const std::function<void()> &otherwise) {
            RefusedContact<ContactUpdate>(*m_state, flow->shared_from_this(), id, phoneNumber, priority, error)
                .decide(otherwise);
        },
        [this, flow = flow.get(), id, priority](const Result<SentContact> &sent) {
            if (!sent)
                return flow->finish(sent.error());
            m_state->clearOtherwise(flow, id, *sent, priority);
        });
    return task;
}

void ClientState::clearOtherwise(Flow<ContactUpdate> *flow, const RemoteId &id, const SentContact &sent,
                                 Priority priority)
{
    const ContactChange &change = sent.change;
    const bool mayTryNull = capabilities.clearing != Clearing::ByNull && capabilities.clearing != Clearing::Neither;
    const QStringList notTaken = fieldsNotTaken(change, sent.contact);
    const ContactChange again = clearingOf(change, notTaken);
    learn([&](Capabilities &known) {
        if (!clearedFields(change).isEmpty() && again.isEmpty() && mayTryNull)
            known.clearing = Clearing::ByEmptyText;
        if (showsOtherFields(change, sent.contact, known.refusedNames))
            known.partialUpdate = Known::Yes;
    });
    if (again.isEmpty() || !mayTryNull)
        return flow->finish(ContactUpdate{sent.contact, notTaken});
    // "" left the old value there: null is the other way to say it.
    Request request = writeRequest("PUT", gatewayPath(u"/contacts/{id}"), *contactToJson(again, true), priority);
    request.id = id;
    flow->step<RemoteContact>(
        request, oneContact(), [=, this, shown = sent.contact](const Result<RemoteContact> &second) {
            if (!second && second.error().kind == ErrorKind::OutcomeUnknown)
                return flow->finish(second.error());
            // The first one was done, whatever became of this.
            if (!second)
                return flow->finish(ContactUpdate{shown, notTaken});
            const bool worked = fieldsNotTaken(again, *second).isEmpty();
            learn([worked](Capabilities &known) { known.clearing = worked ? Clearing::ByNull : Clearing::Neither; });
            flow->finish(ContactUpdate{*second, fieldsNotTaken(change, *second)});
        });
}

Task<void> Client::deleteContacts(const DeletionBatch &ids, Priority priority)
{
    return ContactDeleter::remove(*m_state, ids, priority);
}

Task<Page<RemoteContact>> Client::listContacts(const RemoteId &listId, const RemoteContactQuery &query,
                                               Priority priority)
{
    if (!isUsableId(listId))
        return m_state->refuse<Page<RemoteContact>>(unusableId(listId));
    return m_state->contactPage(memberPages, gatewayPath(u"/contacts/list/{id}/contacts"), listId, query, priority);
}

} // namespace Elenco
