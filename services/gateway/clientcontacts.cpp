// SPDX-License-Identifier: Apache-2.0
#include "gateway/client.h"
#include "gateway/clientstate.h"
#include "gateway/contactjson.h"
#include "gateway/subscriptionjson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

void askFilters(Request &request, const ContactQuery &query)
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

Result<Page<RemoteContact>> readPage(const HttpAnswer &answer, const ContactQuery &query)
{
    return pageFromJson<RemoteContact>(answer.body, {"content", "contacts"}, contactFromJson,
                                       [&query](const RemoteContact &row) { return query.matches(row); });
}

Error needsNumber()
{
    return {ErrorKind::InvalidInput, QCoreApplication::translate("Error", "the contact"),
            QCoreApplication::translate("Error", "it needs a telephone number or an e-mail address")};
}

/// A 409 whose fields do not say which of its two meanings it has (gateway.md section 1), after a look at both: is the
/// number there, and is there room?
void decideConflict(const std::shared_ptr<Flow<RemoteContact>> &flow, const ContactQuery &lookUp, Priority priority,
                    const Error &conflict)
{
    const auto askQuota = [flow = flow.get(), priority, conflict] {
        flow->step<Quota>(
            readRequest(subscriptionPath(u"/contacts"), priority),
            [](const HttpAnswer &answer) { return quotaFromJson(answer.body); },
            [flow, conflict](const Result<Quota> &quota) {
                Error error = conflict;
                if (quota && quota->remaining == 0)
                    error.kind = ErrorKind::QuotaExhausted;
                flow->finish(error);
            });
    };
    if (lookUp.phoneNumber.isEmpty())
        return askQuota();
    Request request = readRequest(gatewayPath(u"/contacts"), priority);
    askFilters(request, lookUp);
    flow->step<Page<RemoteContact>>(
        request, [lookUp](const HttpAnswer &answer) { return readPage(answer, lookUp); },
        [flow = flow.get(), askQuota, conflict](const Result<Page<RemoteContact>> &page) {
            if (page && page->rows.isEmpty() && page->rowsDropped == 0)
                return askQuota();
            flow->finish(conflict);
        });
}

} // namespace

Task<Page<RemoteContact>> ClientState::contactPage(const QString &path, const RemoteId &id, const ContactQuery &query,
                                                   Priority priority)
{
    Request request = readRequest(path, priority);
    request.id = id;
    askFilters(request, query);
    askPage(request, query.page);
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
            learnPaging(asked, page->rowsGiven, page->echo);
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

Task<Page<RemoteContact>> Client::contacts(const ContactQuery &query, Priority priority)
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
    ContactQuery lookUp;
    lookUp.phoneNumber = contact.phoneNumber.value_or(QString());
    auto flow = m_state->begin<RemoteContact>();
    auto task = flow->task();
    flow->step<RemoteContact>(writeRequest("POST", gatewayPath(u"/contacts"), *body, priority), oneOf(contactFromJson),
                              [flow = flow.get(), lookUp, priority](Result<RemoteContact> result) {
                                  if (result || result.error().kind != ErrorKind::Conflict)
                                      return flow->finish(std::move(result));
                                  Error conflict = result.error();
                                  conflict.subject = lookUp.phoneNumber;
                                  decideConflict(flow->shared_from_this(), lookUp, priority, conflict);
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

Task<Page<RemoteContact>> Client::listContacts(const RemoteId &listId, const ContactQuery &query, Priority priority)
{
    if (!isUsableId(listId))
        return m_state->refuse<Page<RemoteContact>>(unusableId(listId));
    return m_state->contactPage(gatewayPath(u"/contacts/list/{id}/contacts"), listId, query, priority);
}

} // namespace Elenco
