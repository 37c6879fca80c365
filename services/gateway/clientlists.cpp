// SPDX-License-Identifier: Apache-2.0
#include "gateway/client.h"
#include "gateway/clientstate.h"
#include "gateway/listjson.h"
#include "gateway/pairsender.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

// Among the names that the account refuses: asked for, it gives what can't be used.
const QString unmarked = u"lists?includeDeleted"_s;

Error needsName()
{
    return {ErrorKind::InvalidInput, QCoreApplication::translate("Error", "the list"),
            QCoreApplication::translate("Error", "it needs a name")};
}

} // namespace

Task<Page<RemoteList>> Client::lists(const RemoteListQuery &query, Priority priority)
{
    const auto build = [query, priority](const Capabilities &known) {
        Request request = readRequest(gatewayPath(u"/contacts/list"), priority);
        request.ask(u"search"_s, query.search);
        request.ask(u"id"_s, query.id.value);
        request.ask(u"contactIds"_s, joined(query.contactIds));
        request.ask(u"isTest"_s, boolText(query.isTest));
        askFilter(request, u"includeDeleted"_s, query.includeDeleted ? u"true"_s : QString(), listPages, known);
        askPage(request, query.page, listPages, known);
        // Without a wish the gateway's own order (by name) is asked for: lists are few.
        if (!query.sortBy.isEmpty() && known.sortNames != SortNames::Neither) {
            request.ask(u"sortBy"_s, query.sortBy);
            request.ask(u"sortOrder"_s, query.order == SortOrder::Ascending ? u"asc"_s : u"desc"_s);
        }
        return request;
    };
    const auto decode = [query](const HttpAnswer &answer) {
        return pageFromJson<RemoteList>(answer.body, {"content", "lists"}, listFromJson,
                                        [&query](const RemoteList &row) { return query.matches(row); });
    };
    const bool asksForDeleted = query.includeDeleted && !m_state->capabilities.refuses(unmarked);
    if (!asksForDeleted)
        return m_state->runPage<RemoteList>({listPages, query.page, build}, decode);
    auto flow = m_state->begin<Page<RemoteList>>();
    auto task = flow->task();
    m_state->readPage<Page<RemoteList>, RemoteList>(
        flow.get(), {listPages, query.page, build}, decode,
        [=, this, flow = flow.get()](Result<Page<RemoteList>> page) {
            // Deleted lists that nothing tells from the others would come back to life: they are not asked for again.
            const bool isUnmarked = page && !page->rows.isEmpty() &&
                                    std::none_of(page->rows.begin(), page->rows.end(),
                                                 [](const RemoteList &row) { return row.isDeleted.has_value(); });
            if (!isUnmarked || m_state->capabilities.refuses(unmarked))
                return flow->finish(std::move(page));
            m_state->learn([](Capabilities &known) { known.refusedNames.append(unmarked); });
            m_state->readPage<Page<RemoteList>, RemoteList>(
                flow, {listPages, query.page, build}, decode,
                [flow](Result<Page<RemoteList>> second) { flow->finish(std::move(second)); });
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
    return PairSender::send(*m_state, PairSender::Deed::Add, listIds.ids(), contactIds.ids(), priority);
}

Task<MembershipOutcome> Client::removeFromLists(const DeletionBatch &listIds, const MemberBatch &contactIds,
                                                Priority priority)
{
    return PairSender::send(*m_state, PairSender::Deed::Remove, listIds.ids(), contactIds.ids(), priority);
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
