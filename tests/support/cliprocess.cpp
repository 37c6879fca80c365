// SPDX-License-Identifier: Apache-2.0
#include "tests/support/cliprocess.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

namespace Elenco {

QList<QJsonObject> CliAnswer::objects() const
{
    QList<QJsonObject> result;
    for (const QByteArray &line : out.split('\n')) {
        if (!line.isEmpty())
            result.append(QJsonDocument::fromJson(line).object());
    }
    return result;
}

QJsonObject CliAnswer::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QString cliProgram()
{
    return qEnvironmentVariable("ELENCO_CLI");
}

CliAnswer runCli(const QStringList &arguments, const QProcessEnvironment &more)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(more);
    process.setProcessEnvironment(environment);
    process.start(cliProgram(), arguments);
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000))
        process.kill();
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError(),
            process.exitStatus() == QProcess::CrashExit};
}

} // namespace Elenco
