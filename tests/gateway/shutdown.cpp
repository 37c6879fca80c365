// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/shutdown.h"

#include <QCoreApplication>

#include <thread>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <csignal>
#include <cstdlib>
#include <unistd.h>
#endif

namespace Elenco::Practice {

namespace {

void quitSoon()
{
    QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
}

} // namespace

#ifdef Q_OS_WIN

namespace {

int readInput(char *byte)
{
    return _read(0, byte, 1);
}

} // namespace

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

namespace {

ssize_t readInput(char *byte)
{
    return ::read(STDIN_FILENO, byte, 1); // no signal interrupts it: they are all taken by the thread below
}

} // namespace

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
    // Not by stdio: its lock, held by a read that waits, would keep exit() waiting too.
    std::thread([] {
        char byte = 0;
        while (readInput(&byte) > 0) {
        }
        quitSoon();
    }).detach();
}

} // namespace Elenco::Practice
