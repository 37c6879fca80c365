// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importing/rehearsal.h"
#include "store/sync/contactroom.h"

#include <QJsonArray>

namespace Elenco {

/// What the account of an import says beside its numbers, for elenco-cli.
struct ImportAccount {
    struct Row {
        qint64 row;
        qint64 line;
        QString name;
        QString reason;
        QString file;  ///< of a folder, an archive or a mail
        QString place; ///< for people
    };
    QList<Row> problems;   ///< rows that are not imported
    QList<Row> duplicates; ///< … because they equal another one, or somebody here
    QList<Row> apart;      ///< rows that equal somebody and are imported as a person of its own
    QList<Row> notices;    ///< rows that are imported, but not all of them
    QJsonArray mapping;
    QString encoding;
    qint64 newContacts = 0;
    std::optional<ContactRoom> room; ///< of the account; nullopt: nobody knows
    FileChanges changes;    ///< since the last file of the same headers
    QString sheet;          ///< of a workbook
    QStringList otherSheets; ///< that were not read, hidden ones too
    QStringList passedOver; ///< files of a folder, an archive or a mail that were not read
};

/// All rows for a program (`all`), as many as a person reads for a person. `hasApart`: some were kept apart.
Result<ImportAccount> accountOf(Workspace &workspace, const Rehearsal &rehearsal, DuplicateStrategy strategy, bool all,
                                bool hasApart);
/// Prints it: as README.md says for `json`, in sentences otherwise.
void printAccount(const QString &path, const ImportLedger &ledger, const ImportAccount &account, bool json,
                  bool rehearsed);

} // namespace Elenco
