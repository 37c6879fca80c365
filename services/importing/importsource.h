// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobcontrol.h"
#include "formats/recordfile.h"
#include "importing/columnprofile.h"
#include "store/imports/importrun.h"

#include <QLocale>

#include <vector>

namespace Elenco {

class Workspace;

/// A file that was looked over from start to end: what it is, and what its columns hold.
struct ImportSource {
    QString path;
    ReadOptions options;
    FileDescription description;
    std::vector<ColumnProfile> profiles;         ///< by column
    std::vector<std::vector<std::string>> first; ///< the cells of the first rows, for the preview; UTF-8
    qint64 rows = 0;                             ///< records, rejected ones counted
    qint64 rejected = 0;
};

/// Files that were chosen together, for people: "Ada.vcf and 3 more".
QString namesOf(const QString &path, const QStringList &further);

/// Reads the whole file once. Errors: those of describe(), and Cancelled.
Result<ImportSource> examine(const QString &path, const ReadOptions &options = {},
                             const JobControl &control = JobControl());

/// How a table was written, for what is written for the same hands: rows that were rejected.
struct TableOrigin {
    char separator = ',';
    bool hasMark = true; ///< a byte order mark, or an encoding of its own: spreadsheets read UTF-8 with a mark alone
    friend bool operator==(const TableOrigin &, const TableOrigin &) = default;
};

/// How a source goes into the address book: what the rehearsal stores to go on after a restart.
struct ImportSettings {
    QString path;
    ReadOptions options;
    QString region; ///< of numbers without prefix, ISO 3166-1 alpha-2
    QList<Column> columns;
    ColumnMapping mapping;
    TableOrigin origin;
    ImportChoices choices;
    // The file as it was when it was read; 0 where that is not known.
    qint64 fileSize = 0;
    qint64 fileTime = 0;   ///< milliseconds since 1970
    QList<FilePart> files; ///< of a collection

    /// For people: "rubrica.csv", "Ada.vcf and 3 more".
    QString fileName() const;
    /// Remembers the file as it is now.
    void stamp();
    /// Where a row stands, for people: "row 12, line 14 of the file", "sheet “Clienti”, row 14".
    QString placeOfRow(qint64 row, qint64 line) const;
    /// The file within a collection that a row is in; empty where there is only one.
    QString fileOfRow(qint64 row) const;
    /// Whether the file is there, and is what it was.
    enum class FileState { Same, Changed, Gone };
    FileState fileState() const;

    std::string pack() const;
    static ImportSettings unpack(std::string_view blob);
    friend bool operator==(const ImportSettings &, const ImportSettings &) = default;
};

/// The settings to begin with: the mapping of a remembered layout, else a guessed one (`*wasKnown` tells).
ImportSettings suggestedSettings(Workspace &workspace, const ImportSource &source, const QString &region,
                                 const QLocale &locale = QLocale(), bool *wasKnown = nullptr);

} // namespace Elenco
