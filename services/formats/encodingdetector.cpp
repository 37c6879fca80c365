// SPDX-License-Identifier: Apache-2.0
#include "formats/textencoding.h"
#include "formats/utf8.h"

#include <algorithm>

namespace Elenco {

namespace {

constexpr size_t StartSize = 1 << 16;

bool isLetter(unsigned char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/// Letters in Mac Roman (ä å ç é è ê ë î ï ñ ó ò ô ö õ ú ù û ü à â ã …) that are signs, rare letters or nothing in
/// windows-1252. 0x80, 0x82, 0x84, 0x85, 0x91..0x97 stay out: there they are the euro, quotes and dashes.
bool isMacLetter(unsigned char c)
{
    return c == 0x81 || c == 0x83 || (c >= 0x86 && c <= 0x90) || (c >= 0x98 && c <= 0x9F);
}

/// U+00C0 to U+017F: as two characters of windows-1252 ("Ã¨") they are nobody's name.
bool isLatinLetter(std::string_view sequence)
{
    const auto lead = static_cast<unsigned char>(sequence.front());
    return lead >= 0xC3 && lead <= 0xC5;
}

} // namespace

void EncodingDetector::feed(std::string_view bytes)
{
    if (m_start.size() < StartSize)
        m_start.append(bytes.substr(0, StartSize - m_start.size()));
    m_size += static_cast<qint64>(bytes.size());
    m_nuls += std::count(bytes.begin(), bytes.end(), '\0');
    feedUtf8(bytes);
    feedHighBytes(bytes);
}

void EncodingDetector::feedUtf8(std::string_view bytes)
{
    std::string joined;
    if (!m_cut.empty()) {
        joined = m_cut;
        joined.append(bytes);
        bytes = joined;
        m_cut.clear();
    }
    while (true) {
        bytes.remove_prefix(asciiPrefix(bytes));
        if (bytes.empty())
            return;
        const Utf8Sequence sequence = utf8Sequence(bytes);
        switch (sequence.state) {
        case Utf8Sequence::State::Valid:
            ++m_utf8Sequences;
            m_utf8Letters += isLatinLetter(bytes) ? 1 : 0;
            break;
        case Utf8Sequence::State::Invalid: ++m_utf8Errors; break;
        case Utf8Sequence::State::Cut: m_cut.assign(bytes); return;
        }
        bytes.remove_prefix(sequence.length);
    }
}

void EncodingDetector::feedHighBytes(std::string_view bytes)
{
    for (size_t i = 0; i < bytes.size(); ++i) {
        if (!m_sjisLead) {
            const size_t ascii = asciiPrefix(bytes.substr(i));
            if (ascii > 0) {
                i += ascii;
                m_previous = static_cast<unsigned char>(bytes[i - 1]);
                if (i == bytes.size())
                    return;
            }
        }
        const auto byte = static_cast<unsigned char>(bytes[i]);
        feedShiftJis(byte);
        if (byte >= 0x80) {
            // A letter stands among letters: after one, or before one.
            const bool inWord =
                isLetter(m_previous) || (i + 1 < bytes.size() && isLetter(static_cast<unsigned char>(bytes[i + 1])));
            ++m_highBytes;
            if (byte < 0xA0)
                ++m_controls;
            if (byte == 0xA4)
                ++m_currency;
            if (inWord && isMacLetter(byte))
                ++m_macLetters;
            if (inWord && byte >= 0xC0 && byte != 0xD5)
                ++m_winLetters;
        }
        m_previous = byte;
    }
}

void EncodingDetector::feedShiftJis(unsigned char byte)
{
    if (m_sjisLead) {
        if (byte < 0x40 || byte == 0x7F || byte > 0xFC)
            ++m_sjisErrors;
        else if ((m_sjisLead == 0x82 && byte >= 0x9F && byte <= 0xF1) || (m_sjisLead == 0x83 && byte <= 0x96))
            ++m_kana;
        m_sjisLead = 0;
    } else if ((byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC)) {
        m_sjisLead = byte;
    } else if (byte == 0x80 || byte == 0xA0 || byte >= 0xFD) {
        ++m_sjisErrors;
    }
}

std::optional<EncodingGuess> EncodingDetector::guessFromNuls() const
{
    std::array<qint64, 4> nuls{};
    for (size_t i = 0; i < m_start.size(); ++i)
        nuls[i % 4] += m_start[i] == '\0';
    const auto quarter = static_cast<double>(m_start.size()) / 4;
    if (quarter < 1 || std::all_of(nuls.begin(), nuls.end(), [](qint64 n) { return n == 0; }))
        return {};
    const auto full = [&](size_t i) { return static_cast<double>(nuls[i]) > 0.4 * quarter; };
    const auto bare = [&](size_t i) { return static_cast<double>(nuls[i]) < 0.05 * quarter; };
    if (bare(0) && full(1) && full(2) && full(3))
        return EncodingGuess{"utf-32le", 0, false};
    if (full(0) && full(1) && full(2) && bare(3))
        return EncodingGuess{"utf-32be", 0, false};
    // Text in letters without NULs (Greek, Japanese) shows by its first character alone: that of a name of a column, or
    // the B of BEGIN.
    const bool bigStart = m_start[0] == '\0' && m_start[1] != '\0';
    const bool littleStart = m_start[0] != '\0' && m_start[1] == '\0';
    if ((bare(0) && full(1) && bare(2) && full(3)) || littleStart)
        return EncodingGuess{"utf-16le", 0, false};
    if ((full(0) && bare(1) && full(2) && bare(3)) || bigStart)
        return EncodingGuess{"utf-16be", 0, false};
    return {};
}

bool EncodingDetector::looksLikeMac() const
{
    // Words of a Mac hold its letters, and of what they hold above ASCII nearly all is letters and apostrophes.
    return m_macLetters > 0 && m_macLetters > 2 * m_winLetters && m_macLetters * 10 >= m_highBytes * 6 && m_nuls == 0;
}

EncodingGuess EncodingDetector::guess() const
{
    const std::string_view start = m_start;
    if (start.starts_with("\xEF\xBB\xBF"))
        return {"utf-8", 3, m_utf8Errors == 0 && m_cut.empty()};
    if (start.starts_with(std::string_view("\xFF\xFE\0\0", 4)))
        return {"utf-32le", 4, false};
    if (start.starts_with(std::string_view("\0\0\xFE\xFF", 4)))
        return {"utf-32be", 4, false};
    if (start.starts_with("\xFF\xFE"))
        return {"utf-16le", 2, false};
    if (start.starts_with("\xFE\xFF"))
        return {"utf-16be", 2, false};
    if (const auto wide = guessFromNuls())
        return *wide;
    const qint64 errors = m_utf8Errors + (m_cut.empty() ? 0 : 1);
    if (errors == 0)
        return {"utf-8", 0, true};
    // A UTF-8 file with a few broken places (cut by a tool, joined from two) stays UTF-8: as windows-1252 every
    // accent of it would be wrong.
    if (m_utf8Sequences >= 20 && errors * 20 <= m_utf8Sequences)
        return {std::string(m_utf8Letters > 0 && m_utf8Errors > 0 ? MixedEncoding : "utf-8"), 0, false};
    if (m_sjisErrors == 0 && !m_sjisLead && m_kana >= 2)
        return {"shift_jis", 0, false};
    if (looksLikeMac())
        return {"macintosh", 0, false};
    if (m_utf8Letters > 0 && m_utf8Errors > 0)
        return {std::string(MixedEncoding), 0, false};
    if (m_currency > 0 && m_controls == 0)
        return {"iso-8859-15", 0, false};
    return {"windows-1252", 0, false};
}

} // namespace Elenco
