// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remoteid.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>
#include <variant>

namespace Elenco {

/// The most that one upload may weigh on the wire, multipart included (gateway.md section 4: 10 MB, of which this is
/// the smaller reading).
inline constexpr qint64 uploadLimit = 10'000'000;

/// A table for `POST /contacts/upload`. With headers firstName,lastName,phoneNumber,email both behaviours fit.
struct TableUpload {
    QString fileName; ///< its extension decides the format: .csv .xls .xlsx
    QByteArray content;
    RemoteId listId; ///< may be none
    bool hasHeader = true;
    int previewRows = 10;
};

enum class UploadStrategy {
    Skip,
    Update,    ///< overwrites blindly
    Duplicate, ///< makes second copies
};

/// Cards for `POST /contacts/upload/vcard`. What is nullopt or empty is not sent: not every account knows it (U20).
struct VcardUpload {
    QString fileName; ///< .vcf
    QByteArray content;
    RemoteId listId;  ///< this list, or
    QString listName; ///< a new one of this name
    std::optional<UploadStrategy> strategy;
    QStringList tags; ///< without commas
    int previewRows = 10;
};

/// The gateway has read the file and imported nothing yet: confirmTable() or confirmVcard() commits.
struct UploadAnalysis {
    struct Cell {
        QString column;
        QString value;
        friend bool operator==(const Cell &, const Cell &) = default;
    };
    QString uploadId;
    QString fileName;
    std::optional<qint64> totalRows;
    std::optional<qint64> parsedRows;
    QStringList columns;
    QList<QList<Cell>> preview;
    QStringList errors;

    friend bool operator==(const UploadAnalysis &, const UploadAnalysis &) = default;
};

/// What an import did, as far as the answer says. Counts are for showing: the list is read back to know.
struct ImportOutcome {
    struct RowError {
        std::optional<qint64> line;
        QString name;
        QString reason;
        friend bool operator==(const RowError &, const RowError &) = default;
    };
    QString importId;
    RemoteId listId;
    QString status; ///< "COMPLETED" (U20)
    std::optional<qint64> total;
    std::optional<qint64> imported;
    std::optional<qint64> updated;
    std::optional<qint64> duplicates; ///< not added to the list (sync.md section 2.1)
    std::optional<qint64> invalid;
    std::optional<qint64> skipped;
    std::optional<qint64> totalInList;
    QList<RowError> errors;

    friend bool operator==(const ImportOutcome &, const ImportOutcome &) = default;
};

/// An upload's answer. An upload id means "not committed yet"; anything else means "done" (gateway.md section 4).
using UploadOutcome = std::variant<ImportOutcome, UploadAnalysis>;

/// Which field a column of the analysed table becomes: "Cellulare" -> "phoneNumber".
struct ColumnChoice {
    QString column;
    QString field;

    friend bool operator==(const ColumnChoice &, const ColumnChoice &) = default;
};

} // namespace Elenco
