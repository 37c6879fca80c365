// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/records/page.h"
#include "gateway/records/remotecontact.h"

namespace Elenco {

/// Which contacts, and in which order: the filters of the reference (gateway.md section 2). Empty or nullopt: not
/// asked.
struct RemoteContactQuery {
    QList<RemoteId> listIds;
    QList<RemoteId> notListIds;
    QString search;
    QString gender;
    std::optional<bool> isValid;
    std::optional<bool> isTest;
    QString channel;     ///< "communicationSupported"
    QString phoneNumber; ///< exact
    QString email;
    QString lastContactType;  ///< within a list only
    QString lastCampaignType; ///< within a list only
    QString sortBy;           ///< empty: "id" where the account can, so that pages do not shift (sync.md section 2.4)
    SortOrder order = SortOrder::Ascending;
    RemoteId sortPriorityList;
    PageRequest page;

    /// True if the row answers the question, as far as the row shows it: a server may ignore a filter and send
    /// everyone. Numbers are compared by their digits, e-mail addresses without regard to case; lists and `search`
    /// can't be checked.
    bool matches(const RemoteContact &row) const;

    friend bool operator==(const RemoteContactQuery &, const RemoteContactQuery &) = default;
};

} // namespace Elenco
