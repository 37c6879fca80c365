// SPDX-License-Identifier: Apache-2.0
#include "core/routine.h"
#include "core/task.h"

#include <QTest>

#include <thread>

using namespace Elenco;

/// The rules that every asynchronous job relies on.
class TestCore : public QObject
{
    Q_OBJECT

private:
    static Routine<int> addUp(QThreadPool &pool, QObject *context, int n)
    {
        if (n == 0)
            co_return 0;
        const int rest = co_await addUp(pool, context, n - 1);
        const Result<int> own =
            co_await Task<int>::start(pool, context, [n](const JobControl &) { return Result<int>(n); });
        co_return rest + *own;
    }

    static Routine<int> waitFor(QThreadPool &pool, QObject *context, std::atomic_bool &sawCancel)
    {
        const Result<int> never = co_await Task<int>::start(pool, context, [&sawCancel](const JobControl &control) {
            while (!control.isCancelled())
                std::this_thread::yield();
            sawCancel = true;
            return Result<int>(0);
        });
        co_return *never;
    }

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

    void routineWaitsStepByStep()
    {
        QThreadPool pool;
        QObject context;
        std::optional<int> sum;
        Routine<int> routine = addUp(pool, &context, 3);
        QVERIFY(!sum);
        routine.start([&](int value) { sum = value; });
        QVERIFY(!sum); // the first step waits
        QTRY_VERIFY(sum);
        QCOMPARE(*sum, 1 + 2 + 3);
        QVERIFY(!routine.isRunning());
    }

    void endOfARoutineEndsWhatItWaitsFor()
    {
        QThreadPool pool;
        QObject context;
        std::atomic_bool sawCancel = false;
        bool finished = false;
        {
            Routine<int> routine = waitFor(pool, &context, sawCancel);
            routine.start([&](int) { finished = true; });
        }
        pool.waitForDone();
        QTest::qWait(20);
        QVERIFY(sawCancel);
        QVERIFY(!finished);
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
