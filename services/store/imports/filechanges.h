// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"
#include "store/imports/importstaging.h"

#include <QDateTime>

#include <vector>

namespace Elenco {

/// What a file says otherwise than the one before it of the same layout: who is new in it, who is gone from it, and
/// which fields of whom are others. People are told by their number, else by their address; a row without both, and a
/// second row of one person, is not compared.
struct FileChanges {
    enum class Kind { Added, Gone, Changed };
    struct Line {
        Kind kind = Kind::Added;
        qint64 row = 0; ///< of the new file; of the one before for who is gone
        std::string name;
        std::string field; ///< key of a ContactState, where one changed
        std::string before, after;
    };
    struct FieldCount {
        std::string field;
        qint64 rows = 0;
    };
    static constexpr size_t mostLines = 200; ///< of who is new, of who is gone, and of each field

    QString fileName; ///< of the one before
    QDateTime when;   ///< when it was imported; UTC
    qint64 added = 0;
    qint64 gone = 0;
    qint64 changed = 0; ///< people
    qint64 same = 0;
    std::vector<FieldCount> fields; ///< the most often changed first
    std::vector<Line> lines;

    bool isKnown() const { return when.isValid(); }
};

/// Compares the rows of two imports of one layout; custom keys are those of each. One pass over both. Any thread.
Result<FileChanges> changesBetween(Workspace &workspace, ImportId before, const QStringList &keysBefore, ImportId after,
                                   const QStringList &keysAfter);

} // namespace Elenco
