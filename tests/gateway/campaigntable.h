// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/values.h"

#include <optional>

namespace Elenco::Practice {

class Database;

/// The campaigns of the account.
class CampaignTable
{
public:
    explicit CampaignTable(Database &database) : m_database(database) {}

    /// The id it got.
    qint64 add(const Campaign &campaign);
    /// By campaign.id. False: there is none.
    bool change(const Campaign &campaign);
    std::optional<Campaign> campaign(qint64 id);
    QList<Campaign> all(); ///< by ascending id

private:
    Database &m_database;
};

} // namespace Elenco::Practice
