// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/strongid.h"

#include <QDateTime>
#include <QList>

#include <string>

namespace Elenco {

class Connection;
class Workspace;

/// How a file with certain headers was mapped when it was imported last.
struct KnownLayout {
    QString headers;     ///< folded, sorted, a line each: what it is found by
    std::string mapping; ///< opaque here (importing/columnmapping.h)
    QDateTime usedAt;    ///< UTC
    ImportId lastImport; ///< whose rows are kept, to be compared with the next file; invalid when they are not
};

/// The one for a file with these headers (any order). Any thread. Errors: NotFound, and what SQLite reports.
Result<KnownLayout> knownLayout(Workspace &workspace, const QString &headers);
/// The last used one first. Any thread.
Result<QList<KnownLayout>> knownLayouts(Workspace &workspace);
/// A file with such headers is guessed anew the next time, and what was kept of the last one goes. Writer thread.
Result<void> forgetLayouts(Workspace &workspace, const QStringList &headers);

/// Inside services/store, as a part of a commit: the layout takes the place of the one that was known, and the rows of
/// `import` that of the rows that were kept. A file of more rows than that is not compared with the next one.
inline constexpr qint64 mostRowsKept = 250'000;
void rememberLayout(Connection &connection, const QString &headers, const std::string &mapping, ImportId import,
                    qint64 rows);

} // namespace Elenco
