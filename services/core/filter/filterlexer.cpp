// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterlexer.h"

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView signs = u":<>=";

} // namespace

FilterToken FilterLexer::next()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace())
        ++m_at;
    FilterToken token;
    token.position = m_at;
    if (m_at < m_text.size())
        readToken(token);
    token.length = m_at - token.position;
    return token;
}

void FilterLexer::readToken(FilterToken &token)
{
    const QChar c = m_text[m_at];
    if (c == u'(' || c == u')') {
        ++m_at;
        token.kind = c == u'(' ? FilterToken::Open : FilterToken::Close;
        return;
    }
    if (c == u'-' && m_at + 1 < m_text.size() &&
        (m_text[m_at + 1].isLetter() || m_text[m_at + 1] == u'"' || m_text[m_at + 1] == u'(')) {
        ++m_at;
        token.kind = FilterToken::Minus;
        return;
    }
    token.kind = FilterToken::Word;
    token.isKeyQuoted = c == u'"';
    token.text = token.isKeyQuoted ? quoted(token.isQuoteOpen) : bare(u"()\":<>=");
    const bool hasName = !token.text.isEmpty() || token.isKeyQuoted;
    if (!hasName || m_at >= m_text.size() || !signs.contains(m_text[m_at])) {
        if (!token.isKeyQuoted && token.text.compare("or"_L1, Qt::CaseInsensitive) == 0)
            token.kind = FilterToken::Or;
        if (!hasName)
            token.text = m_text.mid(m_at++, 1);
        return;
    }
    token.kind = FilterToken::Condition;
    token.key = std::exchange(token.text, {});
    const QChar sign = m_text[m_at++];
    const bool orEqual = m_at < m_text.size() && m_text[m_at] == u'=' && (sign == u'<' || sign == u'>');
    if (orEqual)
        ++m_at;
    if (sign == u'<')
        token.op = orEqual ? Filter::Op::LessOrEqual : Filter::Op::Less;
    else if (sign == u'>')
        token.op = orEqual ? Filter::Op::GreaterOrEqual : Filter::Op::Greater;
    token.valueAt = m_at;
    token.isValueQuoted = m_at < m_text.size() && m_text[m_at] == u'"';
    token.text = token.isValueQuoted ? quoted(token.isQuoteOpen) : bare(u"()");
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
        const bool escapes =
            c == u'\\' && m_at + 1 < m_text.size() && (m_text[m_at + 1] == u'"' || m_text[m_at + 1] == u'\\');
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

} // namespace Elenco
