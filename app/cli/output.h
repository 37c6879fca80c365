// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "core/error.h"

#include <QJsonObject>
#include <QString>

namespace Elenco {

/// A line on standard output.
void printLine(const QString &line);
void printJson(const QJsonObject &object);

/// One line on standard error; gives Refused.
int refuse(const Error &error);
int refuse(const QString &words);
/// One line on standard error with how the command is used; gives WrongUsage.
int wrongUsage(const QString &what, const char *usage);

/// A counter on standard error, where that is a terminal.
void showProgress(const QString &what, Progress progress);
void endProgress();

} // namespace Elenco
