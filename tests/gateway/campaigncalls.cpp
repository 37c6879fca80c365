// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/campaigncalls.h"

#include "tests/gateway/jsonwriter.h"
#include "tests/gateway/listcalls.h"
#include "tests/gateway/paging.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView sendingModes[] = {
    "SMS"_L1,          "RCS"_L1,     "WHATSAPP"_L1,     "WHATSAPP_SMS"_L1,
    "WHATSAPP_RCS"_L1, "RCS_SMS"_L1, "RCS_WHATSAPP"_L1, "WHATSAPP_RCS_SMS"_L1};
constexpr std::string_view statusWords[] = {"DRAFT", "SCHEDULED", "SENDING", "COMPLETED", "FAILED"};

void writeCampaign(JsonWriter &json, const Service &service, const Campaign &campaign)
{
    const auto status = static_cast<size_t>(campaign.status);
    json.beginObject().key("id").value(campaign.id).key("name").value(campaign.name).key("status");
    if (service.manner.hasStatusWords)
        json.value(statusWords[status]);
    else
        json.value(static_cast<qint64>(status));
    json.key("sendingMode").value(campaign.sendingMode).key("contactListIds").beginArray();
    for (const qint64 id : campaign.listIds)
        service.ids.writeList(json, id);
    json.endArray();
    if (std::string_view(service.manner.listKey) != "contactListIds") {
        json.key(service.manner.listKey);
        if (campaign.listIds.isEmpty())
            json.null();
        else
            service.ids.writeList(json, campaign.listIds.first());
    }
    const QByteArray extra = QJsonDocument(campaign.extra).toJson(QJsonDocument::Compact);
    json.members(std::string_view(extra.constData(), static_cast<size_t>(extra.size()))).endObject();
}

Answer oneCampaign(const Service &service, qint64 id, int status)
{
    JsonWriter json;
    writeCampaign(json, service, *service.state.campaigns().campaign(id));
    return {status, json.bytes(), "application/json", {}};
}

Campaign demandCampaign(const Service &service, const Call &call)
{
    const std::optional<Campaign> campaign = service.state.campaigns().campaign(call.id.toLongLong());
    if (!campaign)
        throw Refusal{404, "campaignId", u"There is no campaign %1."_s.arg(call.id)};
    return *campaign;
}

void takeCampaign(const Service &service, const Call &call, Campaign *campaign)
{
    const QLatin1StringView otherListKey(service.manner.listKey);
    const QJsonObject object = objectOf(call);
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString key = member.key();
        const bool isLists = key == u"contactListIds";
        if (key == u"name") {
            campaign->name = member->toString();
        } else if (key == u"sendingMode") {
            campaign->sendingMode = member->toString();
        } else if (isLists || key == otherListKey) {
            campaign->listIds.clear();
            const QJsonArray lists = member->isArray() ? member->toArray() : QJsonArray{*member};
            for (const QJsonValue &list : lists) {
                const QString text = list.toVariant().toString();
                campaign->listIds.append(demandList(service, service.ids.listOf(list), text).id);
            }
        } else if (key != u"id" && key != u"status") {
            campaign->extra[key] = *member;
        }
    }
    if (campaign->name.isEmpty())
        throw Refusal{400, "campaign", u"name is required."_s};
    if (std::find(std::begin(sendingModes), std::end(sendingModes), campaign->sendingMode) == std::end(sendingModes))
        throw Refusal{400, "campaign", u"%1 is no sendingMode."_s.arg(campaign->sendingMode)};
}

} // namespace

Answer pageOfCampaigns(Service &service, const Call &call)
{
    QList<Campaign> campaigns = service.state.campaigns().all();
    const QString text = call.query.value(u"search");
    campaigns.removeIf([&text](const Campaign &c) { return !c.name.contains(text, Qt::CaseInsensitive); });
    if (const std::optional<bool> isDraft = flagIn(call, u"isDraft"))
        campaigns.removeIf([isDraft](const Campaign &c) { return (c.status == CampaignStatus::Draft) != *isDraft; });
    const PageRequest page = PageRequest::of(service, call, service.manner.others);
    const auto row = [&](JsonWriter &json, qint64 index) { writeCampaign(json, service, campaigns[index]); };
    return {200, pageBytes(service, call, service.manner.others, page, campaigns.size(), row), "application/json", {}};
}

Answer createCampaign(Service &service, const Call &call)
{
    Campaign campaign;
    takeCampaign(service, call, &campaign);
    if (campaign.extra.take("readyToSend"_L1).toBool()) {
        campaign.status = CampaignStatus::Sending;
        campaign.wasConfirmed = true;
        service.log.danger(u"POST /campaigns with readyToSend spent money on %1"_s.arg(campaign.name));
    }
    return oneCampaign(service, service.state.campaigns().add(campaign), 201);
}

Answer readCampaign(Service &service, const Call &call)
{
    return oneCampaign(service, demandCampaign(service, call).id, 200);
}

Answer changeCampaign(Service &service, const Call &call)
{
    Campaign campaign = demandCampaign(service, call);
    if (campaign.status != CampaignStatus::Draft && campaign.status != CampaignStatus::Scheduled)
        throw Refusal{400, "campaign", u"The campaign can no longer be changed."_s};
    takeCampaign(service, call, &campaign);
    service.state.campaigns().change(campaign);
    return oneCampaign(service, campaign.id, 200);
}

Answer confirmCampaign(Service &service, const Call &call)
{
    Campaign campaign = demandCampaign(service, call);
    if (campaign.status != CampaignStatus::Draft && campaign.status != CampaignStatus::Scheduled)
        throw Refusal{400, "campaign", u"The campaign was confirmed before."_s};
    campaign.status = CampaignStatus::Sending;
    campaign.wasConfirmed = true;
    service.state.campaigns().change(campaign);
    service.log.danger(u"POST /campaigns/%1/confirm spent money on %2"_s.arg(campaign.id).arg(campaign.name));
    return oneCampaign(service, campaign.id, 202);
}

} // namespace Elenco::Practice
