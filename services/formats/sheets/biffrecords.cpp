// SPDX-License-Identifier: Apache-2.0
#include "formats/sheets/biffrecords.h"

#include <QString>

#include <algorithm>
#include <bit>

namespace Elenco {

bool BiffStream::take(quint16 &type, std::string_view &bytes)
{
    constexpr size_t head = 4;
    if (m_at > m_stream.size() || m_stream.size() - m_at < head)
        return false;
    const auto at = [&](size_t i) { return static_cast<unsigned char>(m_stream[m_at + i]); };
    type = static_cast<quint16>(at(0) | at(1) << 8);
    const auto size = static_cast<size_t>(at(2) | at(3) << 8);
    if (m_stream.size() - m_at - head < size)
        return false;
    bytes = m_stream.substr(m_at + head, size);
    m_at += head + size;
    return true;
}

bool BiffStream::next(BiffRecord &record)
{
    record.parts.clear();
    std::string_view bytes;
    if (!take(record.type, bytes))
        return false;
    record.parts.push_back(bytes);
    for (;;) {
        const size_t before = m_at;
        quint16 type = 0;
        if (!take(type, bytes))
            return true;
        if (type != Biff::Continue) {
            m_at = before;
            return true;
        }
        record.parts.push_back(bytes);
    }
}

unsigned char BiffCursor::byte()
{
    while (m_part < m_record.parts.size() && m_at >= m_record.parts[m_part].size()) {
        ++m_part;
        m_at = 0;
    }
    if (m_part == m_record.parts.size()) {
        m_isCut = true;
        return 0;
    }
    return static_cast<unsigned char>(m_record.parts[m_part][m_at++]);
}

bool BiffCursor::isAtEnd() const
{
    size_t left = 0;
    for (size_t part = m_part; part < m_record.parts.size() && left == 0; ++part)
        left = m_record.parts[part].size() - (part == m_part ? std::min(m_at, m_record.parts[part].size()) : 0);
    return left == 0;
}

quint32 BiffCursor::number(int bytes)
{
    quint32 value = 0;
    for (int i = 0; i < bytes; ++i)
        value |= static_cast<quint32>(byte()) << (8 * i);
    return value;
}

double BiffCursor::real()
{
    const quint64 low = number(4);
    return std::bit_cast<double>(low | static_cast<quint64>(number(4)) << 32);
}

void BiffCursor::skip(size_t bytes)
{
    while (bytes > 0 && m_part < m_record.parts.size()) {
        const size_t size = m_record.parts[m_part].size();
        const size_t step = std::min(bytes, size - std::min(m_at, size));
        m_at += step;
        bytes -= step;
        if (bytes > 0) {
            ++m_part;
            m_at = 0;
        }
    }
    m_isCut = m_isCut || bytes > 0;
}

std::string BiffCursor::bytes(size_t length)
{
    std::string text;
    while (text.size() < length && !m_isCut) {
        const char c = static_cast<char>(byte());
        if (!m_isCut)
            text += c;
    }
    return text;
}

std::string BiffCursor::unicode(size_t length)
{
    constexpr quint32 isWide = 1, hasReading = 4, hasRuns = 8;
    quint32 flags = number(1);
    const size_t runs = (flags & hasRuns) != 0 ? number(2) : 0;
    const size_t reading = (flags & hasReading) != 0 ? number(4) : 0;
    QString text;
    for (size_t i = 0; i < length && !m_isCut; ++i) {
        // A text that goes on in the next part says anew how wide its signs are.
        if (m_part + 1 < m_record.parts.size() && m_at >= m_record.parts[m_part].size()) {
            ++m_part;
            m_at = 0;
            flags = (flags & ~isWide) | (number(1) & isWide);
        }
        const auto sign = static_cast<char16_t>(number((flags & isWide) != 0 ? 2 : 1));
        if (!m_isCut)
            text += QChar(sign);
    }
    skip(runs * 4 + reading);
    return text.toStdString();
}

double rkNumber(quint32 rk)
{
    const bool isHundredfold = (rk & 1) != 0, isWhole = (rk & 2) != 0;
    const double number = isWhole ? static_cast<double>(static_cast<qint32>(rk) >> 2)
                                  : std::bit_cast<double>(static_cast<quint64>(rk & ~quint32(3)) << 32);
    return isHundredfold ? number / 100 : number;
}

std::string biffError(quint32 code)
{
    switch (code) {
    case 0x00: return "#NULL!";
    case 0x07: return "#DIV/0!";
    case 0x0F: return "#VALUE!";
    case 0x17: return "#REF!";
    case 0x1D: return "#NAME?";
    case 0x24: return "#NUM!";
    case 0x2A: return "#N/A";
    case 0x2B: return "#GETTING_DATA";
    default: return "#ERR!";
    }
}

} // namespace Elenco
