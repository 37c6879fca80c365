// SPDX-License-Identifier: Apache-2.0
#include "store/database/sqlite.h"
#include "store/sync/contactroom.h"
#include "tests/support/contactfiles.h"
#include "tests/support/require.h"
#include "tests/support/windowbench.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

constexpr char customers[] = "Nome;Cognome;Cellulare\n"
                             "Aldo;Conti;+39 347 7700001\n"
                             "Ciro;Neri;+39 347 7700003\n";

bool isSaid(const QWidget &widget, const QString &text)
{
    return std::ranges::any_of(widget.findChildren<QLabel *>(),
                               [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

void click(WindowBench &bench, const QString &text)
{
    QPushButton *button = nullptr;
    QTRY_VERIFY2((button = WindowBench::button(*bench.desk->wizard(), text)), qPrintable(text));
    QTest::qWait(2 * QApplication::doubleClickInterval()); // a second press is no double click of the first
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace

/// How much room the account has, and an import that is larger than that.
class TestImportRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setDoubleClickInterval(20); }

    // More than the account has room for: said with numbers before the import, which goes on when a person wants it.
    void theRoomIsSaidBeforeTheImport()
    {
        WindowBench bench(WindowBench::Book::Empty);
        bench.show();
        const QString file = writeFile(bench.workspace.path(u"clienti.csv"_s), customers);
        Workspace &workspace = bench.book->workspace();
        workspace.writer().execute("INSERT INTO account(id, root, authentication, user, plan, secret_place, "
                                   "capabilities, practice) VALUES(1, '', '', '', '', '', '', 1)");
        require(noteContactRoom(workspace, 10, 1));
        ImportWizard &wizard = bench.openWizard({file});
        click(bench, u"Next"_s);
        QTRY_COMPARE(wizard.step(), ImportWizard::Destination);
        QTRY_VERIFY(isSaid(wizard, u"The account has room for 1 more"_s));
        QVERIFY(isSaid(wizard, u"for 1 of the new ones there is none"_s));
        bench.scripted.willAnswer(false);
        click(bench, u"Import"_s);
        QTRY_VERIFY(!bench.scripted.seen().isEmpty());
        QCOMPARE(bench.scripted.seen().last(), u"ask: The account has no room for 1 contact"_s);
        QCOMPARE(wizard.step(), ImportWizard::Destination);
        QCOMPARE(bench.count(), 0);
        bench.scripted.willAnswer(true);
        click(bench, u"Import"_s);
        QTRY_COMPARE(wizard.session().state(), ImportSession::State::Done);
        QCOMPARE(bench.count(), 2);
        click(bench, u"Close"_s);
        QTRY_VERIFY(!bench.desk->wizard());
        QCOMPARE(bench.findingsAfterClosing(), QStringList());
    }
};

QTEST_MAIN(TestImportRoom)
#include "tst_importroom.moc"
