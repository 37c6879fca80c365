// SPDX-License-Identifier: Apache-2.0
#include "models/imports/importpreviewmodel.h"
#include "models/imports/importproblemmodel.h"
#include "tests/support/contactfiles.h"
#include "tests/support/windowbench.h"
#include "ui/import/fieldcatalog.h"
#include "ui/import/fieldspanel.h"
#include "ui/import/filespage.h"
#include "ui/import/mappingheader.h"
#include "ui/widgets/elidedlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

using Book = WindowBench::Book;

constexpr char customers[] = "Nome;Cognome;Cellulare;E-mail;Città;Codice cliente;Speso;Ultimo acquisto;Altezza;Nato\n"
                             "Aldo;Conti;+39 347 7700001;aldo@example.it;Milano;C1;1.200,50;03/02/2026;180;1980\n"
                             "Bice;Greco;32012;bice@example.it;Forlì;C2;5;13/02/2026;165;1990\n"
                             "Ciro;Neri;+39 347 7700003;;Cantù;C3;;;;\n";

void books()
{
    QTest::addColumn<Book>("book");
    QTest::newRow("an empty book") << Book::Empty;
    QTest::newRow("people and custom fields") << Book::Populated;
}

/// The View that is shown, waited for: a page fills when its session has an answer, not at the click.
template <typename View>
View *visible(const QWidget &parent)
{
    View *found = nullptr;
    const bool isThere = QTest::qWaitFor([&] {
        const auto all = parent.findChildren<View *>();
        const auto shown = std::ranges::find_if(all, &QWidget::isVisible);
        found = shown == all.end() ? nullptr : *shown;
        return found != nullptr;
    });
    return isThere ? found : nullptr;
}

bool says(const QWidget &widget, const QString &text)
{
    return std::ranges::any_of(widget.findChildren<QLabel *>(),
                               [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

void press(WindowBench &bench, const QString &text)
{
    QPushButton *button = nullptr;
    QTRY_VERIFY2((button = WindowBench::button(*bench.desk->wizard(), text)), qPrintable(text));
    QTest::qWait(2 * QApplication::doubleClickInterval()); // a second press is no double click of the first
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace

Q_DECLARE_METATYPE(Elenco::WindowBench::Book)

/// The import as a person goes through it, on a new book and on one that has people and fields of its own already.
class TestImportWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setDoubleClickInterval(20); }

    void everyPageIsSeen_data() { books(); }
    void everyPageIsSeen()
    {
        QFETCH(Book, book);
        WindowBench bench(book);
        bench.show();
        const qint64 before = bench.count();
        const QString file = writeFile(bench.workspace.path(u"clienti.csv"_s), customers);
        ImportWizard &wizard = bench.openWizard({file});
        auto *header = wizard.findChild<MappingHeader *>();
        for (int column = 0; column < header->count(); ++column) {
            // The reason stands under the mouse, and is read out.
            const ColumnTarget target = wizard.session().mapping().targets.value(column);
            QVERIFY(!target.why().isEmpty());
            QCOMPARE(header->model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString(),
                     target.label() + u": "_s + target.why());
            header->setFocusedColumn(column);
            WindowBench::paint(wizard);
            QTest::keyClick(header, Qt::Key_Return); // its menu names every field there is
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            QVERIFY(menu->actions().size() > 8);
            menu->close();
        }
        press(bench, u"Next"_s);
        QCOMPARE(wizard.step(), ImportWizard::Problems);
        WindowBench::paint(wizard);
        press(bench, u"Next"_s);
        QCOMPARE(wizard.step(), ImportWizard::Destination);
        WindowBench::paint(wizard);
        press(bench, u"Import"_s);
        QTRY_COMPARE(wizard.session().state(), ImportSession::State::Done);
        WindowBench::paint(wizard);
        QCOMPARE(wizard.session().ledger().imported(), 2);
        QCOMPARE(bench.count(), before + 2);
        press(bench, u"Undo"_s);
        QTRY_VERIFY(wizard.session().isUndone());
        QCOMPARE(bench.count(), before);
        press(bench, u"Close"_s);
        QTRY_VERIFY(!bench.desk->wizard());
        QVERIFY(bench.scripted.isFulfilled());
        QCOMPARE(bench.findingsAfterClosing(), QStringList());
    }

    // A field that the book has is no new one; one that it has not is.
    void newFieldsAreNamedSo()
    {
        WindowBench bench(Book::Populated);
        bench.show();
        const QString file = writeFile(bench.workspace.path(u"clienti.csv"_s), customers);
        ImportWizard &wizard = bench.openWizard({file});
        auto *header = wizard.findChild<MappingHeader *>();
        QVERIFY(!header->targetText(5).contains(u"New"_s)); // Codice cliente
        QVERIFY(!header->targetText(7).contains(u"New"_s)); // Ultimo acquisto
        QVERIFY2(header->targetText(8).contains(u"New"_s), qPrintable(header->targetText(8)));
        wizard.reject();
    }

    void aSecondImportOfTheSameFile_data() { books(); }
    void aSecondImportOfTheSameFile()
    {
        QFETCH(Book, book);
        WindowBench bench(book);
        bench.show();
        const QString file = writeFile(bench.workspace.path(u"clienti.csv"_s), customers);
        for (int round = 0; round < 2; ++round) {
            ImportWizard &wizard = bench.openWizard({file});
            WindowBench::paint(wizard);
            press(bench, u"Next"_s);
            press(bench, u"Next"_s);
            QCOMPARE(wizard.step(), ImportWizard::Destination);
            WindowBench::paint(wizard);
            if (round == 0) {
                press(bench, u"Import"_s);
                QTRY_COMPARE(wizard.session().state(), ImportSession::State::Done);
                press(bench, u"Close"_s);
            } else {
                // Nobody of it is new: there is nothing to press, and a sentence says why.
                QCOMPARE(wizard.session().ledger().imported(), 0);
                QVERIFY(!WindowBench::button(wizard, u"Import"_s));
                QVERIFY(wizard.findChild<QWidget *>(u"nothingToImport"_s)->isVisible());
                wizard.reject();
            }
            QTRY_VERIFY(!bench.desk->wizard());
        }
        QCOMPARE(bench.findingsAfterClosing(), QStringList());
    }

    // WCAG 2.1.2: from the columns every part of the page and every button is reached, and left, by keys alone.
    void noKeyboardTrap()
    {
        WindowBench bench(Book::Populated);
        bench.show();
        const QString file = writeFile(bench.workspace.path(u"clienti.csv"_s), customers);
        ImportWizard &wizard = bench.openWizard({file});
        auto *header = wizard.findChild<MappingHeader *>();
        QTRY_VERIFY(header->hasFocus());
        for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
            QSet<QWidget *> seen;
            for (int i = 0; i < 40; ++i) {
                QTest::keyClick(QApplication::focusWidget(), key);
                QVERIFY(QApplication::focusWidget());
                seen.insert(QApplication::focusWidget());
            }
            QVERIFY(seen.contains(header));
            QVERIFY(seen.contains(WindowBench::button(wizard, u"Next"_s)));
            QVERIFY(seen.contains(WindowBench::button(wizard, u"Cancel"_s)));
            QVERIFY(seen.contains(visible<FieldList>(wizard)));
        }
        header->setFocus();
        QTest::keyClick(header, Qt::Key_N, Qt::AltModifier);
        QTRY_COMPARE(wizard.step(), ImportWizard::Problems);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_B, Qt::AltModifier);
        QTRY_COMPARE(wizard.step(), ImportWizard::Columns);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::AltModifier);
        QTRY_VERIFY(!bench.desk->wizard());
    }

    // Typing over a number begins in whichever column the current cell is.
    void aNumberIsTypedOverFromAnyColumn()
    {
        WindowBench bench(Book::Populated);
        bench.show();
        const QString file = writeFile(bench.workspace.path(u"clienti.csv"_s), customers);
        ImportWizard &wizard = bench.openWizard({file});
        press(bench, u"Next"_s);
        auto *problems = visible<QTableView>(wizard);
        QVERIFY(problems);
        QVERIFY(qobject_cast<ImportProblemModel *>(problems->model()));
        QTRY_COMPARE(problems->model()->rowCount(), 1);
        QVERIFY(problems->currentIndex().isValid()); // the first row is there to be mended
        problems->setCurrentIndex(problems->model()->index(0, ImportProblemModel::NameColumn));
        QTest::keyClick(problems->viewport(), Qt::Key_3);
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor);
        QCOMPARE(editor->text(), u"3"_s);
        QTest::keyClicks(editor, u"477700002"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(wizard.session().ledger().count(RowFate::New), 3);
        wizard.reject();
    }

    // A mended row leaves the list, not the person's sight: how many were is said, and the last press can be taken
    // back.
    void mendedRowsAreCountedAndTakenBack()
    {
        WindowBench bench(Book::Populated);
        bench.show();
        const QString file = writeFile(bench.workspace.path(u"rotti.csv"_s),
                                       "Nome;Cellulare\nAldo;+39 347 7700001\nBice;32012\nCiro;+39 2 55501234\n"
                                       "Dino;+39 6 55501235\nElsa;O347 7700005\n");
        ImportWizard &wizard = bench.openWizard({file});
        ImportSession &session = wizard.session();
        const qint64 invalid = session.ledger().count(RowFate::Invalid);
        const qint64 repairable = session.ledger().repairable;
        QVERIFY(invalid > repairable && repairable > 1);
        press(bench, u"Next"_s);
        auto *problems = visible<QTableView>(wizard);
        QVERIFY(problems);
        QTRY_COMPARE(problems->model()->rowCount(), invalid);
        QVERIFY(!WindowBench::button(wizard, u"Take back"_s));
        const QModelIndex first = problems->model()->index(0, ImportProblemModel::NumberColumn);
        QCOMPARE(first.data().toString(), u"32012"_s);
        problems->model()->setData(first, u"347 7700002"_s);
        QTRY_VERIFY(says(wizard, u"1 mended"_s));
        // A kind at a time, each with its count and an example.
        const QList<RepairOffer> kinds = session.repairs();
        const QPushButton *repairs = WindowBench::button(wizard, u"Accept repairs"_s);
        QVERIFY(repairs && repairs->menu());
        const QList<QAction *> offered = repairs->menu()->actions();
        QVERIFY(kinds.size() > 1 && offered.size() == kinds.size());
        for (qsizetype i = 0; i < kinds.size(); ++i)
            QVERIFY(offered[i]->text().startsWith(repairKindText(kinds[i].kind)) &&
                    offered[i]->text().contains(kinds[i].examples.first().typed));
        offered.first()->trigger();
        QTRY_VERIFY(says(wizard, QString::number(1 + kinds.first().rows) + u" mended"_s));
        press(bench, u"Take back"_s);
        QTRY_COMPARE(problems->model()->rowCount(), invalid - 1); // all that one press repaired
        QTRY_VERIFY(says(wizard, u"1 mended"_s));
        QTRY_VERIFY(WindowBench::button(wizard, u"Take back"_s));
        QTest::keyClick(&wizard, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(problems->model()->rowCount(), invalid);
        QCOMPARE(problems->model()->index(0, ImportProblemModel::NumberColumn).data().toString(), u"32012"_s);
        QCOMPARE(session.ledger().repairable, repairable);
        QTRY_VERIFY(!WindowBench::button(wizard, u"Take back"_s));
        wizard.reject();
    }

    // The figures tie out on every page: who said no is neither new nor invalid.
    void whoSaidNoIsCounted()
    {
        WindowBench bench(Book::Populated);
        bench.show();
        const QString file =
            writeFile(bench.workspace.path(u"iscritti.csv"_s),
                      "Nome;Cellulare;Disiscritto\nAldo;+39 347 7700001;no\nBice;+39 347 7700002;si\n");
        ImportWizard &wizard = bench.openWizard({file});
        const ImportLedger &ledger = wizard.session().ledger();
        QCOMPARE(ledger.count(RowFate::New), 1);
        QCOMPARE(ledger.count(RowFate::Suppressed), 1);
        QVERIFY(says(wizard, u"Do not contact"_s));
        press(bench, u"Next"_s);
        QTRY_VERIFY(says(wizard, u"1 new, 0 here already, 1 not to be contacted, of 2 rows"_s));
        wizard.reject();
    }

    void aFieldDroppedOnTheCellsIsTaken()
    {
        WindowBench bench(Book::Populated);
        bench.show();
        const QString file = writeFile(bench.workspace.path(u"clienti.csv"_s), customers);
        ImportWizard &wizard = bench.openWizard({file});
        auto *table = visible<QTableView>(wizard);
        QVERIFY(table);
        auto *header = wizard.findChild<MappingHeader *>();
        const QModelIndex cell = table->model()->index(1, 8);
        table->scrollTo(cell);
        const QPoint at = table->visualRect(cell).center();
        const auto data = fieldDrag(ColumnTarget::standard(Field::Region));
        QDragEnterEvent enter(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(table->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent move(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(table->viewport(), &move);
        QVERIFY(move.isAccepted());
        QDropEvent drop(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(table->viewport(), &drop);
        QVERIFY(wizard.session().mapping().targets[8].isField(Field::Region));
        QCOMPARE(header->focusedColumn(), 8);
        wizard.reject();
    }

    void severalFilesSayWhichOne()
    {
        WindowBench bench(Book::Populated);
        bench.show();
        QStringList files;
        for (int i = 0; i < 3; ++i)
            files += writeFile(bench.workspace.path(u"parte%1.csv"_s.arg(i)),
                               "Nome;Cellulare\nDino;34788800" + QByteArray::number(10 + i) + "\n");
        ImportWizard &wizard = bench.openWizard(files);
        const auto says = [&wizard](const QString &text) {
            return std::ranges::any_of(wizard.findChildren<ElidedLabel *>(), [&](ElidedLabel *label) {
                return label->isVisible() && label->text().contains(text);
            });
        };
        QVERIFY(says(u"1 of 3"_s));
        press(bench, u"Next"_s);
        press(bench, u"Import"_s);
        QTRY_COMPARE(wizard.session().state(), ImportSession::State::Done);
        QVERIFY(WindowBench::button(wizard, u"Close"_s)); // one may stop here
        press(bench, u"Next file"_s);
        QTRY_VERIFY(bench.isReady(ImportWizard::Columns));
        QVERIFY(says(u"2 of 3"_s));
        press(bench, u"Next"_s);
        press(bench, u"Import"_s);
        QTRY_COMPARE(wizard.session().state(), ImportSession::State::Done);
        press(bench, u"Close"_s);
        QTRY_VERIFY(!bench.desk->wizard());
        QCOMPARE(bench.count(u"3478880010"_s) + bench.count(u"3478880011"_s), 2);
        QCOMPARE(bench.count(u"3478880012"_s), 0);
    }

    void aFileIsTakenOffTheList()
    {
        WindowBench bench(Book::Populated);
        bench.show();
        const QString good = writeFile(bench.workspace.path(u"buono.csv"_s), "Nome;Cellulare\nDino;3478880010\n");
        const QString other = writeFile(bench.workspace.path(u"altro.csv"_s), "Nome;Cellulare\nDino;3478880011\n");
        ImportWizard &wizard = bench.openWizard({good, other});
        wizard.showStep(ImportWizard::Files);
        auto *list = visible<QListWidget>(wizard);
        QVERIFY(list);
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(list->count(), 1);
        QTRY_COMPARE(wizard.session().source().path, other);
        wizard.reject();
    }

    void pastedContactsGoTheSameWay()
    {
        WindowBench bench(Book::Populated);
        bench.show();
        QGuiApplication::clipboard()->setText(u"347 7700001; 347 7700002"_s);
        QTest::keyClick(bench.window.get(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(bench.isReady(ImportWizard::Columns));
        QCOMPARE(bench.desk->wizard()->session().ledger().count(RowFate::New), 2);
        bench.desk->wizard()->reject();
        QGuiApplication::clipboard()->clear();
    }
};

QTEST_MAIN(TestImportWizard)
#include "tst_importwizard.moc"
