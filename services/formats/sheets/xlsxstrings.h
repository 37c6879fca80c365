// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/sheets/sheetxml.h"

#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

/// The texts that the cells of an .xlsx share, in one piece of memory.
class XlsxStrings
{
public:
    Result<void> read(SheetXml &xml, const QString &path);
    size_t count() const { return m_ends.size(); }
    std::string_view at(size_t index) const
    {
        const size_t start = index == 0 ? 0 : m_ends[index - 1];
        return std::string_view(m_texts).substr(start, m_ends[index] - start);
    }

private:
    std::string m_texts;
    std::vector<quint32> m_ends;
};

/// The text of an element of runs (<si>, <is>) whose start is the token, behind what is there: that of all its runs,
/// but not how it is read aloud.
void appendRuns(SheetXml &xml, std::string &to);

} // namespace Elenco
