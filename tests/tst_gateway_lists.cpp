// SPDX-License-Identifier: Apache-2.0
#include "tests/support/awaited.h"
#include "tests/support/dialects.h"
#include "tests/support/gatewaydesk.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Dialect;

/// Lists and their members, in each dialect of the practice gateway, plain and over TLS.
class TestGatewayLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsAndMembers_data() { addDialects(); }
    void listsAndMembers()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        Practice::Options options = optionsOf(dialect, tls);
        options.contacts = 30;
        GatewayDesk desk(options);
        Client &client = desk.client();
        ListChange vip;
        vip.name = u"VIP & Freunde"_s;
        vip.description = u"good ones"_s;
        const auto made = awaited(client.createList(vip));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
        QCOMPARE(made->name, *vip.name);
        QCOMPARE(awaited(client.list(made->id))->description, vip.description);
        QCOMPARE(kindOf(awaited(client.createList({}))), std::optional(ErrorKind::InvalidInput));
        ListChange renamed;
        renamed.name = u"VIP"_s;
        QCOMPARE(awaited(client.updateList(made->id, renamed))->name, u"VIP"_s);
        QCOMPARE(awaited(client.list(made->id))->description, vip.description);

        QList<RemoteId> people;
        for (const Practice::Contact &contact : desk.state().allContacts())
            people.append(desk.contactId(contact.id));
        const auto lists = DeletionBatch::of({made->id});
        const auto added = awaited(client.addToLists(*lists, *MemberBatch::of(people)));
        QVERIFY2(added, added ? "" : qPrintable(added.error().text()));
        QVERIFY(added->added.value_or(added->associations.size()) == 30);
        QCOMPARE(awaited(client.listContacts(made->id, {}))->rowsGiven > 0, true);
        const qint64 listId = desk.state().allLists().first().id;
        QCOMPARE(desk.state().members(listId).size(), 30);
        const auto removed = awaited(client.removeFromLists(*lists, *MemberBatch::of(people.mid(0, 10))));
        QVERIFY(removed);
        QCOMPARE(removed->removed, std::optional<qint64>(10));
        QCOMPARE(desk.state().members(listId).size(), 20);
        if (!added->associations.isEmpty()) {
            QCOMPARE(kindOf(awaited(client.removeAssociation(added->associations.last()))), std::nullopt);
            QCOMPARE(desk.state().members(listId).size(), 19);
            QCOMPARE(kindOf(awaited(client.removeAssociation(added->associations.last()))),
                     std::optional(ErrorKind::NotFound));
        }
        RemoteListQuery holding;
        holding.contactIds = {people.at(15)};
        QCOMPARE(awaited(client.lists(holding))->rows.size(), 1);

        QCOMPARE(kindOf(awaited(client.deleteLists(*lists))), std::nullopt);
        QCOMPARE(awaited(client.lists())->rows.size(), 0);
        RemoteListQuery tombstones;
        tombstones.includeDeleted = true;
        // No document has a key that tells it from the others: it is not taken for one that is there.
        QCOMPARE(awaited(client.lists(tombstones))->rows.size(), 0);
        QCOMPARE(kindOf(awaited(client.list(made->id))), std::optional(ErrorKind::NotFound));
        QCOMPARE(desk.state().allContacts().size(), 30);
    }
};

QTEST_GUILESS_MAIN(TestGatewayLists)
#include "tst_gateway_lists.moc"
