// SPDX-License-Identifier: Apache-2.0
#include "store/database/sqlite.h"
#include "tests/sync/walk.h"
#include "ui/account/accountdialog.h"
#include "ui/inspector/inspector.h"
#include "ui/sync/logwords.h"
#include "ui/sync/outboxdialog.h"
#include "ui/sync/synclogdialog.h"
#include "ui/sync/syncpace.h"
#include "ui/sync/syncwords.h"

#include <QAction>
#include <QLabel>
#include <QTreeWidget>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// What the window shows of an account beyond the contacts: what it keeps and hides, how old that is, what is left of
/// it, how a sync goes, what lies in the trash.
class TestSyncSigns : public QObject
{
    Q_OBJECT

private:
    static Practice::Options uc007(const QStringList &dropped = {})
    {
        Practice::Options options;
        options.dialect = Practice::Dialect::Uc007;
        options.listing = Practice::Listing::AsShown;
        options.droppedFields = dropped;
        return options;
    }
    static QString textsOf(QWidget *widget)
    {
        QStringList texts;
        for (const QLabel *label : widget->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts += label->text();
        }
        return texts.join(u'\n');
    }
    static bool says(QWidget *widget, const char *text)
    {
        const bool said = QTest::qWaitFor([&] { return textsOf(widget).contains(QLatin1String(text)); }, 5000);
        if (!said)
            qWarning("%s", qPrintable(textsOf(widget)));
        return said;
    }
    static qsizetype readings(Walk &walk) { return walk.office.requests(u"GET /contacts/{id}"_s); }

private Q_SLOTS:
    void whatTheAccountDoesNotKeepIsSaid()
    {
        Walk walk(uc007({u"region"_s}));
        walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.edit(u"Giulia Rossi"_s, {{u"Region"_s, u"Lombardia"_s}});
        walk.pass(2000);
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        walk.select(u"Giulia Rossi"_s);
        QVERIFY(says(&walk.window.inspector(), "Only on this computer: Region"));
        walk.picture(u"onlyhere"_s, &walk.window);
        walk.window.actions().action(ActionId::ShowAccount)->trigger();
        QVERIFY(says(walk.opened<AccountDialog>(), "does not keep: Region."));
        walk.picture(u"account-fields"_s, walk.opened<AccountDialog>());
    }

    // Its `valid: false`, beside a number that looks right here; and that it takes it back.
    void theGatewaysWordOnANumberIsShown()
    {
        Walk walk;
        const qint64 giulia = walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        walk.office.change(giulia, [](Practice::Contact &contact) { contact.valid = false; });
        walk.connectAccount();
        walk.pass(0);
        walk.select(u"Giulia Rossi"_s);
        QVERIFY(says(&walk.window.inspector(), "The gateway says that this number is not valid (today"));
        walk.picture(u"refused-number"_s, &walk.window);
        walk.office.change(giulia, [](Practice::Contact &contact) { contact.valid = true; });
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        QVERIFY(QTest::qWaitFor(
            [&] { return !textsOf(&walk.window.inspector()).contains("The gateway says"_L1); }, 5000));
    }

    void whoIsOpenedIsReadOnce()
    {
        Walk walk(uc007());
        const qint64 giulia = walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        const qint64 sara = walk.office.add(u"Sara Verdi"_s, u"+393331112223"_s, u"Bari"_s);
        walk.connectAccount();
        walk.pass(0);
        QVERIFY(walk.people().contains(u"Monza"_s));
        // Hidden from listings: no sync hears of it. It was read days ago.
        walk.office.change(giulia, [](Practice::Contact &contact) { contact.city = u"Milano"_s; });
        walk.office.change(sara, [](Practice::Contact &contact) { contact.city = u"Lecce"_s; });
        const Result<void> aged = guarded(walk.book.path(), [&] {
            walk.book.workspace().writer().prepare("UPDATE contact SET remote_read=remote_read-800000").run();
        });
        QVERIFY(aged);
        Q_EMIT walk.book.changed({{}, true, false});
        walk.office.log().clear();
        walk.select(u"Giulia Rossi"_s);
        QVERIFY(says(&walk.window.inspector(), "Read on "));
        walk.select(u"Sara Verdi"_s); // passed by
        walk.select(u"Giulia Rossi"_s);
        walk.pass(400);
        QVERIFY(QTest::qWaitFor([&] { return walk.people().contains(u"Milano"_s); }));
        QVERIFY(says(&walk.window.inspector(), "Read today"));
        QVERIFY(walk.people().contains(u"Bari"_s));
        QCOMPARE(readings(walk), 1);
        walk.picture(u"readopened"_s, &walk.window);
        walk.pass(60'000);
        walk.select(u"Sara Verdi"_s);
        walk.pass(400);
        QVERIFY(QTest::qWaitFor([&] { return walk.people().contains(u"Lecce"_s); }));
        walk.select(u"Giulia Rossi"_s); // read just before
        walk.pass(400);
        QTest::qWait(200);
        QCOMPARE(readings(walk), 2);
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
    }

    void whereNothingIsHiddenNobodyIsRead()
    {
        Walk walk;
        walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.office.log().clear();
        walk.select(u"Giulia Rossi"_s);
        walk.pass(400);
        QTest::qWait(200);
        QCOMPARE(readings(walk), 0);
        QVERIFY(!textsOf(&walk.window.inspector()).contains(u"Read "_s));
    }

    void aDeadNetworkIsAQuietSign()
    {
        Walk walk(uc007());
        walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        walk.connectAccount();
        walk.pass(0);
        const Result<void> aged = guarded(walk.book.path(), [&] {
            walk.book.workspace().writer().prepare("UPDATE contact SET remote_read=remote_read-800000").run();
        });
        QVERIFY(aged);
        walk.office.gateway().stop();
        walk.select(u"Giulia Rossi"_s);
        walk.pass(400);
        QVERIFY(says(&walk.window.inspector(), "The gateway does not answer now."));
        QVERIFY(walk.people().contains(u"Monza"_s));
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        QVERIFY(walk.prompts.isFulfilled());
        walk.picture(u"readfailed"_s, &walk.window);
    }

    // An answer that left before an edit was sent is not taken for somebody's edit.
    void aReadingThatASyncOvertakesIsDropped()
    {
        Walk walk(uc007());
        walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        walk.connectAccount();
        walk.pass(0);
        const Result<void> aged = guarded(walk.book.path(), [&] {
            walk.book.workspace().writer().prepare("UPDATE contact SET remote_read=remote_read-800000").run();
        });
        QVERIFY(aged);
        walk.office.gateway().failNext(u"GET /contacts/{id}"_s, Practice::Fault::Delay);
        walk.select(u"Giulia Rossi"_s);
        walk.clock.advance(400);
        walk.edit(u"Giulia Rossi"_s, {{u"City"_s, u"Milano"_s}});
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        QTest::qWait(1500);
        QVERIFY2(walk.people().contains(u"Milano"_s), qPrintable(walk.people()));
        QVERIFY2(walk.office.people().contains(u"Milano"_s), qPrintable(walk.office.people()));
        QVERIFY2(!walk.state().contains(u"conflict"_s), qPrintable(walk.state()));
    }

    void aSyncSaysWhatIsLeftOfIt()
    {
        SyncPace pace;
        pace.note(SyncPhase::Reading, 10'000, 10'000, 0);
        QCOMPARE(pace.remaining(), -1);
        pace.note(SyncPhase::Reading, 10'000, 9'000, 1000);
        QCOMPARE(pace.remaining(), -1); // too early
        pace.note(SyncPhase::Reading, 10'000, 5'000, 5000);
        QCOMPARE(pace.remaining(), 5000);
        // A list of 6,667, after five minutes of other things: only what it takes itself counts.
        pace.note(SyncPhase::Members, 6667, 6667, 300'000);
        QCOMPARE(pace.remaining(), -1);
        pace.note(SyncPhase::Members, 6667, 3667, 303'000);
        QCOMPARE(pace.remaining(), 3667);
        // Nobody knows how much there is.
        pace.note(SyncPhase::Lists, 0, -1, 304'000);
        pace.note(SyncPhase::Lists, 0, -1, 314'000);
        QCOMPARE(pace.remaining(), -1);
        // More came to it: from there on anew.
        pace.note(SyncPhase::Creating, 0, 100, 320'000);
        pace.note(SyncPhase::Creating, 0, 50, 330'000);
        QCOMPARE(pace.remaining(), 10'000);
        pace.note(SyncPhase::Creating, 0, 90, 331'000);
        QCOMPARE(pace.remaining(), -1);
    }

    // While nobody answers, what waits stays in sight, and what a person does meanwhile is counted.
    void whatWaitsIsSeenWhileTheGatewayHangs()
    {
        Walk walk;
        walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        walk.office.add(u"Sara Verdi"_s, u"+393331112223"_s, u"Bari"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.edit(u"Giulia Rossi"_s, {{u"City"_s, u"Milano"_s}});
        walk.office.gateway().failNext({}, Practice::Fault::Hang, 100);
        walk.clock.advance(2000);
        QTRY_COMPARE(walk.sync.scheduler().state(), SyncScheduler::State::Syncing);
        QVERIFY2(walk.state().contains("1 change waiting"_L1), qPrintable(walk.state()));
        walk.edit(u"Sara Verdi"_s, {{u"City"_s, u"Lecce"_s}});
        QTRY_VERIFY2(walk.state().contains("2 changes waiting"_L1), qPrintable(walk.state()));
        QCOMPARE(syncWords(walk.sync.scheduler(), -1, true).text, u"The gateway does not answer · 2 changes waiting"_s);
        QVERIFY(walk.link.silentFor() > 0);
        walk.window.actions().action(ActionId::ShowOutbox)->trigger();
        auto *outbox = walk.opened<OutboxDialog>();
        QCOMPARE(outbox->findChild<QTreeWidget *>()->topLevelItem(0)->childCount(), 2);
        outbox->accept();
        walk.office.gateway().clearScripts();
        walk.window.actions().action(ActionId::StopSync)->trigger();
        walk.settle();
        QCOMPARE(walk.state(), u"Stopped · 2 changes waiting"_s);
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        walk.pass(2000);
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        QCOMPARE(walk.link.silentFor(), 0);
    }

    // Where something was sent before a sync broke off, nobody says that nothing was.
    void nothingWasSentOnlyWhenNothingWas()
    {
        Walk walk;
        walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        walk.connectAccount();
        walk.pass(0);
        const auto toolTip = [&] { return walk.window.findChild<StatePill *>()->toolTip(); };
        walk.edit(u"Giulia Rossi"_s, {{u"City"_s, u"Milano"_s}});
        walk.office.gateway().stop();
        walk.pass(2000);
        QVERIFY2(toolTip().contains(u"Nothing was sent"_s), qPrintable(toolTip()));
        QVERIFY(walk.office.gateway().resume());
        walk.office.atFirst(u"PUT /contacts/{id}"_s,
                            [&] { walk.office.gateway().failNext(u"GET *"_s, Practice::Fault::Unauthorised, 200); });
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        QCOMPARE(walk.state(), u"Needs you: key refused"_s);
        QVERIFY(walk.office.people().contains(u"Milano"_s));
        QVERIFY2(!toolTip().contains(u"Nothing was"_s), qPrintable(toolTip()));
        QVERIFY2(toolTip().contains(u"What was sent before that has arrived."_s), qPrintable(toolTip()));
        walk.window.actions().action(ActionId::ShowSyncLog)->trigger();
        auto *log = walk.opened<SyncLogDialog>()->findChild<QTreeWidget *>();
        QVERIFY2(!log->topLevelItem(0)->text(1).contains(u"Nothing was"_s), qPrintable(log->topLevelItem(0)->text(1)));
        // And whoever goes to the account reads there what is the matter.
        walk.window.findChild<SyncLogDialog *>()->accept();
        walk.clickState();
        QVERIFY(says(walk.opened<AccountDialog>(), "refused the key"));
    }

    void whatIsLeftOfTheSubscriptionIsInTheStatusLine()
    {
        Practice::Options options;
        options.quota = 5;
        Walk walk(options);
        walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        walk.connectAccount();
        walk.pass(0);
        QTRY_VERIFY2(walk.window.status().account().startsWith(u"Room for 4 contacts"_s),
                     qPrintable(walk.window.status().account()));
        QVERIFY2(walk.window.status().account().contains(u"Credit"_s), qPrintable(walk.window.status().account()));
        walk.picture(u"figures"_s, &walk.window);
        const NumberJudge judge = numberJudge("IT");
        for (int i = 0; i < 6; ++i) {
            const Command<ContactId> made = walk.book.contacts().create(
                &walk.window,
                {{"firstName", "N" + std::to_string(i)}, {"phoneNumber", "+39347123450" + std::to_string(i)}}, judge);
            QVERIFY(QTest::qWaitFor([&] { return walk.book.commandsUnderWay() == 0; }));
        }
        walk.pass(2000);
        walk.pass(2000);
        QTRY_COMPARE(walk.window.status().account().section(u" · "_s, 0, 0), u"No room left"_s);
        // Window, outbox and log say one number.
        QVERIFY2(walk.state().startsWith(u"Needs you: quota full"_s), qPrintable(walk.state()));
        QVERIFY(walk.window.findChild<StatePill *>()->toolTip().contains(u"no room for 2 contacts"_s));
        walk.window.actions().action(ActionId::ShowOutbox)->trigger();
        auto *outbox = walk.opened<OutboxDialog>();
        auto *tree = outbox->findChild<QTreeWidget *>();
        int withoutRoom = 0;
        for (int group = 0; group < tree->topLevelItemCount(); ++group) {
            for (int line = 0; line < tree->topLevelItem(group)->childCount(); ++line)
                withoutRoom += tree->topLevelItem(group)->child(line)->text(1) == u"no room in the subscription"_s;
        }
        QCOMPARE(withoutRoom, 2);
        walk.picture(u"quota-outbox"_s, outbox);
        outbox->accept();
        walk.window.actions().action(ActionId::ShowSyncLog)->trigger();
        auto *log = walk.opened<SyncLogDialog>()->findChild<QTreeWidget *>();
        QString lines;
        for (int i = 0; i < log->topLevelItemCount(); ++i)
            lines += log->topLevelItem(i)->text(1) + u'\n';
        QVERIFY2(lines.contains(u"No room in the subscription for 2 contacts"_s), qPrintable(lines));
    }

    // The file that the gateway makes of its contacts, from the window: nothing of it is there until it is whole.
    void theGatewaysFileIsFetched()
    {
        Walk walk;
        walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        QAction *action = walk.window.actions().action(ActionId::ExportRemote);
        QVERIFY(!action->isEnabled());
        walk.connectAccount();
        walk.pass(0);
        QVERIFY(action->isEnabled());
        const QString path = walk.folder.filePath(u"remote.csv"_s);
        walk.prompts.willChooseSavePath(path);
        walk.office.gateway().failNext(u"POST /exports/contacts"_s, Practice::Fault::Forbidden);
        action->trigger();
        QTRY_VERIFY(!walk.prompts.seen().isEmpty() && walk.prompts.seen().last().startsWith(u"error: "_s));
        QVERIFY(!QFile::exists(path));
        QTRY_VERIFY(action->isEnabled());
        walk.prompts.willChooseSavePath(path);
        action->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 20'000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.contains("+393401234567"), text.constData());
        QTRY_VERIFY(walk.window.status().message().startsWith(u"remote.csv is there"_s));
    }

    void theLogNamesWhomItIsAbout()
    {
        Walk walk;
        walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        const qint64 sara = walk.office.add(u"Sara Verdi"_s, u"+393331112223"_s, u"Bari"_s);
        walk.office.state().addList(u"Fiera"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.edit(u"Giulia Rossi"_s, {{u"City"_s, u"Milano"_s}});
        const Command<ChangeSetId> made = walk.book.lists().create(&walk.window, u"Clienti"_s);
        walk.office.change(sara, [](Practice::Contact &contact) { contact.city = u"Lecce"_s; });
        walk.pass(2000);
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        walk.office.add(u"Bice Neri"_s, u"+393331112224"_s);
        for (int i = 0; i < 5; ++i)
            walk.office.add(u"Anna Bianchi%1"_s.arg(i), Office::numberOf(i));
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        const Result<QList<SyncLogEntry>> log = syncLog(walk.book.workspace(), 100);
        QVERIFY(log);
        QStringList lines;
        for (const SyncLogEntry &entry : *log)
            lines += logText(entry);
        for (const QString &line : {u"2 contacts received (Giulia Rossi, Sara Verdi)"_s, // the first reading
                                    u"6 contacts received (Bice Neri, Anna Bianchi0, Anna Bianchi1, …)"_s,
                                    u"1 contact received (Sara Verdi)"_s, u"1 list received (Fiera)"_s,
                                    u"1 contact sent (Giulia Rossi)"_s, u"1 list sent (Clienti)"_s})
            QVERIFY2(lines.contains(line), qPrintable(line + u" is not in\n"_s + lines.join(u'\n')));
    }
};

QTEST_MAIN(TestSyncSigns)
#include "tst_syncsigns.moc"
