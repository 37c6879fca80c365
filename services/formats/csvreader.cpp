// SPDX-License-Identifier: Apache-2.0
#include "formats/csvreader.h"

#include "formats/csvscan.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace Elenco {

namespace {

// Small at first: a guess of a dialect makes a reader for each candidate.
constexpr size_t FirstBuffer = size_t(8) << 10;
constexpr size_t UsualBuffer = size_t(256) << 10;

} // namespace

CsvReader::CsvReader(ByteSource &source, const CsvDialect &dialect, Limits limits)
    : m_source(source), m_dialect(dialect), m_limits(limits)
{
    // Where there is none, looking for the line end twice finds nothing more. A NUL in the text is text.
    if (m_dialect.delimiter == '\0') {
        m_plainText = m_dialect.escape == '\0';
        m_dialect.delimiter = '\n';
    }
}

Result<void> CsvReader::fill()
{
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_end + ScanPadding >= m_buffer.size() || m_buffer.size() < UsualBuffer)
        m_buffer.resize(m_buffer.empty() ? FirstBuffer : m_buffer.size() * 2);
    const size_t room = m_buffer.size() - ScanPadding;
    while (m_end < room && !m_atEnd) {
        const Result<qint64> got = m_source.read(m_buffer.data() + m_end, static_cast<qint64>(room - m_end));
        if (!got)
            return got.error();
        m_atEnd = *got == 0;
        m_end += static_cast<size_t>(*got);
    }
    return {};
}

/// True if a record follows.
Result<bool> CsvReader::skipBlankLines()
{
    while (true) {
        if (m_begin == m_end) {
            if (m_atEnd)
                return false;
            if (const Result<void> filled = fill(); !filled)
                return filled.error();
            continue;
        }
        const char c = m_buffer[m_begin];
        if (m_dialect.comment != '\0' && (c == m_dialect.comment || c == ' ' || c == '\t')) {
            const Result<bool> comment = skipComment();
            if (!comment || !*comment)
                return comment ? Result<bool>(true) : comment;
            continue;
        }
        if (c != '\n' && c != '\r')
            return true;
        if (c == '\r' && m_begin + 1 == m_end && !m_atEnd) {
            if (const Result<void> filled = fill(); !filled)
                return filled.error();
        }
        const size_t size = c == '\r' && m_begin + 1 < m_end && m_buffer[m_begin + 1] == '\n' ? 2 : 1;
        m_begin += size;
        m_position += static_cast<qint64>(size);
        ++m_line;
    }
}

/// True if a line of comment was passed over, up to its line end.
Result<bool> CsvReader::skipComment()
{
    size_t at = m_begin;
    while (at < m_end && (m_buffer[at] == ' ' || m_buffer[at] == '\t'))
        ++at;
    if (at == m_end && !m_atEnd) {
        // The mark may come with the next bytes; a line of blanks that fills the buffer is none.
        if (m_end - m_begin > 1024)
            return false;
        if (const Result<void> filled = fill(); !filled)
            return filled.error();
        return skipComment();
    }
    if (at == m_end || m_buffer[at] != m_dialect.comment)
        return false;
    if (const Result<Next> passed = skipLine(Reason::None); !passed)
        return passed.error();
    return true;
}

CsvReader::Reason CsvReader::limitReached() const
{
    if (static_cast<qint64>(m_end - std::max(m_begin, m_fieldAt)) > m_limits.field)
        return Reason::FieldTooLong;
    if (static_cast<qint64>(m_end - m_begin) > m_limits.record)
        return Reason::RecordTooLong;
    return Reason::None;
}

Result<CsvReader::Next> CsvReader::next()
{
    m_reason = Reason::None;
    const Result<bool> more = skipBlankLines();
    if (!more)
        return more.error();
    m_fields.clear();
    if (!*more)
        return Next::End;
    m_recordLine = m_line;
    while (true) {
        m_fields.clear();
        m_unresolved.clear();
        m_newlines = 0;
        size_t at = m_begin;
        const Scan scan = scanRecord(at);
        if (scan == Scan::NotClosed)
            return skipLine(Reason::QuoteNotClosed);
        if (static_cast<qint64>(m_fields.size()) > m_limits.fields)
            return skipLine(Reason::TooManyFields);
        if (scan == Scan::Complete) {
            for (const std::string_view field : m_fields) {
                if (static_cast<qint64>(field.size()) > m_limits.field)
                    return skipLine(Reason::FieldTooLong);
            }
            for (const size_t index : m_unresolved)
                m_fields[index] = resolved(m_fields[index]);
            m_position += static_cast<qint64>(at - m_begin);
            m_begin = at;
            m_line += m_newlines + 1;
            return Next::Record;
        }
        if (const Reason reason = limitReached(); reason != Reason::None)
            return skipLine(reason);
        if (const Result<void> filled = fill(); !filled)
            return filled.error();
    }
}

CsvReader::Scan CsvReader::scanRecord(size_t &at)
{
    while (true) {
        m_fieldAt = at;
        if (at == m_end && !m_atEnd)
            return Scan::NeedMore;
        Scan scan = Scan::Complete;
        if (at < m_end && m_dialect.quote != '\0' && m_buffer[at] == m_dialect.quote)
            scan = scanQuoted(at);
        else if (m_dialect.escape != '\0')
            scan = scanEscaped(at);
        else
            scan = m_plainText ? scanText(at) : scanPlain(at);
        if (scan != Scan::Complete || (m_plainText && endsBehindText(at)))
            return scan;
        if (at == m_end)
            return m_atEnd ? Scan::Complete : Scan::NeedMore;
        const char c = m_buffer[at];
        if (c == '\n') {
            ++at;
            return Scan::Complete;
        }
        if (c == '\r') {
            if (at + 1 == m_end && !m_atEnd)
                return Scan::NeedMore;
            at += at + 1 < m_end && m_buffer[at + 1] == '\n' ? 2 : 1;
            return Scan::Complete;
        }
        ++at; // the delimiter
        if (static_cast<qint64>(m_fields.size()) > m_limits.fields)
            return Scan::Complete;
    }
}

CsvReader::Scan CsvReader::scanPlain(size_t &at)
{
    const char *start = m_buffer.data() + at;
    const char *end = m_buffer.data() + m_end;
    const char *hit = findAny(start, end, m_dialect.delimiter, '\n', '\r');
    m_fields.emplace_back(start, static_cast<size_t>(hit - start));
    at += static_cast<size_t>(hit - start);
    return Scan::Complete;
}

/// The line end that only plain text has stays with its line: no byte is lost that may have meant something.
CsvReader::Scan CsvReader::scanText(size_t &at)
{
    const char *start = m_buffer.data() + at;
    const char *end = m_buffer.data() + m_end;
    const char *hit = start;
    while (hit < end && *hit != '\n' && *hit != '\r') {
        if (isTextLineEnd(start, hit++))
            break;
    }
    m_fields.emplace_back(start, static_cast<size_t>(hit - start));
    at += static_cast<size_t>(hit - start);
    return Scan::Complete;
}

bool CsvReader::endsBehindText(size_t at) const
{
    // What is inside quotes ends no line, and behind it stands a quote.
    return at > m_fieldAt && isTextLineEnd(m_buffer.data() + m_fieldAt, m_buffer.data() + at - 1);
}

CsvReader::Scan CsvReader::scanEscaped(size_t &at)
{
    const size_t start = at;
    bool escaped = false;
    while (at < m_end) {
        const char c = m_buffer[at];
        if (c == m_dialect.delimiter || c == '\n' || c == '\r')
            break;
        if (c == m_dialect.escape) {
            escaped = true;
            ++at;
            if (at == m_end && !m_atEnd)
                return Scan::NeedMore;
            if (at < m_end && m_buffer[at] == '\n')
                ++m_newlines;
        }
        if (at < m_end)
            ++at;
    }
    if (escaped)
        m_unresolved.push_back(m_fields.size());
    m_fields.emplace_back(m_buffer.data() + start, at - start);
    return Scan::Complete;
}

CsvReader::Scan CsvReader::scanQuoted(size_t &at)
{
    const char *base = m_buffer.data();
    const char *end = base + m_end;
    const char *open = base + at;
    const char *p = open + 1;
    bool plain = true; // nothing but text between two quotes
    while (true) {
        const char *hit = m_dialect.escape == '\0' ? findAny(p, end, m_dialect.quote, '\n', '\r') : p;
        if (hit == end) {
            if (!m_atEnd)
                return Scan::NeedMore;
            if (swallowsRecords(std::string_view(open, static_cast<size_t>(end - open))))
                return Scan::NotClosed;
            ++m_quotedFields;
            ++m_strayQuotes;
            m_unresolved.push_back(m_fields.size());
            m_fields.emplace_back(open, static_cast<size_t>(end - open));
            at = m_end;
            return Scan::Complete;
        }
        p = hit + 1;
        if (m_dialect.escape != '\0' && *hit == m_dialect.escape) {
            plain = false;
            if (p == end && !m_atEnd)
                return Scan::NeedMore;
            p += p < end;
            continue;
        }
        if (*hit == '\n' || *hit == '\r') {
            if (*hit == '\r' && p == end && !m_atEnd)
                return Scan::NeedMore;
            if (*hit == '\n' || p == end || *p != '\n')
                ++m_newlines;
            continue;
        }
        if (*hit != m_dialect.quote)
            continue;
        if (p == end && !m_atEnd)
            return Scan::NeedMore;
        if (p < end && *p == m_dialect.quote) {
            plain = false;
            ++p;
            continue;
        }
        if (p == end || *p == m_dialect.delimiter || *p == '\n' || *p == '\r') {
            ++m_quotedFields;
            if (plain) {
                m_fields.emplace_back(open + 1, static_cast<size_t>(hit - open - 1));
            } else {
                m_unresolved.push_back(m_fields.size());
                m_fields.emplace_back(open, static_cast<size_t>(p - open));
            }
            at = static_cast<size_t>(p - base);
            return Scan::Complete;
        }
        ++m_quotedFields;
        ++m_strayQuotes;
        // Text behind the closing quote belongs to the field, up to its end; quotes in it are text.
        at = static_cast<size_t>(p - base);
        const Scan rest = m_dialect.escape != '\0' ? scanEscaped(at) : m_plainText ? scanText(at) : scanPlain(at);
        if (rest != Scan::Complete)
            return rest;
        if (!m_unresolved.empty() && m_unresolved.back() == m_fields.size() - 1)
            m_unresolved.pop_back();
        m_fields.back() = std::string_view(open, static_cast<size_t>(base + at - open));
        m_unresolved.push_back(m_fields.size() - 1);
        return Scan::Complete;
    }
}

/// Takes quotes and escapes out, in place: the text only gets shorter.
std::string_view CsvReader::resolved(std::string_view raw)
{
    char *to = m_buffer.data() + (raw.data() - m_buffer.data());
    const char *start = to;
    bool quoted = false;
    size_t i = 0;
    if (m_dialect.quote != '\0' && !raw.empty() && raw.front() == m_dialect.quote) {
        quoted = true;
        i = 1;
    }
    for (; i < raw.size(); ++i) {
        if (m_dialect.escape != '\0' && raw[i] == m_dialect.escape && i + 1 < raw.size()) {
            *to++ = raw[++i];
        } else if (quoted && raw[i] == m_dialect.quote) {
            if (i + 1 < raw.size() && raw[i + 1] == m_dialect.quote)
                *to++ = raw[i++];
            else
                quoted = false;
        } else {
            *to++ = raw[i];
        }
    }
    return {start, static_cast<size_t>(to - start)};
}

/// A quote that is never closed takes the rest of the file into one field. If that rest looks like records, the quote
/// was a slip and they are to be read.
bool CsvReader::swallowsRecords(std::string_view raw) const
{
    if (m_expectedFields < 2)
        return false;
    int lines = 0;
    int records = 0;
    size_t at = raw.find('\n');
    while (at != std::string_view::npos && at + 1 < raw.size()) {
        const size_t end = raw.find('\n', at + 1);
        const std::string_view line = raw.substr(at + 1, end == std::string_view::npos ? end : end - at - 1);
        ++lines;
        records += std::count(line.begin(), line.end(), m_dialect.delimiter) == m_expectedFields - 1;
        at = end;
    }
    return records >= 2 && records * 10 >= lines * 6;
}

/// Passes over the physical line where the record began.
Result<CsvReader::Next> CsvReader::skipLine(Reason reason)
{
    m_reason = reason;
    m_fields.clear();
    while (true) {
        const char *start = m_buffer.data() + m_begin;
        const char *end = m_buffer.data() + m_end;
        const char *hit = findAny(start, end, '\n', '\r', '\n');
        const auto passed = static_cast<size_t>(hit - start);
        m_begin += passed;
        m_position += static_cast<qint64>(passed);
        if (hit != end)
            break; // what follows is the line end: skipBlankLines() takes it
        if (m_atEnd)
            return Next::Rejected;
        if (const Result<void> filled = fill(); !filled)
            return filled.error();
    }
    return Next::Rejected;
}

QString rejectionText(CsvReader::Reason reason)
{
    switch (reason) {
    case CsvReader::Reason::None: return {};
    case CsvReader::Reason::FieldTooLong:
        return QCoreApplication::translate("CsvReader", "A cell of this row is too long.");
    case CsvReader::Reason::RecordTooLong: return QCoreApplication::translate("CsvReader", "The row is too long.");
    case CsvReader::Reason::TooManyFields:
        return QCoreApplication::translate("CsvReader", "The row has too many cells.");
    case CsvReader::Reason::QuoteNotClosed:
        return QCoreApplication::translate("CsvReader", "A quotation mark in this row is never closed.");
    }
    return {};
}

} // namespace Elenco
