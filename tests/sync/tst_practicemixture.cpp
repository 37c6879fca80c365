// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/lists.h"
#include "store/journal/journal.h"
#include "store/recovery/checks.h"
#include "store/sync/accountrecord.h"
#include "store/sync/outbox.h"
#include "store/sync/practicemixture.h"
#include "tests/support/require.h"
#include "tests/sync/office.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// A person's own address book into which the practice gateway's people came: theirs stay, whole and unbound.
class TestPracticeMixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownPeopleAreKeptUnbound_data() { addPlainDialects(); }
    void ownPeopleAreKeptUnbound()
    {
        Office office(fetchedOptions());
        office.addPeople(20);
        Desk desk(office);
        AccountRecord account = require(accountRecord(desk.workspace())).value_or(AccountRecord());
        account.practice = true;
        require(saveAccountRecord(desk.workspace(), account));
        // Typed before and after the first reading, sent, and one of them is somebody whom the office has as well.
        desk.add(u"Ada Verdi"_s, u"+393409999999"_s);
        desk.add(u"Bea Neri"_s, Office::numberOf(3));
        QVERIFY(!desk.sync().stopped);
        desk.add(u"Ciro Conti"_s, u"+393409999998"_s);
        QVERIFY(!desk.sync().stopped);
        desk.set(desk.person(5), "city", u"Bari"_s); // an edit of somebody invented, still to be sent
        desk.remove(desk.person(6));
        QVERIFY(!desk.waiting().isEmpty());

        Workspace &workspace = desk.workspace();
        const PracticeMixture mixture = require(practiceMixture(workspace));
        QCOMPARE(mixture.own, 3);
        QCOMPARE(mixture.invented.size(), 18); // 20, without Bea and the one who was deleted
        const ChangeSetId removed = require(separatePractice(workspace));
        QVERIFY(removed.isValid());
        QStringList names;
        const ContactOrder order = require(ContactQueries(workspace).order({{}, {{u"name"_s, false}}}));
        for (ContactId id : *order) {
            const Contact contact = require(ContactQueries(workspace).contact(id));
            names += contact.fullName();
            QVERIFY2(contact.remoteId.value.isEmpty(), qPrintable(contact.fullName()));
        }
        names.sort();
        QCOMPARE(names.size(), 3);
        QVERIFY(names.contains(u"Ada Verdi"_s) && names.contains(u"Ciro Conti"_s));
        QVERIFY(!require(accountRecord(workspace)));
        QCOMPARE(require(lists(workspace)).size(), 0);
        QCOMPARE(require(checkWorkspace(workspace)), QStringList());
        // It can be taken back like any deletion, and is over when it is done.
        QCOMPARE(require(Journal(workspace).undo(removed)).changed, 18);
        QCOMPARE(require(checkWorkspace(workspace)), QStringList());
        QVERIFY(require(practiceMixture(workspace)).invented.empty());
    }

    void aRealAccountIsNoPractice_data() { addPlainDialects(); }
    void aRealAccountIsNoPractice()
    {
        Office office(fetchedOptions());
        office.addPeople(5);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        QVERIFY(require(practiceMixture(desk.workspace())).invented.empty());
    }
};

QTEST_GUILESS_MAIN(TestPracticeMixture)
#include "tst_practicemixture.moc"
