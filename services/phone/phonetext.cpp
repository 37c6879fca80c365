// SPDX-License-Identifier: Apache-2.0
#include "phone/phonetext.h"

#include "core/asciitext.h"
#include "phone/spreadsheetdamage.h"

#include <algorithm>
#include <array>

namespace Elenco {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\x80';
}

/// Letters that people, and old typewriters, put where 0 and 1 belong.
char digitLookalike(char c)
{
    return c == 'O' || c == 'o' ? '0' : c == 'l' || c == 'I' ? '1' : 0;
}

/// What follows these words is no number of its own: an extension, a part of a tel: URI.
constexpr std::array<std::string_view, 17> extensionWords{
    "int", "interno", "interni", "ext",   "extn",      "extension", "est",  "estensione", "x",
    "xtn", "poste",   "dw",      "anexo", "durchwahl", "context",   "isub", "nst"};
constexpr std::array<std::string_view, 3> faxWords{"fax", "telefax", "telecopie"};
constexpr std::array<std::string_view, 14> labelWords{"tel",   "telefono", "cell",  "cel",  "cellulare",
                                                      "mob",   "mobile",   "fisso", "casa", "ufficio",
                                                      "phone", "whatsapp", "handy", "n"};

/// Cuts plain text into runs, one token at a time.
class Cutter
{
public:
    explicit Cutter(std::string_view text) : m_text(text) {}

    std::vector<NumberRun> cut()
    {
        while (m_at < m_text.size())
            step();
        endRun();
        return std::move(m_runs);
    }

private:
    char at(size_t i) const { return i < m_text.size() ? m_text[i] : '\0'; }

    void step()
    {
        const char c = m_text[m_at];
        if (isDigit(c) || isLetter(c)) {
            token();
            return;
        }
        switch (c) {
        case '+':
            doubledPrefix();
            endRun();
            m_plusAt = m_at;
            m_plus = true;
            break;
        case '(':
            ++m_depth;
            if (m_text.substr(m_at).starts_with("(0)") && !m_run.groups.empty())
                m_run.optionalZero = true;
            break;
        case ')':
            // "1) 347 1234567": a bracket that closes nothing ends an item number.
            if (m_depth == 0)
                endRun();
            m_depth = std::max(0, m_depth - 1);
            break;
        case ' ':
        case '\t':
            if (c == '\t' || at(m_at + 1) == ' ' || (at(m_at + 1) == '-' && at(m_at + 2) == ' '))
                m_gap = Gap::Wide;
            break;
        case '.':
        case '-':
        case '_':
        case '\'': break;
        case '/':
        case '\\': m_gap = Gap::Wide; break;
        case ',':
            if (m_at > 0 && isDigit(m_text[m_at - 1]) && isDigit(at(m_at + 1)))
                m_gap = Gap::Wide;
            else
                endRun();
            // ",,,45": the phone pauses, and dials on.
            m_skipNext = m_skipNext || at(m_at + 1) == ',' || (m_at > 0 && m_text[m_at - 1] == ',');
            break;
        case '#':
        case '*':
            endRun();
            m_skipNext = true;
            break;
        default:
            endRun();
            if (c == '\n' || c == ';')
                m_skipNext = false;
            break;
        }
        ++m_at;
    }

    void token()
    {
        const size_t start = m_at;
        size_t digits = 0;
        size_t lookalikes = 0;
        while (m_at < m_text.size() && (isDigit(m_text[m_at]) || isLetter(m_text[m_at]))) {
            digits += isDigit(m_text[m_at]);
            lookalikes += digitLookalike(m_text[m_at]) != 0;
            ++m_at;
        }
        const std::string_view token = m_text.substr(start, m_at - start);
        if (digits == 0) {
            word(token);
        } else if (digits == token.size()) {
            group(token, start, false);
        } else if (digits + lookalikes == token.size()) {
            group(token, start, true);
        } else {
            mixed(token, start, digits);
        }
    }

    /// "cell3471234567" and "3471234567fax" hold a number; "X054A12" is some other code.
    void mixed(std::string_view token, size_t start, size_t digits)
    {
        const size_t firstDigit = size_t(std::find_if(token.begin(), token.end(), isDigit) - token.begin());
        const size_t firstLetter = size_t(std::find_if(token.begin(), token.end(), isLetter) - token.begin());
        const std::string head = lower(token.substr(0, firstDigit));
        if (firstDigit + digits == token.size() &&
            (isOneOf(head, labelWords) || isOneOf(head, faxWords) || isOneOf(head, extensionWords))) {
            word(token.substr(0, firstDigit));
            group(token.substr(firstDigit), start + firstDigit, false);
        } else if (isPause(token, firstLetter) && (firstLetter >= 6 || !m_run.groups.empty())) {
            // "3471112233p123": it pauses, and dials on
            group(token.substr(0, firstLetter), start, false);
            m_runEnd = start + firstLetter;
            endRun();
        } else if (firstLetter == digits && digits >= 6) {
            group(token.substr(0, digits), start, false);
            word(token.substr(digits));
        } else {
            endRun();
        }
    }

    static bool isPause(std::string_view token, size_t at)
    {
        return at > 0 && at < token.size() && std::string_view("pPwWxX").find(token[at]) != token.npos &&
               token.substr(at).find_first_not_of("0123456789pPwWxX") == token.npos;
    }

    static std::string lower(std::string_view token)
    {
        std::string word(token);
        for (char &c : word)
            c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
        return word;
    }

    void word(std::string_view token)
    {
        endRun();
        const std::string lowered = lower(token);
        const bool fax = isOneOf(lowered, faxWords);
        m_skipNext = isOneOf(lowered, extensionWords);
        // Labels stand before their numbers, or all of them behind: the first word of the cell tells.
        if (m_runs.empty())
            m_labelsBefore = true;
        if (m_labelsBefore)
            m_fax = fax || (m_fax && !isOneOf(lowered, labelWords));
        else if (fax)
            m_runs.back().fax = true;
    }

    void group(std::string_view token, size_t start, bool lookalikes)
    {
        if (m_skipNext) {
            m_skipNext = false;
            m_plus = false;
            return;
        }
        if (m_run.groups.empty()) {
            m_run.plus = m_plus;
            m_run.fax = m_fax;
            m_run.damaged = m_doubled;
            m_runStart = m_plus ? m_plusAt : start;
            m_fax = m_doubled = false;
        }
        DigitGroup group{std::string(token), m_gap};
        if (lookalikes) {
            m_run.damaged = true;
            for (char &c : group.digits)
                c = isDigit(c) ? c : digitLookalike(c);
        }
        m_run.groups.push_back(std::move(group));
        m_gap = Gap::Soft;
        m_plus = false;
        m_runEnd = m_at;
    }

    /// "+39+39 347 1234567": the first prefix is the second one typed too early.
    void doubledPrefix()
    {
        if (m_run.plus && m_run.groups.size() == 1 && m_run.groups.front().digits.size() <= 3 &&
            m_text.substr(m_at + 1).starts_with(m_run.groups.front().digits)) {
            m_run = {};
            m_doubled = true;
        }
    }

    void endRun()
    {
        if (!m_run.groups.empty()) {
            m_run.typed = std::string(m_text.substr(m_runStart, std::max(m_runEnd, m_runStart) - m_runStart));
            m_runs.push_back(std::move(m_run));
        }
        m_run = {};
        m_plus = false;
        m_gap = Gap::Soft;
    }

    std::string_view m_text;
    size_t m_at = 0;
    std::vector<NumberRun> m_runs;
    NumberRun m_run;
    size_t m_runStart = 0;
    size_t m_runEnd = 0;
    size_t m_plusAt = 0;
    Gap m_gap = Gap::Soft;
    int m_depth = 0;
    bool m_plus = false;
    bool m_doubled = false;
    bool m_fax = false;
    bool m_labelsBefore = false;
    bool m_skipNext = false;
};

/// Addresses hold digits that are nobody's number.
void blankAddresses(std::string &text)
{
    for (size_t start = 0; start < text.size();) {
        start = text.find_first_not_of(" \t\n", start);
        if (start == text.npos)
            return;
        const size_t end = std::min(text.find_first_of(" \t\n", start), text.size());
        const std::string_view token = std::string_view(text).substr(start, end - start);
        if (token.find('@') != token.npos || token.find("://") != token.npos || token.starts_with("www."))
            std::fill(text.begin() + std::ptrdiff_t(start), text.begin() + std::ptrdiff_t(end), ';');
        start = end;
    }
}

NumberRun wholeCell(std::string digits, bool damaged)
{
    NumberRun run;
    run.typed = digits;
    run.plus = digits.starts_with('+');
    run.damaged = damaged;
    run.bare = true;
    run.groups.push_back({digits.substr(run.plus ? 1 : 0), Gap::Soft});
    return run;
}

} // namespace

PhoneText cutPhoneText(std::string_view text)
{
    PhoneText result;
    std::string plain = plainPhoneText(text);
    CellReading cell = readCellShape(plain);
    switch (cell.shape) {
    case CellShape::Text: break;
    case CellShape::Number: result.runs.push_back(wholeCell(std::move(cell.digits), false)); return result;
    case CellShape::FullScientific: result.runs.push_back(wholeCell(std::move(cell.digits), true)); return result;
    case CellShape::Scientific: result.problem = PhoneProblem::Destroyed; return result;
    case CellShape::Date: result.problem = PhoneProblem::NotANumber; return result;
    }
    if (plain.find('@') != plain.npos || plain.find("://") != plain.npos || plain.find("www.") != plain.npos)
        blankAddresses(plain);
    result.runs = Cutter(plain).cut();
    if (result.runs.size() == 1)
        result.runs.front().bare = result.runs.front().groups.size() == 1;
    if (result.runs.empty()) {
        const bool says = std::any_of(plain.begin(), plain.end(), [](char c) { return isDigit(c) || isLetter(c); });
        result.problem = says || plain.find(';') != plain.npos ? PhoneProblem::NotANumber : PhoneProblem::Empty;
    }
    return result;
}

} // namespace Elenco
