// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/campaignjson.h"

namespace Elenco {

namespace {

enum class CampaignKey { Id, Lists, Name, SendingMode, Status };

constexpr KeyTable<CampaignKey, 8> campaignKeys{{{
    {"campaignId", CampaignKey::Id},
    {"campaignName", CampaignKey::Name},
    {"contactListId", CampaignKey::Lists},
    {"contactListIds", CampaignKey::Lists},
    {"id", CampaignKey::Id},
    {"name", CampaignKey::Name},
    {"sendingMode", CampaignKey::SendingMode},
    {"status", CampaignKey::Status},
}}};
static_assert(campaignKeys.isSorted());

struct StatusWord {
    const char *word;
    CampaignStatus status;
};
// The order of the first five is the number of R.
constexpr std::array statusWords{
    StatusWord{"DRAFT", CampaignStatus::Draft},     StatusWord{"SCHEDULED", CampaignStatus::Scheduled},
    StatusWord{"SENDING", CampaignStatus::Sending}, StatusWord{"COMPLETED", CampaignStatus::Completed},
    StatusWord{"FAILED", CampaignStatus::Failed},   StatusWord{"IN_PROGRESS", CampaignStatus::Sending},
    StatusWord{"RUNNING", CampaignStatus::Sending}, StatusWord{"SENT", CampaignStatus::Completed},
    StatusWord{"ERROR", CampaignStatus::Failed},
};

CampaignStatus statusOf(const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber)
        return number >= 0 && number < 5 ? statusWords[size_t(number)].status : CampaignStatus::Unknown;
    for (const StatusWord &row : statusWords) {
        if (text.compare(QLatin1String(row.word), Qt::CaseInsensitive) == 0)
            return row.status;
    }
    return CampaignStatus::Unknown;
}

} // namespace

Campaign campaignFromJson(JsonValue value, Misfit &misfit)
{
    Campaign campaign;
    QString status;
    campaign.extra = readMembers(value, campaignKeys, [&](CampaignKey key, std::string_view name, JsonValue field) {
        switch (key) {
        case CampaignKey::Id: readField(field, name, campaign.id, misfit); break;
        case CampaignKey::Lists:
            if (campaign.listIds.isEmpty())
                readField(field, name, campaign.listIds, misfit);
            break;
        case CampaignKey::Name: readField(field, name, campaign.name, misfit); break;
        case CampaignKey::SendingMode: readField(field, name, campaign.sendingMode, misfit); break;
        case CampaignKey::Status: readField(field, name, status, misfit); break;
        }
    });
    if (!campaign.id.isValid())
        misfit.at("id");
    campaign.status = statusOf(status);
    return campaign;
}

QByteArray draftToJson(const CampaignDraft &draft)
{
    JsonWriter json;
    json.beginObject().key(u"name").text(draft.name);
    if (!draft.sendingMode.isEmpty())
        json.key(u"sendingMode").text(draft.sendingMode);
    if (!draft.listIds.isEmpty())
        json.key(u"contactListIds").ids(draft.listIds).key(u"destinationType").integer(1);
    json.key(u"readyToSend").boolean(false).endObject();
    return json.json();
}

QByteArray campaignListsToJson(const QList<RemoteId> &listIds)
{
    JsonWriter json;
    json.beginObject().key(u"contactListIds").ids(listIds).key(u"destinationType").integer(1);
    if (listIds.size() == 1)
        json.key(u"contactListId").id(listIds.first());
    json.endObject();
    return json.json();
}

} // namespace Elenco
