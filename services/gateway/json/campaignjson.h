// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "gateway/json/jsonfields.h"
#include "gateway/records/campaign.h"

namespace Elenco {

/// One campaign of an answer; a misfit when it has no id. Status is a number (R) or a word (U6).
Campaign campaignFromJson(JsonValue value, Misfit &misfit);
/// A draft: it asks for nothing to be sent.
QByteArray draftToJson(const CampaignDraft &draft);
/// The lists of a campaign, in both spellings where there is one list (U7).
QByteArray campaignListsToJson(const QList<RemoteId> &listIds);

} // namespace Elenco
