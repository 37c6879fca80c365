// SPDX-License-Identifier: Apache-2.0
#include "core/task.h"

#include <QTest>

#include <thread>

using namespace Elenco;

/// The rules that every asynchronous job relies on.
class TestCore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void taskDeliversOnceThroughTheEventLoop()
    {
        QThreadPool pool;
        QObject context;
        int delivered = 0;
        auto task = Task<int>::start(pool, &context, [](const JobControl &) { return Result<int>(42); });
        task.then([&](Result<int> result) {
            QVERIFY(result);
            QCOMPARE(*result, 42);
            QCOMPARE(QThread::currentThread(), qApp->thread());
            ++delivered;
        });
        pool.waitForDone();
        QCOMPARE(delivered, 0); // never from inside the call
        QTRY_COMPARE(delivered, 1);
        QVERIFY(!task.isRunning());
    }

    void resultThatCameBeforeThenIsNotLost()
    {
        QThreadPool pool;
        QObject context;
        auto task = Task<int>::start(pool, &context, [](const JobControl &) { return Result<int>(1); });
        pool.waitForDone();
        QCoreApplication::sendPostedEvents();
        int value = 0;
        task.then([&](Result<int> result) { value = *result; });
        QCOMPARE(value, 0);
        QTRY_COMPARE(value, 1);
    }

    void destroyingTheTaskCancelsAndSilencesIt()
    {
        QThreadPool pool;
        QObject context;
        bool called = false;
        std::atomic_bool sawCancel = false;
        {
            auto task = Task<int>::start(pool, &context, [&](const JobControl &control) {
                while (!control.isCancelled())
                    std::this_thread::yield();
                sawCancel = true;
                return Result<int>(0);
            });
            task.then([&](const Result<int> &) { called = true; });
        }
        pool.waitForDone();
        QTest::qWait(20);
        QVERIFY(sawCancel);
        QVERIFY(!called);
    }

    void endOfTheContextSilencesTheTask()
    {
        QThreadPool pool;
        bool called = false;
        Task<int> task;
        {
            QObject context;
            task = Task<int>::start(pool, &context, [](const JobControl &) { return Result<int>(0); });
            task.then([&](const Result<int> &) { called = true; });
        }
        pool.waitForDone();
        QTest::qWait(20);
        QVERIFY(!called);
    }

    void errorsSayWhatHappenedToTheData()
    {
        const Error error{ErrorKind::DiskFull, QStringLiteral("a.elenco"), {}};
        QVERIFY(error.text().contains(QLatin1String("a.elenco")));
        QVERIFY(error.text().contains(QLatin1String("Nothing was changed")));
    }
};

QTEST_GUILESS_MAIN(TestCore)
#include "tst_core.moc"
