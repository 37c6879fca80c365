// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterparser.h"

#include "core/filter/filterlexer.h"
#include "core/filter/filtermeaning.h"
#include "core/filter/filterwordlists.h"

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostBrackets = 64;

using Comparison = Filter::Comparison;
using Kind = FilterProblem::Kind;

/// A key and a sign as they are meant: "customFields.x.before=" is "x<".
struct Asked {
    QString key;
    FilterToken::Sign sign;
};

Asked askedBy(const FilterToken &token, const FilterVocabulary &vocabulary)
{
    const QString key = vocabulary.key(token.text, token.isQuoted);
    if (!key.isEmpty() || token.sign > FilterToken::Equal)
        return {key, token.sign};
    for (const auto &[suffix, sign] :
         {std::pair(".before"_L1, FilterToken::Less), {".after"_L1, FilterToken::Greater}}) {
        if (token.text.startsWith("customFields."_L1) && token.text.endsWith(suffix))
            return {vocabulary.key(token.text.chopped(suffix.size()), token.isQuoted), sign};
    }
    return {key, token.sign};
}

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
            parts += any();
            if (m_token.kind == FilterToken::Close)
                report(Kind::StrayBracket, m_token, {}, {});
            if (m_token.kind == FilterToken::Close || m_token.kind == FilterToken::Or)
                advance(); // a lone bracket, an "or" without a left side: read on
        }
        m_result.filter = Filter::all(parts);
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

    // Where the piece of the value stands, or the whole condition.
    Filter refuse(FilterProblem problem, const FilterToken &token, const FilterValue *value = nullptr)
    {
        const bool isOfValue =
            value && value->length > 0 && problem.kind != Kind::UnknownField && problem.kind != Kind::NotComparable;
        problem.position = isOfValue ? value->position : token.position;
        problem.length = isOfValue ? value->length : token.length;
        m_result.problems.append(problem);
        return {};
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
            m_result.parts.append({start, m_end - start, false, true});
        }
        return Filter::any(alternatives);
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
                m_result.parts.append({start, m_end - start, isWord, false});
            parts += negated ? Filter::none({part}) : part;
        }
        return Filter::all(parts);
    }

    Filter word()
    {
        const FilterToken token = m_token;
        advance();
        if (token.isQuoteOpen)
            report(Kind::OpenQuote, token, token.text, {});
        const bool hasWords = std::any_of(token.text.begin(), token.text.end(),
                                          [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
        return hasWords ? Filter::word(token.text) : Filter(); // a lone sign says nothing about anybody
    }

    Filter condition()
    {
        const FilterToken token = m_token;
        advance();
        if (token.isQuoteOpen || token.isListOpen)
            return refuse({0, 0, token.isQuoteOpen ? Kind::OpenQuote : Kind::OpenBracket, token.text, {}}, token);
        const Asked asked = askedBy(token, m_vocabulary);
        if (asked.key.isEmpty())
            return refuse({0, 0, Kind::UnknownField, token.text, m_vocabulary.suggestion(token.text)}, token);
        const bool isBare = token.values.size() == 1 && token.values.first().length == 0;
        if (token.values.isEmpty() || (m_vocabulary.isTyped() && isBare))
            return refuse(m_vocabulary.missingValue(asked.key, token.text), token);
        const Filter filter = token.isQuoted                                     ? comparison(asked, token)
                              : asked.key == "has"_L1 || asked.key == "empty"_L1 ? possession(asked, token)
                              : asked.key == "is"_L1                             ? state(asked, token)
                                                                                 : comparison(asked, token);
        return asked.sign == FilterToken::NotEqual ? Filter::none({filter}) : filter;
    }

    // "has:email", "empty:(email, city)"
    Filter possession(const Asked &asked, const FilterToken &token)
    {
        if (asked.sign > FilterToken::NotEqual)
            return refuse({0, 0, Kind::NotComparable, asked.key, {}}, token);
        QList<Filter> alternatives;
        for (const FilterValue &value : token.values) {
            const QString key = m_vocabulary.key(value.text, value.isQuoted);
            Filter filter = Filter::condition(key, asked.key == "has"_L1 ? Comparison::Present : Comparison::Empty, {});
            if (key.isEmpty() || m_vocabulary.check(filter))
                return key.isEmpty() || !m_vocabulary.subject(key)
                           ? refuse({0, 0, Kind::UnknownField, value.text, m_vocabulary.suggestion(value.text)}, token)
                           : refuse(*m_vocabulary.check(filter), token, &value);
            alternatives += filter;
        }
        return Filter::any(alternatives);
    }

    // "is:valid"
    Filter state(const Asked &asked, const FilterToken &token)
    {
        if (asked.sign > FilterToken::NotEqual)
            return refuse({0, 0, Kind::NotComparable, asked.key, {}}, token);
        QList<Filter> alternatives;
        for (const FilterValue &value : token.values) {
            const auto [key, flag] = stateWord(value.text);
            if (key.isEmpty() && m_vocabulary.isKnown())
                return refuse({0, 0, Kind::UnknownWord, "is:"_L1 + value.text, stateWords().join(", "_L1)}, token,
                              &value);
            alternatives += key.isEmpty() ? Filter::condition(u"is"_s, value.text) : Filter::condition(key, flag);
        }
        return Filter::any(alternatives);
    }

    // Values of one comparison stand in one condition, others beside it.
    Filter comparison(const Asked &asked, const FilterToken &token)
    {
        const auto about = m_vocabulary.subject(asked.key);
        if (!about && m_vocabulary.isKnown())
            return refuse({0, 0, Kind::UnknownField, token.text, m_vocabulary.suggestion(token.text)}, token);
        QList<Filter> alternatives;
        for (const FilterValue &value : valuesOf(token, about)) {
            FilterMeaning meaning = FilterMeaning::of(value, asked.sign, asked.key, about);
            if (auto problem = problemOf(asked.key, about, meaning, value))
                return refuse(*problem, token, &value);
            const bool isSame = !alternatives.isEmpty() && meaning.comparison <= Comparison::Ends &&
                                alternatives.last().comparison == meaning.comparison;
            if (isSame)
                alternatives.last().values += meaning.values;
            else
                alternatives += {Filter::Kind::Condition, asked.key, meaning.comparison, meaning.values, {}};
        }
        for (Filter &each : alternatives)
            each = Filter::condition(each.key, each.comparison, each.values);
        return Filter::any(alternatives);
    }

    // Also makes the values canonical.
    std::optional<FilterProblem> problemOf(const QString &key, std::optional<FilterSubject> about,
                                           FilterMeaning &meaning, const FilterValue &value) const
    {
        if (!m_vocabulary.isKnown() || !about)
            return {};
        if (meaning.hasStarInside)
            return FilterProblem{0, 0, Kind::StarInside, value.text, {}};
        const bool isNothing = meaning.comparison == Comparison::Between && meaning.values == QStringList{{}, {}};
        if (isNothing)
            return m_vocabulary.missingValue(key, filterKeyLabel(key));
        for (QString &each : meaning.values) {
            if (each.isEmpty() && takesComparison(key, *about, meaning.comparison) &&
                (meaning.comparison == Comparison::Between || meaning.comparison <= Comparison::Ends) &&
                takesComparison(key, *about, Comparison::Empty))
                continue; // an open end, or "is empty"
            Filter alone{Filter::Kind::Condition,
                         key,
                         meaning.comparison == Comparison::Between ? Comparison::GreaterOrEqual : meaning.comparison,
                         {each},
                         {}};
            if (auto problem = m_vocabulary.check(alone))
                return problem;
            each = alone.values.first();
        }
        Filter whole{Filter::Kind::Condition, key, meaning.comparison, {}, {}};
        return meaning.values.isEmpty() ? m_vocabulary.check(whole) : std::nullopt;
    }

    // In a language whose comma parts the decimals, "(1,5)" is one number.
    QList<FilterValue> valuesOf(const FilterToken &token, std::optional<FilterSubject> about) const
    {
        if (about != FilterSubject::Number || !m_vocabulary.isTyped())
            return token.values;
        QList<FilterValue> values;
        for (const FilterValue &value : token.values) {
            if (!value.isTight || values.isEmpty()) {
                values += value;
                continue;
            }
            values.last().text += u',' + value.text;
            values.last().length = value.position + value.length - values.last().position;
        }
        return values;
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
