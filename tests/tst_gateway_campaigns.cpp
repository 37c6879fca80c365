// SPDX-License-Identifier: Apache-2.0
#include "tests/support/awaited.h"
#include "tests/support/dialects.h"
#include "tests/support/gatewaydesk.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Dialect;

/// Subscription, campaigns and exports, in each dialect of the practice gateway, plain and over TLS.
class TestGatewayCampaigns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void subscription_data() { addDialects(); }
    void subscription()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        GatewayDesk desk(optionsOf(dialect, tls));
        const auto subscription = awaited(desk.client().subscription());
        QVERIFY2(subscription, subscription ? "" : qPrintable(subscription.error().text()));
        QCOMPARE(subscription->status, u"ACTIVE"_s);
        QVERIFY(!subscription->plan.isEmpty());
        const auto credit = awaited(desk.client().credit());
        QVERIFY(credit);
        QVERIFY(!credit->amount.isEmpty());
    }

    void campaigns_data() { addDialects(); }
    void campaigns()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        GatewayDesk desk(optionsOf(dialect, tls));
        Client &client = desk.client();
        const RemoteId listId = desk.listId(desk.state().addList(u"Buyers"_s));
        const RemoteId otherId = desk.listId(desk.state().addList(u"Others"_s));
        const auto made = awaited(client.createDraft({u"Spring"_s, u"SMS"_s, {listId}}));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
        QCOMPARE(made->status, CampaignStatus::Draft);
        QCOMPARE(made->listIds, QList<RemoteId>{listId});
        const auto changed = awaited(client.setCampaignLists(made->id, {otherId}));
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().text()));
        QCOMPARE(awaited(client.campaign(made->id))->listIds, QList<RemoteId>{otherId});
        Practice::Campaign sent;
        sent.name = u"Sent"_s;
        sent.status = Practice::CampaignStatus::Completed;
        desk.state().campaigns().add(sent);
        const auto all = awaited(client.campaigns());
        QCOMPARE(all->rows.size(), 2);
        CampaignQuery drafts;
        drafts.isDraft = true;
        QCOMPARE(awaited(client.campaigns(drafts))->rows.size(), 1);
        const auto completed = std::find_if(all->rows.begin(), all->rows.end(), [](const Campaign &row) {
            return row.status == CampaignStatus::Completed;
        });
        QVERIFY(completed != all->rows.end());
        desk.log().clear();
        QCOMPARE(kindOf(awaited(client.setCampaignLists(completed->id, {listId}))),
                 std::optional(ErrorKind::InvalidInput));
        QCOMPARE(desk.log().count(u"PUT /campaigns/{id}"_s), 0);
        QCOMPARE(desk.log().dangers(), QStringList());
    }

    void exportsAreMadeAndFetched_data() { addDialects(); }
    void exportsAreMadeAndFetched()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        Practice::Options options = optionsOf(dialect, tls);
        options.contacts = 50;
        GatewayDesk desk(options);
        Client &client = desk.client();
        const auto started = awaited(client.startExport({}));
        QVERIFY2(started, started ? "" : qPrintable(started.error().text()));
        RemoteId id = started->id;
        for (int polls = 0; polls < 10; ++polls) {
            const auto jobs = awaited(client.exports());
            QVERIFY2(jobs, jobs ? "" : qPrintable(jobs.error().text()));
            QCOMPARE(jobs->rows.size(), 1);
            id = jobs->rows.first().id;
            if (jobs->rows.first().state == ExportState::Ready)
                break;
            QCOMPARE(jobs->rows.first().state, ExportState::Pending);
        }
        const auto url = awaited(client.exportUrl(id));
        QVERIFY2(url, url ? "" : qPrintable(url.error().text()));
        QByteArray file;
        const auto size = awaited(client.downloadExport(*url, [&](QByteArrayView piece) {
            file += piece;
            return true;
        }));
        QVERIFY2(size, size ? "" : qPrintable(size.error().text()));
        QCOMPARE(*size, file.size());
        QCOMPARE(file.count('\n'), 51);
        QVERIFY(!desk.log().entries().back().hadKey);
        QCOMPARE(desk.log().dangers(), QStringList());

        desk.state().exports().expire(desk.state().exports().all().first().id);
        QCOMPARE(kindOf(awaited(client.downloadExport(*url, [](QByteArrayView) { return true; }))),
                 std::optional(ErrorKind::NotFound));
        QCOMPARE(awaited(client.exports())->rows.first().state, ExportState::Expired);
        QCOMPARE(kindOf(awaited(client.renewExport(id))), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestGatewayCampaigns)
#include "tst_gateway_campaigns.moc"
