// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace Elenco {

/// Writes records as RFC 4180 has them: CRLF, quotes around what needs them, quotes doubled.
class CsvWriter
{
public:
    /// Appends to `out`; `delimiter` ',' or, for an Excel of a country with decimal commas, ';'.
    explicit CsvWriter(std::string &out, char delimiter = ',') : m_out(out), m_delimiter(delimiter) {}

    void write(std::span<const std::string_view> fields);

private:
    void append(std::string_view field);

    std::string &m_out;
    char m_delimiter;
};

} // namespace Elenco
