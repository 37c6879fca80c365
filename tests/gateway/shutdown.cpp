// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/shutdown.h"

#include <QCoreApplication>

#include <cstdio>
#include <thread>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <csignal>
#include <cstdlib>
#endif

namespace Elenco::Practice {

namespace {

void quitSoon()
{
    QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
}

} // namespace

#ifdef Q_OS_WIN

void quitOnSignals()
{
    SetConsoleCtrlHandler(
        [](DWORD) -> BOOL {
            quitSoon();
            return TRUE;
        },
        TRUE);
}

#else

void quitOnSignals()
{
    // Blocked here and so in every later thread; one thread waits for the signals and may then do anything, which a
    // signal handler may not.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals] {
        int signal = 0;
        sigwait(&signals, &signal);
        quitSoon();
        sigwait(&signals, &signal);
        std::_Exit(128 + signal); // asked twice
    }).detach();
}

#endif

void quitWhenInputCloses()
{
    // A thread, since on Windows a pipe can't be waited for in the event loop.
    std::thread([] {
        while (std::getchar() != EOF) {
        }
        quitSoon();
    }).detach();
}

} // namespace Elenco::Practice
