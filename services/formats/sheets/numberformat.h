// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/sheets/sheetcell.h"

#include <QString>

namespace Elenco {

/// How a cell shows its number, as far as that says what the number is: spreadsheets keep days as days since 1900.
struct NumberFormat {
    enum class Kind { Number, Date, Time, DateTime, Elapsed };
    Kind kind = Kind::Number;
    int digits = 0; ///< zeros are put before it up to so many: "00000"
    friend bool operator==(const NumberFormat &, const NumberFormat &) = default;
};

/// From a format's code ("dd/mm/yyyy;@", "[h]:mm", "00000"), ECMA-376 Part 1, 18.8.31. Only its first section counts.
NumberFormat readNumberFormat(QStringView code);
/// Of the formats that have a number and no code in the file (18.8.30, and those of East Asia).
NumberFormat builtInNumberFormat(int id);

/// Turns the number of a cell into what its format makes of it: kind and text are set. `from1904`: days are counted
/// from 1 January 1904, else as if 29 February 1900 had been.
void setNumber(SheetCell &cell, double number, const NumberFormat &format, bool from1904);

/// Days as hours, minutes and seconds, as people see them: "26:30:00".
std::string elapsedText(double days);

/// Days as whole days and what is left of one, to the microsecond: "1 day, 2:30:00", "-2 days, 19:12:00". Compares with
/// what other readers (openpyxl) give.
std::string daysAndTimeText(double days);

/// The shortest decimal that reads as the number again, with an exponent only where there would be more than 20 zeros.
std::string shortestText(double number);

} // namespace Elenco
