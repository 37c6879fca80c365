// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/client.h"
#include "gateway/client/clientstate.h"
#include "gateway/client/pairsender.h"
#include "gateway/http/refusal.h"
#include "gateway/json/listjson.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

const QString testFlag = u"list.isTest"_s;

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
        const bool withDeleted = query.includeDeleted && (query.evenUnmarked || known.marksDeletedLists != Known::No);
        askFilter(request, u"includeDeleted"_s, withDeleted ? u"true"_s : QString(), listPages, known);
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
    const Capabilities &now = m_state->capabilities;
    const bool mayBeUnmarked = query.includeDeleted && !query.evenUnmarked && now.marksDeletedLists == Known::Unknown &&
                               !now.refuses(u"lists?includeDeleted"_s);
    if (!mayBeUnmarked)
        return m_state->runPage<RemoteList>({listPages, query.page, build}, decode);
    auto flow = m_state->begin<Page<RemoteList>>();
    auto task = flow->task();
    m_state->readPage<Page<RemoteList>, RemoteList>(
        flow.get(), {listPages, query.page, build}, decode,
        [=, this, flow = flow.get()](Result<Page<RemoteList>> page) {
            if (!page || page->rows.isEmpty() || m_state->capabilities.refuses(u"lists?includeDeleted"_s))
                return flow->finish(std::move(page));
            const bool areMarked = std::any_of(page->rows.begin(), page->rows.end(),
                                               [](const RemoteList &row) { return row.isDeleted.has_value(); });
            m_state->learn(
                [areMarked](Capabilities &known) { known.marksDeletedLists = areMarked ? Known::Yes : Known::No; });
            if (areMarked)
                return flow->finish(std::move(page));
            // Those that nothing tells from the others would come back to life.
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
    return m_state->sendList({}, list, priority);
}

Task<RemoteList> Client::updateList(const RemoteId &id, const ListChange &change, Priority priority)
{
    if (!isUsableId(id))
        return m_state->refuse<RemoteList>(unusableId(id));
    if (change.name && change.name->trimmed().isEmpty())
        return m_state->refuse<RemoteList>(needsName());
    return m_state->sendList(id, change, priority);
}

Task<RemoteList> ClientState::sendList(const RemoteId &id, const ListChange &change, Priority priority)
{
    auto flow = begin<RemoteList>();
    auto task = flow->task();
    ListChange known = change;
    if (capabilities.refuses(testFlag))
        known.isTest.reset();
    tryList(flow.get(), id, known, false, priority);
    return task;
}

// Only the list reference has a flag for test lists: where it is refused, it costs itself and not the list.
void ClientState::tryList(Flow<RemoteList> *flow, const RemoteId &id, const ListChange &change, bool isLess,
                          Priority priority)
{
    Request request = id.isValid()
                          ? writeRequest("PUT", gatewayPath(u"/contacts/list/{id}"), listToJson(change), priority)
                          : writeRequest("POST", gatewayPath(u"/contacts/list"), listToJson(change), priority);
    if (change == ListChange())
        request = readRequest(gatewayPath(u"/contacts/list/{id}"), priority);
    request.id = id;
    const auto words = std::make_shared<std::optional<QString>>();
    request.refusedWith = [words](const QString &text) { *words = text; };
    const auto saysNothing = std::make_shared<bool>(false);
    const auto decode = [saysNothing, isChange = id.isValid() && request.isWrite()](const HttpAnswer &answer) {
        *saysNothing = isChange && isSilent(answer);
        return *saysNothing ? Result<RemoteList>(RemoteList()) : oneOf(listFromJson)(answer);
    };
    flow->step<RemoteList>(request, decode, [=, this](Result<RemoteList> list) {
        if (list && *saysNothing) // done, and not shown: it is read
            return tryList(flow, id, {}, isLess, priority);
        const bool isRefused = !list && list.error().kind == ErrorKind::Refused && *words;
        const QStringList named =
            isRefused ? namedIn(**words, {u"name"_s, u"description"_s, u"isTest"_s}) : QStringList();
        if (isRefused && change.isTest && (named.isEmpty() || named.contains("isTest"_L1))) {
            ListChange less = change;
            less.isTest.reset();
            return tryList(flow, id, less, true, priority);
        }
        if (list && isLess && !capabilities.refuses(testFlag))
            learn([](Capabilities &known) { known.refusedNames.append(testFlag); });
        flow->finish(std::move(list));
    });
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
