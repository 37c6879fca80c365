// SPDX-License-Identifier: Apache-2.0
#include "app/cli/interrupt.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <csignal>
#include <cstdlib>
#include <thread>
#endif

namespace Elenco {

#ifdef Q_OS_WIN

namespace {
// The console's handler gets no argument, so what it stops has to be known to it.
std::stop_source *interrupted = nullptr;

BOOL WINAPI handle(DWORD event)
{
    if ((event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT) || !interrupted || interrupted->stop_requested())
        return FALSE;
    interrupted->request_stop();
    return TRUE;
}
} // namespace

Interrupt::Interrupt()
{
    interrupted = &m_source;
    SetConsoleCtrlHandler(handle, TRUE);
}

Interrupt::~Interrupt()
{
    SetConsoleCtrlHandler(handle, FALSE);
    interrupted = nullptr;
}

#else

Interrupt::Interrupt()
{
    // Blocked here and so in every later thread; one thread waits for the signals and may then do anything,
    // which a signal handler may not.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals, source = m_source]() mutable {
        int signal = 0;
        sigwait(&signals, &signal);
        source.request_stop();
        sigwait(&signals, &signal);
        std::_Exit(128 + signal);
    }).detach();
}

Interrupt::~Interrupt() = default;

#endif

} // namespace Elenco
