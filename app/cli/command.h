// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobcontrol.h"

#include <QStringList>

namespace Elenco {

/// Exit statuses of elenco-cli.
enum ExitStatus { Done = 0, Refused = 1, WrongUsage = 2 };

/// What every command gets: the options before its name, and the wish to stop (Ctrl+C).
struct CommandContext {
    QString workspace; ///< path of the workspace's file
    bool json = false;
    JobControl control;
};

/// A command of elenco-cli: gets the arguments after its name, prints its answer on standard output,
/// one line on standard error when it refuses.
struct Command {
    const char *name;
    const char *usage;
    int (*run)(const QStringList &arguments, const CommandContext &context);
};

} // namespace Elenco
