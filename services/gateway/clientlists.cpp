// SPDX-License-Identifier: Apache-2.0
#include "gateway/client.h"
#include "gateway/clientstate.h"
#include "gateway/listjson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

Result<MembershipOutcome> readMembership(const HttpAnswer &answer)
{
    return membershipFromJson(answer.body);
}

Error needsName()
{
    return {ErrorKind::InvalidInput, QCoreApplication::translate("Error", "the list"),
            QCoreApplication::translate("Error", "it needs a name")};
}

} // namespace

Task<Page<RemoteList>> Client::lists(const RemoteListQuery &query, Priority priority)
{
    Request request = readRequest(gatewayPath(u"/contacts/list"), priority);
    request.ask(u"search"_s, query.search);
    request.ask(u"id"_s, query.id.value);
    request.ask(u"contactIds"_s, joined(query.contactIds));
    request.ask(u"isTest"_s, boolText(query.isTest));
    if (query.includeDeleted)
        request.ask(u"includeDeleted"_s, u"true"_s);
    m_state->askPage(request, query.page, &Capabilities::listPaging);
    // Without a wish the gateway's own order (by name) is asked for: lists are few.
    if (!query.sortBy.isEmpty()) {
        request.ask(u"sortBy"_s, query.sortBy);
        request.ask(u"sortOrder"_s, query.order == SortOrder::Ascending ? u"asc"_s : u"desc"_s);
    }
    auto flow = m_state->begin<Page<RemoteList>>();
    auto task = flow->task();
    flow->step<Page<RemoteList>>(
        request,
        [query](const HttpAnswer &answer) {
            return pageFromJson<RemoteList>(answer.body, {"content", "lists"}, listFromJson,
                                            [&query](const RemoteList &row) { return query.matches(row); });
        },
        [this, flow = flow.get(), asked = query.page](Result<Page<RemoteList>> page) {
            if (page)
                m_state->learnPaging(&Capabilities::listPaging, asked, page->rowsGiven, page->echo);
            flow->finish(std::move(page));
        });
    return task;
}

Task<RemoteList> Client::list(const RemoteId &id, Priority priority)
{
    if (!isUsableId(id))
        return m_state->refuse<RemoteList>(unusableId(id));
    Request request = readRequest(gatewayPath(u"/contacts/list/{id}"), priority);
    request.id = id;
    return m_state->run<RemoteList>(request, oneOf(listFromJson));
}

Task<RemoteList> Client::createList(const ListChange &list, Priority priority)
{
    if (list.name.value_or(QString()).trimmed().isEmpty())
        return m_state->refuse<RemoteList>(needsName());
    return m_state->run<RemoteList>(writeRequest("POST", gatewayPath(u"/contacts/list"), listToJson(list), priority),
                                    oneOf(listFromJson));
}

Task<RemoteList> Client::updateList(const RemoteId &id, const ListChange &change, Priority priority)
{
    if (!isUsableId(id))
        return m_state->refuse<RemoteList>(unusableId(id));
    if (change.name && change.name->trimmed().isEmpty())
        return m_state->refuse<RemoteList>(needsName());
    Request request = writeRequest("PUT", gatewayPath(u"/contacts/list/{id}"), listToJson(change), priority);
    request.id = id;
    return m_state->run<RemoteList>(request, oneOf(listFromJson));
}

Task<void> Client::deleteLists(const DeletionBatch &ids, Priority priority)
{
    Request request = writeRequest("DELETE", gatewayPath(u"/contacts/list"), {}, priority);
    request.ask(u"ids"_s, joined(ids.ids()));
    request.repeatable = true;
    request.goneIsDone = true;
    return m_state->run<void>(request, ignoredAnswer);
}

Task<MembershipOutcome> Client::addToLists(const DeletionBatch &listIds, const MemberBatch &contactIds,
                                           Priority priority)
{
    Request request = writeRequest("POST", gatewayPath(u"/contacts/list/contacts"),
                                   membershipToJson(listIds.ids(), contactIds.ids()), priority);
    request.repeatable = true;
    return m_state->run<MembershipOutcome>(request, readMembership);
}

Task<MembershipOutcome> Client::removeFromLists(const DeletionBatch &listIds, const MemberBatch &contactIds,
                                                Priority priority)
{
    Request request = writeRequest("DELETE", gatewayPath(u"/contacts/list/contacts"),
                                   membershipToJson(listIds.ids(), contactIds.ids()), priority);
    request.repeatable = true;
    return m_state->run<MembershipOutcome>(request, readMembership);
}

Task<void> Client::removeAssociation(const RemoteId &associationId, Priority priority)
{
    if (!isUsableId(associationId))
        return m_state->refuse<void>(unusableId(associationId));
    Request request = writeRequest("DELETE", gatewayPath(u"/contacts/list/contacts/{id}"), {}, priority);
    request.id = associationId;
    request.repeatable = true;
    request.goneIsDone = true;
    return m_state->run<void>(request, ignoredAnswer);
}

} // namespace Elenco
