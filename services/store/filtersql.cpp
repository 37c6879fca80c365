// SPDX-License-Identifier: Apache-2.0
#include "store/filtersql.h"

#include "core/fields.h"
#include "core/textfold.h"
#include "store/contacttable.h"

#include <cstring>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

bool isAlnum(char c)
{
    return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

bool looksLikeNumber(const std::string &folded)
{
    int digits = 0;
    for (char c : folded) {
        if (c >= '0' && c <= '9')
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
        if (c >= '0' && c <= '9')
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
std::string matchNumber(std::string digits)
{
    std::string expression = '"' + digits + "\"*";
    if (digits.starts_with("00") && digits.size() > 2)
        expression += " OR \"" + digits.substr(2) + "\"*";
    if (digits.size() >= 3)
        expression += " OR \"" + reversedDigits(digits) + "\"*";
    return '(' + expression + ')';
}

std::string wordExpression(const QString &word)
{
    const std::string folded = foldText(word.toStdString());
    return looksLikeNumber(folded) ? matchNumber(digitsOf(folded)) : matchWord(folded);
}

class Compiler
{
public:
    SqlCondition result;

    void compile(const Filter &filter)
    {
        switch (filter.kind) {
        case Filter::Kind::All: all(filter.children); return;
        case Filter::Kind::Any: join(filter.children, " OR "); return;
        case Filter::Kind::Not:
            result.sql += "NOT ";
            compile(filter.children.first());
            return;
        case Filter::Kind::Text: match(wordExpression(filter.text)); return;
        case Filter::Kind::Condition: condition(filter); return;
        }
    }

private:
    using Op = Filter::Op;

    void match(const std::string &expression)
    {
        if (expression.empty()) {
            result.sql += "1";
            return;
        }
        result.sql += "contact.id IN (SELECT rowid FROM contact_fts WHERE contact_fts MATCH ?)";
        result.values.emplace_back(expression);
    }

    void all(const QList<Filter> &children)
    {
        const SplitFilter split = splitWords(Filter::group(Filter::Kind::All, children));
        result.sql += '(';
        match(split.match);
        for (const Filter &other : split.rest.children) {
            result.sql += " AND ";
            compile(other);
        }
        result.sql += ')';
    }

    void join(const QList<Filter> &children, const char *between)
    {
        result.sql += '(';
        for (qsizetype i = 0; i < children.size(); ++i) {
            if (i)
                result.sql += between;
            compile(children[i]);
        }
        result.sql += children.isEmpty() ? "1)" : ")";
    }

    static const char *sign(Op op)
    {
        switch (op) {
        case Op::Is: return "=";
        case Op::Less: return "<";
        case Op::LessOrEqual: return "<=";
        case Op::Greater: return ">";
        case Op::GreaterOrEqual: return ">=";
        }
        Q_UNREACHABLE();
    }

    // `expression` is a folded SQL text; "mil*" is a beginning, "*ano" an end, an empty value means "is empty".
    void textCondition(const std::string &expression, Op op, const QString &value, bool contains = false)
    {
        const std::string folded = foldText(value.toStdString());
        if (op == Op::Is && (contains || folded.find('*') != std::string::npos) && !folded.empty()) {
            std::string pattern;
            for (char c : folded) {
                if (c == '*')
                    pattern += '%';
                else if (c == '%' || c == '_' || c == '\\')
                    (pattern += '\\') += c;
                else
                    pattern += c;
            }
            result.sql += expression + " LIKE ? ESCAPE '\\'";
            result.values.emplace_back(folded.find('*') == std::string::npos ? '%' + pattern + '%' : pattern);
            return;
        }
        result.sql += expression + sign(op) + '?';
        result.values.emplace_back(folded);
    }

    void condition(const Filter &filter)
    {
        const QString &key = filter.key;
        const std::string value = filter.text.toStdString();
        const std::string folded = foldText(value);
        if (key == "tag"_L1)
            return membership("contact_tag", "tag", "tag_id", "name_key", filter);
        if (key == "list"_L1)
            return membership("membership", "list", "list_id", "name_key", filter);
        if (key == "valid"_L1 || key == "is"_L1) {
            const bool wantsInvalid = folded == "no" || folded == "false" || folded == "0" || folded == "invalid";
            result.sql += wantsInvalid ? "contact.valid=0" : "contact.valid=1";
            return;
        }
        if (key == "kind"_L1)
            return kindCondition(folded);
        if (key == "id"_L1 || key == "import"_L1) {
            result.sql += key == "id"_L1 ? "contact.id" : "contact.origin_import";
            result.sql += std::string(sign(filter.op)) + '?';
            result.values.emplace_back(filter.text.toLongLong());
            return;
        }
        if (key == "name"_L1)
            return textCondition("fold(contact.first_name || ' ' || contact.last_name)", filter.op, filter.text, true);
        if (key == "has"_L1)
            return hasCondition(filter.text);
        if (key == "phoneNumber"_L1) {
            const std::string digits = digitsOf(folded);
            return match(digits.empty() ? std::string() : matchNumber(digits));
        }
        if (key == "city"_L1)
            return textCondition("contact.city_key", filter.op, filter.text);
        if (key == "email"_L1)
            return textCondition("fold(contact.email)", filter.op, filter.text, true);
        for (const FieldInfo &info : fieldTable()) {
            if (key == QLatin1String(info.key))
                return textCondition("fold(contact." + std::string(info.sqlColumn) + ')', filter.op, filter.text);
        }
        customCondition(filter);
    }

    void membership(const char *table, const char *names, const char *id, const char *nameKey, const Filter &filter)
    {
        result.sql += std::string("contact.id IN (SELECT contact_id FROM ") + table + " WHERE " + id +
                      " IN (SELECT id FROM " + names + " WHERE ";
        textCondition(nameKey, Op::Is, filter.text);
        result.sql += "))";
    }

    void kindCondition(const std::string &folded)
    {
        const auto kinds = [&]() -> const char * {
            if (folded.starts_with("mob") || folded.starts_with("cell"))
                return "1,3";
            if (folded.starts_with("fix") || folded.starts_with("land") || folded.starts_with("fis"))
                return "2,3";
            if (folded.starts_with("toll") || folded.starts_with("verde"))
                return "4";
            if (folded.starts_with("voip"))
                return "7";
            return "0";
        };
        result.sql += std::string("contact.line_kind IN (") + kinds() + ')';
    }

    void hasCondition(const QString &key)
    {
        const Filter named = parseFilter(key + ":x"_L1);
        for (const FieldInfo &info : fieldTable()) {
            if (named.key == QLatin1String(info.key)) {
                result.sql += std::string("contact.") + info.sqlColumn + "<>''";
                return;
            }
        }
        result.sql += "contact.id IN (SELECT contact_id FROM contact_field WHERE field_id IN (SELECT id FROM field "
                      "WHERE fold(name)=fold(?)))";
        result.values.emplace_back(named.key.toStdString());
    }

    // Dates are ISO 8601 texts and compare as texts. Where only a year or a month is given, "after" is after all of it
    // and "up to" includes all of it: '~' is above every character of a date.
    void dateComparison(const Filter &filter)
    {
        const bool wholePeriod = filter.op == Op::Greater || filter.op == Op::LessOrEqual;
        result.sql += std::string("(value") + sign(filter.op) +
                      "? AND typeof(value)='text' AND value GLOB '[0-9][0-9][0-9][0-9]-*')";
        result.values.emplace_back(filter.text.toStdString() + (wholePeriod ? "~" : ""));
    }

    void customCondition(const Filter &filter)
    {
        result.sql += "contact.id IN (SELECT contact_id FROM contact_field WHERE field_id IN (SELECT id FROM field "
                      "WHERE fold(name)=fold(?)) AND ";
        result.values.emplace_back(filter.key.toStdString());
        QString plain = filter.text;
        if (const auto number = ContactTable::asNumber(plain.replace(u',', u'.').toStdString())) {
            // "cap:20121" is asked of texts as well: a postal code is no number.
            result.sql += std::string("((value") + sign(filter.op) + "? AND typeof(value)<>'text')";
            result.values.emplace_back(*number);
            if (filter.op == Op::Is) {
                result.sql += " OR value=?";
                result.values.emplace_back(filter.text.toStdString());
            } else {
                result.sql += " OR ";
                dateComparison(filter); // "2026" may be a year
            }
            result.sql += ')';
        } else if (filter.op == Op::Is) {
            textCondition("fold(value)", Op::Is, filter.text);
        } else {
            dateComparison(filter);
        }
        result.sql += ')';
    }
};

} // namespace

void SqlCondition::bindTo(Statement &statement, int first) const
{
    for (const auto &value : values)
        std::visit([&](const auto &bound) { statement.bind(first++, bound); }, value);
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
        add(pieces > 1 ? "((" + numberWords + ") OR " + matchNumber(number) + ')' : numberWords);
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

SqlCondition compileFilter(const Filter &filter)
{
    Compiler compiler;
    compiler.compile(filter);
    return std::move(compiler.result);
}

SqlCondition compileScope(const Scope &scope)
{
    switch (scope.kind) {
    case Scope::Kind::All: return {"1", {}};
    case Scope::Kind::NeedsAttention: return {"contact.valid=0", {}};
    case Scope::Kind::ImportedRecently:
        return {
            "contact.id IN (WITH last(set_id, run) AS (SELECT id, import_id FROM change_set WHERE kind=0 AND undone_by "
            "IS NULL ORDER BY id DESC LIMIT 1)"
            " SELECT id FROM contact WHERE origin_import=(SELECT run FROM last) UNION"
            " SELECT contact_id FROM change WHERE change_set_id=(SELECT set_id FROM last) AND contact_id IS NOT NULL)",
            {}};
    case Scope::Kind::List:
        return {"contact.id IN (SELECT contact_id FROM membership WHERE list_id=?)", {scope.list.value}};
    }
    Q_UNREACHABLE();
}

} // namespace Elenco
