// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/records/page.h"

#include "core/remoteid.h"

#include <QByteArray>
#include <QString>

namespace Elenco {

/// Where a campaign stands (gateway.md section 5). Unknown: a number or word that the contract does not have.
enum class CampaignStatus { Draft, Scheduled, Sending, Completed, Failed, Unknown };

/// A campaign, as far as an address book is concerned: which lists it goes to. Nothing here can send one.
struct Campaign {
    RemoteId id;
    QString name;
    CampaignStatus status = CampaignStatus::Unknown;
    QString sendingMode; ///< SMS, RCS, WHATSAPP, or a chain such as WHATSAPP_SMS
    QList<RemoteId> listIds;
    QByteArray extra; ///< the keys we do not know, as one raw JSON object; empty when there are none

    /// True while its lists may still be changed.
    bool isEditable() const { return status == CampaignStatus::Draft || status == CampaignStatus::Scheduled; }
    friend bool operator==(const Campaign &, const Campaign &) = default;
};

struct CampaignQuery {
    std::optional<bool> isDraft;
    QString search;
    PageRequest page;

    friend bool operator==(const CampaignQuery &, const CampaignQuery &) = default;
};

/// A campaign to prepare; it stays a draft.
struct CampaignDraft {
    QString name;
    QString sendingMode;
    QList<RemoteId> listIds;

    friend bool operator==(const CampaignDraft &, const CampaignDraft &) = default;
};

} // namespace Elenco
