// SPDX-License-Identifier: Apache-2.0
#include "models/imports/importduplicatemodel.h"
#include "tests/support/contactfiles.h"
#include "tests/support/require.h"
#include "tests/support/windowbench.h"
#include "ui/import/duplicatespanel.h"
#include "ui/import/importnotes.h"
#include "ui/import/layoutsdialog.h"
#include "ui/import/mappingheader.h"
#include "ui/import/opencolumns.h"
#include "ui/import/readoptionsdialog.h"
#include "ui/import/rowsdialog.h"
#include "ui/widgets/elidedlabel.h"

#include <QApplication>
#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

using Book = WindowBench::Book;

void press(ImportWizard &wizard, const QString &text)
{
    QPushButton *button = nullptr;
    QTRY_VERIFY2((button = WindowBench::button(wizard, text)), qPrintable(text));
    QTest::qWait(2 * QApplication::doubleClickInterval()); // a second press is no double click of the first
    QTest::mouseClick(button, Qt::LeftButton);
}

bool isInHead(const ImportWizard &wizard, const QString &text)
{
    const auto labels = wizard.findChildren<ElidedLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const ElidedLabel *label) { return label->text().contains(text); });
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

/// What an import asks a person before it is done, on a book that has people and custom fields already.
class TestImportReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setDoubleClickInterval(20); }

    // The row is named with whom it equals; one press makes it somebody of its own, another takes that back.
    void whoSharesAMobileIsKeptApart()
    {
        WindowBench bench(Book::Populated);
        bench.show();
        const qint64 before = bench.count();
        const QString file =
            writeFile(bench.workspace.path(u"famiglia.csv"_s),
                      "Nome;Cellulare;Codice cliente\nLea;340 1112223;C1\nIvo;347 1112701;C2\nNino;347 "
                      "1112701;C3\n");
        ImportWizard &wizard = bench.openWizard({file});
        press(wizard, u"Next"_s);
        QCOMPARE(wizard.step(), ImportWizard::Problems); // nothing is wrong, but something is to be looked at
        auto *panel = wizard.findChild<DuplicatesPanel *>();
        QTRY_VERIFY(panel->isVisible());
        auto *table = panel->findChild<QTableView *>();
        const QAbstractItemModel &model = *table->model();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 0, ImportDuplicateModel::NameColumn), u"Lea"_s);
        QCOMPARE(cell(model, 0, ImportDuplicateModel::EqualsColumn), u"Eva Sola, in the address book"_s);
        QCOMPARE(cell(model, 1, ImportDuplicateModel::EqualsColumn), u"Ivo, row 2"_s);
        QCOMPARE(wizard.session().ledger().imported(), 1);
        table->setCurrentIndex(model.index(1, 1));
        press(wizard, u"Keep as a person"_s);
        QTRY_COMPARE(wizard.session().ledger().imported(), 2);
        QCOMPARE(cell(model, 1, ImportDuplicateModel::KeptColumn), u"a person of its own"_s);
        WindowBench::paint(wizard);
        press(wizard, u"Take back"_s);
        QTRY_COMPARE(wizard.session().ledger().imported(), 1);
        QTRY_VERIFY(WindowBench::button(wizard, u"Keep as a person"_s));
        press(wizard, u"Keep as a person"_s);
        QTRY_COMPARE(wizard.session().ledger().imported(), 2);
        press(wizard, u"It is the same"_s);
        QTRY_COMPARE(wizard.session().ledger().imported(), 1);
        table->setCurrentIndex(model.index(0, 1));
        press(wizard, u"Keep as a person"_s);
        QTRY_COMPARE(wizard.session().ledger().imported(), 2);
        QTRY_COMPARE(wizard.session().state(), ImportSession::State::Ready);
        press(wizard, u"Next"_s);
        QCOMPARE(wizard.step(), ImportWizard::Destination);
        press(wizard, u"Back"_s);
        QCOMPARE(wizard.step(), ImportWizard::Problems);
        press(wizard, u"Next"_s);
        press(wizard, u"Import"_s);
        QTRY_COMPARE(wizard.session().state(), ImportSession::State::Done);
        QCOMPARE(bench.count(), before + 2);
        QCOMPARE(bench.count(u"3401112223"_s), 2);
        press(wizard, u"Undo"_s);
        QTRY_VERIFY(wizard.session().isUndone());
        QCOMPARE(bench.count(), before);
        press(wizard, u"Close"_s);
        QTRY_VERIFY(!bench.desk->wizard());
        QCOMPARE(bench.findingsAfterClosing(), QStringList());
    }

    // Cards that are dropped together are one import; tables beside them are imports of their own, "1 of 3".
    void cardsTogetherAreOneImportAndTablesAreNot()
    {
        WindowBench bench(Book::Populated);
        bench.show();
        const qint64 before = bench.count();
        const auto card = [](const QByteArray &name, const QByteArray &number) {
            return "BEGIN:VCARD\r\nVERSION:3.0\r\nN:" + name + ";;;;\r\nTEL;TYPE=CELL:" + number + "\r\nEND:VCARD\r\n";
        };
        QStringList files;
        files += writeFile(bench.workspace.path(u"Ada.vcf"_s), card("Ada", "+393471117201"));
        files += writeFile(bench.workspace.path(u"uno.csv"_s), "Nome;Cellulare\nIvo;347 1117301\n");
        files += writeFile(bench.workspace.path(u"Bea.vcf"_s), card("Bea", "+393471117202"));
        files += writeFile(bench.workspace.path(u"due.csv"_s), "Nome;Cellulare;Tessera\nUgo;347 1117302;A\n");
        files += writeFile(bench.workspace.path(u"Zoe.vcf"_s), card("Zoe", "+393471117203"));
        ImportWizard &wizard = bench.openWizard(files);
        QVERIFY(isInHead(wizard, u"Ada.vcf and 2 more · file 1 of 3"_s));
        QCOMPARE(wizard.session().ledger().imported(), 3);
        for (int at = 1; at <= 3; ++at) {
            press(wizard, u"Next"_s);
            press(wizard, u"Import"_s);
            QTRY_COMPARE(wizard.session().state(), ImportSession::State::Done);
            press(wizard, at < 3 ? u"Next file"_s : u"Close"_s);
            if (at < 3)
                QTRY_VERIFY(bench.isReady(ImportWizard::Columns));
        }
        QTRY_VERIFY(!bench.desk->wizard());
        QCOMPARE(bench.count(), before + 5);
        QCOMPARE(bench.findingsAfterClosing(), QStringList());
    }

    // A doubtful guess is not made: the column says so, and one press takes what is suggested.
    void aDoubtfulColumnIsAskedAbout()
    {
        WindowBench bench(Book::Populated);
        bench.show();
        const QString file = writeFile(bench.workspace.path(u"rete.csv"_s),
                                       "Nome;Riferimento;E-mail;Codice cliente\nAda;347 1112701;ada@example.it;C1\n"
                                       "Bea;347 1112702;bea@example.it;C2\nCarla;347 1112703;carla@example.it;C3\n"
                                       "Dina;99911127;dina@example.it;C4\n");
        ImportWizard &wizard = bench.openWizard({file});
        const auto &mapping = wizard.session().mapping();
        QVERIFY(mapping.isOpen(1));
        auto *header = wizard.findChild<MappingHeader *>();
        QCOMPARE(header->targetText(1), u"To be decided"_s);
        QCOMPARE(header->model()->headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString(),
                 u"To be decided. Suggested: Phone: by the look of its values"_s);
        WindowBench::paint(wizard);
        QCOMPARE(wizard.session().ledger().imported(), 4); // by their addresses
        press(wizard, u"Riferimento → Phone"_s);
        QTRY_COMPARE(wizard.session().state(), ImportSession::State::Ready);
        QVERIFY(!mapping.isOpen(1));
        QVERIFY(mapping.targets[1].isField(Field::Phone));
        QCOMPARE(mapping.targets[1].why(), u"chosen by you"_s);
        QTRY_VERIFY(!wizard.findChild<OpenColumns *>()->isVisible());
        press(wizard, u"Next"_s);
        press(wizard, u"Next"_s); // past Dina's number
        press(wizard, u"Import"_s);
        QTRY_COMPARE(wizard.session().state(), ImportSession::State::Done);
        QCOMPARE(bench.count(u"3471112701"_s), 1);
        press(wizard, u"Close"_s);
        QTRY_VERIFY(!bench.desk->wizard());
        QCOMPARE(bench.findingsAfterClosing(), QStringList());
    }

    // Figures of what changed since last week's file, each with its rows; what the reader met; the layout, forgotten.
    void whatChangedAndWhatWasMet()
    {
        WindowBench bench(Book::Populated);
        bench.show();
        const QByteArray head("Nome;Cellulare;E-mail;Codice cliente\n");
        const auto go = [&](const QString &name, const QByteArray &rows) -> ImportWizard & {
            return bench.openWizard({writeFile(bench.workspace.path(name), head + rows)});
        };
        ImportWizard *wizard = &go(u"prima.csv"_s, "Ada;347 1112701;ada@example.it;C1\nBea;347 1112702;;C2\n");
        QVERIFY(!wizard->findChild<ImportNotes *>()->isVisible());
        press(*wizard, u"Next"_s);
        press(*wizard, u"Import"_s);
        QTRY_COMPARE(wizard->session().state(), ImportSession::State::Done);
        press(*wizard, u"Close"_s);
        QTRY_VERIFY(!bench.desk->wizard());
        wizard = &go(u"dopo.csv"_s, "Ada;347 1112701;ada@example.com;C1\nIvo;347 1112703;nessuno@,it;C3\n");
        auto *notes = wizard->findChild<ImportNotes *>();
        QTRY_VERIFY(notes->isVisible());
        QTRY_VERIFY(WindowBench::button(*notes, u"New: 1"_s));
        QVERIFY(WindowBench::button(*notes, u"Gone: 1"_s));
        QTRY_VERIFY(WindowBench::button(*notes, u"1 row"_s));
        press(*wizard, u"Email: 1"_s);
        RowsDialog *rows = nullptr;
        QTRY_VERIFY((rows = wizard->findChild<RowsDialog *>()));
        WindowBench::paint(*rows);
        const QAbstractItemModel &model = *rows->findChild<QTableView *>()->model();
        QCOMPARE(cell(model, 0, 1), u"Ada"_s);
        QCOMPARE(cell(model, 0, 2), u"ada@example.it"_s);
        QCOMPARE(cell(model, 0, 3), u"ada@example.com"_s);
        rows->close();
        press(*wizard, u"Remembered layouts"_s);
        LayoutsDialog *layouts = nullptr;
        QTRY_VERIFY((layouts = wizard->findChild<LayoutsDialog *>()));
        auto *list = layouts->findChild<QListWidget *>();
        QTRY_VERIFY(list->count() >= 3); // those of the book, too
        const int before = list->count();
        QTest::mouseClick(WindowBench::button(*layouts, u"Forget"_s), Qt::LeftButton);
        WindowBench::paint(*layouts);
        QVERIFY(WindowBench::button(*layouts, u"Keep"_s));
        QTest::mouseClick(WindowBench::button(*layouts, u"OK"_s), Qt::LeftButton);
        QTRY_COMPARE(require(knownLayouts(bench.book->workspace())).size(), before - 1);
        wizard->reject();
        QTRY_VERIFY(!bench.desk->wizard());
        QCOMPARE(bench.findingsAfterClosing(), QStringList());
    }

    // An answer about the mapping or the reading before, that comes late, is none: nothing is ready, nothing is shown
    // of it.
    void aLateAnswerAboutAnotherRehearsalIsDropped()
    {
        WindowBench bench(Book::Populated);
        bench.show();
        const QString file =
            writeFile(bench.workspace.path(u"clienti.csv"_s), "Nome;Cellulare\nAldo;+39 347 7700001\n");
        ImportSession &session = bench.openWizard({file}).session();
        ImportChoices update = session.choices();
        update.strategy = DuplicateStrategy::Update;
        int ready = 0;
        connect(&session, &ImportSession::stateChanged, this, [&] {
            if (session.state() == ImportSession::State::Ready)
                ready += session.rehearsal() ? 1 : 1000;
        });
        session.setChoices(update); // asks for the numbers
        session.setRegion(u"FR"_s);
        QTRY_VERIFY_WITH_TIMEOUT(session.state() == ImportSession::State::Ready && session.rehearsal() &&
                                     session.rehearsal()->settings().region == u"FR"_s,
                                 30000);
        QCOMPARE(ready, 1);
        ready = 0;
        update.strategy = DuplicateStrategy::Skip;
        session.setChoices(update);
        ReadOptions options;
        options.delimiter = ',';
        session.setReadOptions(options); // another reading of the file altogether
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), ImportSession::State::Ready, 30000);
        QTest::qWait(100);
        QCOMPARE(ready, 1);
        QCOMPARE(session.rehearsal()->settings().options.delimiter, ',');
        bench.desk->wizard()->reject();
    }

    // A workbook: the sheet with people is shown, a hidden one can be chosen, and the people come in.
    void aSheetOfAWorkbookIsChosen()
    {
        WindowBench bench(Book::Populated);
        bench.show();
        const qint64 before = bench.count();
        ImportWizard &wizard = bench.openWizard({QStringLiteral(ELENCO_TEST_DATA "/sheets/clienti.xlsx")});
        QCOMPARE(wizard.session().source().description.sheetName(), u"Clienti"_s);
        press(wizard, u"Change"_s);
        ReadOptionsDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = wizard.findChild<ReadOptionsDialog *>()));
        auto *sheets = dialog->findChild<QComboBox *>(u"sheet"_s);
        QTRY_VERIFY(sheets->isVisible());
        QCOMPARE(sheets->currentText(), u"Clienti"_s);
        sheets->setCurrentIndex(sheets->findText(u"Vecchi (hidden)"_s));
        WindowBench::paint(*dialog);
        QTest::mouseClick(WindowBench::button(*dialog, u"Read again"_s), Qt::LeftButton);
        QTRY_COMPARE(wizard.session().source().description.sheetName(), u"Vecchi"_s);
        QTRY_VERIFY(bench.isReady(ImportWizard::Columns));
        QTRY_COMPARE(wizard.session().ledger().rows(), 1);
        WindowBench::paint(wizard);
        wizard.session().setReadOptions({}); // as it was found
        QTRY_COMPARE(wizard.session().source().description.sheetName(), u"Clienti"_s);
        QTRY_VERIFY(bench.isReady(ImportWizard::Columns));
        QTRY_COMPARE(wizard.session().ledger().rows(), 5);
        const qint64 imported = wizard.session().ledger().imported();
        QVERIFY(imported > 0);
        while (wizard.step() != ImportWizard::Destination)
            press(wizard, u"Next"_s);
        press(wizard, u"Import"_s);
        QTRY_COMPARE(bench.count(), before + imported);
        QTRY_COMPARE(wizard.step(), ImportWizard::Outcome);
        QCOMPARE(bench.count(u"Carla Neri"_s), 1);
        press(wizard, u"Close"_s);
        QTRY_VERIFY(!bench.desk->wizard());
        QCOMPARE(bench.findingsAfterClosing(), QStringList());
    }
};

QTEST_MAIN(TestImportReview)
#include "tst_importreview.moc"
