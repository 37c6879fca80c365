// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterparser.h"

#include "core/filter/filterlexer.h"

#include <algorithm>

namespace Elenco {

namespace {

constexpr int mostBrackets = 64;

using Kind = FilterProblem::Kind;

class Parser
{
public:
    Parser(const QString &text, const FilterVocabulary &vocabulary) : m_lexer(text), m_vocabulary(vocabulary)
    {
        advance();
    }

    ParsedFilter parse()
    {
        QList<Filter> parts;
        while (m_token.kind != FilterToken::End) {
            const Filter part = any();
            if (!part.isEmpty())
                parts += part;
            if (m_token.kind == FilterToken::Close)
                report(Kind::StrayBracket, m_token, {}, {});
            if (m_token.kind == FilterToken::Close || m_token.kind == FilterToken::Or)
                advance(); // a lone bracket, an "or" without a left side: read on
        }
        m_result.filter = parts.size() == 1 ? parts.first() : Filter::group(Filter::Kind::All, parts);
        std::stable_sort(m_result.problems.begin(), m_result.problems.end(),
                         [](const auto &a, const auto &b) { return a.position < b.position; });
        return std::move(m_result);
    }

private:
    void advance()
    {
        m_end = m_token.position + m_token.length;
        m_token = m_lexer.next();
    }

    void report(Kind kind, const FilterToken &token, const QString &subject, const QString &detail)
    {
        m_result.problems.append({token.position, token.length, kind, subject, detail});
    }

    Filter any()
    {
        const qsizetype start = m_token.position, parts = m_result.parts.size();
        QList<Filter> alternatives{all()};
        while (m_token.kind == FilterToken::Or) {
            advance();
            alternatives += all();
        }
        if (alternatives.size() > 1 && m_depth == 0) { // side by side stand the alternatives as one
            m_result.parts.resize(parts);
            m_result.parts.append({start, m_end - start, false});
        }
        alternatives.removeIf([](const Filter &filter) { return filter.isEmpty(); });
        if (alternatives.isEmpty())
            return {};
        return alternatives.size() == 1 ? alternatives.first() : Filter::group(Filter::Kind::Any, alternatives);
    }

    Filter all()
    {
        QList<Filter> parts;
        for (;;) {
            const qsizetype start = m_token.position;
            const bool negated = m_token.kind == FilterToken::Minus;
            if (negated)
                advance();
            if (m_token.kind != FilterToken::Word && m_token.kind != FilterToken::Condition &&
                m_token.kind != FilterToken::Open)
                break;
            const bool isWord = m_token.kind == FilterToken::Word && !negated;
            const Filter part = m_token.kind == FilterToken::Word        ? word()
                                : m_token.kind == FilterToken::Condition ? condition()
                                                                         : group();
            if (m_depth == 0)
                m_result.parts.append({start, m_end - start, isWord});
            if (!part.isEmpty())
                parts += negated ? Filter::group(Filter::Kind::Not, {part}) : part;
        }
        return parts.size() == 1 ? parts.first() : Filter::group(Filter::Kind::All, parts);
    }

    Filter word()
    {
        const FilterToken token = m_token;
        advance();
        if (token.isQuoteOpen)
            report(Kind::OpenQuote, token, token.text, {});
        const bool hasWords = std::any_of(token.text.begin(), token.text.end(),
                                          [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
        return hasWords ? Filter::text_(token.text) : Filter(); // a lone sign says nothing about anybody
    }

    Filter condition()
    {
        const FilterToken token = m_token;
        advance();
        if (token.isQuoteOpen) {
            report(Kind::OpenQuote, token, token.text, {});
            return {};
        }
        const QString key = m_vocabulary.key(token.key, token.isKeyQuoted);
        if (key.isEmpty()) {
            report(Kind::UnknownField, token, token.key, m_vocabulary.suggestion(token.key));
            return {};
        }
        if (m_vocabulary.isTyped() && token.text.isEmpty() && !token.isValueQuoted) {
            report(Kind::NoValue, token, token.key, filterKeyText(key));
            return {};
        }
        Filter filter = Filter::condition(key, token.text, token.op);
        if (std::optional<FilterProblem> problem = m_vocabulary.normalize(filter)) {
            const bool isOfValue = problem->kind != Kind::UnknownField && problem->kind != Kind::NotComparable &&
                                   token.valueAt < token.position + token.length;
            problem->position = isOfValue ? token.valueAt : token.position;
            problem->length = token.position + token.length - problem->position;
            m_result.problems.append(*problem);
            return {};
        }
        return filter;
    }

    Filter group()
    {
        const FilterToken open = m_token;
        advance();
        if (m_depth >= mostBrackets) {
            if (m_depth == mostBrackets)
                report(Kind::TooDeep, open, {}, {});
            return {}; // the bracket is dropped
        }
        ++m_depth;
        Filter inner = any();
        --m_depth;
        if (m_token.kind == FilterToken::Close)
            advance();
        else if (m_token.kind == FilterToken::End)
            report(Kind::OpenBracket, open, {}, {});
        return inner;
    }

    FilterLexer m_lexer;
    const FilterVocabulary &m_vocabulary;
    FilterToken m_token;
    qsizetype m_end = 0; ///< behind the last token that was taken
    int m_depth = 0;
    ParsedFilter m_result;
};

} // namespace

bool ParsedFilter::isUsable() const
{
    return std::all_of(problems.begin(), problems.end(), [](const FilterProblem &each) { return each.isUnfinished(); });
}

std::optional<Error> ParsedFilter::error(const QString &text) const
{
    if (problems.isEmpty())
        return {};
    const FilterProblem &first = problems.first();
    for (const Part &part : parts) {
        if (first.position >= part.position && first.position < part.position + part.length)
            return Error{ErrorKind::InvalidInput, text.mid(part.position, part.length), first.text()};
    }
    return Error{ErrorKind::InvalidInput, text, first.text()};
}

ParsedFilter readFilter(const QString &text, const FilterVocabulary &vocabulary)
{
    return Parser(text, vocabulary).parse();
}

Filter parseFilter(const QString &text)
{
    return readFilter(text, FilterVocabulary()).filter;
}

} // namespace Elenco
