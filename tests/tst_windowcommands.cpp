// SPDX-License-Identifier: Apache-2.0
#include "models/lists/sidebarmodel.h"
#include "store/contacts/drafts.h"
#include "store/recovery/openworkspace.h"
#include "tests/support/bookwindow.h"
#include "ui/contacts/contacteditor.h"
#include "ui/contacts/contactspane.h"
#include "ui/contacts/contacttableview.h"
#include "ui/contacts/draftnotice.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/widgets/searchfield.h"
#include "ui/window/savingwindow.h"
#include "ui/window/statusline.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

QModelIndex sidebarRow(const BookWindow &f, const QString &name)
{
    const QAbstractItemModel *model = f.window->sidebar().model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data().toString() == name)
            return model->index(row, 0);
    }
    return {};
}

ContactEditor *editorOf(const BookWindow &f)
{
    return f.window->findChild<ContactEditor *>();
}

QLineEdit *line(const ContactEditor *editor, const QString &label)
{
    const auto edits = editor->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->accessibleName() == label)
            return edit;
    }
    qFatal("no such field");
}

} // namespace

/// What is asked of the window happens, to what it was asked of, and nothing that was typed is lost.
class TestWindowCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHiddenSideBarStaysHidden()
    {
        BookWindow f;
        QVERIFY(f.window->sidebar().isVisible());
        f.window->actions().action(ActionId::ShowSideBar)->trigger();
        QTRY_VERIFY(!f.window->sidebar().isVisible());
        f.window->close();
        f.restart();
        QVERIFY(!f.window->sidebar().isVisible());
        QVERIFY(!f.window->actions().action(ActionId::ShowSideBar)->isChecked());
    }

    void twoDropsAtOnceBothHappen()
    {
        BookWindow f(5000);
        QTRY_VERIFY(sidebarRow(f, u"Estate"_s).isValid());
        f.holdUp();
        f.window->contacts().table().selectAll();
        auto *model = f.window->sidebar().model();
        const auto all = f.window->contacts().table().dragData();
        QVERIFY(model->dropMimeData(all.get(), Qt::CopyAction, -1, -1, sidebarRow(f, u"Clienti"_s)));
        f.window->contacts().table().selectRow(0);
        const auto one = f.window->contacts().table().dragData();
        QVERIFY(model->dropMimeData(one.get(), Qt::CopyAction, -1, -1, sidebarRow(f, u"Estate"_s)));
        QCOMPARE(f.book->commandsUnderWay(), 2);
        f.letGo();
        QTRY_COMPARE_WITH_TIMEOUT(f.book->commandsUnderWay(), 0, 60'000);
        QCOMPARE(f.members(u"Clienti"_s), 5005);
        QCOMPARE(f.members(u"Estate"_s), 1);
    }

    void aWindowThatGoesTakesNothingWithIt()
    {
        BookWindow f;
        f.holdUp();
        f.window->contacts().table().selectAll();
        QTRY_VERIFY(f.window->actions().action(ActionId::DeleteContacts)->isEnabled());
        f.prompts.willEnter(u"Nuova"_s);
        f.window->actions().action(ActionId::NewList)->trigger();
        QTRY_COMPARE(f.book->commandsUnderWay(), 1);
        f.prompts.willAnswer(true);
        f.window->actions().action(ActionId::DeleteContacts)->trigger();
        QTRY_COMPARE(f.book->commandsUnderWay(), 2);
        f.window.reset();
        f.letGo();
        f.book.reset(); // as quitting does
        auto again = openWorkspace(f.path(u"test.elenco"_s));
        QVERIFY(again);
        QVERIFY(findList(**again, u"Nuova"_s));
        QCOMPARE(*ContactQueries(**again).count({}), 0);
    }

    void quittingShowsWhatIsBeingSaved()
    {
        BookWindow f;
        SavingWindow saving(*f.book);
        connect(f.window.get(), &MainWindow::closing, &saving, &SavingWindow::showIfNeeded);
        f.holdUp();
        f.book->contacts().addTags(f.window.get(), {ContactId(1)}, {u"vip"_s});
        f.book->lists().create(f.window.get(), u"Nuova"_s);
        f.window->close();
        QVERIFY(saving.isVisible());
        QVERIFY(QRect(saving.frameGeometry()).contains(f.window->frameGeometry().center()));
        QVERIFY(!f.window->isVisible());
        QVERIFY(!saving.close()); // it stays as long as it must
        QVERIFY(saving.isVisible());
        QTimer::singleShot(0, this, [&] { f.letGo(); });
        QTimer::singleShot(60'000, &saving, [] { QCoreApplication::exit(1); }); // it hangs
        QCOMPARE(QApplication::exec(), 0); // the program's own loop: it ends with the last window
        QVERIFY(!saving.isVisible());
        QCOMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(f.members(u"Nuova"_s), 0);
    }

    void quittingWithNothingToSaveShowsNothing()
    {
        BookWindow f;
        SavingWindow saving(*f.book);
        connect(f.window.get(), &MainWindow::closing, &saving, &SavingWindow::showIfNeeded);
        f.window->close();
        QVERIFY(!saving.isVisible());
    }

    void keysInTheSideBarAreTheLists()
    {
        BookWindow f;
        QTRY_VERIFY(sidebarRow(f, u"Estate"_s).isValid());
        f.selectName(u"Anna Rossi"_s);
        f.window->sidebar().setFocus();
        f.window->sidebar().setCurrentIndex(sidebarRow(f, u"Estate"_s));
        QTRY_VERIFY(f.window->actions().action(ActionId::DeleteList)->isEnabled());
        f.prompts.willEnter(u"Autunno"_s);
        QTest::keyClick(&f.window->sidebar(), Qt::Key_F2);
        QTRY_COMPARE(f.members(u"Autunno"_s), 0);
        QTRY_VERIFY(sidebarRow(f, u"Autunno"_s).isValid());
        QVERIFY(!editorOf(f));
        for (const auto &[key, modifiers] :
             {std::pair{Qt::Key_Delete, Qt::NoModifier}, std::pair{Qt::Key_Backspace, Qt::ControlModifier}}) {
            f.prompts.willAnswer(false);
            QTest::keyClick(&f.window->sidebar(), key, modifiers);
            QTRY_VERIFY(f.prompts.isFulfilled());
            QVERIFY(f.prompts.seen().last().contains(u"Autunno"_s));
        }
        QTest::keyClick(&f.window->sidebar(), Qt::Key_Delete, Qt::ShiftModifier); // nobody's here
        QCOMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(f.count({}), 5);
        QCOMPARE(f.members(u"Autunno"_s), 0);
    }

    void deleteInAListTakesOffTheList()
    {
        BookWindow f;
        f.showList(u"Clienti"_s);
        f.window->contacts().table().setFocus();
        f.selectName(u"Anna Rossi"_s);
        QTRY_VERIFY(f.window->actions().action(ActionId::RemoveFromList)->isEnabled());
        QCOMPARE(f.window->actions().action(ActionId::RemoveFromList)->shortcut(), QKeySequence(Qt::Key_Delete));
        QCOMPARE(f.window->actions().action(ActionId::DeleteContacts)->shortcut(),
                 QKeySequence(Qt::SHIFT | Qt::Key_Delete));
        QTest::keyClick(&f.window->contacts().table(), Qt::Key_Delete);
        QTRY_COMPARE(f.members(u"Clienti"_s), 4);
        QCOMPARE(f.count({}), 5);
        QTRY_VERIFY(f.window->status().message().contains(u"Clienti"_s));
        QTRY_VERIFY(f.window->actions().action(ActionId::Undo)->isEnabled());
        QTRY_COMPARE(f.rows(), 4);
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(f.members(u"Clienti"_s), 5);
        QTRY_COMPARE(f.rows(), 5);
        f.selectName(u"Anna Rossi"_s);
        QTRY_VERIFY(f.window->actions().action(ActionId::DeleteContacts)->isEnabled());
        QTest::keyClick(&f.window->contacts().table(), Qt::Key_Delete, Qt::ShiftModifier);
        QTRY_COMPARE(f.count({}), 4);
        QVERIFY(f.prompts.isFulfilled());
    }

    void deleteInAllContactsDeletes()
    {
        BookWindow f;
        f.window->contacts().table().setFocus();
        f.selectName(u"Anna Rossi"_s);
        QTRY_VERIFY(f.window->actions().action(ActionId::DeleteContacts)->isEnabled());
        f.window->search().edit()->setFocus(); // neither is the search field's Delete
        QTest::keyClick(f.window->search().edit(), Qt::Key_Delete);
        QCOMPARE(f.book->commandsUnderWay(), 0);
        f.window->contacts().table().setFocus();
        QTest::keyClick(&f.window->contacts().table(), Qt::Key_Delete);
        QTRY_COMPARE(f.count({}), 4);
    }

    void aListThatVanishesLeadsToAllContacts()
    {
        BookWindow f;
        QTRY_VERIFY(sidebarRow(f, u"Clienti"_s).isValid());
        f.window->sidebar().setCurrentIndex(sidebarRow(f, u"Clienti"_s));
        QTRY_VERIFY(listOfScope(f.window->contacts().scope()).isValid());
        f.prompts.willAnswer(true);
        f.window->actions().action(ActionId::DeleteList)->trigger();
        QTRY_VERIFY(!sidebarRow(f, u"Clienti"_s).isValid());
        QTRY_COMPARE(f.window->contacts().scope(), everybody());
        QCOMPARE(f.window->sidebar().currentIndex().row(), 0);
        QTRY_COMPARE(f.rows(), 5);
    }

    void whatWasTypedIsOfferedAgain()
    {
        BookWindow f;
        f.selectName(u"Anna Rossi"_s);
        QTRY_VERIFY(f.window->actions().action(ActionId::EditContact)->isEnabled());
        f.window->actions().action(ActionId::EditContact)->trigger();
        QTRY_VERIFY(editorOf(f));
        line(editorOf(f), u"City"_s)->setText(u"Pavia"_s);
        QTest::keyClick(editorOf(f), Qt::Key_Escape);
        QTRY_VERIFY(!editorOf(f));
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(f.count(u"city:Pavia"_s), 0);

        f.restart();
        f.selectName(u"Anna Rossi"_s);
        QTRY_VERIFY(f.window->actions().action(ActionId::EditContact)->isEnabled());
        f.window->actions().action(ActionId::EditContact)->trigger();
        QTRY_VERIFY(editorOf(f));
        auto *notice = editorOf(f)->findChild<DraftNotice *>();
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(line(editorOf(f), u"City"_s)->text(), u"Legnano"_s);
        QTest::mouseClick(notice->takeUpButton(), Qt::LeftButton);
        QVERIFY(!notice->isVisible());
        QCOMPARE(line(editorOf(f), u"City"_s)->text(), u"Pavia"_s);
        QTest::keyClick(line(editorOf(f), u"City"_s), Qt::Key_Return);
        QTRY_COMPARE(f.count(u"city:Pavia"_s), 1);
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(*contactDraft(f.book->workspace(), f.window->contacts().selection().ids().front()), ContactState());
    }

    void aDraftIsThrownAwayWhenThatIsSaid()
    {
        BookWindow f;
        f.window->actions().action(ActionId::NewContact)->trigger();
        QTRY_VERIFY(editorOf(f));
        line(editorOf(f), u"First name"_s)->setText(u"Piero"_s);
        editorOf(f)->close();
        QTRY_VERIFY(!editorOf(f));
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        f.window->actions().action(ActionId::NewContact)->trigger();
        QTRY_VERIFY(editorOf(f));
        auto *notice = editorOf(f)->findChild<DraftNotice *>();
        QTRY_VERIFY(notice->isVisible());
        QTest::keyClick(editorOf(f), Qt::Key_Escape); // a look is no answer
        QTRY_VERIFY(!editorOf(f));
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(contactDraft(f.book->workspace(), {})->at("firstName"), std::string("Piero"));
        f.window->actions().action(ActionId::NewContact)->trigger();
        QTRY_VERIFY(editorOf(f));
        notice = editorOf(f)->findChild<DraftNotice *>();
        QTRY_VERIFY(notice->isVisible());
        QTest::mouseClick(notice->throwAwayButton(), Qt::LeftButton);
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(*contactDraft(f.book->workspace(), {}), ContactState());
    }

    void aNewContactJoinsTheListThatIsShown()
    {
        BookWindow f;
        f.showList(u"Clienti"_s);
        f.window->actions().action(ActionId::NewContact)->trigger();
        QTRY_VERIFY(editorOf(f));
        line(editorOf(f), u"First name"_s)->setText(u"Piero"_s);
        QTest::keyClick(line(editorOf(f), u"First name"_s), Qt::Key_Return);
        QTRY_COMPARE(f.members(u"Clienti"_s), 6);
        QTRY_COMPARE(f.rows(), 6);
        QTRY_COMPARE(f.window->contacts().selection().count(), 1);
        QTRY_VERIFY(f.names().contains(u"Piero"_s)); // its row is read
        QCOMPARE(f.window->contacts().selection().ids().front(),
                 f.window->contacts().model().contactId(int(f.names().indexOf(u"Piero"_s))));
        QVERIFY(f.window->status().message().contains(u"Piero"_s));
    }

    void theSavedMessageSaysTheNewName()
    {
        BookWindow f;
        f.selectName(u"Anna Rossi"_s);
        QTRY_VERIFY(f.window->actions().action(ActionId::EditContact)->isEnabled());
        f.window->contacts().table().setFocus();
        QTest::keyClick(&f.window->contacts().table(), Qt::Key_F2);
        QTRY_VERIFY(editorOf(f));
        line(editorOf(f), u"First name"_s)->setText(u"Nicola"_s);
        QTest::keyClick(line(editorOf(f), u"First name"_s), Qt::Key_Return);
        QTRY_VERIFY(f.window->status().message().contains(u"Nicola Rossi"_s));
    }
};

QTEST_MAIN(TestWindowCommands)
#include "tst_windowcommands.moc"
