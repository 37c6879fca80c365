// SPDX-License-Identifier: Apache-2.0
#include "core/filter.h"

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

struct Token {
    enum Kind { Word, Condition, Open, Close, Or, Minus, End } kind = End;
    QString key;
    Filter::Op op = Filter::Op::Is;
    QString text;
};

class Lexer
{
public:
    explicit Lexer(const QString &text) : m_text(text) {}

    Token next()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        if (m_at >= m_text.size())
            return {};
        const QChar c = m_text[m_at];
        if (c == u'(' || c == u')') {
            ++m_at;
            return {c == u'(' ? Token::Open : Token::Close, {}, {}, {}};
        }
        if (c == u'-' && m_at + 1 < m_text.size() &&
            (m_text[m_at + 1].isLetter() || m_text[m_at + 1] == u'"' || m_text[m_at + 1] == u'(')) {
            ++m_at;
            return {Token::Minus, {}, {}, {}};
        }
        if (c == u'"')
            return {Token::Word, {}, {}, quoted()};
        return word();
    }

private:
    QString quoted()
    {
        const qsizetype end = m_text.indexOf(u'"', m_at + 1);
        const QString result = end < 0 ? m_text.mid(m_at + 1) : m_text.mid(m_at + 1, end - m_at - 1);
        m_at = end < 0 ? m_text.size() : end + 1;
        return result;
    }

    QString bare(QStringView stops)
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && !stops.contains(m_text[m_at]))
            ++m_at;
        return m_text.mid(start, m_at - start);
    }

    Token word()
    {
        QString text = bare(u"()\":<>=");
        if (text.compare("or"_L1, Qt::CaseInsensitive) == 0)
            return {Token::Or, {}, {}, text};
        if (text.isEmpty() || m_at >= m_text.size() || !QStringView(u":<>=").contains(m_text[m_at])) {
            if (text.isEmpty())
                text = m_text.mid(m_at++, 1);
            return {Token::Word, {}, {}, text};
        }
        Token token{Token::Condition, text, Filter::Op::Is, {}};
        const QChar sign = m_text[m_at++];
        const bool orEqual = m_at < m_text.size() && m_text[m_at] == u'=' && (sign == u'<' || sign == u'>');
        if (orEqual)
            ++m_at;
        if (sign == u'<')
            token.op = orEqual ? Filter::Op::LessOrEqual : Filter::Op::Less;
        else if (sign == u'>')
            token.op = orEqual ? Filter::Op::GreaterOrEqual : Filter::Op::Greater;
        token.text = m_at < m_text.size() && m_text[m_at] == u'"' ? quoted() : bare(u"()");
        return token;
    }

    QString m_text;
    qsizetype m_at = 0;
};

// "spent" is what people type for totalSpent; the aliases of the field tables serve here too.
QString canonicalKey(const QString &typed)
{
    const QString folded = foldedHeader(typed);
    const auto matches = [&](const char *key, const char *aliases) {
        return foldedHeader(QLatin1String(key)) == folded ||
               QString(QLatin1String(aliases)).split(u'|').contains(folded);
    };
    for (const char *special : {"tag", "list", "valid", "kind", "is", "has", "id", "import"}) {
        if (folded == QLatin1String(special))
            return QLatin1String(special);
    }
    if (folded == "tags"_L1 || folded == "etichetta"_L1)
        return u"tag"_s;
    if (folded == "lista"_L1 || folded == "lists"_L1)
        return u"list"_s;
    if (folded == "name"_L1)
        return u"name"_s;
    for (const FieldInfo &info : fieldTable()) {
        if (matches(info.key, info.aliases))
            return QLatin1String(info.key);
    }
    for (const KnownCustomField &known : knownCustomFields()) {
        if (matches(known.name, known.aliases))
            return QLatin1String(known.name);
    }
    return typed;
}

class Parser
{
public:
    explicit Parser(const QString &text) : m_lexer(text), m_token(m_lexer.next()) {}

    Filter parse()
    {
        QList<Filter> parts;
        while (m_token.kind != Token::End) {
            const Filter part = any();
            if (!part.isEmpty())
                parts += part;
            if (m_token.kind == Token::Close || m_token.kind == Token::Or)
                advance(); // a lone bracket, an "or" without a left side: read on
        }
        return parts.size() == 1 ? parts.first() : Filter::group(Filter::Kind::All, parts);
    }

private:
    void advance() { m_token = m_lexer.next(); }

    Filter any()
    {
        QList<Filter> alternatives{all()};
        while (m_token.kind == Token::Or) {
            advance();
            alternatives += all();
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
            const bool negated = m_token.kind == Token::Minus;
            if (negated)
                advance();
            Filter part;
            if (m_token.kind == Token::Word) {
                const bool hasWords = std::any_of(m_token.text.begin(), m_token.text.end(),
                                                  [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
                if (hasWords) // a lone sign says nothing about anybody
                    part = Filter::text_(m_token.text);
                advance();
            } else if (m_token.kind == Token::Condition) {
                part = Filter::condition(canonicalKey(m_token.key), m_token.text, m_token.op);
                advance();
            } else if (m_token.kind == Token::Open && m_depth < 64) {
                ++m_depth;
                advance();
                part = any();
                --m_depth;
                if (m_token.kind == Token::Close)
                    advance();
            } else if (m_token.kind == Token::Open) {
                advance(); // deeper than anyone means: the bracket is dropped
                continue;
            } else {
                break;
            }
            if (!part.isEmpty())
                parts += negated ? Filter::group(Filter::Kind::Not, {part}) : part;
        }
        return parts.size() == 1 ? parts.first() : Filter::group(Filter::Kind::All, parts);
    }

    Lexer m_lexer;
    Token m_token;
    int m_depth = 0;
};

QString quotedIfNeeded(const QString &text)
{
    static const QString special = u" ()\":<>="_s;
    const bool plain =
        !text.isEmpty() && text.compare("or"_L1, Qt::CaseInsensitive) != 0 && !text.startsWith(u'-') &&
        std::none_of(text.begin(), text.end(), [](QChar c) { return special.contains(c) || c.isSpace(); });
    return plain ? text : u'"' + QString(text).remove(u'"') + u'"';
}

QString signText(Filter::Op op)
{
    switch (op) {
    case Filter::Op::Is: return u":"_s;
    case Filter::Op::Less: return u"<"_s;
    case Filter::Op::LessOrEqual: return u"<="_s;
    case Filter::Op::Greater: return u">"_s;
    case Filter::Op::GreaterOrEqual: return u">="_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Filter Filter::text_(QString word)
{
    return {Kind::Text, {}, Op::Is, std::move(word), {}};
}

Filter Filter::condition(QString key, QString value, Op op)
{
    return {Kind::Condition, std::move(key), op, std::move(value), {}};
}

Filter Filter::group(Kind kind, QList<Filter> children)
{
    return {kind, {}, Op::Is, {}, std::move(children)};
}

QString Filter::toText() const
{
    QStringList parts;
    switch (kind) {
    case Kind::Text: return quotedIfNeeded(text);
    case Kind::Condition: return key + signText(op) + quotedIfNeeded(text);
    case Kind::Not: {
        const Filter &child = children.first();
        const bool group = child.kind == Kind::All || child.kind == Kind::Any || child.kind == Kind::Not;
        return u'-' + (group ? u'(' + child.toText() + u')' : child.toText());
    }
    case Kind::All:
        for (const Filter &child : children)
            parts += child.kind == Kind::Any || child.kind == Kind::All ? u'(' + child.toText() + u')' : child.toText();
        return parts.join(u' ');
    case Kind::Any:
        for (const Filter &child : children)
            parts += child.kind == Kind::All || child.kind == Kind::Any ? u'(' + child.toText() + u')' : child.toText();
        return parts.join(" or "_L1);
    }
    Q_UNREACHABLE();
}

Filter parseFilter(const QString &text)
{
    return Parser(text).parse();
}

} // namespace Elenco
