// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "formats/sheets/sheetcell.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace Elenco {

/// What a workbook may ask of this computer. A file of a hundred kilobytes can unpack to a terabyte, or say that one
/// cell is repeated a thousand million times; what is beyond these is refused in words.
struct SheetLimits {
    static constexpr qint64 unpackedBytes = qint64(4) << 30; ///< of all parts that are read
    static constexpr qint64 foldOf = 200;                    ///< a part unpacks to so many times its size …
    static constexpr qint64 foldFrom = qint64(32) << 20;     ///< … from here on
    static constexpr qint64 textBytes = qint64(128) << 10;   ///< of one cell; Excel has 32,767 signs
    static constexpr qint64 sheetBytes = qint64(1) << 30;    ///< of all texts of a sheet, as often as they stand
    static constexpr qint64 sharedBytes = qint64(512) << 20; ///< of all texts that cells share
    static constexpr qint64 cells = 30'000'000;              ///< of a sheet
    static constexpr qint64 repeatedCells = 5'000'000;       ///< of a sheet, that the file has once and says to repeat
    static constexpr qint64 rows = 1'048'576;                ///< the last row of Excel and Calc
    static constexpr int columns = 16'384;                   ///< the last column (XFD)
    static constexpr int depth = 128;                        ///< of elements in elements
    static constexpr int parts = 20'000;                     ///< files in a package
    static constexpr qint64 oldBytes = qint64(512) << 20;    ///< of an .xls, which is read as a whole
};

/// The rows of a sheet from the first to the last, in constant memory. Not thread-safe.
class SheetReader
{
public:
    virtual ~SheetReader() = default;

    /// The next row that holds something; false at the end. Rows come as they stand in the file, which is by number
    /// except where a program wrote them otherwise. Errors: InvalidInput (damaged, or beyond SheetLimits),
    /// ChangedWhileRead.
    virtual Result<bool> next(SheetRow &row) = 0;
    virtual qint64 bytesRead() const = 0;
    virtual qint64 bytesTotal() const = 0;
};

/// A file of sheets: Excel's .xlsx, .xlsm and (from 1995 on) .xls, Calc's .ods. Which one is told by what is in it.
/// Formulas are not calculated: their cells are what the program that saved the file found. Comments, pictures and what
/// a text says about its own pronunciation are no cells.
class Workbook
{
public:
    virtual ~Workbook() = default;

    /// Whether a file is, or pretends to be, a workbook: an archive with the parts of one, or an old container of
    /// Office.
    static bool isWorkbook(const QString &path);
    /// Errors: NotFound, NoPermission, ReadFailed; Unsupported (protected by a password, a binary workbook, another
    /// document of Office); InvalidInput (damaged, cut off, beyond SheetLimits).
    static Result<std::unique_ptr<Workbook>> open(const QString &path);
    /// The same from bytes; `path` is for the errors.
    static Result<std::unique_ptr<Workbook>> of(const QByteArray &bytes, const QString &path);

    virtual const QList<SheetInfo> &sheets() const = 0;
    /// A reader of that sheet, at its first row. The workbook must outlive it.
    virtual Result<std::unique_ptr<SheetReader>> read(qsizetype sheet) = 0;
};

/// Errors of workbooks, worded in one place. `what` is a source text of the context "Workbook".
Error damagedWorkbook(const QString &path, const char *what);

} // namespace Elenco
