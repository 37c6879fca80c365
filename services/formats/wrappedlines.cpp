// SPDX-License-Identifier: Apache-2.0
#include "formats/wrappedlines.h"

#include <algorithm>
#include <optional>

namespace Elenco {

namespace {

constexpr std::string_view delimiters = ",;\t|";
constexpr size_t mostLines = 50;

// The text in the quotes of a line that is nothing else.
std::optional<std::string> insideOf(std::string_view line)
{
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || delimiters.find(line.back()) != line.npos))
        line.remove_suffix(1);
    if (line.size() < 2 || line.front() != '"' || line.back() != '"')
        return {};
    line = line.substr(1, line.size() - 2);
    std::string inside;
    for (size_t i = 0; i < line.size(); ++i) {
        inside += line[i];
        if (line[i] == '"' && (++i == line.size() || line[i] != '"'))
            return {};
    }
    return inside;
}

template <typename Use>
void forEachLine(std::string_view text, Use use)
{
    while (!text.empty()) {
        const size_t end = text.find('\n');
        use(text.substr(0, end));
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
    }
}

} // namespace

bool hasWrappedLines(std::string_view sample)
{
    // The first line names three columns at least: a list of names "Rossi, Giulia" has a comma as well.
    size_t lines = 0, wrapped = 0;
    bool isTable = false;
    forEachLine(sample, [&](std::string_view line) {
        if (lines == mostLines || line.find_first_not_of(" \r,;\t") == line.npos)
            return;
        const auto inside = insideOf(line);
        wrapped += inside.has_value();
        if (lines++ == 0 && inside) {
            isTable = std::any_of(delimiters.begin(), delimiters.end(),
                                  [&](char c) { return std::count(inside->begin(), inside->end(), c) >= 2; });
        }
    });
    return isTable && lines > 1 && wrapped == lines;
}

std::string withoutWrapping(std::string_view text)
{
    std::string rows;
    const bool isWhole = text.ends_with('\n');
    forEachLine(text, [&](std::string_view line) {
        const auto inside = insideOf(line);
        rows.append(inside ? *inside : std::string(line)).append("\n");
    });
    if (!isWhole && !rows.empty())
        rows.pop_back();
    return rows;
}

Result<qint64> UnwrappingSource::read(char *data, qint64 size)
{
    while (m_given == m_unwrapped.size() && !m_atEnd) {
        char chunk[1 << 14];
        const Result<qint64> got = m_source->read(chunk, sizeof chunk);
        if (!got)
            return got;
        m_atEnd = *got == 0;
        m_lines.append(chunk, static_cast<size_t>(*got));
        const size_t end = m_atEnd ? m_lines.size() : m_lines.rfind('\n') + 1; // none: npos + 1 is 0
        m_unwrapped = withoutWrapping(std::string_view(m_lines).substr(0, end));
        m_given = 0;
        m_lines.erase(0, end);
    }
    const size_t count = std::min(static_cast<size_t>(size), m_unwrapped.size() - m_given);
    std::copy_n(m_unwrapped.data() + m_given, count, data);
    m_given += count;
    return static_cast<qint64>(count);
}

} // namespace Elenco
