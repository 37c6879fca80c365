// SPDX-License-Identifier: Apache-2.0
#include "importing/rehearsal.h"
#include "tests/support/bookwindow.h"
#include "tests/support/contactfiles.h"
#include "ui/import/importdesk.h"
#include "ui/import/importwizard.h"
#include "ui/widgets/notice.h"

#include <QFile>
#include <QGuiApplication>
#include <QPushButton>
#include <QStyleHints>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

constexpr char shop[] = "Nome;Telefono;Codice cliente\n"
                        "Luca;+39 340 1112223;21\n"
                        "Marta;non ne ha;22\n"
                        "Paolo;+39 340 1112225;23\n";

ColumnTarget ignored()
{
    return {};
}

QPushButton *nextButton(const ImportWizard &wizard)
{
    const auto buttons = wizard.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        const QString text = button->text().remove(u'&');
        if (text == u"Next"_s || text.startsWith(u"Import "_s))
            return button;
    }
    return nullptr;
}

/// A press and its release, at a time of the display's clock.
void press(QWidget *button, QEvent::Type type, quint64 time)
{
    const QPointF at = button->rect().center(), inWindow = button->mapTo(button->window(), at),
                  onScreen = button->mapToGlobal(at);
    QMouseEvent down(type, at, inWindow, onScreen, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QMouseEvent up(QEvent::MouseButtonRelease, at, inWindow, onScreen, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    for (QMouseEvent *event : {&down, &up}) {
        event->setTimestamp(time);
        QCoreApplication::sendEvent(button, event);
    }
}

} // namespace

/// An import that is left with work in it waits; what is pressed twice happens once.
class TestImportLeft : public QObject
{
    Q_OBJECT

private:
    static ImportWizard *opened(ImportDesk &desk)
    {
        if (!QTest::qWaitFor([&] {
                return desk.wizard() && desk.wizard()->step() == ImportWizard::Columns &&
                       desk.wizard()->session().state() == ImportSession::State::Ready;
            }))
            qFatal("no wizard: %d %d %d", bool(desk.wizard()), desk.wizard() ? desk.wizard()->step() : -1,
                   desk.wizard() ? int(desk.wizard()->session().state()) : -1);
        return desk.wizard();
    }

private Q_SLOTS:
    void whatWasDoneIsOfferedAgain()
    {
        BookWindow f;
        const QString path = writeFile(f.path(u"negozio.csv"_s), shop);
        {
            ImportDesk desk(*f.book, f.prompts, f.settings, f.window.get());
            desk.import({path}, {});
            ImportWizard *wizard = opened(desk);
            wizard->session().setTarget(2, ignored());
            QTRY_COMPARE(wizard->session().state(), ImportSession::State::Ready);
            wizard->session().mend(2, 1, u"+39 340 1112224"_s);
            QTRY_COMPARE(wizard->session().ledger().count(RowFate::New), 3);
            ImportChoices choices = wizard->session().choices();
            choices.tags = {u"negozio"_s};
            choices.lists = {ListChoice(findList(f.book->workspace(), u"Estate"_s)->id, u"Estate"_s)};
            wizard->session().setChoices(choices);
            QTest::keyClick(wizard, Qt::Key_Escape);
            QTRY_VERIFY(!desk.wizard());
            QTRY_COMPARE(f.book->commandsUnderWay(), 0);
            QCOMPARE(f.count({}), 5);
        }
        f.restart();
        ImportDesk desk(*f.book, f.prompts, f.settings, f.window.get());
        f.prompts.willPostpone();
        desk.offerInterrupted();
        QTRY_VERIFY(f.prompts.isFulfilled());
        QCOMPARE(pendingImports(f.book->workspace())->size(), 1); // "Later" throws nothing away
        f.prompts.willAnswer(true);
        QTRY_VERIFY((desk.offerInterrupted(), f.prompts.isFulfilled())); // once "Later" has been taken in
        ImportWizard *wizard = opened(desk);
        QCOMPARE(wizard->session().mapping().targets[2].kind, ColumnTarget::Kind::Ignore);
        QCOMPARE(wizard->session().ledger().count(RowFate::New), 3);
        QCOMPARE(wizard->session().choices().tags, QStringList{u"negozio"_s});
        // The file is there as it was: what the header says is true, and it can be read in another way.
        QCOMPARE(wizard->session().source().description.size, QFile(path).size());
        QCOMPARE(wizard->session().source().description.dialect.delimiter, ';');
        QVERIFY(wizard->session().canReadAgain());
        wizard->session().commit();
        QTRY_COMPARE(wizard->session().state(), ImportSession::State::Done);
        QCOMPARE(f.count(u"tag:negozio"_s), 3);
        QCOMPARE(f.members(u"Estate"_s), 3);
        QCOMPARE(pendingImports(f.book->workspace())->size(), 0);
    }

    void theNextImportOffersItFirst()
    {
        BookWindow f;
        const QString path = writeFile(f.path(u"negozio.csv"_s), shop);
        const QString other = writeFile(f.path(u"fiera.csv"_s), "Nome;Telefono\nAda;+39 340 9998887\n");
        ImportDesk desk(*f.book, f.prompts, f.settings, f.window.get());
        desk.import({path}, {});
        opened(desk)->session().setTarget(2, ignored());
        desk.wizard()->close(); // before it was checked anew: under what was changed last
        QTRY_VERIFY(!desk.wizard());
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(pendingImports(f.book->workspace())->size(), 1);
        f.prompts.willAnswer(false); // "Throw it away"
        desk.import({other}, {});
        ImportWizard *wizard = opened(desk);
        QCOMPARE(wizard->session().fileName(), u"fiera.csv"_s);
        wizard->reject(); // only looked at
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QVERIFY(f.book->writer().waitForDone());
        QCOMPARE(pendingImports(f.book->workspace())->size(), 0);
    }

    void aFileThatIsGoneIsSaid()
    {
        BookWindow f;
        const QString path = writeFile(f.path(u"negozio.csv"_s), shop);
        ImportDesk desk(*f.book, f.prompts, f.settings, f.window.get());
        desk.import({path}, {});
        opened(desk)->session().mend(2, 1, u"+39 340 1112224"_s);
        QTRY_COMPARE(desk.wizard()->session().ledger().count(RowFate::New), 3);
        desk.wizard()->reject();
        QTRY_VERIFY(!desk.wizard());
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QVERIFY(QFile::remove(path));
        f.prompts.willAnswer(true);
        desk.offerInterrupted();
        ImportWizard *wizard = opened(desk);
        QCOMPARE(wizard->session().fileState(), ImportSettings::FileState::Gone);
        QVERIFY(!wizard->session().canReadAgain());
        QVERIFY(wizard->findChild<Notice *>()->isVisible());
        wizard->session().commit();
        QTRY_COMPARE(wizard->session().state(), ImportSession::State::Done);
        QCOMPARE(f.count({}), 8);
    }

    void aSecondAndAThirdPressAreNoOther_data()
    {
        QTest::addColumn<bool>("isTriple");
        QTest::newRow("double click") << false;
        QTest::newRow("triple click") << true;
    }
    void aSecondAndAThirdPressAreNoOther()
    {
        QFETCH(bool, isTriple);
        BookWindow f;
        const QString path = writeFile(f.path(u"fiera.csv"_s), "Nome;Telefono\nAda;+39 340 9998887\n");
        ImportDesk desk(*f.book, f.prompts, f.settings, f.window.get());
        desk.import({path}, {});
        ImportWizard *wizard = opened(desk);
        QPushButton *next = nextButton(*wizard);
        QVERIFY(next && next->isEnabled());
        press(next, QEvent::MouseButtonPress, 1000);
        press(next, QEvent::MouseButtonDblClick, 1180);
        if (isTriple)
            press(next, QEvent::MouseButtonPress, 1390); // long after the first, but not after the second
        QCOMPARE(wizard->step(), ImportWizard::Destination);
        QCOMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(f.count({}), 5);
        for (int i = 0; i < 5; ++i) { // a key that is held down
            QKeyEvent press(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, u" "_s, true),
                release(QEvent::KeyRelease, Qt::Key_Space, Qt::NoModifier, u" "_s, false);
            QCoreApplication::sendEvent(next, &press);
            QCoreApplication::sendEvent(next, &release);
        }
        QCOMPARE(wizard->step(), ImportWizard::Destination);
        // After a pause it is pressed for what it says now.
        press(next, QEvent::MouseButtonPress, 1800);
        QCOMPARE(wizard->step(), ImportWizard::Outcome);
        QTRY_COMPARE(f.count({}), 6);
    }

    void theUndoOfAnImportIsThatOfTheImport()
    {
        BookWindow f;
        const QString path = writeFile(f.path(u"fiera.csv"_s), "Nome;Telefono\nAda;+39 340 9998887\n");
        ImportDesk desk(*f.book, f.prompts, f.settings, f.window.get());
        desk.import({path}, {});
        ImportWizard *wizard = opened(desk);
        wizard->session().commit();
        f.book->lists().create(this, u"Nel mezzo"_s); // is the last change before the result is asked for
        QTRY_COMPARE(wizard->session().state(), ImportSession::State::Done);
        QTRY_COMPARE(f.book->commandsUnderWay(), 0);
        QCOMPARE(f.count({}), 6);
        wizard->session().undo();
        QTRY_VERIFY(wizard->session().isUndone());
        QCOMPARE(f.count({}), 5);
        QCOMPARE(f.members(u"Nel mezzo"_s), 0);
    }

    void rowsThatCouldNotBeJudgedAreNotReplaced()
    {
        TestWorkspace files;
        Rehearsal rehearsal = files.rehearse(u"negozio.csv"_s, shop);
        std::stop_source stop;
        stop.request_stop();
        StagedRow row = *rehearsal.staging().row(2);
        row.problem = 0;
        row.fields[static_cast<size_t>(Field::Phone)] = "+393401112224";
        ImportStaging staging = rehearsal.staging();
        const Result<void> replaced = staging.replace({row}, JobControl(stop.get_token()));
        QVERIFY(!replaced);
        QCOMPARE(replaced.error().kind, ErrorKind::Cancelled);
        QVERIFY(staging.row(2)->problem != 0);
        QCOMPARE(rehearsal.commit({})->count(RowFate::New), 2);
    }
};

QTEST_MAIN(TestImportLeft)
#include "tst_importleft.moc"
