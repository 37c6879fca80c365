// SPDX-License-Identifier: Apache-2.0
#include "formats/vcardreader.h"

#include "core/asciitext.h"
#include "formats/textencoding.h"
#include "formats/vcardlexer.h"
#include "formats/vcardline.h"

#include <QCoreApplication>

#include <functional>

#include <cstring>

namespace Elenco {

namespace {

constexpr size_t FirstBuffer = size_t(8) << 10; // most files of a phone are this small
constexpr size_t UsualBuffer = size_t(256) << 10;
constexpr size_t LargestStray = size_t(1) << 20;
constexpr size_t MostStrayLines = 1000;

bool isBegin(std::string_view line)
{
    return line.size() >= 11 && equalsIgnoringCase(strippedLine(line), "BEGIN:VCARD");
}

bool isEnd(std::string_view line)
{
    return line.size() >= 9 && equalsIgnoringCase(strippedLine(line), "END:VCARD");
}

bool isCardWord(const CardProperty &property)
{
    return equalsIgnoringCase(strippedLine(property.value), "VCARD");
}

bool holdsSomeone(const Card &card)
{
    bool named =
        !card.fn.empty() || !card.tel.empty() || !card.email.empty() || !card.org.empty() || !card.nickname.empty();
    for (const std::string_view part : card.n)
        named |= !part.empty();
    return named;
}

} // namespace

VCardReader::VCardReader(ByteSource &source, Options options) : m_source(source), m_options(std::move(options))
{
}

/// Until the buffer is full, so that a card at its end is parsed again at most once.
Result<void> VCardReader::fill()
{
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_end == m_buffer.size() || m_buffer.size() < UsualBuffer)
        m_buffer.resize(m_buffer.empty() ? FirstBuffer : m_buffer.size() * 2);
    while (m_end < m_buffer.size() && !m_atEnd) {
        const Result<qint64> got = m_source.read(m_buffer.data() + m_end, static_cast<qint64>(m_buffer.size() - m_end));
        if (!got)
            return got.error();
        m_atEnd = *got == 0;
        m_end += static_cast<size_t>(*got);
    }
    return {};
}

void VCardReader::consume(size_t size, qint64 lines)
{
    m_begin += size;
    m_line += lines;
}

void VCardReader::addStray(qint64 line, std::string_view text)
{
    if (m_strayLines.size() < MostStrayLines)
        m_strayLines.push_back({line, "outside a card: " + std::string(text.substr(0, 80))});
}

/// Consumes what lies before the next card. True at its BEGIN, false at the end or where a card without BEGIN ended.
Result<bool> VCardReader::findBegin()
{
    while (true) {
        LineScanner lines(rest(), m_atEnd);
        std::string_view line;
        switch (lines.next(line)) {
        case LineScanner::Next::End: return false;
        case LineScanner::Next::NeedMore:
            if (static_cast<qint64>(rest().size()) > m_options.largestCard) {
                addStray(m_line, rest());
                consume(rest().size(), 0);
            }
            if (const Result<void> filled = fill(); !filled)
                return filled.error();
            continue;
        case LineScanner::Next::Line: break;
        }
        if (m_line == 1 && line.starts_with("\xEF\xBB\xBF"))
            line.remove_prefix(3);
        if (isBegin(line))
            return true;
        const qint64 number = m_line;
        consume(lines.position(), 1);
        const std::string_view text = strippedLine(line);
        if (text.empty())
            continue;
        if (m_stray.empty())
            m_strayLine = number;
        m_stray.append(line.substr(0, LargestStray - std::min(LargestStray, m_stray.size())));
        m_stray += '\n';
        if (isEnd(line))
            return false;
        if (!m_inOther)
            addStray(number, text);
        if (text.size() > 6 && equalsIgnoringCase(text.substr(0, 6), "BEGIN:"))
            m_inOther = true;
        else if (text.size() > 4 && equalsIgnoringCase(text.substr(0, 4), "END:"))
            m_inOther = false;
    }
}

/// Lines outside a card: rejected as a card without BEGIN if they say something about someone.
Result<VCardReader::Next> VCardReader::readStray(Card &card)
{
    const std::string stray = std::exchange(m_stray, {});
    m_inOther = false;
    card.clear();
    VCardLexer lexer(stray, true, m_strayLine, card);
    CardProperty property;
    for (auto next = lexer.next(property); next != VCardLexer::Next::End; next = lexer.next(property)) {
        if (next == VCardLexer::Next::Property)
            card.properties.push_back(property);
    }
    decode(card);
    // The views point into `stray`; what a rejected card is asked for must outlive it.
    card.fn = card.arena.add(card.name());
    card.n = {};
    card.properties.clear();
    card.parameters.clear();
    card.types.clear();
    const bool someone = !card.fn.empty();
    const std::string_view name = card.fn;
    for (auto *list : {&card.note, &card.title, &card.url, &card.org, &card.nickname, &card.categories})
        list->clear();
    card.tel.clear();
    card.email.clear();
    card.adr.clear();
    card.bday = {};
    card.gender = {};
    if (!someone)
        return Next::End;
    card.fn = name;
    card.line = m_strayLine;
    card.number = ++m_number;
    m_reason = Reason::NoBegin;
    return Next::Rejected;
}

Result<VCardReader::Next> VCardReader::next(Card &card)
{
    m_reason = Reason::None;
    while (true) {
        const Result<bool> found = findBegin();
        if (!found)
            return found.error();
        if (!m_stray.empty()) {
            const Result<Next> stray = readStray(card);
            if (!stray || *stray == Next::Rejected)
                return stray;
        }
        if (*found)
            break;
        if (rest().empty() && m_atEnd)
            return Next::End;
    }
    while (true) {
        card.clear();
        card.number = m_number + 1;
        card.line = m_line;
        Next next = Next::End;
        if (parseCard(card, next) == Parse::Done) {
            ++m_number;
            return next;
        }
        if (static_cast<qint64>(rest().size()) >= m_options.largestCard) {
            ++m_number;
            return skipLargeCard(card);
        }
        if (const Result<void> filled = fill(); !filled)
            return filled.error();
    }
}

namespace {

/// Where in `bytes` a card begins that was written behind the END of another; npos where none does.
size_t joinedAt(const CardProperty &property, std::string_view bytes)
{
    if (property.id != CardPropertyId::End || property.value.size() < 16 ||
        !equalsIgnoringCase(property.value.substr(0, 5), "VCARD"))
        return std::string_view::npos;
    const size_t begin = property.value.find_first_not_of(" \t", 5);
    const bool isInside = std::less_equal<>()(bytes.data(), property.value.data()) &&
                          std::less<>()(property.value.data(), bytes.data() + bytes.size());
    if (begin == std::string_view::npos || !isInside || !isBegin(property.value.substr(begin)))
        return std::string_view::npos;
    return static_cast<size_t>(property.value.data() - bytes.data()) + begin;
}

} // namespace

VCardReader::Parse VCardReader::parseCard(Card &card, Next &next)
{
    LineScanner first(rest(), m_atEnd);
    std::string_view line;
    if (first.next(line) != LineScanner::Next::Line)
        return Parse::NeedMore;
    const size_t bodyAt = first.position();
    VCardLexer lexer(rest().substr(bodyAt), m_atEnd, m_line + 1, card);
    CardProperty property;
    CardPropertyId previous = CardPropertyId::Other;
    int depth = 0; // of cards inside an AGENT: versit vCard 2.1 section 2.4.1
    size_t agentAt = 0;
    bool cut = false;
    const auto keepAgent = [&](size_t end) {
        // As 3.0 writes it (RFC 2426 section 3.5.4): the card is the value, a text.
        const std::string_view inside = rest().substr(bodyAt + agentAt, end - agentAt);
        CardProperty &agent = card.properties.back();
        agent.value = card.arena.add(escapedValue("BEGIN:VCARD\n" + std::string(inside)));
        agent.quotedPrintable = false;
        agent.base64 = false;
    };
    while (true) {
        const size_t before = lexer.position();
        const qint64 lineBefore = lexer.line();
        const auto kind = lexer.next(property);
        if (kind == VCardLexer::Next::NeedMore)
            return Parse::NeedMore;
        if (kind == VCardLexer::Next::End) {
            cut = true;
            break;
        }
        if (kind == VCardLexer::Next::Malformed) {
            if (depth == 0)
                card.problems.push_back(
                    {property.line, "not a property: " + std::string(property.value.substr(0, 80))});
            continue;
        }
        if (property.id == CardPropertyId::Begin && isCardWord(property)) {
            if (depth == 0 && previous != CardPropertyId::Agent) {
                decode(card);
                m_reason = Reason::NoEnd;
                next = Next::Rejected;
                consume(bodyAt + before, lineBefore - m_line);
                return Parse::Done;
            }
            if (depth++ == 0)
                agentAt = lexer.position();
            continue;
        }
        if (property.id == CardPropertyId::End && isCardWord(property)) {
            if (depth == 0)
                break;
            if (--depth == 0)
                keepAgent(lexer.position());
            continue;
        }
        // "END:VCARDBEGIN:VCARD": the next card begins in the line that ends this one.
        if (const size_t joint = depth == 0 ? joinedAt(property, rest()) : std::string_view::npos;
            joint != std::string_view::npos) {
            decode(card);
            next = judge(card);
            consume(joint, property.line - m_line);
            return Parse::Done;
        }
        previous = property.id;
        if (depth > 0)
            continue;
        if (property.id == CardPropertyId::Agent && isBegin(property.value)) {
            depth = 1;
            agentAt = lexer.position();
            card.properties.push_back(property);
            continue;
        }
        if (m_atEnd && lexer.isCut() && lexer.position() == rest().size() - bodyAt) {
            // The file ends inside this line: half a number is worse than none.
            card.problems.push_back({property.line, "the file ends in the middle of this line"});
            continue;
        }
        card.properties.push_back(property);
    }
    if (cut && depth > 0)
        keepAgent(lexer.position());
    if (cut)
        card.problems.push_back({lexer.line(), "the file ends before END:VCARD"});
    decode(card);
    next = judge(card);
    consume(bodyAt + lexer.position(), lexer.line() - m_line);
    return Parse::Done;
}

VCardReader::Next VCardReader::judge(Card &card)
{
    if (card.problems.empty() || holdsSomeone(card))
        return Next::Card;
    m_reason = Reason::NothingReadable;
    return Next::Rejected;
}

Result<VCardReader::Next> VCardReader::skipLargeCard(Card &card)
{
    card.clear();
    card.number = m_number;
    card.line = m_line;
    m_reason = Reason::TooLarge;
    bool first = true;
    bool midLine = false;
    while (true) {
        LineScanner lines(rest(), m_atEnd);
        std::string_view line;
        const auto next = lines.next(line);
        if (next == LineScanner::Next::End)
            break;
        if (next == LineScanner::Next::NeedMore) {
            // Two bytes stay: a line end must not be torn.
            if (rest().size() > UsualBuffer) {
                consume(rest().size() - 2, 0);
                midLine = true;
            }
            if (const Result<void> filled = fill(); !filled)
                return filled.error();
            continue;
        }
        if (!first && !midLine && isBegin(line))
            break;
        const bool end = !midLine && isEnd(line);
        consume(lines.position(), 1);
        first = false;
        midLine = false;
        if (end)
            break;
    }
    m_buffer.resize(std::max(m_end, UsualBuffer));
    m_buffer.shrink_to_fit();
    return Next::Rejected;
}

QString rejectionText(VCardReader::Reason reason)
{
    switch (reason) {
    case VCardReader::Reason::None: return {};
    case VCardReader::Reason::NoBegin:
        return QCoreApplication::translate("VCardReader", "The card has no beginning (BEGIN:VCARD is missing).");
    case VCardReader::Reason::NoEnd:
        return QCoreApplication::translate("VCardReader", "The card has no end (END:VCARD is missing).");
    case VCardReader::Reason::NothingReadable:
        return QCoreApplication::translate("VCardReader", "Nothing in the card can be read.");
    case VCardReader::Reason::TooLarge: return QCoreApplication::translate("VCardReader", "The card is too large.");
    }
    return {};
}

} // namespace Elenco
