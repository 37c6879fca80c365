// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace Elenco {

/// What a spreadsheet made of a whole cell.
enum class CellShape {
    Text,           ///< nothing special
    Number,         ///< digits with ".0" behind: `digits` are all there
    Scientific,     ///< "3,93401E+11": digits are gone
    FullScientific, ///< "3.93401234567E+11": every digit is there, in `digits`
    Date,           ///< a date, whose digits can look like a landline
};

struct CellReading {
    CellShape shape = CellShape::Text;
    std::string digits;
};

/// Looks at the cell as a whole, before it is cut into numbers. `plain` is ASCII.
CellReading readCellShape(std::string_view plain);

} // namespace Elenco
