// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace Elenco {

/// A cell that holds something. Texts are UTF-8.
struct SheetCell {
    enum class Kind {
        Text,
        Number,  ///< `text` is its shortest decimal that reads as the same number again
        Date,    ///< a day, a time of a day or both: ISO 8601 ("2026-03-15", "2026-03-15T10:30:00", "10:30:00")
        Elapsed, ///< hours that may be more than a day: `number` is days, `text` that number, or "26:30:00"
        Boolean, ///< "TRUE", "FALSE"
        Error,   ///< what a calculation failed with: "#N/A"
    };
    int column = 0; ///< from 0: A
    Kind kind = Kind::Text;
    double number = 0;    ///< of Number, and of Date and Elapsed where the file keeps them as one
    bool isNoDay = false; ///< of Date: 0 January 1900, what a formula makes of an empty cell
    int shownDigits = 0;  ///< of Number: with zeros before it up to so many, as its format shows it ("00184")
    std::string text;
    friend bool operator==(const SheetCell &, const SheetCell &) = default;
};

/// A row that holds something; its cells by column.
struct SheetRow {
    qint64 number = 0; ///< from 1, as spreadsheets count
    std::vector<SheetCell> cells;
};

/// One of the sheets of a workbook.
struct SheetInfo {
    enum class State { Visible, Hidden, VeryHidden };
    QString name;
    State state = State::Visible;
    friend bool operator==(const SheetInfo &, const SheetInfo &) = default;
};

} // namespace Elenco
