// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/practiceprogram.h"

#include <cstdio>

#include <sys/resource.h>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

rusage usageOfThisProcess()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage;
}

} // namespace

PracticeProgram::PracticeProgram(qint64 contacts, const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(
        QStringLiteral(ELENCO_PRACTICE_GATEWAY),
        QStringList{u"--port"_s, u"0"_s, u"--contacts"_s, QString::number(contacts), u"--until-stdin-closes"_s} +
            arguments);
    while (!m_process.canReadLine() && m_process.waitForReadyRead(300'000)) {
    }
    m_root = QUrl(QString::fromUtf8(m_process.readLine().trimmed()));
    if (m_root.isEmpty())
        std::fprintf(stderr, "the practice gateway does not start\n");
}

PracticeProgram::~PracticeProgram()
{
    if (m_process.waitForFinished(0))
        std::fprintf(stderr, "the practice gateway ended by itself, %d\n", m_process.exitCode());
    m_process.closeWriteChannel();
    m_process.waitForFinished();
}

double cpuSeconds()
{
    const rusage usage = usageOfThisProcess();
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

double peakMegabytes()
{
    return double(usageOfThisProcess().ru_maxrss) / 1024;
}

} // namespace Elenco
