// SPDX-License-Identifier: Apache-2.0
#include "store/journal/journal.h"
#include "store/recovery/checks.h"
#include "tests/support/cliprocess.h"
#include "tests/support/contactfiles.h"
#include "tests/support/testworkspace.h"

#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// The program itself, in a window of a display server, is told to quit while it does something long: it ends by
/// itself, in good order, and what was asked for has happened.
class TestQuitting : public QObject
{
    Q_OBJECT

private:
    static constexpr int people = 6000;

    // Keys of the display itself, as of a person. False when there is no such window yet.
    static bool xdotool(const QStringList &arguments) { return QProcess::execute(u"xdotool"_s, arguments) == 0; }

    QProcess m_windowManager; // without one, no window of another program gets keys

private Q_SLOTS:
    void initTestCase()
    {
        m_windowManager.start(u"openbox"_s, QStringList());
        QVERIFY2(m_windowManager.waitForStarted(), "openbox is missing");
    }

    void cleanupTestCase()
    {
        m_windowManager.kill();
        m_windowManager.waitForFinished();
    }

    void whatWasAskedForHappens_data()
    {
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<int>("pause"); // milliseconds before it is told to quit
        QTest::addColumn<int>("left");  // contacts
        const QStringList undo{u"ctrl+z"_s};
        QTest::newRow("an import is taken back, at once") << undo << 0 << 0;
        QTest::newRow("an import is taken back, and a while") << undo << 120 << 0;
        QTest::newRow("nothing") << QStringList() << 0 << people;
    }

    void whatWasAskedForHappens()
    {
        QFETCH(const QStringList, keys);
        QFETCH(const int, pause);
        QFETCH(const int, left);
        TestWorkspace files;
        QCOMPARE(
            files.import(u"a.csv"_s, csvFile({people, 0, 0, 0}), {DuplicateStrategy::Skip, {u"Clienti"_s}, {}, false})
                .imported(),
            people);
        files.close();

        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s); // what the display's libraries keep at the end
        program.setProcessEnvironment(environment);
        program.start(QFileInfo(cliProgram()).path() + u"/elenco"_s,
                      {u"--workspace"_s, files.path(u"test.elenco"_s), u"--language"_s, u"it"_s});
        QVERIFY(program.waitForStarted());
        // The window manager gives it the keys as soon as it is there.
        QVERIFY(xdotool({u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--name"_s, u"^Elenco$"_s}));
        QTest::qWait(5000); // until the command can be chosen: the history is read in the background
        for (const QString &key : keys)
            QVERIFY(xdotool({u"key"_s, key}));
        QTest::qWait(pause);
        QVERIFY(xdotool({u"key"_s, u"ctrl+q"_s}));
        QVERIFY(program.waitForFinished(120'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);

        files.reopen();
        QCOMPARE(files.count(), left);
        QVERIFY(checkWorkspace(*files)->isEmpty());
        QCOMPARE(history(*files, 10)->size(), left == 0 ? 2 : 1);
    }
};

QTEST_GUILESS_MAIN(TestQuitting)
#include "tst_quitting.moc"
