// SPDX-License-Identifier: Apache-2.0
#include "models/sidebarmodel.h"
#include "tests/support/contactfiles.h"
#include "tests/support/scriptedprompts.h"
#include "tests/support/testworkspace.h"
#include "ui/contacts/columnchooser.h"
#include "ui/contacts/contactheader.h"
#include "ui/contacts/contactspane.h"
#include "ui/contacts/contacttableview.h"
#include "ui/inspector/inspector.h"
#include "ui/mainwindow.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/drophint.h"
#include "ui/widgets/searchfield.h"
#include "ui/window/historydialog.h"
#include "ui/window/statusline.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
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

constexpr char people[] = "Nome;Cognome;Telefono;Email;Città;Provincia;Speso;Tag\n"
                          "Giulia;Rossi;+39 340 1234567;giulia.rossi@example.it;Milano;MI;6800,50;vip\n"
                          "Nicolò;D'Angelo;+39 347 2201188;nicolo@example.it;Roma;RM;12,00;\n"
                          "Elena;Rossato;+39 02 48012233;elena@example.it;Milano;MI;1250;vip\n"
                          "Sara;Bianchi;+39 347 5550192;sara@example.it;Torino;TO;;newsletter\n"
                          "Anna;Rossi;+39 349 7710042;;Legnano;MI;90;\n";

/// The window over a workspace of its own, with scripted prompts and settings that go with it.
class Fixture
{
public:
    explicit Fixture(bool filled = true)
        : settings(m_files.path(u"settings.ini"_s), QSettings::IniFormat), theme(*qApp, Appearance::Light)
    {
        if (filled)
            m_files.import(u"clienti.csv"_s, QByteArray(people), {DuplicateStrategy::Skip, {u"Clienti"_s}, {}, false});
        m_files.close();
        auto workspace = Workspace::open(m_files.path(u"test.elenco"_s));
        if (!workspace)
            qFatal("no workspace");
        book = std::make_unique<AddressBook>(std::move(*workspace));
        window = std::make_unique<MainWindow>(*book, prompts, theme, settings);
        window->resize(1360, 850);
        window->show();
        if (!QTest::qWaitForWindowActive(window.get()) ||
            !QTest::qWaitFor([&] { return rows() == (filled ? 5 : 0) && !window->contacts().model().isLoading(); }))
            qFatal("no window");
    }

    int rows() const { return window->contacts().model().rowCount(); }
    ContactTableView &table() { return window->contacts().table(); }
    QStringList names() const
    {
        QStringList result;
        for (int row = 0; row < rows(); ++row)
            result += window->contacts().model().index(row, 0).data().toString();
        return result;
    }
    int column(const QString &key) const
    {
        const QList<ContactColumn> &columns = window->contacts().model().columns();
        for (int i = 0; i < columns.size(); ++i) {
            if (columns[i].key == key)
                return i;
        }
        return -1;
    }
    void clickHeader(const QString &key, Qt::KeyboardModifiers modifiers = {})
    {
        ContactHeader *header = table().header();
        const int x = header->sectionViewportPosition(column(key)) + 20;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, {x, header->height() / 2});
    }
    void selectName(const QString &name) { table().selectRow(int(names().indexOf(name))); }
    qint64 count(const QString &filter)
    {
        const auto order = ContactQueries(book->workspace()).order({{}, parseFilter(filter), {{u"name"_s, false}}});
        return order ? qint64((*order)->size()) : -1;
    }
    QString path(const QString &name) const { return m_files.path(name); }

private:
    TestWorkspace m_files;

public:
    QSettings settings;
    Theme theme;
    ScriptedPrompts prompts;
    std::unique_ptr<AddressBook> book;
    std::unique_ptr<MainWindow> window;
};

void type(QWidget *widget, const QString &text)
{
    for (QChar c : text) { // QTest::keyClicks() knows ASCII only
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c)),
            release(QEvent::KeyRelease, 0, Qt::NoModifier, QString(c));
        QApplication::sendEvent(widget, &press);
        QApplication::sendEvent(widget, &release);
    }
}

bool says(const Fixture &f, const QString &text)
{
    const auto labels = f.window->contacts().findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
}

} // namespace

/// The whole window, driven by keys and clicks.
class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void searchFiltersAsYouType()
    {
        Fixture f;
        QTest::keyClick(f.window.get(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(f.window->search().edit()->hasFocus());
        type(f.window->search().edit(), u"ross"_s);
        QTRY_COMPARE(f.rows(), 3);
        type(f.window->search().edit(), u"i city:milano "_s);
        QTRY_COMPARE(f.names(), QStringList{u"Giulia Rossi"_s});
        QCOMPARE(f.window->search().tokens(), QStringList{u"city:milano"_s});
        // The condition is a chip as well; its cross takes it away.
        const QList<Chip *> chips = f.window->contacts().findChildren<Chip *>();
        const auto chip = std::find_if(chips.begin(), chips.end(), [](const Chip *c) { return c->isRemovable(); });
        QVERIFY(chip != chips.end());
        QTest::keyClick(*chip, Qt::Key_Delete);
        QTRY_COMPARE(f.rows(), 2);
        f.window->search().edit()->setFocus();
        QTest::keyClick(f.window->search().edit(), Qt::Key_Escape);
        QTRY_COMPARE(f.rows(), 5);
        type(f.window->search().edit(), u"nicolò d'ang"_s);
        QTRY_COMPARE(f.names(), QStringList{u"Nicolò D'Angelo"_s});
    }

    // As people of the locale write them; the words under the field say what is wrong, and the rows stay.
    void searchReadsTheLocale()
    {
        Fixture f;
        const bool isItalian = QLocale().decimalPoint() == u","_s;
        QTRY_VERIFY(f.column(u"totalSpent"_s) > 0);
        QLineEdit *edit = f.window->search().edit();
        edit->setFocus();
        type(edit, isItalian ? u"speso>1.000 "_s : u"speso>1,000 "_s);
        QTRY_COMPARE(f.names(), (QStringList{u"Elena Rossato"_s, u"Giulia Rossi"_s}));
        const auto chipTexts = [&] {
            QStringList texts;
            for (const Chip *chip : f.window->contacts().findChildren<Chip *>()) {
                if (chip->isRemovable() && chip->isVisible())
                    texts += chip->text();
            }
            return texts;
        };
        QCOMPARE(chipTexts(), QStringList{isItalian ? u"Total spent over 1.000"_s : u"Total spent over 1,000"_s});
        type(edit, u"cita:Milano"_s);
        QTRY_COMPARE(f.window->search().marks().size(), 1);
        QCOMPARE(f.window->search().marks().first(), (SearchField::Mark{0, 11}));
        QCOMPARE(edit->accessibleDescription(), u"There is no field “cita”. Did you mean “city”?"_s);
        QVERIFY(says(f, edit->accessibleDescription()));
        QCOMPARE(f.rows(), 2);
        type(edit, u" "_s);
        QCOMPARE(f.window->search().tokens().size(), 1); // what is wrong becomes no token
        edit->clear();
        type(edit, u"zzz cita:x"_s); // nobody is shown for the words before, and not said to be the answer
        QTRY_COMPARE(f.rows(), 0);
        QTRY_VERIFY(says(f, u"The search is not understood"_s));
        edit->clear();
        QTRY_COMPARE(f.rows(), 2);
        type(edit, u"city:"_s); // unfinished: what stands before it counts
        QCOMPARE(f.window->search().marks().size(), 1);
        QCOMPARE(f.rows(), 2);
        type(edit, u"Milano"_s);
        QTRY_VERIFY(f.window->search().marks().isEmpty());
        QVERIFY(!says(f, u"There is no field “cita”. Did you mean “city”?"_s));
    }

    void filterMenuWritesWhatItMeans()
    {
        Fixture f(false);
        TestWorkspace files; // for the file alone
        const QString path = writeFile(files.path(u"codici.csv"_s), "Nome;Telefono;Codice cliente;ID\n"
                                                                    "Ada;3401234567;5;A1\nUgo;3401234568;50;A2\n");
        Workspace &workspace = f.book->workspace();
        const auto source = examine(path);
        QVERIFY(source);
        auto rehearsal = Rehearsal::run(workspace, suggestedSettings(workspace, *source, u"IT"_s), 2);
        QVERIFY(rehearsal && rehearsal->commit({}));
        Q_EMIT f.book->changed();
        QTRY_VERIFY(f.column(u"Codice cliente"_s) > 0);
        QSignalSpy wanted(&f.window->contacts(), &ContactsPane::conditionRequested);
        const auto choose = [&](const QString &label) {
            for (Chip *chip : f.window->contacts().findChildren<Chip *>()) {
                if (chip->text() == u"Filter"_s)
                    chip->click();
            }
            for (QMenu *menu : f.window->contacts().findChildren<QMenu *>()) {
                for (QAction *action : menu->actions()) {
                    if (action->text() == label)
                        action->trigger();
                }
                menu->close();
            }
        };
        choose(u"Codice cliente"_s);
        QCOMPARE(wanted.takeLast().first().toString(), u"\"Codice cliente\">"_s);
        type(f.window->search().edit(), u"5 "_s);
        QTRY_COMPARE(f.names(), QStringList{u"Ugo"_s});
        f.window->search().clear();
        choose(u"ID"_s);
        type(f.window->search().edit(), u"A1 "_s);
        QTRY_COMPARE(f.names(), QStringList{u"Ada"_s});
    }

    void exportsTheSelectionInTheLocale()
    {
        Fixture f;
        const bool isItalian = QLocale().decimalPoint() == u","_s;
        QTRY_VERIFY(f.column(u"totalSpent"_s) > 0);
        QTRY_COMPARE(f.names().first(), u"Sara Bianchi"_s);
        f.selectName(u"Giulia Rossi"_s);
        const auto menuOf = [&]() -> QMenu * {
            for (QPushButton *button : f.window->findChildren<QPushButton *>()) {
                if (button->text() == u"Export"_s) {
                    Q_EMIT button->menu()->aboutToShow(); // fills it
                    return button->menu();
                }
            }
            return nullptr;
        };
        QMenu *selected = menuOf();
        QCOMPARE(selected->actions().first()->text(), u"1 contact, as selected:"_s);
        f.prompts.willChooseSavePath(f.path(u"out.csv"_s));
        selected->actions().at(1)->trigger();
        QTRY_VERIFY(QFile::exists(f.path(u"out.csv"_s)));
        QFile file(f.path(u"out.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QCOMPARE(bytes.count("\r\n"), 2);
        QVERIFY2(bytes.startsWith(isItalian ? "\xEF\xBB\xBF"
                                              "First name;Last name;Phone;"
                                            : "\xEF\xBB\xBF"
                                              "First name,Last name,Phone,"),
                 bytes.constData());
        QVERIFY2(bytes.contains(isItalian ? ";6800,5\r\n" : ",6800.5\r\n"), bytes.constData());
        f.table().clearSelection();
        QTRY_COMPARE(menuOf()->actions().first()->text(), u"5 contacts, as shown:"_s);
    }

    void headerSorts()
    {
        Fixture f;
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
        Fixture f;
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
        Fixture f;
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
        Fixture f;
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
        QTRY_COMPARE(f.window->contacts().query().scope.kind, Scope::Kind::List);
    }

    void filesAreTaken()
    {
        Fixture f;
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
        Fixture f;
        QTRY_VERIFY(f.column(u"totalSpent"_s) > 0);
        f.window->contacts().chooseColumns();
        auto *chooser = f.window->contacts().findChild<ColumnChooser *>();
        QVERIFY(chooser);
        QListWidget *list = chooser->list();
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
        Fixture f;
        QTRY_VERIFY(f.names().contains(u"Elena Rossato"_s));
        f.selectName(u"Elena Rossato"_s);
        QTRY_VERIFY(f.window->actions().action(ActionId::Copy)->isEnabled());
        QTest::keyClick(&f.table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(
            u"Elena Rossato\t+39 02 4801 2233\telena@example.it\tMilano\tMI\tvip"_s));
    }

    void exportIsWritten()
    {
        Fixture f;
        const QString path = f.path(u"uscita.csv"_s);
        f.prompts.willChooseSavePath(path);
        QMenu *menu = nullptr;
        const auto buttons = f.window->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->menu() && button->text() == u"Export"_s)
                menu = button->menu();
        }
        QVERIFY(menu);
        Q_EMIT menu->aboutToShow();
        menu->actions().at(1)->trigger();
        QTRY_VERIFY(f.window->status().message().contains(u"uscita.csv"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 6);
    }

    void historyTakesBackAnImport()
    {
        Fixture f;
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
        Fixture f(false);
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
        Fixture f;
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
