// SPDX-License-Identifier: Apache-2.0
#include "models/imports/importproblemmodel.h"
#include "models/imports/importupdatesmodel.h"
#include "models/lists/sidebarmodel.h"
#include "store/recovery/openworkspace.h"
#include "tests/support/contactfiles.h"
#include "tests/support/scriptedprompts.h"
#include "tests/support/testworkspace.h"
#include "ui/import/columnspage.h"
#include "ui/import/fieldspanel.h"
#include "ui/import/importdesk.h"
#include "ui/import/importwizard.h"
#include "ui/import/mappingheader.h"
#include "ui/mainwindow.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QSettings>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

// The pointer of the display itself is moved, so that everything between the X server and the widget takes part.
QProcess *movePointer(const QList<QPoint> &way, QObject *parent)
{
    QStringList arguments{u"mousemove"_s,
                          QString::number(way.first().x()),
                          QString::number(way.first().y()),
                          u"sleep"_s,
                          u"0.1"_s,
                          u"mousedown"_s,
                          u"1"_s};
    for (qsizetype i = 1; i < way.size(); ++i) {
        constexpr int steps = 6;
        for (int step = 1; step <= steps; ++step) {
            const QPoint at = way[i - 1] + (way[i] - way[i - 1]) * step / steps;
            arguments << u"mousemove"_s << QString::number(at.x()) << QString::number(at.y()) << u"sleep"_s
                      << u"0.05"_s;
        }
    }
    arguments << u"sleep"_s << u"0.2"_s << u"mouseup"_s << u"1"_s;
    auto *process = new QProcess(parent);
    process->start(u"xdotool"_s, arguments);
    return process;
}

void waitFor(QProcess *process)
{
    QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 15000);
    QCOMPARE(process->exitCode(), 0);
}

/// The program's parts over a workspace of its own, as app/application.h puts them together.
struct Program {
    explicit Program(Appearance appearance = Appearance::Light)
        : theme(*qApp, appearance), settings(workspace.path(u"settings.ini"_s), QSettings::IniFormat)
    {
        workspace.import(u"here.csv"_s, "nome,cognome,telefono\nGiulia,Rossi,3420000003\n",
                         {DuplicateStrategy::Skip, {u"Clienti"_s}, {}, false});
        workspace.close();
        book = std::make_unique<AddressBook>(std::move(*openWorkspace(workspace.path(u"test.elenco"_s))));
        settings.setValue(u"import/region"_s, u"IT"_s);
        window = std::make_unique<MainWindow>(*book, prompts, theme, settings);
        desk = std::make_unique<ImportDesk>(*book, prompts, settings, window.get());
        QObject::connect(window.get(), &MainWindow::importRequested, desk.get(), &ImportDesk::import);
        window->setWindowFlag(Qt::X11BypassWindowManagerHint);
        window->setGeometry(0, 0, 1200, 800);
        window->show();
    }

    bool isReady(ImportWizard::Step step) const
    {
        return desk->wizard() && desk->wizard()->step() == step &&
               desk->wizard()->session().state() == ImportSession::State::Ready;
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : desk->wizard()->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&').startsWith(text) && button->isVisible())
                return button;
        }
        return nullptr;
    }
    void press(const QString &text) const
    {
        QPushButton *found = button(text);
        QVERIFY2(found, qPrintable(text));
        QTRY_VERIFY_WITH_TIMEOUT(found->isEnabled(), 5000);
        QTest::mouseClick(found, Qt::LeftButton);
    }

    /// The table of rows to mend, once the rehearsal has filled it.
    QTableView *problems() const
    {
        for (QTableView *each : desk->wizard()->findChildren<QTableView *>()) {
            if (each->isVisible() && qobject_cast<ImportProblemModel *>(each->model()))
                return each;
        }
        return nullptr;
    }

    TestWorkspace workspace;
    Theme theme;
    QSettings settings;
    ScriptedPrompts prompts;
    std::unique_ptr<AddressBook> book;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<ImportDesk> desk;
};

/// Another program's window with files to drag.
class FileManager
{
public:
    explicit FileManager(const QStringList &files)
    {
        m_process.start(QCoreApplication::applicationDirPath() + u"/dragsource"_s, QStringList{u"1240,100"_s} + files);
        m_process.waitForReadyRead(5000);
        QTest::qWait(300);
    }
    ~FileManager()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    void dragTo(const QPoint &target)
    {
        waitFor(movePointer({{1300, 140}, {1290, 200}, target, target + QPoint(3, 2)}, &m_process));
    }
    QByteArray answer()
    {
        m_process.waitForReadyRead(3000);
        return m_process.readAllStandardOutput().trimmed();
    }

private:
    QProcess m_process;
};

// Pictures of what the test sees, to be looked at beside the design.
void picture(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("ELENCO_PICTURES");
    if (!folder.isEmpty()) {
        QTest::qWait(150);
        widget->grab().save(folder + u'/' + name + u".png"_s);
    }
}

} // namespace

/// Real drags through a display server: files from another program, fields onto columns, contacts onto lists.
class TestDrag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cardsDroppedOnTheWindowBecomePeople_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void cardsDroppedOnTheWindowBecomePeople()
    {
        QFETCH(bool, dark);
        Program program(dark ? Appearance::Dark : Appearance::Light);
        QTRY_VERIFY(program.window->isVisible());
        const QString file = writeFile(program.workspace.path(u"rubrica_aziendale.vcf"_s), vcardFile({342, 4, 3, 100}));
        FileManager manager({file});
        manager.dragTo({600, 400});
        QVERIFY(manager.answer().endsWith("dropped"));
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(ImportWizard::Columns), 10000);
        ImportWizard *wizard = program.desk->wizard();
        const QString suffix = dark ? u"-dark"_s : u"-light"_s;
        picture(wizard, u"wizard-columns-cards"_s + suffix);
        QCOMPARE(wizard->session().ledger().count(RowFate::New), 335);
        wizard->showStep(ImportWizard::Files);
        picture(wizard, u"wizard-files"_s + suffix);
        wizard->showStep(ImportWizard::Columns);
        program.press(u"Next"_s);
        QCOMPARE(wizard->step(), ImportWizard::Problems);
        picture(wizard, u"wizard-problems-cards"_s + suffix);
        program.press(u"Next"_s);
        QCOMPARE(wizard->step(), ImportWizard::Destination);
        picture(wizard, u"wizard-destination"_s + suffix);
        program.press(u"Import"_s);
        QTRY_COMPARE_WITH_TIMEOUT(wizard->session().state(), ImportSession::State::Done, 10000);
        picture(wizard, u"wizard-result"_s + suffix);
        QCOMPARE(wizard->session().ledger().imported(), 335);
        QTRY_COMPARE(program.window->sidebar().model()->index(0, 0).data(SidebarModel::CountRole).toLongLong(), 336);
        program.press(u"Undo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(wizard->session().isUndone(), 10000);
        QTRY_COMPARE(program.window->sidebar().model()->index(0, 0).data(SidebarModel::CountRole).toLongLong(), 1);
        program.press(u"Close"_s);
        QTRY_VERIFY(!program.desk->wizard());
        QVERIFY(program.prompts.isFulfilled());
    }

    void tableDroppedOnAListGoesThere()
    {
        Program program;
        QTRY_COMPARE(program.window->sidebar().model()->rowCount(), 5);
        const QString file =
            writeFile(program.workspace.path(u"clienti_nord_italia.csv"_s), csvFile({5230, 98, 28, 100}));
        SidebarView &sidebar = program.window->sidebar();
        const QRect row = sidebar.visualRect(sidebar.model()->index(4, 0));
        FileManager manager({file});
        manager.dragTo(sidebar.viewport()->mapToGlobal(row.center()));
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(ImportWizard::Columns), 10000);
        ImportWizard *wizard = program.desk->wizard();
        picture(wizard, u"wizard-columns-light"_s);
        program.press(u"Next"_s);
        program.press(u"Next"_s);
        QCOMPARE(wizard->session().choices().lists.size(), 1);
        QCOMPARE(wizard->session().choices().lists.first().name, u"Clienti"_s);
        program.press(u"Import"_s);
        QTRY_COMPARE_WITH_TIMEOUT(wizard->session().state(), ImportSession::State::Done, 10000);
        QCOMPARE(wizard->session().ledger().imported(), 5104);
        QCOMPARE(wizard->session().ledger().lists, (QList<ImportLedger::ListTotal>{{u"Clienti"_s, 5105}}));
        program.press(u"Close"_s);
        QTRY_COMPARE(sidebar.model()->index(4, 0).data(SidebarModel::CountRole).toLongLong(), 5105);
        picture(program.window.get(), u"window-after-import"_s);
    }

    void fieldDraggedOntoAColumnIsMatched()
    {
        Program program;
        const QString file =
            writeFile(program.workspace.path(u"a.csv"_s),
                      "nome,cognome,telefono,posto\nAnna,Verdi,3401234567,Bologna\nLuca,Neri,32012,Milano\n");
        program.window->importFiles({file});
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(ImportWizard::Columns), 10000);
        ImportWizard *wizard = program.desk->wizard();
        QCOMPARE(wizard->session().mapping().targets[3].kind, ColumnTarget::Kind::Custom);
        auto *preview = wizard->findChild<ImportPreviewModel *>();
        QTRY_VERIFY(
            preview->index(0, 2).data(ImportPreviewModel::VerdictRole).isValid()); // the columns have their widths then
        auto *header = wizard->findChild<MappingHeader *>();
        auto *fields = wizard->findChild<FieldList *>();
        QListWidgetItem *city = fields->findItems(fieldLabel(Field::City), Qt::MatchExactly).value(0);
        QVERIFY(city);
        const QPoint from = fields->viewport()->mapToGlobal(fields->visualItemRect(city).center());
        const QPoint to =
            header->viewport()->mapToGlobal(QPoint(header->sectionViewportPosition(3) + 40, header->height() / 2));
        QProcess *pointer = movePointer({from, from + QPoint(-20, 4), to, to + QPoint(2, 2)}, wizard);
        if (!qEnvironmentVariable("ELENCO_PICTURES").isEmpty())
            QTimer::singleShot(1000, wizard, [wizard] {
                wizard->grab().save(qEnvironmentVariable("ELENCO_PICTURES") + u"/wizard-dragging.png"_s);
            });
        waitFor(pointer);
        QTRY_VERIFY(wizard->session().mapping().targets[3].isField(Field::City));
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(ImportWizard::Columns), 10000);
        // The same by keyboard: the focused column's field is taken away, and its menu chosen from.
        header->setFocusedColumn(3);
        QTest::keyClick(header, Qt::Key_Delete);
        QCOMPARE(wizard->session().mapping().targets[3].kind, ColumnTarget::Kind::Ignore);
        wizard->reject();
    }

    void whatAnUpdateChangesIsSeenBefore()
    {
        Program program;
        const QString file =
            writeFile(program.workspace.path(u"a.csv"_s),
                      "nome,cognome,telefono,citta\nGiulia,Rossi,3420000003,Monza\nAnna,Verdi,3401234567,Roma\n");
        program.window->importFiles({file});
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(ImportWizard::Columns), 10000);
        ImportWizard *wizard = program.desk->wizard();
        wizard->resize(1000, 650);
        picture(wizard, u"wizard-columns-1000x650"_s);
        program.press(u"Next"_s);
        QCOMPARE(wizard->step(), ImportWizard::Destination);
        auto *update = wizard->findChildren<QRadioButton *>().value(1);
        QTest::mouseClick(update, Qt::LeftButton, {}, QPoint(8, update->height() / 2));
        QTRY_COMPARE(wizard->session().ledger().count(RowFate::Updated), 1);
        auto *changes = wizard->findChild<ImportUpdatesModel *>();
        QTRY_COMPARE(changes->rowCount(), 1);
        QCOMPARE(changes->index(0, ImportUpdatesModel::NameColumn).data().toString(), u"Giulia Rossi"_s);
        QCOMPARE(changes->index(0, ImportUpdatesModel::BeforeColumn).data().toString(), QString());
        QCOMPARE(changes->index(0, ImportUpdatesModel::AfterColumn).data().toString(), u"Monza"_s);
        picture(wizard, u"wizard-destination-update"_s);
        wizard->reject();
    }

    void badNumberIsMendedInPlace()
    {
        Program program;
        const QString file = writeFile(program.workspace.path(u"a.csv"_s),
                                       "nome,telefono\nAnna,3401234567\nLuca,32012\nEva,393401234569\n");
        program.window->importFiles({file});
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(ImportWizard::Columns), 10000);
        ImportWizard *wizard = program.desk->wizard();
        program.press(u"Next"_s);
        // The table stands there as soon as the rehearsal has something to say, not at the click.
        QTableView *problems = nullptr;
        QTRY_VERIFY((problems = program.problems()));
        QTRY_COMPARE(problems->model()->rowCount(), 2);
        picture(wizard, u"wizard-problems-light"_s);
        problems->setCurrentIndex(problems->model()->index(0, ImportProblemModel::NumberColumn));
        problems->edit(problems->currentIndex());
        QWidget *editor = problems->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        static_cast<QLineEdit *>(editor)->selectAll();
        QTest::keyClicks(editor, u"340 123 45 68"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(problems->model()->rowCount(), 1);
        program.press(u"Accept all"_s);
        QTRY_COMPARE_WITH_TIMEOUT(problems->model()->rowCount(), 0, 5000);
        QTRY_COMPARE(wizard->session().ledger().count(RowFate::New), 3);
        wizard->reject();
        QTRY_VERIFY(!program.desk->wizard());
    }
};

QTEST_MAIN(TestDrag)
#include "tst_drag.moc"
