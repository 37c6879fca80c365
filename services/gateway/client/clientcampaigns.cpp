// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/client.h"
#include "gateway/client/clientstate.h"
#include "gateway/json/campaignjson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

Error notEditable(const Campaign &campaign)
{
    return {ErrorKind::InvalidInput, campaign.name,
            QCoreApplication::translate("Error", "only drafts and scheduled campaigns can be changed")};
}

} // namespace

Task<Page<Campaign>> Client::campaigns(const CampaignQuery &query, Priority priority)
{
    const auto build = [query, priority](const Capabilities &known) {
        Request request = readRequest(gatewayPath(u"/campaigns"), priority);
        askFilter(request, u"isDraft"_s, boolText(query.isDraft), listPages, known);
        request.ask(u"search"_s, query.search);
        askPage(request, query.page, listPages, known);
        return request;
    };
    return m_state->runPage<Campaign>({listPages, query.page, build}, [query](const HttpAnswer &answer) {
        return pageFromJson<Campaign>(
            answer.body, {"content", "campaigns"}, campaignFromJson, [&](const Campaign &row) {
                return !query.isDraft || *query.isDraft == (row.status == CampaignStatus::Draft);
            });
    });
}

Task<Campaign> Client::campaign(const RemoteId &id, Priority priority)
{
    if (!isUsableId(id))
        return m_state->refuse<Campaign>(unusableId(id));
    Request request = readRequest(gatewayPath(u"/campaigns/{id}"), priority);
    request.id = id;
    return m_state->run<Campaign>(request, oneOf(campaignFromJson));
}

Task<Campaign> Client::createDraft(const CampaignDraft &draft, Priority priority)
{
    return m_state->run<Campaign>(writeRequest("POST", gatewayPath(u"/campaigns"), draftToJson(draft), priority),
                                  oneOf(campaignFromJson));
}

Task<Campaign> Client::setCampaignLists(const RemoteId &id, const QList<RemoteId> &listIds, Priority priority)
{
    if (!isUsableId(id))
        return m_state->refuse<Campaign>(unusableId(id));
    for (const RemoteId &list : listIds) {
        if (!isUsableId(list))
            return m_state->refuse<Campaign>(unusableId(list));
    }
    Request read = readRequest(gatewayPath(u"/campaigns/{id}"), priority);
    read.id = id;
    Request write = writeRequest("PUT", gatewayPath(u"/campaigns/{id}"), campaignListsToJson(listIds), priority);
    write.id = id;
    auto flow = m_state->begin<Campaign>();
    auto task = flow->task();
    flow->step<Campaign>(read, oneOf(campaignFromJson), [flow = flow.get(), write](Result<Campaign> now) {
        if (!now)
            return flow->finish(std::move(now));
        if (!now->isEditable())
            return flow->finish(notEditable(*now));
        flow->step<Campaign>(write, oneOf(campaignFromJson),
                             [flow](Result<Campaign> changed) { flow->finish(std::move(changed)); });
    });
    return task;
}

} // namespace Elenco
