// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/sheets/sheettable.h"

#include <cstdint>
#include <cstdlib>

/// Reads every sheet of a workbook, and aborts where a reader breaks its word.
inline void readSheets(Elenco::Workbook &workbook)
{
    const auto require = [](bool holds) {
        if (!holds)
            std::abort();
    };
    constexpr int mostRows = 2000; // what is repeated is said once
    for (qsizetype sheet = 0; sheet < std::min<qsizetype>(workbook.sheets().size(), 8); ++sheet) {
        auto reader = workbook.read(sheet);
        if (!reader)
            continue;
        Elenco::SheetRow row;
        for (int rows = 0; rows < mostRows; ++rows) {
            const auto next = (*reader)->next(row);
            if (!next || !*next)
                break;
            require(row.number > 0 && !row.cells.empty());
            int before = -1;
            for (const Elenco::SheetCell &cell : row.cells) {
                require(!cell.text.empty() && cell.column >= before && cell.column < Elenco::SheetLimits::columns * 4);
                before = cell.column;
            }
            Elenco::tableTexts(row);
        }
    }
}
