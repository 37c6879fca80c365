// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QProcessEnvironment>
#include <QStringList>

namespace Elenco {

/// How a run of `elenco-cli` ended.
struct CliAnswer {
    int status = -1;
    QByteArray out;
    QByteArray err;
    bool crashed = false;

    /// What was printed with --json: one object a line.
    QList<QJsonObject> objects() const;
    QJsonObject json() const; ///< the only one
};

/// The program that ELENCO_CLI names.
QString cliProgram();
/// Runs it to its end while this thread's event loop goes on, which a practice gateway may serve in.
CliAnswer runCli(const QStringList &arguments, const QProcessEnvironment &more = {});

} // namespace Elenco
