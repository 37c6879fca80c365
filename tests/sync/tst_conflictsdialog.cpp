// SPDX-License-Identifier: Apache-2.0
#include "store/journal/journal.h"
#include "store/sync/conflicts.h"
#include "tests/support/require.h"
#include "tests/sync/walk.h"
#include "ui/sync/conflictsdialog.h"
#include "ui/widgets/elidedlabel.h"

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSemaphore>
#include <QSignalSpy>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// The window of choices, at a real sync.
class TestConflictsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A sync that brings nothing but choices: the rows are shown as they are now, each of them.
    void eachRowShowsItsChoice()
    {
        Walk walk;
        QList<qint64> ids;
        const QStringList names{u"Anna Uno"_s, u"Bice Due"_s, u"Carla Tre"_s};
        for (int i = 0; i < names.size(); ++i)
            ids += walk.office.add(names[i], u"+39340123456%1"_s.arg(i), u"Milano"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.office.gateway().stop();
        for (const QString &name : names)
            walk.edit(name, {{u"City"_s, u"Bari"_s}});
        for (const qint64 id : ids)
            walk.office.change(id, [](Practice::Contact &contact) { contact.city = u"Torino"_s; });
        QVERIFY(walk.office.gateway().resume());
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        QCOMPARE(walk.state(), u"Needs you: 3 conflicts"_s);
        for (const QString &name : names)
            QCOMPARE(walk.mark(name), SyncMark::Conflict);
    }

    // Beside the choices stands what was merged without one, as in the picture of the design.
    void whatWasMergedIsShownBeside()
    {
        Practice::Options options;
        options.dialect = Practice::Dialect::Uc020; // its answers show tags
        Office office(options);
        const qint64 giulia = office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        office.change(giulia, [](Practice::Contact &contact) { contact.tags = {u"crm-import"_s}; });
        Walk walk;
        walk.connectAccount(office);
        walk.pass(0);
        office.gateway().stop();
        walk.edit(u"Giulia Rossi"_s, {{u"City"_s, u"Milano"_s}, {u"Email"_s, u"giulia.rossi@example.it"_s}});
        const auto tagging = walk.book.contacts().addTags(&walk.window, walk.ids(), {u"vip"_s});
        office.change(giulia, [](Practice::Contact &contact) {
            contact.city = u"Sesto San Giovanni"_s;
            contact.email = u"giulia@example.it"_s;
            contact.lastName = u"Rossi Conti"_s;
            contact.tags.append(u"q2-2026"_s);
        });
        QVERIFY(office.gateway().resume());
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        walk.clickState();
        auto *conflicts = walk.opened<ConflictsDialog>();
        const auto texts = [conflicts] {
            QStringList shown;
            for (const QLabel *label : conflicts->findChildren<QLabel *>())
                shown += label->isVisible() ? label->text() : QString();
            for (const ElidedLabel *label : conflicts->findChildren<ElidedLabel *>())
                shown += label->isVisible() ? label->text() : QString();
            return shown;
        };
        QVERIFY(QTest::qWaitFor([&] { return texts().contains(u"+vip"_s); }));
        for (const QString &text : {u"Tags"_s, u"crm-import"_s, u"+q2-2026"_s, u"crm-import, q2-2026, vip"_s,
                                    u"Last name"_s, u"Rossi"_s, u"Rossi Conti"_s})
            QVERIFY2(texts().contains(text), qPrintable(text + u" is not in "_s + texts().join(u'|')));
        QVERIFY(!texts().filter(u"Here, you · today"_s).isEmpty());
        QVERIFY(!texts().filter(u"Gateway · today"_s).isEmpty());
        walk.picture(u"conflict-merged"_s, conflicts);
        // Looked at only: what is chosen is what was asked about.
        Walk::press(conflicts, "Use these values");
        QVERIFY(QTest::qWaitFor([&] { return conflicts->count() == 0; }));
        conflicts->reject();
        walk.pass(2000);
        QVERIFY2(walk.people().contains(u"Giulia Rossi Conti +393401234567 Milano"_s), qPrintable(walk.people()));
    }

    // Contacts change while somebody thinks about a choice: it stays as it was chosen.
    void choiceStaysWhileContactsChange()
    {
        Walk walk;
        const qint64 marco = walk.office.add(u"Marco Bianchi"_s, u"+393407654321"_s, u"Torino"_s);
        walk.office.add(u"Sara Verdi"_s, u"+393331112223"_s, u"Bari"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.office.gateway().stop();
        walk.edit(u"Marco Bianchi"_s, {{u"City"_s, u"Asti"_s}});
        walk.office.state().removeContacts({marco});
        QVERIFY(walk.office.gateway().resume());
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        walk.clickState();
        auto *conflicts = walk.opened<ConflictsDialog>();
        QCOMPARE(conflicts->count(), 1);
        QRadioButton *leave = nullptr;
        for (QRadioButton *button : conflicts->findChildren<QRadioButton *>()) {
            if (button->text() == u"Leave it deleted"_s)
                leave = button;
        }
        QVERIFY(leave && leave->isVisible() && !leave->isChecked());
        leave->click();
        QSignalSpy changed(&walk.book, &AddressBook::changed);
        const auto tagging = walk.book.contacts().addTags(&walk.window, walk.ids(), {u"vip"_s});
        QVERIFY(changed.wait());
        QTest::qWait(200); // the dialog has read again
        QVERIFY(leave->isChecked());
        Walk::press(conflicts, "Do this");
        QVERIFY(QTest::qWaitFor([&] { return conflicts->count() == 0; }));
        conflicts->reject();
        walk.pass(2000);
        QCOMPARE(walk.people(), u"Sara Verdi +393331112223 Bari"_s);
        QCOMPARE(walk.office.people(), walk.people());
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
    }

    // Another contact slides in above while somebody thinks: what "Use these values" is about is who is shown.
    void theShownRecordStaysShown()
    {
        Walk walk;
        const qint64 anna = walk.office.add(u"Anna Uno"_s, u"+393401234561"_s, u"Milano"_s);
        const qint64 zita = walk.office.add(u"Zita Ultima"_s, u"+393401234562"_s, u"Milano"_s);
        walk.connectAccount();
        walk.pass(0);
        const auto clash = [&](const QString &name, qint64 id) {
            walk.office.gateway().stop();
            walk.edit(name, {{u"City"_s, u"Bari"_s}});
            walk.office.change(id, [](Practice::Contact &contact) { contact.city = u"Torino"_s; });
            QVERIFY(walk.office.gateway().resume());
            walk.window.actions().action(ActionId::SyncNow)->trigger();
            walk.settle();
        };
        clash(u"Zita Ultima"_s, zita);
        walk.clickState();
        auto *conflicts = walk.opened<ConflictsDialog>();
        auto *list = conflicts->findChild<QListWidget *>();
        QTRY_COMPARE(list->count(), 1);
        clash(u"Anna Uno"_s, anna);
        QTRY_COMPARE(list->count(), 2);
        QCOMPARE(list->currentItem()->text(), u"Zita Ultima"_s);
        Walk::press(conflicts, "Use these values");
        QTRY_COMPARE(list->count(), 1);
        QCOMPARE(list->item(0)->text(), u"Anna Uno"_s);
        conflicts->reject();
    }

    // People are counted, not names: History says two, and names neither.
    void namesakesAreTwo()
    {
        Walk walk;
        QList<qint64> ids;
        for (int i = 0; i < 2; ++i)
            ids += walk.office.add(u"Mario Rossi"_s, u"+39340123456%1"_s.arg(i), u"Milano"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.office.gateway().stop();
        std::vector<Command<ChangeSetId>> edits;
        int edited = 0;
        for (const ContactId id : walk.ids()) {
            edits.push_back(walk.book.contacts().edit(&walk.window, id, u"Mario Rossi"_s, {{"city", "Bari"}}, {}));
            edits.back().then([&](const Result<ChangeSetId> &done) { edited += done ? 1 : 0; });
        }
        QTRY_COMPARE(edited, 2);
        for (const qint64 id : ids)
            walk.office.change(id, [](Practice::Contact &contact) { contact.city = u"Torino"_s; });
        QVERIFY(walk.office.gateway().resume());
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        walk.clickState();
        auto *conflicts = walk.opened<ConflictsDialog>();
        QTRY_COMPARE(conflicts->count(), 2);
        Walk::press(conflicts, "Keep mine for all");
        QTRY_COMPARE(conflicts->count(), 0);
        const ChangeSet resolved = require(history(walk.book.workspace(), 1)).first();
        QCOMPARE(resolved.contacts, 2);
        QVERIFY2(resolved.subject.isEmpty(), qPrintable(resolved.subject));
        conflicts->reject();
    }

    // Handed over is handed over: the dialog may go while the writer has other things to do.
    void aChoiceIsMadeThoughTheDialogIsClosed()
    {
        Walk walk;
        const qint64 anna = walk.office.add(u"Anna Uno"_s, u"+393401234561"_s, u"Milano"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.office.gateway().stop();
        walk.edit(u"Anna Uno"_s, {{u"City"_s, u"Bari"_s}});
        walk.office.change(anna, [](Practice::Contact &contact) { contact.city = u"Torino"_s; });
        QVERIFY(walk.office.gateway().resume());
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        walk.clickState();
        auto *conflicts = walk.opened<ConflictsDialog>();
        QTRY_COMPARE(conflicts->count(), 1);
        QSemaphore gate;
        walk.book.writer().start([&] { gate.acquire(); });
        Walk::press(conflicts, "Use these values");
        conflicts->reject();
        delete conflicts;
        gate.release();
        QTRY_VERIFY(require(Elenco::conflicts(walk.book.workspace(), 10)).isEmpty());
    }
};

QTEST_MAIN(TestConflictsDialog)
#include "tst_conflictsdialog.moc"
