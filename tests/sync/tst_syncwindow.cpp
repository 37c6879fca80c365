// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/walk.h"
#include "ui/contacts/contactspane.h"
#include "ui/sync/conflictsdialog.h"
#include "ui/sync/missingdialog.h"
#include "ui/sync/outboxdialog.h"
#include "ui/sync/overwrittenbar.h"
#include "ui/sync/synclogdialog.h"

#include <QAction>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// Sync in the window, as a person lives through it.
class TestSyncWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editOnTheTrainMeetsTheOffice()
    {
        Walk walk;
        const qint64 giulia = walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        const qint64 marco = walk.office.add(u"Marco Bianchi"_s, u"+393407654321"_s, u"Torino"_s);
        walk.office.add(u"Sara Verdi"_s, u"+393331112223"_s, u"Bari"_s);
        walk.connectAccount();
        walk.pass(0);
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        QCOMPARE(walk.people(), walk.office.people());
        walk.picture(u"instep"_s, &walk.window);

        // On the train: what is edited waits, and is said to wait.
        walk.office.gateway().stop();
        walk.edit(u"Giulia Rossi"_s, {{u"City"_s, u"Milano"_s}, {u"Email"_s, u"giulia.rossi@example.it"_s}});
        walk.edit(u"Marco Bianchi"_s, {{u"City"_s, u"Asti"_s}});
        QVERIFY(QTest::qWaitFor([&] { return walk.state() == u"2 changes waiting"_s; }));
        QCOMPARE(walk.mark(u"Giulia Rossi"_s), SyncMark::Waiting);
        QCOMPARE(walk.mark(u"Sara Verdi"_s), SyncMark::None);
        walk.pass(2000);
        QCOMPARE(walk.state(), u"Offline · 2 changes waiting"_s);
        walk.picture(u"offline"_s, &walk.window);
        walk.clickState();
        auto *outbox = walk.opened<OutboxDialog>();
        auto *tree = outbox->findChild<QTreeWidget *>();
        QCOMPARE(tree->topLevelItemCount(), 1);
        QCOMPARE(tree->topLevelItem(0)->childCount(), 2);
        QVERIFY2(tree->topLevelItem(0)->child(0)->text(0).contains(u"City changed Monza → Milano"_s),
                 qPrintable(tree->topLevelItem(0)->child(0)->text(0)));
        walk.picture(u"outbox"_s, outbox);
        outbox->accept();

        // The office meanwhile.
        walk.office.change(giulia, [](Practice::Contact &contact) {
            contact.city = u"Sesto San Giovanni"_s;
            contact.email = u"giulia@example.it"_s;
        });
        walk.office.state().removeContacts({marco});
        QVERIFY(walk.office.gateway().resume());
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        QCOMPARE(walk.state(), u"Needs you: 3 conflicts"_s);
        QCOMPARE(walk.mark(u"Giulia Rossi"_s), SyncMark::Conflict);
        walk.picture(u"conflicts-window"_s, &walk.window);

        // The choices.
        walk.clickState();
        auto *conflicts = walk.opened<ConflictsDialog>();
        QCOMPARE(conflicts->count(), 2);
        auto *names = conflicts->findChild<QListWidget *>();
        QCOMPARE(names->item(0)->text(), u"Giulia Rossi"_s);
        const auto radios = [&] {
            QList<QRadioButton *> visible;
            for (QRadioButton *button : conflicts->findChildren<QRadioButton *>()) {
                if (button->isVisible())
                    visible.append(button);
            }
            return visible;
        };
        QTRY_COMPARE(radios().size(), 4); // they are read in the background
        for (QRadioButton *button : radios()) {
            if (button->accessibleName() == u"Email, on the gateway: giulia@example.it"_s)
                button->click();
        }
        walk.picture(u"conflict"_s, conflicts);
        Walk::press(conflicts, "Use these values");
        QVERIFY(QTest::qWaitFor([&] { return conflicts->count() == 1; }));
        QCOMPARE(names->item(0)->text(), u"Marco Bianchi"_s);
        walk.picture(u"conflict-deleted"_s, conflicts);
        Walk::press(conflicts, "Do this"); // create it again
        QVERIFY(QTest::qWaitFor([&] { return conflicts->count() == 0; }));
        conflicts->reject();
        walk.pass(2000);
        walk.pass(2000);
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        QCOMPARE(walk.people(), walk.office.people());
        QVERIFY2(walk.people().contains(u"Giulia Rossi +393401234567 Milano"_s), qPrintable(walk.people()));
        QVERIFY(walk.people().contains(u"Marco Bianchi +393407654321 Asti"_s));
        QCOMPARE(walk.mark(u"Giulia Rossi"_s), SyncMark::None);
        QCOMPARE(walk.mark(u"Marco Bianchi"_s), SyncMark::None);
        walk.picture(u"resolved"_s, &walk.window);

        // Taken back, what was chosen is changed back over there.
        walk.undo();
        walk.undo();
        walk.pass(2000);
        walk.pass(2000);
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        QCOMPARE(walk.people(), walk.office.people());
        QVERIFY2(walk.people().contains(u"Sesto San Giovanni"_s), qPrintable(walk.people()));
        QVERIFY(!walk.people().contains(u"Marco Bianchi"_s));
        walk.picture(u"undone"_s, &walk.window);
        walk.window.actions().action(ActionId::ShowSyncLog)->trigger();
        walk.picture(u"log"_s, walk.opened<SyncLogDialog>());
    }

    // What was sent is taken back over there, and what the office did since stays.
    void undoAfterSyncSendsTheOpposite()
    {
        Walk walk;
        const qint64 giulia = walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.edit(u"Giulia Rossi"_s, {{u"City"_s, u"Milano"_s}});
        walk.pass(2000);
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        QVERIFY(walk.office.people().contains(u"Milano"_s));
        walk.office.change(giulia, [](Practice::Contact &contact) { contact.gender = u"F"_s; });
        walk.undo();
        walk.pass(2000);
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        QVERIFY(walk.office.people().contains(u"Monza"_s));
        QCOMPARE(walk.people(), walk.office.people());
        QCOMPARE(ContactQueries(walk.book.workspace()).contact(walk.ids().front())->gender, u"F"_s);
    }

    // It left, nobody answered, and it was taken back: nothing is in step before that is known.
    void whatWasTakenBackAfterItLeftWaits()
    {
        Walk walk;
        walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        walk.office.add(u"Sara Verdi"_s, u"+393331112223"_s, u"Bari"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.edit(u"Giulia Rossi"_s, {{u"City"_s, u"Milano"_s}});
        walk.office.gateway().failNext(u"PUT /contacts/{id}"_s, Practice::Fault::Lost);
        walk.office.atFirst(u"PUT /contacts/{id}"_s,
                            [&] { walk.office.gateway().failNext(u"GET *"_s, Practice::Fault::Drop, 200); });
        walk.pass(2000);
        QVERIFY(walk.office.people().contains(u"Milano"_s));
        walk.undo();
        QVERIFY(walk.people().contains(u"Monza"_s));
        QCOMPARE(walk.mark(u"Giulia Rossi"_s), SyncMark::Waiting);
        QVERIFY2(walk.state().contains("1 change waiting"_L1), qPrintable(walk.state()));
        walk.edit(u"Sara Verdi"_s, {{u"City"_s, u"Lecce"_s}});
        walk.window.actions().action(ActionId::ShowOutbox)->trigger();
        auto *outbox = walk.opened<OutboxDialog>();
        QTreeWidgetItem *line = outbox->findChild<QTreeWidget *>()->topLevelItem(0)->child(0);
        QCOMPARE(line->text(0), u"Giulia Rossi: taken back after it was sent"_s);
        QCOMPARE(line->text(1), u"sent, not confirmed yet"_s);
        outbox->findChild<QTreeWidget *>()->setCurrentItem(line);
        for (const QPushButton *button : outbox->findChildren<QPushButton *>())
            QCOMPARE(button->isEnabled(), button->text() != u"Take back"_s);
        walk.picture(u"outbox-takenback"_s, outbox);
        outbox->accept();
        walk.office.gateway().clearScripts();
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        QVERIFY(walk.office.people().contains(u"Monza"_s));
        QCOMPARE(walk.people(), walk.office.people());
    }

    void refusedKeyNeedsAPerson()
    {
        Walk walk;
        walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.office.gateway().failNext({}, Practice::Fault::Unauthorised, 1000);
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        QCOMPARE(walk.state(), u"Needs you: key refused"_s);
        walk.office.gateway().clearScripts();
        walk.pass(60'000); // nothing is tried by itself
        QCOMPARE(walk.state(), u"Needs you: key refused"_s);
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
    }

    // What is known of one account is not laid over another.
    void otherAccountIsNoticed()
    {
        Walk walk;
        Office other;
        for (int i = 0; i < 5; ++i) {
            walk.office.add(u"Person %1"_s.arg(i), u"+39340123456%1"_s.arg(i), u"Bari"_s);
            other.add(u"Stranger %1"_s.arg(i), u"+39333123456%1"_s.arg(i), u"Lecce"_s);
        }
        walk.connectAccount();
        walk.pass(0);
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        const QString people = walk.people();
        walk.connectAccount(other);
        QTest::qWait(100);
        walk.pass(0);
        QCOMPARE(walk.state(), u"Needs you: another account"_s);
        QCOMPARE(walk.people(), people);
        for (const Practice::LoggedRequest &request : other.log().entries())
            QCOMPARE(request.method, QByteArray("GET"));
        walk.connectAccount(); // back again
        QTest::qWait(100);
        walk.pass(0);
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        QCOMPARE(walk.people(), people);
    }

    // An account that was emptied: nothing goes here before a person has said so.
    void manyGoneContactsAreAskedAbout_data()
    {
        QTest::addColumn<bool>("again");
        QTest::newRow("sent again") << true;
        QTest::newRow("to the trash") << false;
    }
    void manyGoneContactsAreAskedAbout()
    {
        QFETCH(bool, again);
        Walk walk;
        QList<qint64> gone;
        for (int i = 0; i < 70; ++i) {
            const qint64 id = walk.office.add(u"Person %1"_s.arg(i), u"+3934000%1"_s.arg(10000 + i), u"Bari"_s);
            if (i >= 10)
                gone.append(id);
        }
        walk.connectAccount();
        walk.pass(0);
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        walk.office.state().removeContacts(gone);
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        QCOMPARE(walk.state(), u"Needs you: 60 contacts gone over there"_s);
        QCOMPARE(walk.ids().size(), size_t(70));
        walk.clickState();
        auto *dialog = walk.opened<MissingDialog>();
        walk.picture(u"missing"_s, dialog);
        Walk::press(dialog, again ? "Send them again" : "Move them to the trash");
        QTest::qWait(100);
        walk.settle();
        walk.pass(2000);
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        QCOMPARE(walk.ids().size(), size_t(again ? 70 : 10));
        QCOMPARE(walk.people(), walk.office.people());
    }

    void syncIsStoppedAndGoneOnWith()
    {
        Walk walk;
        walk.office.addPeople(2500);
        QAction *sync = walk.window.actions().action(ActionId::SyncNow);
        QAction *stop = walk.window.actions().action(ActionId::StopSync);
        QVERIFY(sync->isVisible() && !stop->isVisible());
        QStringList said;
        connect(stop, &QAction::triggered, &walk.window, [&] {
            said = {walk.state()};
            QVERIFY(!stop->isEnabled());
        });
        // The first of them can be seen.
        connect(
            &walk.sync.scheduler(), &SyncScheduler::wrote, &walk.window,
            [&] {
                QVERIFY(!sync->isVisible());
                const QList<QAction *> offered = walk.window.actions().available();
                QVERIFY(offered.contains(stop) && !offered.contains(sync));
                QVERIFY(walk.window.findChild<StatePill *>()->actions().contains(stop));
                stop->trigger();
            },
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        walk.connectAccount();
        walk.pass(0);
        QCOMPARE(said, QStringList{u"Stopping…"_s});
        QCOMPARE(walk.state(), u"Stopped"_s);
        QVERIFY(sync->isVisible() && sync->isEnabled() && !stop->isVisible());
        QVERIFY(!walk.ids().empty() && walk.ids().size() < 2500);
        walk.clickState();
        auto *log = walk.opened<SyncLogDialog>();
        const QString line = log->findChild<QTreeWidget *>()->topLevelItem(0)->text(1);
        QVERIFY2(line.startsWith(u"Stopped by hand: "_s), qPrintable(line));
        log->accept();
        sync->trigger();
        walk.settle();
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        QCOMPARE(walk.people(), walk.office.people());
    }

    // Not green before a person has looked at it.
    void whatSomebodyOverwroteIsSaidLoudly_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("city");
        QTest::newRow("put back") << u"Put mine back"_s << u"Milano"_s;
        QTest::newRow("agreed to") << u"Agree"_s << u"Monza"_s;
        QTest::newRow("all agreed to") << u"Agree to all"_s << u"Monza"_s;
    }
    void whatSomebodyOverwroteIsSaidLoudly()
    {
        QFETCH(QString, button);
        QFETCH(QString, city);
        Walk walk;
        const qint64 giulia = walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.edit(u"Giulia Rossi"_s, {{u"City"_s, u"Milano"_s}});
        walk.pass(2000);
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        auto *bar = walk.window.findChild<OverwrittenBar *>();
        QVERIFY(bar && !bar->isVisible());
        walk.office.change(giulia, [](Practice::Contact &contact) { contact.city = u"Monza"_s; });
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        QCOMPARE(walk.state(), u"Needs a look: 1 value overwritten"_s);
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().endsWith(u"Giulia Rossi: City changed Milano → Monza"_s), qPrintable(bar->text()));
        walk.picture(u"overwritten"_s, &walk.window);
        walk.clickState();
        auto *log = walk.opened<SyncLogDialog>();
        if (button.endsWith(u"all"))
            Walk::press(log, qPrintable(button));
        log->accept();
        if (!button.endsWith(u"all"))
            Walk::press(bar, qPrintable(button));
        QVERIFY(QTest::qWaitFor([&] { return !bar->isVisible(); }));
        walk.pass(2000);
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        QCOMPARE(walk.office.people(), u"Giulia Rossi +393401234567 "_s + city);
        QCOMPARE(walk.people(), walk.office.people());
    }

    // The one that is sent last would win without a word.
    void aListRenamedOnBothSidesIsSaid()
    {
        Walk walk;
        walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        const qint64 vip = walk.office.state().addList(u"VIP"_s);
        walk.connectAccount();
        walk.pass(0);
        Practice::List there = *walk.office.state().list(vip);
        there.name = u"VIP dal web"_s;
        QVERIFY(walk.office.state().changeList(there));
        const Result<ContactList> here = findList(walk.book.workspace(), u"VIP"_s);
        QVERIFY(here);
        ContactList renamed = *here;
        renamed.name = u"VIP mio"_s;
        const Command<ChangeSetId> changing = walk.book.lists().change(&walk.window, renamed);
        walk.pass(2000);
        QVERIFY2(walk.window.status().message().contains(u"VIP dal web"_s), qPrintable(walk.window.status().message()));
        QVERIFY(walk.office.listNames().contains(u"VIP mio"_s));
    }
};

QTEST_MAIN(TestSyncWindow)
#include "tst_syncwindow.moc"
