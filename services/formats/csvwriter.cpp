// SPDX-License-Identifier: Apache-2.0
#include "formats/csvwriter.h"

namespace Elenco {

void CsvWriter::append(std::string_view field)
{
    const char special[] = {'"', '\r', '\n', m_delimiter};
    const bool blanks = !field.empty() &&
                        (field.front() == ' ' || field.back() == ' ' || field.front() == '\t' || field.back() == '\t' ||
                         field.front() == '#'); // some readers trim blanks, some take '#' for a comment
    if (!blanks && field.find_first_of(std::string_view(special, sizeof special)) == std::string_view::npos) {
        m_out.append(field);
        return;
    }
    m_out += '"';
    for (size_t from = 0;;) {
        const size_t quote = field.find('"', from);
        m_out.append(field.substr(from, quote == std::string_view::npos ? quote : quote - from + 1));
        if (quote == std::string_view::npos)
            break;
        m_out += '"';
        from = quote + 1;
    }
    m_out += '"';
}

void CsvWriter::write(std::span<const std::string_view> fields)
{
    for (size_t i = 0; i < fields.size(); ++i) {
        if (i > 0)
            m_out += m_delimiter;
        append(fields[i]);
    }
    if (fields.size() == 1 && fields.front().empty())
        m_out += "\"\""; // an empty line would be no record
    m_out += "\r\n";
}

} // namespace Elenco
