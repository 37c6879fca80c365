// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fivepeople.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>
#include <QUrl>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// What is typed into the search of the window, and what is exported of it, in the words of the locale.
class TestWindowSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void searchFiltersAsYouType()
    {
        FivePeople f;
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

    // A condition that stands already is not made anew at every key: its chip keeps the focus, and nothing flickers.
    void aChipStaysWhileSomethingElseIsTyped()
    {
        FivePeople f;
        QLineEdit *edit = f.window->search().edit();
        edit->setFocus();
        type(edit, u"city:milano "_s);
        QPointer<Chip> chip;
        QTRY_VERIFY(std::ranges::any_of(f.window->contacts().findChildren<Chip *>(), [&](Chip *each) {
            chip = each->isRemovable() && each->isVisible() ? each : chip.data();
            return !chip.isNull();
        }));
        type(edit, u"giu"_s);
        QTRY_COMPARE(f.names(), QStringList{u"Giulia Rossi"_s});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(chip && chip->isVisible());
    }

    // As people of the locale write them; the words under the field say what is wrong, and the rows stay.
    void searchReadsTheLocale()
    {
        FivePeople f;
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

    // Several values in brackets are one condition, blanks and all; the side bar's list stays what it narrows down.
    void conditionsOfSeveralValuesBecomeChips()
    {
        FivePeople f;
        QLineEdit *edit = f.window->search().edit();
        edit->setFocus();
        type(edit, u"city:(milano, roma) "_s);
        QCOMPARE(f.window->search().tokens(), QStringList{u"city:(milano, roma)"_s});
        QTRY_COMPARE(f.names(), (QStringList{u"Nicolò D'Angelo"_s, u"Elena Rossato"_s, u"Giulia Rossi"_s}));
        type(edit, u"city≠roma -(tag:vip or "_s); // unfinished: what stands before it counts
        QCOMPARE(f.window->search().tokens().size(), 2);
        edit->clear();
        QTRY_COMPARE(f.names(), (QStringList{u"Elena Rossato"_s, u"Giulia Rossi"_s}));
        f.window->search().clear();
        QTRY_COMPARE(f.rows(), 5);
        type(edit, u"is:"_s);
        QCOMPARE(edit->accessibleDescription(), u"“is” waits for a value."_s);
    }

    void filterMenuWritesWhatItMeans()
    {
        FivePeople f(false);
        TestWorkspace files; // for the file alone
        const QString path = writeFile(files.path(u"codici.csv"_s), "Nome;Telefono;Codice cliente;ID\n"
                                                                    "Ada;3401234567;5;A1\nUgo;3401234568;50;A2\n");
        Workspace &workspace = f.book->workspace();
        const auto source = examine(path);
        QVERIFY(source);
        auto rehearsal = Rehearsal::run(workspace, suggestedSettings(workspace, *source, u"IT"_s), 2);
        QVERIFY(rehearsal && rehearsal->commit({}));
        Q_EMIT f.book->changed({{}, true, false});
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
        FivePeople f;
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
};

QTEST_MAIN(TestWindowSearch)
#include "tst_windowsearch.moc"
