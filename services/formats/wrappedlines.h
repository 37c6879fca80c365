// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/bytesource.h"

#include <memory>
#include <string>
#include <string_view>

namespace Elenco {

/// Whether a spreadsheet with another list separator wrote each row of this table as one cell: every line is one text
/// in quotes, which holds a row ("Nome,Cognome,Email"), and perhaps empty cells behind it. UTF-8.
bool hasWrappedLines(std::string_view sample);

/// The rows of such lines, as they were before; every other line stays.
std::string withoutWrapping(std::string_view text);

/// The same for a file, line by line.
class UnwrappingSource final : public ByteSource
{
public:
    explicit UnwrappingSource(std::unique_ptr<ByteSource> source) : m_source(std::move(source)) {}
    Result<qint64> read(char *data, qint64 size) override;

private:
    std::unique_ptr<ByteSource> m_source;
    std::string m_lines;     ///< read, the last one perhaps in part
    std::string m_unwrapped; ///< to be given
    size_t m_given = 0;
    bool m_atEnd = false;
};

} // namespace Elenco
