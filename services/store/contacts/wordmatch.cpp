// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/wordmatch.h"

#include "core/asciitext.h"
#include "core/textfold.h"

#include <cstring>

namespace Elenco {

namespace {

bool isAlnum(char c)
{
    return static_cast<unsigned char>(c) >= 0x80 || isDigit(c) || (c >= 'a' && c <= 'z');
}

bool looksLikeNumber(const std::string &folded)
{
    int digits = 0;
    for (char c : folded) {
        if (isDigit(c))
            ++digits;
        else if (!std::strchr(" +-./()", c))
            return false;
    }
    return digits > 0;
}

std::string digitsOf(const std::string &text)
{
    std::string digits;
    for (char c : text) {
        if (isDigit(c))
            digits += c;
    }
    return digits;
}

// A word as an FTS5 expression: every part a prefix, the parts all there. Texts are folded and consist of letters and
// digits only, so that nothing of FTS5's own syntax can get in.
std::string matchWord(const std::string &folded)
{
    std::string expression, part;
    const auto flush = [&] {
        if (part.empty())
            return;
        expression += expression.empty() ? "" : " AND ";
        expression += '"' + part + "\"*";
        part.clear();
    };
    for (char c : folded) {
        if (isAlnum(c))
            part += c;
        else
            flush();
    }
    flush();
    return expression;
}

// A number in any notation: with and without 00 or +, by its beginning or by its end.
std::string matchDigits(const std::string &digits)
{
    std::string expression = '"' + digits + "\"*";
    if (digits.starts_with("00") && digits.size() > 2)
        expression += " OR \"" + digits.substr(2) + "\"*";
    if (digits.size() >= 3)
        expression += " OR \"" + reversedDigits(digits) + "\"*";
    return '(' + expression + ')';
}

} // namespace

std::string matchNumber(const std::string &number)
{
    const std::string digits = digitsOf(number);
    return digits.empty() ? std::string() : matchDigits(digits);
}

std::string wordExpression(const QString &word)
{
    const std::string folded = foldText(word.toStdString());
    return looksLikeNumber(folded) ? matchDigits(digitsOf(folded)) : matchWord(folded);
}

// Words are looked up by one MATCH; runs of digits may be one number that was typed with blanks ("340 123 4567").
SplitFilter splitWords(const Filter &filter)
{
    if (filter.kind == Filter::Kind::Text)
        return {wordExpression(filter.text), {}};
    if (filter.kind != Filter::Kind::All)
        return {{}, Filter::group(Filter::Kind::All, {filter})};
    SplitFilter split;
    std::string number, numberWords;
    int pieces = 0;
    const auto add = [&](const std::string &expression) {
        if (!expression.empty())
            split.match += (split.match.empty() ? "" : " AND ") + expression;
    };
    const auto flushNumber = [&] {
        add(pieces > 1 ? "((" + numberWords + ") OR " + matchDigits(number) + ')' : numberWords);
        number.clear();
        numberWords.clear();
        pieces = 0;
    };
    for (const Filter &child : filter.children) {
        if (child.kind != Filter::Kind::Text) {
            flushNumber();
            split.rest.children.append(child);
            continue;
        }
        const std::string folded = foldText(child.text.toStdString()), expression = wordExpression(child.text);
        if (!looksLikeNumber(folded)) {
            flushNumber();
            add(expression);
            continue;
        }
        number += digitsOf(folded);
        numberWords += (numberWords.empty() ? "" : " AND ") + expression;
        ++pieces;
    }
    flushNumber();
    return split;
}

} // namespace Elenco
