// SPDX-License-Identifier: Apache-2.0
// Any bytes are read as the records of an old workbook, without the container that would keep most of them out.
#include "readsheets.h"

#include "formats/sheets/xlsworkbook.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto workbook =
        Elenco::XlsWorkbook::of(std::string(reinterpret_cast<const char *>(data), size), QStringLiteral("fuzz"));
    if (workbook)
        readSheets(**workbook);
    return 0;
}
