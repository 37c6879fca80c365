// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/campaigntable.h"

#include "tests/gateway/database.h"
#include "tests/gateway/idlist.h"

#include <QJsonDocument>

namespace Elenco::Practice {

namespace {

Campaign campaignOf(const Statement &row)
{
    Campaign campaign;
    campaign.id = row.integer(0);
    campaign.name = row.string(1);
    campaign.status = static_cast<CampaignStatus>(row.integer(2));
    campaign.sendingMode = row.string(3);
    campaign.listIds = idsFromText(row.string(4));
    campaign.extra = QJsonDocument::fromJson(row.bytes(5)).object();
    campaign.wasConfirmed = row.flag(6);
    return campaign;
}

Statement &bindAll(Statement &statement, const Campaign &campaign)
{
    return statement.with(campaign.name, static_cast<int>(campaign.status), campaign.sendingMode,
                          textOfIds(campaign.listIds), QJsonDocument(campaign.extra).toJson(QJsonDocument::Compact),
                          campaign.wasConfirmed);
}

} // namespace

qint64 CampaignTable::add(const Campaign &campaign)
{
    bindAll(m_database.cached("INSERT INTO campaign(name, status, sending_mode, lists, extra, confirmed) "
                              "VALUES(?,?,?,?,?,?)"),
            campaign)
        .run();
    return m_database.lastInsertId();
}

bool CampaignTable::change(const Campaign &campaign)
{
    Statement &statement =
        bindAll(m_database.cached(
                    "UPDATE campaign SET name=?, status=?, sending_mode=?, lists=?, extra=?, confirmed=? WHERE id=?"),
                campaign);
    statement.bind(7, campaign.id);
    statement.run();
    return m_database.changes() > 0;
}

std::optional<Campaign> CampaignTable::campaign(qint64 id)
{
    std::optional<Campaign> campaign;
    Statement &statement =
        m_database.cached("SELECT id, name, status, sending_mode, lists, extra, confirmed FROM campaign WHERE id = ?")
            .with(id);
    if (statement.step())
        campaign = campaignOf(statement);
    statement.reset();
    return campaign;
}

QList<Campaign> CampaignTable::all()
{
    QList<Campaign> campaigns;
    Statement &statement =
        m_database.cached("SELECT id, name, status, sending_mode, lists, extra, confirmed FROM campaign ORDER BY id")
            .with();
    while (statement.step())
        campaigns.append(campaignOf(statement));
    return campaigns;
}

} // namespace Elenco::Practice
