// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/csvscore.h"
#include "formats/sheets/workbook.h"

#include <optional>

namespace Elenco {

/// A cell as a table of texts has it, for the same readers of values as a CSV file's: days in ISO 8601, whole numbers
/// with all their figures and the zeros that the format shows before them, others with the 15 figures that spreadsheets
/// show, errors as they are shown. A day that a formula made of an empty cell (0 January 1900) is none.
std::string tableText(const SheetCell &cell);

/// A row as texts, from the first column on.
std::vector<std::string> tableTexts(const SheetRow &row);

/// Where the table of a sheet is, from its first rows and by the same evidence as in a CSV file.
struct SheetLayout {
    bool isEmpty = true;
    bool header = true;
    qint64 firstRow = 1; ///< the row of the header, or the first of the table
    size_t columns = 0;
    std::vector<std::string> first; ///< its texts
    bool hasPeople = false;         ///< most rows below hold what may be a phone number or an e-mail address
};

/// `above`: how many rows at the top are known to be none of the table. Errors: those of SheetReader.
Result<SheetLayout> readLayout(SheetReader &reader, std::optional<qint64> above, std::optional<bool> header);

/// The sheet of that name, else of that number from 1. Errors: InvalidInput: there is none; `detail` names them.
Result<qsizetype> findSheet(const QString &path, const QString &wanted, const QList<SheetInfo> &sheets);

/// Which sheet is read: the one that `wanted` names, by its name or its number from 1; without it the first visible one
/// with people in it, else the first visible one with anything in it. Errors: InvalidInput (there is no such sheet),
/// Empty.
struct SheetChoice {
    qsizetype sheet = 0;
    SheetLayout layout;
};
Result<SheetChoice> chooseSheet(Workbook &workbook, const QString &path, const std::optional<QString> &wanted,
                                std::optional<qint64> above, std::optional<bool> header);

} // namespace Elenco
