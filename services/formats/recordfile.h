// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/csvdialect.h"
#include "formats/record.h"
#include "formats/sheets/sheetcell.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace Elenco {

/// What the user overrides of what a file says about itself.
struct ReadOptions {
    std::optional<QString> encoding; ///< any usual name
    std::optional<char> delimiter;   ///< '\0': one column
    std::optional<char> quote;       ///< '\0': quotes are text
    std::optional<bool> header;
    std::optional<int> preamble; ///< physical lines to pass over
    QStringList further = {};    ///< files of cards that were chosen together with the file: all are read as one
    std::optional<QString> sheet = {}; ///< of a workbook: its name, or its number from 1
    friend bool operator==(const ReadOptions &, const ReadOptions &) = default;
};

enum class FileKind { Cards, Table };

/// A file of a collection (formats/filecollection.h) that is read as one.
struct FilePart {
    QString name;
    qint64 firstRow = 1; ///< of its first record
    friend bool operator==(const FilePart &, const FilePart &) = default;
};

/// What a file is, found from its content; the extension is not looked at.
struct FileDescription {
    FileKind kind = FileKind::Table;
    QString encoding;       ///< "utf-8", "windows-1252", "utf-16le", …
    int markSize = 0;       ///< bytes of a byte order mark at the start
    CsvDialect dialect;     ///< of a table
    bool header = true;     ///< of a table: its first record holds the names of the columns
    int preamble = 0;       ///< of a table: physical lines above it
    bool isWrapped = false; ///< of a table: each line is one text in quotes (formats/wrappedlines.h)
    QList<Column> columns;  ///< as openRecordFile() gives them
    qint64 size = 0;        ///< bytes
    qint64 records = -1;    ///< cards of a vCard file (rejected ones counted); -1 for a table: not known
    QList<SheetInfo> sheets; ///< of a workbook, all of them
    qsizetype sheet = 0;     ///< of a workbook: which one is the table; preamble counts its rows
    QList<FilePart> files;  ///< of a folder, an archive or a mail; empty for a file
    QStringList passedOver; ///< what else is in these

    bool isWorkbook() const { return !sheets.isEmpty(); }
    QString sheetName() const { return isWorkbook() ? sheets.at(sheet).name : QString(); }
};

/// `path`: a file, or a collection of files (formats/filecollection.h), which is read as one.
/// Errors: NotFound, IsDirectory (without cards), NoPermission, Empty, NotRecognised (`detail` says what it looks
/// like), Unsupported (a password-protected or binary workbook), ReadFailed, ChangedWhileRead, InvalidInput (an unknown
/// encoding, no such sheet, a damaged workbook or one beyond SheetLimits).
Result<FileDescription> describe(const QString &path, const ReadOptions &options = {});

/// Whether it is a file of cards, or a mail with some: chosen together, several of them are one import.
bool isOfCards(const QString &path);

/// A reader of the file, at its first record. Errors: those of describe().
Result<std::unique_ptr<RecordReader>> openRecordFile(const QString &path, const ReadOptions &options = {});

} // namespace Elenco
