// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <string>

namespace Elenco {

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
