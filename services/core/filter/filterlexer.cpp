// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterlexer.h"

#include <utility>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView special = u"()\":<>=≠≤≥";

bool isFigure(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

bool isOrWord(QStringView text)
{
    return text.compare("or"_L1, Qt::CaseInsensitive) == 0 || text.compare("oppure"_L1, Qt::CaseInsensitive) == 0;
}

FilterToken FilterLexer::next()
{
    skipBlanks();
    FilterToken token;
    token.position = m_at;
    if (m_at < m_text.size())
        readToken(token);
    token.length = m_at - token.position;
    return token;
}

void FilterLexer::skipBlanks()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace())
        ++m_at;
}

void FilterLexer::readToken(FilterToken &token)
{
    const QChar c = m_text[m_at], second = at(m_at + 1);
    if (c == u'(' || c == u')') {
        ++m_at;
        token.kind = c == u'(' ? FilterToken::Open : FilterToken::Close;
        return;
    }
    if (c == u'-' && (second.isLetter() || second == u'"' || second == u'(')) {
        ++m_at;
        token.kind = FilterToken::Minus;
        return;
    }
    token.kind = FilterToken::Word;
    token.isQuoted = c == u'"';
    token.text = token.isQuoted ? quoted(token.isQuoteOpen) : bare(special);
    if (!token.isQuoteOpen && (!token.text.isEmpty() || token.isQuoted) && readSign(token)) {
        token.kind = FilterToken::Condition;
        readValues(token);
    } else if (!token.isQuoted && isOrWord(token.text)) {
        token.kind = FilterToken::Or;
    } else if (!token.isQuoted && token.text.isEmpty()) {
        token.text = m_text.mid(m_at++, 1); // a lone sign
    }
}

bool FilterLexer::readSign(FilterToken &token)
{
    struct Spelling {
        QStringView text;
        FilterToken::Sign sign;
    };
    static constexpr Spelling spellings[] = {{u"<=", FilterToken::LessOrEqual},   {u">=", FilterToken::GreaterOrEqual},
                                             {u"<>", FilterToken::NotEqual},      {u"!=", FilterToken::NotEqual},
                                             {u"≠", FilterToken::NotEqual},       {u"≤", FilterToken::LessOrEqual},
                                             {u"≥", FilterToken::GreaterOrEqual}, {u"<", FilterToken::Less},
                                             {u">", FilterToken::Greater},        {u"=", FilterToken::Equal},
                                             {u":", FilterToken::Usual}};
    if (!token.isQuoted && token.text.size() > 1 && token.text.endsWith(u'!') && at(m_at) == u'=') {
        token.text.chop(1);
        --m_at;
    }
    for (const Spelling &spelling : spellings) {
        if (isAt(spelling.text)) {
            m_at += spelling.text.size();
            token.sign = spelling.sign;
            return true;
        }
    }
    return false;
}

void FilterLexer::readValues(FilterToken &token)
{
    token.valueAt = m_at;
    const bool isList = token.sign <= FilterToken::NotEqual && at(m_at) == u'(';
    if (isList)
        return readList(token);
    token.values = {value(token, false)};
}

// "(Milano, San Donato or \"Reggio, Emilia\")"
void FilterLexer::readList(FilterToken &token)
{
    ++m_at;
    bool isTight = false;
    for (;;) {
        skipBlanks();
        if (m_at >= m_text.size()) {
            token.isListOpen = !token.isQuoteOpen;
            return;
        }
        if (at(m_at) == u')') {
            ++m_at;
            return;
        }
        if (at(m_at) == u',' || at(m_at) == u';') {
            isTight = at(m_at) == u',' && isFigure(at(m_at - 1)) && isFigure(at(m_at + 1));
            ++m_at;
            continue;
        }
        const qsizetype start = m_at;
        if (isOrWord(bare(u"(),;")))
            continue;
        m_at = start;
        FilterValue each = value(token, true);
        each.isTight = std::exchange(isTight, false);
        token.values += each;
        if (each.length == 0)
            ++m_at; // an opening bracket: no value
    }
}

FilterValue FilterLexer::value(FilterToken &token, bool isInList)
{
    const qsizetype start = m_at;
    FilterValue result;
    if (at(m_at) == u'"' || isAt(u"*\"")) {
        result = quotedValue(token, isInList);
    } else {
        result.text = bareValue(isInList);
        if (at(m_at) == u'"' && result.text.endsWith(".."_L1)) {
            result.text.chop(2);
            result.to = rangeEnd(token, isInList);
        }
    }
    result.position = start;
    result.length = m_at - start;
    return result;
}

FilterValue FilterLexer::quotedValue(FilterToken &token, bool isInList)
{
    FilterValue result;
    result.isQuoted = true;
    result.hasStarBefore = at(m_at) == u'*';
    m_at += result.hasStarBefore ? 1 : 0;
    result.text = quoted(token.isQuoteOpen);
    if (at(m_at) == u'*') {
        ++m_at;
        result.hasStarBehind = true;
    } else if (isAt(u"..")) {
        m_at += 2;
        result.to = rangeEnd(token, isInList);
    }
    return result;
}

QString FilterLexer::rangeEnd(FilterToken &token, bool isInList)
{
    return at(m_at) == u'"' ? quoted(token.isQuoteOpen) : bareValue(isInList);
}

// A backslash takes the meaning of a quotation mark and of a backslash; before all else it is itself ("C:\docs").
QString FilterLexer::quoted(bool &isOpen)
{
    QString result;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const QChar c = m_text[m_at];
        if (c == u'"') {
            ++m_at;
            return result;
        }
        const bool escapes = c == u'\\' && (at(m_at + 1) == u'"' || at(m_at + 1) == u'\\');
        result += escapes ? m_text[++m_at] : c;
    }
    isOpen = true;
    return result;
}

QString FilterLexer::bare(QStringView stops)
{
    const qsizetype start = m_at;
    while (m_at < m_text.size() && !m_text[m_at].isSpace() && !stops.contains(m_text[m_at]))
        ++m_at;
    return m_text.mid(start, m_at - start);
}

// Between brackets a value goes to the next comma, blanks included, but not over an "or".
QString FilterLexer::bareValue(bool isInList)
{
    const qsizetype start = m_at;
    const QStringView stops = isInList ? QStringView(u"(),;") : QStringView(u"()");
    qsizetype end = m_at; // behind the last character that is no blank
    while (m_at < m_text.size() && !stops.contains(m_text[m_at])) {
        if (m_text[m_at].isSpace()) {
            if (!isInList)
                break;
            skipBlanks();
            const qsizetype word = m_at;
            const QString next = bare(u"(),;");
            m_at = isOrWord(next) || next.isEmpty() ? end : word;
            if (m_at == end)
                break;
            continue;
        }
        if (m_text[m_at] == u'"' && m_at - start >= 2 && at(m_at - 1) == u'.' && at(m_at - 2) == u'.')
            break;
        end = ++m_at;
    }
    m_at = end;
    return m_text.mid(start, end - start);
}

} // namespace Elenco
