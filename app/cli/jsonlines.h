// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace Elenco {

/// Appends UTF-8 text as a JSON string (RFC 8259 section 7).
void appendJson(std::string &out, std::string_view text);

/// Appends a list of texts as a JSON array.
template <typename Texts>
void appendJsonArray(std::string &out, const Texts &texts)
{
    out += '[';
    bool first = true;
    for (const auto &text : texts) {
        if (!first)
            out += ',';
        first = false;
        appendJson(out, text);
    }
    out += ']';
}

/// Lines on standard output, a block at a time.
class OutputLines
{
public:
    std::string line;

    /// False when nobody reads any more.
    bool endLine()
    {
        line += '\n';
        if (line.size() < Block)
            return true;
        return flush();
    }
    bool flush()
    {
        const bool written =
            std::fwrite(line.data(), 1, line.size(), stdout) == line.size() && std::fflush(stdout) == 0;
        line.clear();
        return written;
    }

private:
    static constexpr size_t Block = size_t(64) << 10;
};

} // namespace Elenco
