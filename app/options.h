// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QSize>
#include <QStringList>

#include <optional>

namespace Elenco {

/// What the command line of the window program says.
struct Options {
    QString workspace;  ///< empty: the user's own
    QStringList files;  ///< to be imported; absolute paths
    QString language;   ///< "it", "en"; empty: the system's
    QString list;       ///< shown first, by name
    QString search;     ///< in the search field at first
    QString screenshot; ///< a picture of the window goes here, then the program ends
    std::optional<Appearance> appearance;
    QSize size;
    bool isDemo = false;
};

/// Ends the program with usage or version where that is asked for, or where it can't be understood.
Options parseOptions(const QStringList &arguments);

} // namespace Elenco
