// SPDX-License-Identifier: Apache-2.0
#include "exporting/exportformats.h"
#include "tests/support/fivepeople.h"
#include "ui/contacts/columnchooser.h"
#include "ui/export/exportcolumnsdialog.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/drophint.h"
#include "ui/window/historydialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>
#include <QUrl>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

QMenu *exportMenu(FivePeople &people)
{
    const auto buttons = people.window->findChildren<QPushButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
        return button->menu() && button->text() == u"Export"_s;
    });
    QMenu *menu = (*found)->menu();
    Q_EMIT menu->aboutToShow();
    return menu;
}

QList<QByteArray> linesOf(const QString &path)
{
    QFile file(path);
    QList<QByteArray> lines;
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd())
            lines += file.readLine().trimmed();
    }
    return lines;
}

} // namespace

/// The whole window, driven by keys and clicks.
class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headerSorts()
    {
        FivePeople f;
        QTRY_VERIFY(f.column(u"totalSpent"_s) > 0);
        QTRY_COMPARE(f.names().first(), u"Sara Bianchi"_s);
        f.clickHeader(u"city"_s);
        QTRY_COMPARE(f.names().first(), u"Anna Rossi"_s); // Legnano
        f.clickHeader(u"city"_s);
        QTRY_COMPARE(f.names().first(), u"Sara Bianchi"_s); // Torino
        f.clickHeader(u"city"_s);
        f.clickHeader(u"name"_s, Qt::ShiftModifier);
        f.clickHeader(u"name"_s, Qt::ShiftModifier);
        QTRY_COMPARE(f.names(), (QStringList{u"Anna Rossi"_s, u"Giulia Rossi"_s, u"Elena Rossato"_s,
                                             u"Nicolò D'Angelo"_s, u"Sara Bianchi"_s}));
        QCOMPARE(f.window->contacts().query().sort, (QList<SortKey>{{u"city"_s, false}, {u"name"_s, true}}));
    }

    void selectionSurvivesSorting()
    {
        FivePeople f;
        QTRY_COMPARE(f.names().first(), u"Sara Bianchi"_s);
        f.selectName(u"Giulia Rossi"_s);
        const std::vector<ContactId> chosen = f.window->contacts().selection().ids();
        f.clickHeader(u"city"_s);
        QTRY_COMPARE(f.names().first(), u"Anna Rossi"_s);
        QCOMPARE(f.window->contacts().selection().ids(), chosen);
        QTest::keyClick(&f.table(), Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(f.window->contacts().selection().count(), 5);
    }

    void tagIsAddedAndUndone()
    {
        FivePeople f;
        QTRY_COMPARE(f.names().size(), 5);
        QTRY_VERIFY(f.names().contains(u"Sara Bianchi"_s));
        f.selectName(u"Sara Bianchi"_s);
        QTRY_VERIFY(!f.window->inspector().findChildren<Chip *>().isEmpty());
        QTRY_VERIFY(f.window->actions().action(ActionId::AddTag)->isEnabled());
        QTest::qWait(50);
        f.window->actions().action(ActionId::AddTag)->trigger();
        auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(edit && f.window->inspector().isAncestorOf(edit));
        type(edit, u"fedeltà"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(f.count(u"tag:fedeltà"_s), 1);
        QTRY_VERIFY(f.window->actions().action(ActionId::Undo)->text().contains(u"fedeltà"_s));
        f.table().setFocus();
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(f.count(u"tag:fedeltà"_s), 0);
        QTRY_VERIFY(f.window->actions().action(ActionId::Redo)->isEnabled());
        f.window->actions().action(ActionId::Redo)->trigger();
        QTRY_COMPARE(f.count(u"tag:fedeltà"_s), 1);
        QVERIFY(f.prompts.isFulfilled());
    }

    void contactsAreDroppedOnAList()
    {
        FivePeople f;
        f.prompts.willEnter(u"Nuova"_s);
        f.window->actions().action(ActionId::NewList)->trigger();
        auto *model = f.window->sidebar().model();
        QTRY_COMPARE(model->rowCount(), 6);
        const QModelIndex list = model->index(5, 0);
        QCOMPARE(list.data().toString(), u"Nuova"_s);
        f.table().selectAll();
        const auto data = f.table().dragData();
        QVERIFY(model->dropMimeData(data.get(), Qt::CopyAction, -1, -1, list));
        QTRY_COMPARE(list.data(SidebarModel::CountRole).toInt(), 5);
        QTRY_VERIFY(f.window->status().message().contains(u"Nuova"_s));
        f.window->sidebar().setCurrentIndex(list);
        QTRY_VERIFY(listOfScope(f.window->contacts().scope()).isValid());
    }

    void filesAreTaken()
    {
        FivePeople f;
        QSignalSpy requested(f.window.get(), &MainWindow::importRequested);
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(u"/tmp/rubrica.vcf"_s)});
        auto *model = f.window->sidebar().model();
        QTRY_COMPARE(model->rowCount(), 5);
        const ListId clienti = findList(f.book->workspace(), u"Clienti"_s)->id;
        QVERIFY(model->dropMimeData(&files, Qt::CopyAction, -1, -1, model->index(4, 0)));
        QCOMPARE(requested.takeFirst(),
                 (QVariantList{QStringList{u"/tmp/rubrica.vcf"_s}, QVariant::fromValue(clienti)}));
        QDragEnterEvent enter({600, 400}, Qt::MoveAction, &files, Qt::LeftButton, {}); // as a file manager would
        QApplication::sendEvent(f.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(f.window->findChild<DropHint *>()->isVisible());
        QDropEvent drop({600, 400}, Qt::CopyAction, &files, Qt::LeftButton, {});
        QApplication::sendEvent(f.window.get(), &drop);
        QCOMPARE(requested.takeFirst(),
                 (QVariantList{QStringList{u"/tmp/rubrica.vcf"_s}, QVariant::fromValue(ListId())}));
        f.prompts.willChooseFiles({u"/tmp/a.csv"_s, u"/tmp/b.csv"_s});
        QTest::keyClick(f.window.get(), Qt::Key_I, Qt::ControlModifier);
        QTRY_COMPARE(requested.size(), 1);
    }

    void columnsAreChosen()
    {
        FivePeople f;
        QTRY_VERIFY(f.column(u"totalSpent"_s) > 0);
        f.window->contacts().chooseColumns();
        auto *chooser = f.window->contacts().findChild<ColumnChooser *>();
        QVERIFY(chooser);
        auto *list = chooser->findChild<CheckList *>();
        QVERIFY(list);
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->data(Qt::UserRole).toString() == u"email"_s)
                list->item(row)->setCheckState(Qt::Unchecked);
        }
        QVERIFY(f.table().isColumnHidden(f.column(u"email"_s)));
        list->setCurrentRow(1);
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier); // phone below e-mail
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(f.table().header()->visualIndex(f.column(u"phoneNumber"_s)), 3);
        chooser->close();
        const ColumnLayout layout = f.table().header()->columnLayout();
        QCOMPARE(loadColumnLayout(f.settings, f.book->path(), {}, f.window->contacts().model().columns(), 0), layout);
    }

    void contactsAreCopied()
    {
        FivePeople f;
        QTRY_VERIFY(f.names().contains(u"Elena Rossato"_s));
        f.selectName(u"Elena Rossato"_s);
        QTRY_VERIFY(f.window->actions().action(ActionId::Copy)->isEnabled());
        QTest::keyClick(&f.table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(
            u"Elena Rossato\t+39 02 4801 2233\telena@example.it\tMilano\tMI\tvip"_s));
    }

    void exportIsWritten()
    {
        FivePeople f;
        const QString path = f.path(u"uscita.csv"_s);
        f.prompts.willChooseSavePath(path);
        exportMenu(f)->actions().at(1)->trigger();
        QTRY_VERIFY(f.window->status().message().contains(u"uscita.csv"_s));
        QCOMPARE(linesOf(path).size(), 6);
    }

    // What is chosen holds for every table, is kept, and leaves vCards whole.
    void chosenColumnsAreExported()
    {
        FivePeople f;
        exportMenu(f)->actions().last()->trigger();
        ExportColumnsDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = f.window->findChild<ExportColumnsDialog *>()));
        auto *list = dialog->findChild<CheckList *>();
        QVERIFY(list->keys().contains(u"totalSpent"_s)); // of this address book alone
        QCOMPARE(list->checkedKeys(), list->keys());
        const auto *buttons = dialog->findChild<QDialogButtonBox *>();
        list->setAllChecked(false);
        QVERIFY(!buttons->button(QDialogButtonBox::Ok)->isEnabled()); // a table of nothing
        for (const QString &key : {u"phoneNumber"_s, u"lastName"_s}) {
            const int row = int(list->keys().indexOf(key));
            list->item(row)->setCheckState(Qt::Checked);
            list->setCurrentRow(row);
        }
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier); // the family's name before the first one, unchecked
        QTest::mouseClick(buttons->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QTRY_VERIFY(!f.window->findChild<ExportColumnsDialog *>());

        for (const ExportFormatInfo &format : exportFormats()) {
            const QString path = f.path(u"scelte"_s + QLatin1String(format.suffix));
            f.prompts.willChooseSavePath(path);
            QMenu *menu = exportMenu(f);
            QVERIFY(menu->actions().last()->text().contains(u"2"_s));
            menu->actions().at(1 + int(&format - exportFormats().data()))->trigger();
            QTRY_VERIFY(f.window->status().message().contains(u"5 contacts"_s));
            f.window->status().showMessage({});
            if (format.format == ExportFormat::PlainCsv)
                QCOMPARE(linesOf(path).first(), "lastName,phoneNumber");
            else if (format.format == ExportFormat::JsonLines)
                QVERIFY(!linesOf(path).first().contains("email"));
            else if (format.format == ExportFormat::VCard)
                QVERIFY(linesOf(path).join().contains("EMAIL"));
        }
    }

    void historyTakesBackAnImport()
    {
        FivePeople f;
        f.window->actions().action(ActionId::ShowHistory)->trigger();
        auto *dialog = f.window->findChild<HistoryDialog *>();
        QVERIFY(dialog);
        auto *list = dialog->findChild<QTreeWidget *>();
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        const auto buttons = dialog->findChildren<QPushButton *>();
        QTest::mouseClick(buttons.first(), Qt::LeftButton);
        QTRY_COMPARE(f.rows(), 0);
        QTRY_COMPARE(list->topLevelItemCount(), 2);
    }

    void emptyAddressBookInvites()
    {
        FivePeople f(false);
        QSignalSpy requested(f.window.get(), &MainWindow::importRequested);
        f.prompts.willChooseFiles({u"/tmp/a.csv"_s});
        const auto buttons = f.window->contacts().findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), 1);
        QVERIFY(buttons.first()->isVisible());
        QTest::mouseClick(buttons.first(), Qt::LeftButton);
        QTRY_COMPARE(requested.size(), 1);
    }

    void nothingIsClipped_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedKingdom);
        QTest::newRow("Italian") << QLocale(QLocale::Italian, QLocale::Italy);
    }
    void nothingIsClipped()
    {
        QFETCH(QLocale, locale);
        const QLocale before;
        QLocale::setDefault(locale);
        FivePeople f;
        f.window->resize(1000, 650);
        QTRY_VERIFY(f.names().contains(u"Giulia Rossi"_s));
        f.selectName(u"Giulia Rossi"_s);
        QTRY_VERIFY(f.window->inspector().findChildren<Chip *>().size() > 4);
        QTest::qWait(50);
        QStringList clipped;
        const auto widgets = f.window->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!widget->isVisible() || widget->visibleRegion().isEmpty())
                continue;
            const auto *label = qobject_cast<QLabel *>(widget);
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            if (!label && !button)
                continue;
            const bool wraps = label && label->wordWrap();
            const int needed = wraps ? label->heightForWidth(label->width()) : widget->sizeHint().height();
            const QString text = label ? label->text() : button->text();
            if (widget->height() < std::min(needed, widget->sizeHint().height()) ||
                (!wraps && widget->width() < widget->minimumSizeHint().width()) ||
                (!wraps && !text.isEmpty() && widget->width() < QFontMetrics(widget->font()).horizontalAdvance(text)))
                clipped += text;
            const QRect inWindow(widget->mapTo(f.window.get(), QPoint()), widget->size());
            if (inWindow.right() >= f.window->width())
                clipped += u"beyond the window: "_s + text;
        }
        QLocale::setDefault(before);
        QCOMPARE(clipped, QStringList());
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
