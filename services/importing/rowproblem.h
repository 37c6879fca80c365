// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "phone/phoneparser.h"

#include <string>

namespace Elenco {

/// Why a row can't be imported. Stored in staging: add at the end only. Codes from FirstPhone on are FirstPhone plus
/// the PhoneProblem; who wants no messages has the store's own (StagedRow::optedOut).
struct RowProblem {
    enum Code {
        None = 0,
        Unreadable = 1,
        NoNumberNoEmail = 2,
        TooManyCells = 3,
        MalformedEmail = 4,   ///< and no number; with one it is only said
        CalculationError = 5, ///< only said
        FirstPhone = 100
    };
    static PhoneProblem phone(int code)
    {
        return code >= FirstPhone ? static_cast<PhoneProblem>(code - FirstPhone) : PhoneProblem::None;
    }
    /// In the user's language; `typed`: the cell that it is about.
    static std::string text(int code, std::string_view typed = {});
};

} // namespace Elenco
