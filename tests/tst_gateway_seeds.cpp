// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/pager.h"
#include "tests/support/awaited.h"
#include "tests/support/dialects.h"
#include "tests/support/gatewaydesk.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Fault;

namespace {

// Everything but what other desks and proxies do to the account by themselves: whatever the client does, a proxy that
// sends a request twice has it done twice.
Practice::FaultRates mixedFaults()
{
    Practice::FaultRates rates;
    rates.delayMs = 5;
    rates.dripMs = 1;
    rates.dripBytes = 2000;
    for (const Fault fault : Practice::allFaults()) {
        if (fault == Fault::Duplicate || fault == Fault::BodyDropped || fault == Fault::ContactDeleted ||
            fault == Fault::ListDeleted)
            continue;
        rates.with(fault, fault == Fault::Hang ? 0.004 : 0.012);
    }
    return rates;
}

TransportOptions impatient()
{
    TransportOptions options = GatewayDesk::transportOptions();
    options.firstByteWithin = 150;
    options.receiveIdle = 150;
    return options;
}

// Refused for certain: the account must not have changed.
bool isRefusal(ErrorKind kind)
{
    return kind != ErrorKind::OutcomeUnknown;
}

} // namespace

/// Many calls under many faults, from a seed: what the client says must be so.
class TestGatewaySeeds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheClientSaysIsSo_data()
    {
        QTest::addColumn<quint32>("seed");
        // ELENCO_SEEDS=500 looks longer than ./check has time for.
        const int wanted = qEnvironmentVariableIntValue("ELENCO_SEEDS");
        const quint32 most = wanted > 0 ? quint32(wanted) : 20;
        for (quint32 seed = 1; seed <= most; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void whatTheClientSaysIsSo()
    {
        QFETCH(quint32, seed);
        // Each dialect plain and over TLS, again and again.
        const DialectRow &row = dialectRows().at(qsizetype(seed) % dialectRows().size());
        Practice::Options options = optionsOf(row.dialect, row.tls);
        options.seed = seed;
        options.contacts = 120;
        options.lists = 3;
        options.plan = seed % 5 == 0 ? Practice::Plan::Trial : Practice::Plan::Unlimited;
        // The server's minute is as short as the client's.
        options.monotonic = [clock = std::make_shared<QElapsedTimer>()]() mutable {
            if (!clock->isValid())
                clock->start();
            return clock->elapsed() * 1000;
        };
        GatewayDesk desk(options, seed, impatient());
        if (seed % 3 != 0)
            QVERIFY(awaited(desk.client().probe()));
        desk.gateway().setFaults(mixedFaults());
        m_desk = &desk;
        m_random.seed(seed);
        m_serial = 0;
        m_ended = {};
        for (int i = 0; i < 120; ++i) {
            switch (std::uniform_int_distribution<int>(0, 11)(m_random)) {
            case 0:
            case 1: createContact(); break;
            case 2: updateContact(); break;
            case 3: deleteContact(); break;
            case 4: createList(); break;
            case 5: updateList(); break;
            case 6: changeMembers(); break;
            case 7: upload(); break;
            case 8: enumerate(); break;
            case 9: readSmallThings(); break;
            case 10: together(); break;
            case 11: stopSomething(); break;
            }
            if (QTest::currentTestFailed())
                return;
        }
        // When the faults stop, everything works, and here equals there.
        desk.gateway().setFaults({});
        QCOMPARE(kindOf(awaited(desk.client().testConnection())), std::nullopt);
        ContactPager pager(desk.client(), {});
        QSet<RemoteId> seen;
        while (!pager.atEnd()) {
            const auto rows = awaited(pager.next());
            QVERIFY(rows);
            for (const RemoteContact &row : rows->rows)
                seen.insert(row.id);
        }
        QCOMPARE(seen.size(), desk.state().allContacts().size());
        QCOMPARE(desk.log().dangers(), QStringList());
        QVERIFY(m_ended.done > 10);
        QVERIFY(m_ended.unknown > 0);
    }

private:
    Client &client() { return m_desk->client(); }
    QString serial() { return QString::number(++m_serial); }
    qint64 anyContact()
    {
        const QList<Practice::Contact> all = m_desk->state().allContacts();
        return all.at(std::uniform_int_distribution<qsizetype>(0, all.size() - 1)(m_random)).id;
    }
    qint64 anyList()
    {
        const QList<Practice::List> all = m_desk->state().allLists();
        return all.at(std::uniform_int_distribution<qsizetype>(0, all.size() - 1)(m_random)).id;
    }
    template <typename T>
    bool note(const Result<T> &result)
    {
        if (result)
            ++m_ended.done;
        else if (result.error().kind == ErrorKind::OutcomeUnknown)
            ++m_ended.unknown;
        else
            ++m_ended.refused;
        return result.has_value();
    }

    void createContact()
    {
        ContactChange change;
        change.phoneNumber = u"+39370%1"_s.arg(++m_serial, 7, 10, QLatin1Char('0'));
        change.firstName = u"N"_s + serial();
        const auto result = awaited(client().createContact(change));
        qsizetype there = 0;
        for (const Practice::Contact &contact : m_desk->state().allContacts())
            there += contact.phoneNumber == *change.phoneNumber;
        if (note(result))
            QCOMPARE(there, 1);
        else if (isRefusal(result.error().kind))
            QCOMPARE(there, 0);
        else
            QVERIFY(there <= 1);
    }

    void updateContact()
    {
        const qint64 id = anyContact();
        ContactChange change;
        change.city = u"City "_s + serial();
        const Practice::Contact before = *m_desk->state().contact(id);
        const auto result = awaited(client().updateContact(m_desk->contactId(id), change));
        const Practice::Contact after = *m_desk->state().contact(id);
        if (note(result))
            QCOMPARE(after.city, *change.city);
        else if (isRefusal(result.error().kind))
            QCOMPARE(after.city, before.city);
        QCOMPARE(after.firstName, before.firstName);
    }

    void deleteContact()
    {
        const qint64 id = anyContact();
        const auto result = awaited(client().deleteContacts(*DeletionBatch::of({m_desk->contactId(id)})));
        const bool gone = !m_desk->state().contact(id);
        if (note(result))
            QVERIFY(gone);
        else if (isRefusal(result.error().kind))
            QVERIFY(!gone);
    }

    void createList()
    {
        ListChange change;
        change.name = u"List "_s + serial();
        const auto result = awaited(client().createList(change));
        qsizetype there = 0;
        for (const Practice::List &list : m_desk->state().allLists())
            there += list.name == *change.name;
        if (note(result))
            QCOMPARE(there, 1);
        else if (isRefusal(result.error().kind))
            QCOMPARE(there, 0);
        else
            QVERIFY(there <= 1);
    }

    void updateList()
    {
        const qint64 id = anyList();
        ListChange change;
        change.description = u"About "_s + serial();
        const Practice::List before = *m_desk->state().list(id);
        const auto result = awaited(client().updateList(m_desk->listId(id), change));
        const QString now = m_desk->state().list(id)->description;
        if (note(result))
            QCOMPARE(now, *change.description);
        else if (isRefusal(result.error().kind))
            QCOMPARE(now, before.description);
    }

    void changeMembers()
    {
        const qint64 list = anyList();
        const qint64 contact = anyContact();
        const auto lists = *DeletionBatch::of({m_desk->listId(list)});
        const auto contacts = *MemberBatch::of({m_desk->contactId(contact)});
        const bool add = std::uniform_int_distribution<int>(0, 1)(m_random) != 0;
        const bool before = m_desk->state().members(list).contains(contact);
        const auto result =
            awaited(add ? client().addToLists(lists, contacts) : client().removeFromLists(lists, contacts));
        const bool after = m_desk->state().members(list).contains(contact);
        if (note(result))
            QCOMPARE(after, add);
        else if (isRefusal(result.error().kind))
            QCOMPARE(after, before);
    }

    void upload()
    {
        TableUpload upload;
        upload.fileName = u"more.csv"_s;
        upload.listId = m_desk->listId(anyList());
        const QString number = u"+39371%1"_s.arg(++m_serial, 7, 10, QLatin1Char('0'));
        upload.content = "firstName,lastName,phoneNumber,email\r\nAnna,Rossi," + number.toLatin1() + ",\r\n";
        const auto result = awaited(client().uploadTable(upload));
        bool committed = note(result) && std::holds_alternative<ImportOutcome>(*result);
        if (result && !committed) {
            const auto analysis = std::get<UploadAnalysis>(*result);
            QVERIFY(!m_desk->state().contactOfNumber(number));
            QList<ColumnChoice> mapping;
            for (const QString &column : analysis.columns)
                mapping.append({column, column});
            const auto second = awaited(client().confirmTable(analysis.uploadId, mapping, upload.listId));
            committed = note(second);
            if (!second && isRefusal(second.error().kind))
                QVERIFY(!m_desk->state().contactOfNumber(number));
        } else if (!result && isRefusal(result.error().kind)) {
            QVERIFY(!m_desk->state().contactOfNumber(number));
        }
        if (committed)
            QVERIFY(m_desk->state().contactOfNumber(number));
    }

    void enumerate()
    {
        PagingStart start;
        start.limit = 30;
        ContactPager pager(client(), {}, start);
        QSet<RemoteId> seen;
        for (int steps = 0; !pager.atEnd() && steps < 60; ++steps) {
            const auto rows = awaited(pager.next());
            if (!note(rows))
                continue;
            for (const RemoteContact &row : rows->rows) {
                QVERIFY(!seen.contains(row.id));
                seen.insert(row.id);
            }
        }
        QVERIFY(seen.size() <= m_desk->state().allContacts().size());
    }

    void readSmallThings()
    {
        note(awaited(client().contactQuota()));
        note(awaited(client().subscription()));
        note(awaited(client().credit()));
        note(awaited(client().lists()));
        note(awaited(client().campaigns()));
        note(awaited(client().exports()));
        note(awaited(client().startExport({})));
        note(awaited(client().createDraft({u"Draft "_s + serial(), u"SMS"_s, {m_desk->listId(anyList())}})));
        note(awaited(client().listContacts(m_desk->listId(anyList()), {})));
        note(awaited(client().contact(m_desk->contactId(anyContact()))));
    }

    // Many at once end each once, too.
    void together()
    {
        int ended = 0;
        std::vector<Task<RemoteContact>> tasks;
        for (int i = 0; i < 12; ++i) {
            tasks.push_back(client().contact(m_desk->contactId(anyContact()),
                                             i % 2 == 0 ? Priority::Person : Priority::Background));
            tasks.back().then([&ended](const Result<RemoteContact> &) { ++ended; });
        }
        // Whatever is asked last of the same kind ends last, or nearly.
        for (int tries = 0; ended < 12 && tries < 1000; ++tries)
            note(awaited(client().contact(m_desk->contactId(anyContact()), Priority::Background)));
        QCOMPARE(ended, 12);
    }

    void stopSomething()
    {
        ContactChange change;
        change.phoneNumber = u"+39372%1"_s.arg(++m_serial, 7, 10, QLatin1Char('0'));
        auto task = client().createContact(change);
        QTest::qWait(std::uniform_int_distribution<int>(0, 3)(m_random));
        task.requestStop();
        const auto result = awaited(std::move(task));
        const bool there = m_desk->state().contactOfNumber(*change.phoneNumber).has_value();
        if (note(result))
            QVERIFY(there);
        else if (isRefusal(result.error().kind))
            QVERIFY(!there);
    }

    struct Ended {
        int done = 0;
        int refused = 0;
        int unknown = 0;
    };
    GatewayDesk *m_desk = nullptr;
    std::mt19937 m_random;
    int m_serial = 0;
    Ended m_ended;
};

QTEST_GUILESS_MAIN(TestGatewaySeeds)
#include "tst_gateway_seeds.moc"
