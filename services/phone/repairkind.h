// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string_view>

namespace Elenco {

/// What a repair (PhoneReading::repair) supposes to have happened to a number. Repairs are accepted a kind at a time:
/// that a file has lost its "+" says nothing of its zeros.
enum class RepairKind {
    LostPlus,       ///< "393401234567"
    LostZero,       ///< "+39 2 5550 1234", "255501234": the zero of an Italian landline
    NeedlessZero,   ///< "+39 0347 1234567", "+0039 347…": a zero that is only dialled within a country
    RepeatedPrefix, ///< "+39 0039 347…"
    BentFigures,    ///< letters for figures, what a spreadsheet makes of numbers
};
inline constexpr int repairKindCount = 5;

/// `typed`: the cell; `repaired`: E.164. Any thread.
RepairKind repairKindOf(std::string_view typed, std::string_view repaired);

/// In the user's language: "the + is missing".
QString repairKindText(RepairKind kind);

} // namespace Elenco
