// SPDX-License-Identifier: Apache-2.0
#include "formats/formulaguard.h"

namespace Elenco {

bool needsGuard(std::string_view cell)
{
    if (cell.empty())
        return false;
    // Behind apostrophes too: "'=1" would come back as "=1" otherwise.
    const size_t first = cell.front() == '\'' ? cell.find_first_not_of('\'') : 0;
    return first != std::string_view::npos &&
           std::string_view("=+-@\t\r\n").find(cell[first]) != std::string_view::npos;
}

std::string withGuard(std::string cell)
{
    if (needsGuard(cell))
        cell.insert(cell.begin(), '\'');
    return cell;
}

std::string_view withoutGuard(std::string_view cell)
{
    return !cell.empty() && cell.front() == '\'' && needsGuard(cell) ? cell.substr(1) : cell;
}

} // namespace Elenco
