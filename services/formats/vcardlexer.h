// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/vcard.h"

#include <string_view>

namespace Elenco {

/// Cuts bytes into physical lines. CR, LF, CRLF and CR CR LF each end one line.
class LineScanner
{
public:
    /// `atEnd`: no byte follows `bytes`, so its last line needs no line end.
    LineScanner(std::string_view bytes, bool atEnd) : m_bytes(bytes), m_atEnd(atEnd) {}

    enum class Next { Line, NeedMore, End };
    Next next(std::string_view &line);
    /// The first byte of the next line: -1 at the end, -2 if more bytes are needed to know.
    int peek() const;

    size_t position() const { return m_position; }
    void setPosition(size_t position) { m_position = position; }
    /// The line that next() gave last had no line end: the file may be cut there.
    bool isCut() const { return m_cut; }

private:
    std::string_view m_bytes;
    size_t m_position = 0;
    size_t m_lineFeed = 0; ///< of the next LF at or after m_position, once looked for
    bool m_lineFeedKnown = false;
    bool m_atEnd;
    bool m_cut = false;
};

/// Cuts a card into content lines: unfolds (2.1, 3.0, 4.0), joins the soft breaks of quoted-printable and unindented
/// base64, splits names, groups and parameters (RFC 6350 section 3.3, RFC 6868).
class VCardLexer
{
public:
    /// `bytes` begin behind the line of BEGIN; `line` is the number of their first line.
    VCardLexer(std::string_view bytes, bool atEnd, qint64 line, Card &card)
        : m_lines(bytes, atEnd), m_line(line), m_card(card)
    {
    }

    enum class Next { Property, Malformed, NeedMore, End };
    /// Malformed: a line that is no property; `property` has its text as value. Blank and comment lines are skipped.
    Next next(CardProperty &property);

    size_t position() const { return m_lines.position(); }
    qint64 line() const { return m_line; }
    /// The last property reached the end of the file without a line end.
    bool isCut() const { return m_lines.isCut(); }

private:
    LineScanner::Next readLine(std::string_view &line);
    bool unfold(std::string_view &line);
    bool joinSoftBreaks(std::string_view &value);
    bool joinBase64(std::string_view &value);
    bool isQuotedPrintable(std::string_view line);
    bool splitHead(std::string_view head, CardProperty &property);
    void addParameter(std::string_view text, CardProperty &property);

    LineScanner m_lines;
    qint64 m_line;
    Card &m_card;
    std::string m_joined; ///< the line being joined; kept for its memory
};

} // namespace Elenco
