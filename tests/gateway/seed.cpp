// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/seed.h"

#include "tests/gateway/database.h"
#include "tests/gateway/options.h"
#include "tests/gateway/orders.h"
#include "tests/gateway/people.h"
#include "tests/gateway/schema.h"
#include "tests/gateway/state.h"

#include <iterator>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView listNames[] = {u"Newsletter",       u"VIP",          u"Clienti Lombardia",
                                     u"Evento primavera", u"Lead CRM",     u"Non contattare",
                                     u"Fiera di Bologna", u"Punto vendita"};

QList<qint64> seedLists(State &state, int count)
{
    QList<qint64> ids;
    for (int i = 0; i < count; ++i) {
        const auto named = static_cast<int>(std::size(listNames));
        QString name = listNames[i % named].toString();
        if (i >= named)
            name += u" %1"_s.arg(i / named + 1);
        List list;
        list.name = name;
        list.createdAt = QDateTime(QDate(2024, 1, 1), QTime(7, 0), Qt::UTC).addDays(i);
        ids.append(state.lists().add(list));
    }
    return ids;
}

// The first list holds half of all, the next a third of all, a quarter, …: big and small ones.
void seedMembers(Database &database, const QList<qint64> &lists)
{
    for (qsizetype i = 0; i < lists.size(); ++i) {
        Statement statement = database.prepare("INSERT INTO membership(list_id, contact_id) "
                                               "SELECT ?, id FROM contact WHERE (id + ?) % ? = 0 ORDER BY id");
        statement.with(lists[i], qint64{i}, qint64{i + 2}).run();
    }
}

void seedCampaigns(State &state, const QList<qint64> &lists)
{
    static constexpr std::pair<QStringView, CampaignStatus> campaigns[] = {
        {u"Saldi estivi", CampaignStatus::Draft}, {u"Invito alla fiera", CampaignStatus::Scheduled},
        {u"Auguri", CampaignStatus::Sending},     {u"Benvenuto", CampaignStatus::Completed},
        {u"Promemoria", CampaignStatus::Failed},
    };
    for (const auto &[name, status] : campaigns) {
        Campaign campaign;
        campaign.name = name.toString();
        campaign.status = status;
        campaign.sendingMode = status == CampaignStatus::Scheduled ? u"WHATSAPP_SMS"_s : u"SMS"_s;
        campaign.listIds = {lists.first()};
        state.campaigns().add(campaign);
    }
}

} // namespace

QString seedState(State &state, const Options &options)
{
    Database &database = state.database();
    try {
        Savepoint whole(database);
        dropIndexes(database);
        database.execute("PRAGMA cache_size=-200000"); // kilobytes: what the indexes are sorted in
        People people(options.seed);
        for (qint64 i = 0; i < options.contacts; ++i)
            state.contacts().add(people.person(i));
        const QList<qint64> lists = seedLists(state, options.lists);
        seedMembers(database, lists);
        if (!lists.isEmpty())
            seedCampaigns(state, lists);
        createIndexes(database);
        whole.commit();
        database.execute("PRAGMA cache_size=-2000");
        database.execute("ANALYZE");
    } catch (const DatabaseFailure &failure) {
        return u"The state can't be filled: %1."_s.arg(failure.message);
    }
    state.orders().clear();
    return {};
}

} // namespace Elenco::Practice
