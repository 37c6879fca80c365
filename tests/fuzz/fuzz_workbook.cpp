// SPDX-License-Identifier: Apache-2.0
// Any bytes are opened as a workbook: an archive of parts, or an old container. What opens is read to the end of every
// sheet, or refused on the way; rows have numbers, cells stand in order in columns that a sheet has, and none is empty.
#include "readsheets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto workbook = Elenco::Workbook::of(bytes, QStringLiteral("fuzz"));
    if (workbook)
        readSheets(**workbook);
    return 0;
}
