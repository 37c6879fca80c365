// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/call.h"

namespace Elenco::Practice {

/// What happens to a row whose number the account has already.
enum class DuplicateStrategy { Skip, Update, Duplicate };

/// A row or card of an uploaded file.
struct ImportRow {
    int line = 0;
    Contact contact;
    QString complaint; ///< not empty: it can't be imported
};

struct ImportOutcome {
    struct Problem {
        int line = 0;
        QString name, reason;
    };
    int imported = 0;   ///< new contacts
    int updated = 0;    ///< known numbers, taken over
    int duplicates = 0; ///< known numbers, however they were treated
    int skipped = 0;    ///< known numbers that were left alone
    QList<Problem> problems;
};

/// Brings rows into the account and into `listId` (0: no list), by number. Rows that were skipped are not put in the
/// list; all others are. Refused (409) when the quota does not hold them all, unless the dialect imports what fits.
ImportOutcome importRows(Service &service, const QList<ImportRow> &rows, qint64 listId, DuplicateStrategy strategy);

} // namespace Elenco::Practice
