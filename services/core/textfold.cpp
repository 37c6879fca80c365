// SPDX-License-Identifier: Apache-2.0
#include "core/textfold.h"

#include "core/asciitext.h"

#include <QString>

#include <algorithm>
#include <array>

namespace Elenco {

namespace {

std::string foldSlowly(char32_t codePoint)
{
    switch (codePoint) {
    case 0x0141:
    case 0x0142: return "l";
    case 0x0110:
    case 0x0111:
    case 0x00D0:
    case 0x00F0: return "d";
    case 0x00D8:
    case 0x00F8: return "o";
    case 0x00DF:
    case 0x1E9E: return "ss";
    case 0x00C6:
    case 0x00E6: return "ae";
    case 0x0152:
    case 0x0153: return "oe";
    case 0x00DE:
    case 0x00FE: return "th";
    case 0x0131: return "i";
    case 0x0126:
    case 0x0127: return "h";
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x0060:
    case 0x00B4: return "'";
    default: break;
    }
    // Compatibility decomposition (UAX 15, NFKD), marks dropped, then case folding.
    QString result;
    for (QChar c : QString::fromUcs4(&codePoint, 1).normalized(QString::NormalizationForm_KD)) {
        if (c.isMark())
            continue;
        if (c.isSpace() || (!c.isSurrogate() && !c.isLetterOrNumber() && c.unicode() > 0x7F))
            result += QLatin1Char(' ');
        else
            result += c;
    }
    return result.toCaseFolded().toStdString();
}

// Latin-1, Latin Extended-A and B: nearly every letter of our users, looked up instead of decomposed.
const std::array<std::string, 0x250> &latinTable()
{
    static const auto table = [] {
        std::array<std::string, 0x250> result;
        for (char32_t c = 0x80; c < 0x250; ++c)
            result[c] = foldSlowly(c);
        return result;
    }();
    return table;
}

// Decodes one code point at `i` and moves on; malformed bytes are one replacement character each.
char32_t decode(std::string_view text, size_t &i)
{
    const auto byte = [&](size_t k) { return static_cast<unsigned char>(text[k]); };
    const unsigned char lead = byte(i);
    const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    if (length == 1 || i + length > text.size()) {
        ++i;
        return 0xFFFD;
    }
    char32_t result = lead & (0x7F >> length);
    for (int k = 1; k < length; ++k) {
        if ((byte(i + k) & 0xC0) != 0x80) {
            ++i;
            return 0xFFFD;
        }
        result = result << 6 | (byte(i + k) & 0x3F);
    }
    i += length;
    return result;
}

} // namespace

void foldText(std::string_view text, std::string &out)
{
    out.reserve(out.size() + text.size());
    for (size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x80) {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c < ' ' ? ' ' : static_cast<char>(c);
            ++i;
            continue;
        }
        const char32_t codePoint = decode(text, i);
        if (codePoint < 0x250)
            out += latinTable()[codePoint];
        else
            out += foldSlowly(codePoint);
    }
}

std::string foldText(std::string_view text)
{
    std::string result;
    foldText(text, result);
    return result;
}

std::string sortKey(std::string_view firstName, std::string_view lastName)
{
    std::string key;
    foldText(lastName.empty() ? firstName : lastName, key);
    // "De Rossi" and "D'Angelo" sort by their letters; apostrophes and blanks at the front would tear them apart.
    std::erase(key, '\'');
    key.erase(0, key.find_first_not_of(" \"(.-"));
    if (!lastName.empty() && !firstName.empty()) {
        key += '\x01'; // below every letter: Rossi Anna before Rossi Doria Anna
        foldText(firstName, key);
    }
    if (key.empty())
        key.assign(1, '\x7f');
    return key;
}

void SearchText::add(std::string_view text)
{
    if (text.empty())
        return;
    m_scratch.clear();
    foldText(text, m_scratch);
    if (!m_text.empty())
        m_text += ' ';
    m_text += m_scratch;
    if (m_scratch.find('\'') != std::string::npos) {
        std::erase(m_scratch, '\'');
        m_text += ' ';
        m_text += m_scratch;
    }
}

std::string reversedDigits(std::string_view digits)
{
    std::string result = "\xC5\x82"; // ł, which folding takes apart: no typed word begins with it
    result.append(digits.rbegin(), digits.rend());
    return result;
}

void SearchText::addPhone(std::string_view number)
{
    std::string digits;
    std::copy_if(number.begin(), number.end(), std::back_inserter(digits), isDigit);
    if (digits.size() < 3) {
        add(number);
        return;
    }
    if (!m_text.empty())
        m_text += ' ';
    m_text += digits;
    if (number.starts_with("+39") && digits.size() > 2)
        m_text.append(" ").append(digits, 2);
    else if (number.starts_with('+') && digits.size() > 4) {
        // Calling codes have one to three digits; the national number is filed under each cut that is possible.
        for (int cut = 1; cut <= 3; ++cut)
            m_text.append(" ").append(digits, cut);
    }
    m_text += ' ';
    m_text += reversedDigits(digits);
}

} // namespace Elenco
