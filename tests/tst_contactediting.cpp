// SPDX-License-Identifier: Apache-2.0
#include "store/database/sqlite.h"
#include "store/recovery/openworkspace.h"
#include "tests/support/require.h"
#include "tests/support/windowbench.h"
#include "ui/contacts/contacteditor.h"
#include "ui/contacts/contactspane.h"
#include "ui/contacts/contacttableview.h"
#include "ui/rescue/rescuedesk.h"
#include "ui/windowprompts.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

ContactEditor *openEditor(WindowBench &bench, ActionId id)
{
    bench.window->actions().action(id)->trigger();
    ContactEditor *editor = nullptr;
    if (!QTest::qWaitFor([&] {
            editor = bench.window->findChild<ContactEditor *>();
            return editor && editor->isVisible();
        }))
        qFatal("no editor");
    return editor;
}

QLineEdit *field(const ContactEditor &editor, const QString &name)
{
    for (QLineEdit *edit : editor.findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name)
            return edit;
    }
    return nullptr;
}

bool says(const QWidget &widget, const QString &text)
{
    return std::ranges::any_of(widget.findChildren<QLabel *>(),
                               [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

} // namespace

/// Contacts made and changed in their editor, on a book with people and fields of every kind.
class TestContactEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typingBeginsInTheFirstField()
    {
        WindowBench bench(WindowBench::Book::Populated);
        bench.show();
        ContactEditor *editor = openEditor(bench, ActionId::NewContact);
        auto *first = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(first && editor->isAncestorOf(first));
        QTest::keyClicks(QApplication::focusWidget(), u"Ada"_s);
        QCOMPARE(first->text(), u"Ada"_s);
        QCOMPARE(first, editor->findChildren<QLineEdit *>().first());
    }

    // Said before a second contact is made of one person, in whatever way the number is written.
    void aNumberThatExistsIsSaid()
    {
        WindowBench bench(WindowBench::Book::Populated);
        bench.show();
        ContactEditor *editor = openEditor(bench, ActionId::NewContact);
        QLineEdit *number = field(*editor, u"Phone"_s);
        QVERIFY(number);
        number->setText(u"340 1112223"_s);
        QTRY_VERIFY(says(*editor, u"Eva Sola has this number already"_s));
        number->setText(u"340 1112224"_s);
        QTRY_VERIFY(!says(*editor, u"has this number already"_s));
        number->setText(u"0039 340-1112223"_s);
        QTRY_VERIFY(says(*editor, u"Eva Sola has this number already"_s));
    }

    void oneselfIsNoDouble()
    {
        WindowBench bench(WindowBench::Book::Populated);
        bench.show();
        bench.window->contacts().table().selectRow(0);
        QTRY_VERIFY(bench.window->actions().action(ActionId::EditContact)->isEnabled());
        ContactEditor *editor = openEditor(bench, ActionId::EditContact);
        QTest::qWait(50);
        QVERIFY(!says(*editor, u"has this number already"_s));
    }

    // The file is taken away under an open editor: one true thing is said, nothing typed is lost, and all of it is
    // saved elsewhere.
    void whatCouldNotBeSavedIsStillThere()
    {
        WindowBench bench(WindowBench::Book::Populated);
        RescueDesk desk(bench.scripted);
        QSignalSpy saved(&desk, &RescueDesk::copySaved);
        bench.show();
        const qint64 people = bench.count();
        ContactEditor *editor = openEditor(bench, ActionId::NewContact);
        field(*editor, u"Phone"_s)->setText(u"349 9998887"_s);
        desk.watch(*bench.book, bench.window.get());
        const QString copy = bench.workspace.path(u"copia.elenco"_s);
        bench.scripted.willAnswer(true);
        bench.scripted.willChooseSavePath(copy);
        QVERIFY(QFile::remove(bench.book->path()));
        QTest::mouseClick(WindowBench::button(*editor, u"Create"_s), Qt::LeftButton);
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY2(bench.scripted.isFulfilled(), qPrintable(bench.scripted.unexpected().join(u' ')));
        ContactEditor *again = nullptr;
        QTRY_VERIFY((again = bench.window->findChild<ContactEditor *>()) && again->isVisible());
        QCOMPARE(field(*again, u"Phone"_s)->text(), u"349 9998887"_s);
        const auto opened = require(openWorkspace(copy));
        QCOMPARE(require(ContactQueries(*opened).count({})), people);
    }

    // On a full disk: one sentence, before the editor with all that was typed; with room again the same press saves.
    void whatCanNotBeSavedStaysToBeSeen()
    {
        WindowPrompts prompts;
        WindowBench bench(WindowBench::Book::Populated, Appearance::Light, &prompts);
        bench.show();
        const auto onWriter = [&](const char *statement) {
            bool isDone = false;
            bench.book->writer().start([&] {
                bench.book->workspace().writer().execute(statement);
                QMetaObject::invokeMethod(this, [&] { isDone = true; });
            });
            QTRY_VERIFY(isDone);
        };
        ContactEditor *editor = openEditor(bench, ActionId::NewContact);
        field(*editor, u"Phone"_s)->setText(u"340 999 8877"_s);
        field(*editor, u"City"_s)->setText(QString(20000, u'n')); // more than there are free pages for
        onWriter("PRAGMA max_page_count=1");
        const auto save = [](ContactEditor *editor) {
            auto *first = editor->findChildren<QLineEdit *>().first();
            first->setFocus();
            QTest::keyClick(first, Qt::Key_Return);
        };
        save(editor);
        const auto boxes = [&] {
            return std::ranges::count_if(bench.window->findChildren<QMessageBox *>(), &QMessageBox::isVisible);
        };
        QTRY_COMPARE(boxes(), 1);
        auto *box = bench.window->findChild<QMessageBox *>();
        editor = qobject_cast<ContactEditor *>(QApplication::activeModalWidget() == box
                                                   ? bench.window->findChildren<ContactEditor *>().last()
                                                   : nullptr);
        QVERIFY(editor && editor->isVisible());
        QCOMPARE(box->windowHandle()->transientParent(), editor->windowHandle());
        QCOMPARE(field(*editor, u"Phone"_s)->text(), u"340 999 8877"_s);
        QTest::qWait(200);
        QCOMPARE(boxes(), 1); // nothing more is said of it
        box->reject();
        QTRY_COMPARE(boxes(), 0);
        onWriter("PRAGMA max_page_count=1000000");
        save(editor);
        QTRY_COMPARE(bench.count(u"phone:3409998877"_s), 1);
    }

    // What goes wrong while the editor is open is said before it: behind it nobody would see it, and nothing could be
    // pressed any more.
    void anErrorIsSaidBeforeTheEditor()
    {
        WindowPrompts prompts;
        WindowBench bench(WindowBench::Book::Populated, Appearance::Light, &prompts);
        bench.show();
        ContactEditor *editor = openEditor(bench, ActionId::NewContact);
        bool isClosed = false;
        prompts.showError(bench.window.get(), u"A change could not be saved."_s, {ErrorKind::DiskFull, u"x"_s, {}},
                          [&] { isClosed = true; });
        QPointer<QMessageBox> box = bench.window->findChild<QMessageBox *>();
        QVERIFY(box);
        QCOMPARE(box->windowHandle()->transientParent(), editor->windowHandle());
        QTRY_VERIFY(box->isActiveWindow());
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(isClosed && !box);
        QVERIFY(editor->isVisible());
        editor->reject();
    }
};

QTEST_MAIN(TestContactEditing)
#include "tst_contactediting.moc"
