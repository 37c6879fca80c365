// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRegularExpression>
#include <QStringList>

namespace Elenco {

/// Where the project's own sources say something, for tests that hold rules over all of them.
struct SourceSearch {
    QStringList places; ///< "services/gateway/client/client.cpp:12", the line in which the match begins
    int files = 0;      ///< looked at; a test that looks nowhere must not be green
};

/// Every match of `pattern` in the files below `folders` (of the repository) whose names match `names`; a pattern may
/// run over the end of a line. A file that can't be read is fatal.
SourceSearch findInSources(const QRegularExpression &pattern, const QStringList &folders,
                           const QStringList &names = {QStringLiteral("*")});

} // namespace Elenco
