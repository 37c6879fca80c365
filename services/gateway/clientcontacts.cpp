// SPDX-License-Identifier: Apache-2.0
#include "gateway/client.h"
#include "gateway/clientstate.h"
#include "gateway/contactjson.h"
#include "gateway/subscriptionjson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

void askFilters(Request &request, const RemoteContactQuery &query)
{
    request.ask(u"listIds"_s, joined(query.listIds));
    request.ask(u"notListIds"_s, joined(query.notListIds));
    request.ask(u"search"_s, query.search);
    request.ask(u"gender"_s, query.gender);
    request.ask(u"isValid"_s, boolText(query.isValid));
    request.ask(u"isTest"_s, boolText(query.isTest));
    request.ask(u"communicationSupported"_s, query.channel);
    request.ask(u"phoneNumber"_s, query.phoneNumber);
    request.ask(u"email"_s, query.email);
    request.ask(u"lastContactType"_s, query.lastContactType);
    request.ask(u"lastCampaignType"_s, query.lastCampaignType);
    request.ask(u"sortPriorityListId"_s, query.sortPriorityList.value);
}

Result<Page<RemoteContact>> readPage(const HttpAnswer &answer, const RemoteContactQuery &query)
{
    return pageFromJson<RemoteContact>(answer.body, {"content", "contacts"}, contactFromJson,
                                       [&query](const RemoteContact &row) { return query.matches(row); });
}

Error needsNumber()
{
    return {ErrorKind::InvalidInput, QCoreApplication::translate("Error", "the contact"),
            QCoreApplication::translate("Error", "it needs a telephone number or an e-mail address")};
}

/// A refusal that may have two meanings, after a look at both: a 409 is a number that is there or a quota that is
/// used up, a 400 may be the former as well (gateway.md sections 1 and 2).
class RefusedContact
{
public:
    RefusedContact(std::shared_ptr<Flow<RemoteContact>> flow, QString phoneNumber, Priority priority, Error error)
        : m_flow(std::move(flow)),
          m_phoneNumber(std::move(phoneNumber)),
          m_priority(priority),
          m_error(std::move(error))
    {
    }

    void decide() const
    {
        if (m_phoneNumber.isEmpty())
            return askQuota();
        RemoteContactQuery query;
        query.phoneNumber = m_phoneNumber;
        Request request = readRequest(gatewayPath(u"/contacts"), m_priority);
        askFilters(request, query);
        m_flow->step<Page<RemoteContact>>(
            request, [query](const HttpAnswer &answer) { return readPage(answer, query); },
            [self = *this](const Result<Page<RemoteContact>> &page) {
                if (page && !page->rows.isEmpty())
                    self.m_flow->finish(Error{ErrorKind::Conflict, self.m_phoneNumber, self.m_error.detail});
                else if (page) // nobody has it, or the account can't be asked by number
                    self.askQuota();
                else
                    self.m_flow->finish(self.m_error);
            });
    }

private:
    void askQuota() const
    {
        if (m_error.kind != ErrorKind::Conflict)
            return m_flow->finish(m_error);
        m_flow->step<Quota>(
            readRequest(subscriptionPath(u"/contacts"), m_priority),
            [](const HttpAnswer &answer) { return quotaFromJson(answer.body); },
            [self = *this](const Result<Quota> &quota) {
                Error error = self.m_error;
                if (quota && quota->remaining == 0)
                    error.kind = ErrorKind::QuotaExhausted;
                self.m_flow->finish(error);
            });
    }

    std::shared_ptr<Flow<RemoteContact>> m_flow;
    QString m_phoneNumber;
    Priority m_priority;
    Error m_error;
};

} // namespace

Task<Page<RemoteContact>> ClientState::contactPage(const QString &path, const RemoteId &id,
                                                   const RemoteContactQuery &query, Priority priority)
{
    Request request = readRequest(path, priority);
    request.id = id;
    askFilters(request, query);
    askPage(request, query.page, &Capabilities::paging);
    Request plain = request;
    const bool ownOrder = query.sortBy.isEmpty() && capabilities.sortById != Known::No;
    if (ownOrder || !query.sortBy.isEmpty()) {
        request.ask(u"sortBy"_s, ownOrder ? u"id"_s : query.sortBy);
        request.ask(u"sortOrder"_s, query.order == SortOrder::Ascending ? u"asc"_s : u"desc"_s);
    }
    const auto read = [query](const HttpAnswer &answer) { return readPage(answer, query); };
    auto flow = begin<Page<RemoteContact>>();
    auto task = flow->task();
    const auto finish = [this, flow = flow.get(), asked = query.page](Result<Page<RemoteContact>> page) {
        if (page)
            learnPaging(&Capabilities::paging, asked, page->rowsGiven, page->echo);
        flow->finish(std::move(page));
    };
    flow->step<Page<RemoteContact>>(request, read, [=, this, flow = flow.get()](Result<Page<RemoteContact>> page) {
        // Nobody asked for this order but we; where it is not known, any will do.
        if (page || page.error().kind != ErrorKind::Refused || !ownOrder || capabilities.sortById == Known::Yes)
            return finish(std::move(page));
        flow->step<Page<RemoteContact>>(plain, read, [=, this](Result<Page<RemoteContact>> second) {
            if (second)
                learn([](Capabilities &known) { known.sortById = Known::No; });
            finish(std::move(second));
        });
    });
    return task;
}

Task<Page<RemoteContact>> Client::contacts(const RemoteContactQuery &query, Priority priority)
{
    return m_state->contactPage(gatewayPath(u"/contacts"), {}, query, priority);
}

Task<RemoteContact> Client::contact(const RemoteId &id, Priority priority)
{
    if (!isUsableId(id))
        return m_state->refuse<RemoteContact>(unusableId(id));
    Request request = readRequest(gatewayPath(u"/contacts/{id}"), priority);
    request.id = id;
    return m_state->run<RemoteContact>(request, oneOf(contactFromJson));
}

Task<RemoteContact> Client::createContact(const ContactChange &contact, Priority priority)
{
    if (contact.phoneNumber.value_or(QString()).isEmpty() && contact.email.value_or(QString()).isEmpty())
        return m_state->refuse<RemoteContact>(needsNumber());
    const Result<QByteArray> body = contactToJson(contact, false);
    if (!body)
        return m_state->refuse<RemoteContact>(body.error());
    auto flow = m_state->begin<RemoteContact>();
    auto task = flow->task();
    flow->step<RemoteContact>(
        writeRequest("POST", gatewayPath(u"/contacts"), *body, priority), oneOf(contactFromJson),
        [flow = flow.get(), phoneNumber = contact.phoneNumber.value_or(QString()),
         priority](Result<RemoteContact> result) {
            const ErrorKind kind = result ? ErrorKind::Internal : result.error().kind;
            if (kind != ErrorKind::Conflict && kind != ErrorKind::Refused)
                return flow->finish(std::move(result));
            RefusedContact(flow->shared_from_this(), phoneNumber, priority, result.error()).decide();
        });
    return task;
}

Task<ContactUpdate> Client::updateContact(const RemoteId &id, const ContactChange &change, Priority priority)
{
    if (!isUsableId(id))
        return m_state->refuse<ContactUpdate>(unusableId(id));
    const bool byNull = m_state->capabilities.clearing == Clearing::ByNull;
    const Result<QByteArray> body = contactToJson(change, byNull);
    if (!body)
        return m_state->refuse<ContactUpdate>(body.error());
    Request request = writeRequest("PUT", gatewayPath(u"/contacts/{id}"), *body, priority);
    request.id = id;
    const bool mayTryNull = !byNull && m_state->capabilities.clearing != Clearing::Neither;

    auto flow = m_state->begin<ContactUpdate>();
    auto task = flow->task();
    flow->step<RemoteContact>(
        request, oneOf(contactFromJson),
        [this, flow = flow.get(), change, request, mayTryNull](const Result<RemoteContact> &first) mutable {
            if (!first)
                return flow->finish(first.error());
            const QStringList cleared = clearedFields(change);
            const QStringList notTaken = fieldsNotTaken(change, *first);
            ContactChange again = clearingOf(change, notTaken);
            if (!cleared.isEmpty() && again.isEmpty() && mayTryNull)
                m_state->learn([](Capabilities &known) { known.clearing = Clearing::ByEmptyText; });
            m_state->learn([&](Capabilities &known) {
                if (showsOtherFields(change, *first))
                    known.partialUpdate = Known::Yes;
            });
            if (again.isEmpty() || !mayTryNull)
                return flow->finish(ContactUpdate{*first, notTaken});
            // "" left the old value there: null is the other way to say it.
            request.body = *contactToJson(again, true);
            flow->step<RemoteContact>(request, oneOf(contactFromJson),
                                      [=, this, shown = *first](const Result<RemoteContact> &second) {
                                          if (!second && second.error().kind == ErrorKind::OutcomeUnknown)
                                              return flow->finish(second.error());
                                          // The first one was done, whatever became of this.
                                          if (!second)
                                              return flow->finish(ContactUpdate{shown, notTaken});
                                          const bool worked = fieldsNotTaken(again, *second).isEmpty();
                                          m_state->learn([worked](Capabilities &known) {
                                              known.clearing = worked ? Clearing::ByNull : Clearing::Neither;
                                          });
                                          flow->finish(ContactUpdate{*second, fieldsNotTaken(change, *second)});
                                      });
        });
    return task;
}

Task<void> Client::deleteContacts(const DeletionBatch &ids, Priority priority)
{
    // The one place that makes this call: ids are all it ever names.
    Request request = writeRequest("DELETE", gatewayPath(u"/contacts"), {}, priority);
    request.ask(u"ids"_s, joined(ids.ids()));
    request.repeatable = true;
    request.goneIsDone = true;
    return m_state->run<void>(request, ignoredAnswer);
}

Task<Page<RemoteContact>> Client::listContacts(const RemoteId &listId, const RemoteContactQuery &query,
                                               Priority priority)
{
    if (!isUsableId(listId))
        return m_state->refuse<Page<RemoteContact>>(unusableId(listId));
    return m_state->contactPage(gatewayPath(u"/contacts/list/{id}/contacts"), listId, query, priority);
}

} // namespace Elenco
