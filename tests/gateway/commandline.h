// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/options.h"

#include <QStringList>

namespace Elenco::Practice {

/// What the program was told.
struct CommandLine {
    Options options;
    bool endsWithInput = false; ///< --until-stdin-closes
    QString answer;             ///< of --help or --version, for standard output; the program ends
    QString error;              ///< a sentence about a mistake; the program ends

    /// `arguments` as QCoreApplication has them, the program's name first.
    static CommandLine parse(const QStringList &arguments);
};

} // namespace Elenco::Practice
