// SPDX-License-Identifier: Apache-2.0
#include "secrets/keychainsecrets.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedprompts.h"
#include "tests/sync/office.h"
#include "ui/account/accountdesk.h"
#include "ui/contacts/contacteditor.h"
#include "ui/contacts/contactspane.h"
#include "ui/contacts/contacttableview.h"
#include "ui/mainwindow.h"
#include "ui/sync/conflictsdialog.h"
#include "ui/sync/missingdialog.h"
#include "ui/sync/outboxdialog.h"
#include "ui/sync/synccontroller.h"
#include "ui/sync/synclogdialog.h"
#include "ui/theme/theme.h"
#include "ui/window/statepill.h"
#include "ui/window/statusline.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

/// The window of one desk, as the program puts it together, at a gateway that others use too.
struct Walk {
    Office office;
    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    Theme theme{*qApp, qEnvironmentVariableIsSet("ELENCO_DARK") ? Appearance::Dark : Appearance::Light};
    ScriptedPrompts prompts;
    ManualClock clock;
    AddressBook book{*Workspace::open(folder.filePath(u"book.elenco"_s))};
    AccountLink link{book,
                     {[this] { return office.far().surroundings(GatewayDesk::transportOptions()); },
                      std::make_unique<KeychainSecrets>(u"elenco-test"_s), PracticeProcess::installedProgram()}};
    MainWindow window{book, prompts, theme, settings};
    AccountDesk desk{link, prompts, window};
    SyncController sync{book, link, prompts, window, clock, u"IT"_s};
    Task<void> taking;

    Walk()
    {
        window.resize(1360, 850);
        window.show();
        link.open();
        if (!QTest::qWaitFor([this] { return link.state() == AccountLink::State::None; }))
            qFatal("the account does not open");
    }
    ~Walk()
    {
        for (QDialog *dialog : window.findChildren<QDialog *>())
            dialog->close();
    }

    /// Takes the account of the office for this session.
    void connectAccount() { connectAccount(office); }
    void connectAccount(Office &office)
    {
        Account account;
        account.root = office.gateway().root();
        taking =
            link.use(&window, account,
                     *Credential::fromText(QString::fromUtf8(office.gateway().options().key), Authentication::ApiKey),
                     SecretPlace::Session, Credential());
        taking.then([](const Result<void> &taken) { QVERIFY(taken); });
        if (!QTest::qWaitFor([this] { return link.state() == AccountLink::State::Ready; }, 20'000))
            qFatal("the account is not taken");
    }
    /// Lets time go on until what is due has been done.
    void pass(qint64 milliseconds)
    {
        QTest::qWait(50); // what was edited is heard of through the event loop
        clock.advance(milliseconds);
        settle();
    }
    void settle()
    {
        // qWaitFor() sleeps between events, which a sync has many of.
        QSignalSpy changed(&sync.scheduler(), &SyncScheduler::changed);
        while (sync.scheduler().state() == SyncScheduler::State::Syncing) {
            if (!changed.wait(30'000))
                qFatal("the sync does not end");
        }
        QTest::qWait(50); // counts and tables follow
    }
    QString state() { return window.status().state(); }
    QString people()
    {
        QStringList lines;
        for (ContactId id : ids())
            lines += lineOf(id);
        lines.sort();
        return lines.join(u'\n');
    }
    std::vector<ContactId> ids()
    {
        const Result<ContactOrder> order = ContactQueries(book.workspace()).order({}, JobControl());
        return **order;
    }
    QString lineOf(ContactId id)
    {
        const Contact contact = *ContactQueries(book.workspace()).contact(id);
        return u"%1 %2 %3"_s.arg(contact.fullName(), contact.phoneNumber, contact.city).trimmed();
    }
    void select(const QString &name)
    {
        ContactsPane &pane = window.contacts();
        QVERIFY(QTest::qWaitFor([&] {
            for (int row = 0; row < pane.model().rowCount(); ++row) {
                if (pane.model().index(row, 0).data().toString() == name)
                    return pane.table().selectRow(row), true;
            }
            return false;
        }));
        QVERIFY(QTest::qWaitFor([this] { return window.actions().action(ActionId::EditContact)->isEnabled(); }));
    }
    /// As the table shows it.
    SyncMark mark(const QString &name)
    {
        select(name);
        const ContactTableModel &model = window.contacts().model();
        const int row = window.contacts().table().currentIndex().row();
        return static_cast<SyncMark>(model.index(row, 0).data(ContactTableModel::SyncMarkRole).toInt());
    }
    /// In the form that F2 opens.
    void edit(const QString &name, const QMap<QString, QString> &values)
    {
        select(name);
        window.actions().action(ActionId::EditContact)->trigger();
        ContactEditor *editor = nullptr;
        QVERIFY(QTest::qWaitFor([&] { return (editor = window.findChild<ContactEditor *>()) && editor->isVisible(); }));
        for (auto value = values.begin(); value != values.end(); ++value) {
            for (QLineEdit *line : editor->findChildren<QLineEdit *>()) {
                if (line->accessibleName() == value.key()) {
                    line->selectAll();
                    QTest::keyClicks(line, value.value());
                }
            }
        }
        picture(u"editor"_s, editor);
        press(editor, "Save");
        QVERIFY(QTest::qWaitFor([this] { return window.findChildren<ContactEditor *>().isEmpty(); }));
        QTest::qWait(100);
    }
    static void press(QWidget *in, const char *text)
    {
        for (QPushButton *button : in->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == QString::fromUtf8(text)) {
                QVERIFY2(button->isEnabled(), text);
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL(text);
    }
    void clickState() { QTest::mouseClick(window.findChild<StatePill *>(), Qt::LeftButton); }
    template <typename Dialog>
    Dialog *opened()
    {
        Dialog *dialog = nullptr;
        if (!QTest::qWaitFor([&] { return (dialog = window.findChild<Dialog *>()) && dialog->isVisible(); }))
            qFatal("no dialog");
        QTest::qWait(100);
        return dialog;
    }
    void undo()
    {
        QAction *action = window.actions().action(ActionId::Undo);
        QVERIFY(QTest::qWaitFor([action] { return action->isEnabled(); }));
        action->trigger();
        QTest::qWait(150);
    }
    /// For looking at: into the folder of ELENCO_PICTURES.
    void picture(const QString &name, QWidget *of)
    {
        const QString folder = qEnvironmentVariable("ELENCO_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(200);
        QDir().mkpath(folder);
        QVERIFY(of->grab().save(folder + u"/sync-"_s + name + u".png"_s));
    }
};

} // namespace

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
        const QList<QRadioButton *> radios = [&] {
            QList<QRadioButton *> visible;
            for (QRadioButton *button : conflicts->findChildren<QRadioButton *>()) {
                if (button->isVisible())
                    visible.append(button);
            }
            return visible;
        }();
        QCOMPARE(radios.size(), 4);
        for (QRadioButton *button : radios) {
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

        // Taken back, a choice is open again; made the other way, all is in step again.
        walk.undo();
        walk.undo();
        QVERIFY2(QTest::qWaitFor([&] { return walk.state() == u"Needs you: 3 conflicts"_s; }),
                 qPrintable(walk.state()));
        walk.pass(2000);
        walk.clickState();
        conflicts = walk.opened<ConflictsDialog>();
        Walk::press(conflicts, "Keep theirs for all");
        QVERIFY(QTest::qWaitFor([&] { return conflicts->count() == 0; }));
        conflicts->reject();
        walk.pass(2000);
        walk.pass(2000);
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        QCOMPARE(walk.people(), walk.office.people());
        QVERIFY2(walk.people().contains(u"Sesto San Giovanni"_s), qPrintable(walk.people()));
        QVERIFY(!walk.people().contains(u"Marco Bianchi"_s));
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

    void lineOfTheOutboxIsTakenBack()
    {
        Walk walk;
        walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.office.gateway().stop();
        walk.edit(u"Giulia Rossi"_s, {{u"City"_s, u"Milano"_s}});
        walk.window.actions().action(ActionId::ShowOutbox)->trigger();
        auto *outbox = walk.opened<OutboxDialog>();
        Walk::press(outbox, "Take back");
        QVERIFY(QTest::qWaitFor([&] { return outbox->findChild<QTreeWidget *>()->topLevelItemCount() == 0; }));
        QVERIFY(walk.people().contains(u"Monza"_s));
        outbox->accept();
        walk.undo(); // it was a change like any other
        QVERIFY(walk.people().contains(u"Milano"_s));
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
};

QTEST_MAIN(TestSyncWindow)
#include "tst_syncwindow.moc"
