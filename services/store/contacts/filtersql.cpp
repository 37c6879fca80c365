// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/filtersql.h"

#include "core/fields.h"
#include "core/textfold.h"
#include "store/contacts/reachsql.h"
#include "store/contacts/wordmatch.h"

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

class Compiler
{
public:
    explicit Compiler(const FilterVocabulary &vocabulary) : m_vocabulary(vocabulary) {}

    SqlCondition result;
    std::optional<Error> error;

    void compile(const Filter &filter)
    {
        switch (filter.kind) {
        case Filter::Kind::All: all(filter.children); return;
        case Filter::Kind::Any: any(filter.children); return;
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

    void any(const QList<Filter> &children)
    {
        result.sql += '(';
        for (qsizetype i = 0; i < children.size(); ++i) {
            if (i)
                result.sql += " OR ";
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

    void bind(const QString &value) { result.values.emplace_back(value.toStdString()); }

    // `expression` is a folded SQL text; "mil*" is a beginning, "*ano" an end, an empty value means "is empty".
    void textCondition(const std::string &expression, const QString &value, bool contains = false)
    {
        const std::string folded = foldText(value.toStdString());
        if ((contains || folded.find('*') != std::string::npos) && !folded.empty()) {
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
        result.sql += expression + "=?";
        result.values.emplace_back(folded);
    }

    // What was checked when it was typed is checked again: nothing is ever guessed here.
    void condition(const Filter &filter)
    {
        Filter checked = filter;
        const auto subject = m_vocabulary.subject(filter.key);
        if (const auto problem = m_vocabulary.normalize(checked); problem || !subject) {
            if (!error)
                error = Error{ErrorKind::InvalidInput, filter.toText(), problem ? problem->text() : QString()};
            result.sql += "0";
            return;
        }
        const QString &key = checked.key;
        switch (*subject) {
        case FilterSubject::Tag: membership("contact_tag", "tag", "tag_id", checked.text); return;
        case FilterSubject::List: membership("membership", "list", "list_id", checked.text); return;
        case FilterSubject::Valid:
            result.sql +=
                checked.text == "no"_L1 || checked.text == "invalid"_L1 ? "contact.valid=0" : "contact.valid=1";
            return;
        case FilterSubject::Line:
            result.sql += std::string("contact.line_kind IN (") + kinds(checked.text) + ')';
            return;
        case FilterSubject::Has: has(checked.text); return;
        case FilterSubject::Id:
            result.sql += key == "id"_L1 ? "contact.id" : "contact.origin_import";
            result.sql += std::string(sign(checked.op)) + '?';
            result.values.emplace_back(checked.text.toLongLong());
            return;
        case FilterSubject::Phone:
            if (checked.text.isEmpty())
                result.sql += "contact.phone=''";
            else
                match(matchNumber(checked.text.toStdString()));
            return;
        case FilterSubject::Text: text(key, checked.text); return;
        case FilterSubject::Number:
        case FilterSubject::Date:
        case FilterSubject::Bool: custom(checked, *subject); return;
        }
    }

    void text(const QString &key, const QString &value)
    {
        if (key == "name"_L1)
            return textCondition("trim(fold(contact.first_name || ' ' || contact.last_name))", value, true);
        if (key == "city"_L1)
            return textCondition("contact.city_key", value);
        if (key == "email"_L1)
            return textCondition("fold(contact.email)", value, true);
        for (const FieldInfo &info : fieldTable()) {
            if (key == QLatin1String(info.key))
                return textCondition("fold(contact." + std::string(info.sqlColumn) + ')', value);
        }
        custom(Filter::condition(key, value), FilterSubject::Text);
    }

    // An empty name asks for those that have none.
    void membership(const std::string &table, const char *names, const char *id, const QString &name)
    {
        if (name.isEmpty()) {
            result.sql += "contact.id NOT IN (SELECT contact_id FROM " + table + ')';
            return;
        }
        result.sql += "contact.id IN (SELECT contact_id FROM " + table + " WHERE " + id + " IN (SELECT id FROM " +
                      names + " WHERE ";
        textCondition("name_key", name);
        result.sql += "))";
    }

    static std::string kinds(const QString &word)
    {
        if (word == "mobile"_L1)
            return kindsThatTakeSms();
        if (word == "landline"_L1)
            return "2,3";
        if (word == "tollfree"_L1)
            return "4";
        return word == "voip"_L1 ? "7" : "0";
    }

    void has(const QString &key)
    {
        if (key == "tag"_L1 || key == "list"_L1) {
            result.sql += std::string("contact.id IN (SELECT contact_id FROM ") +
                          (key == "tag"_L1 ? "contact_tag)" : "membership)");
            return;
        }
        if (key == "name"_L1) {
            result.sql += "(contact.first_name<>'' OR contact.last_name<>'')";
            return;
        }
        for (const FieldInfo &info : fieldTable()) {
            if (key == QLatin1String(info.key)) {
                result.sql += std::string("contact.") + info.sqlColumn + "<>''";
                return;
            }
        }
        values(key, false);
        result.sql += ')';
    }

    // The contacts that have (or have not) a value of the field; the bracket stays open for what it must be.
    void values(const QString &key, bool isMissing)
    {
        result.sql += std::string("contact.id ") + (isMissing ? "NOT " : "") +
                      "IN (SELECT contact_id FROM contact_field WHERE field_id=(SELECT id FROM field WHERE name=?)";
        bind(m_vocabulary.customName(key));
    }

    void custom(const Filter &filter, FilterSubject subject)
    {
        const bool isEmpty = filter.text.isEmpty();
        values(filter.key, isEmpty);
        if (!isEmpty) {
            result.sql += " AND ";
            if (subject == FilterSubject::Text)
                textCondition("fold(value)", filter.text);
            else if (subject == FilterSubject::Date)
                date(filter);
            else if (subject == FilterSubject::Bool)
                result.sql += "value=?", bind(filter.text);
            else
                result.sql += std::string("typeof(value)<>'text' AND value") + sign(filter.op) + '?',
                    result.values.emplace_back(filter.text.toDouble());
        }
        result.sql += ')';
    }

    // Dates are ISO 8601 texts and compare as texts. Where only a year or a month is given, "after" is after all of it,
    // "up to" includes all of it, and "is" is within it: '~' is above every character of a date.
    void date(const Filter &filter)
    {
        result.sql += "value GLOB '[0-9][0-9][0-9][0-9]-*' AND ";
        if (filter.op == Op::Is) {
            result.sql += "value>=? AND value<=?";
            bind(filter.text);
            bind(filter.text + u'~');
            return;
        }
        const bool wholePeriod = filter.op == Op::Greater || filter.op == Op::LessOrEqual;
        result.sql += std::string("value") + sign(filter.op) + '?';
        bind(wholePeriod ? filter.text + u'~' : filter.text);
    }

    const FilterVocabulary &m_vocabulary;
};

} // namespace

void SqlCondition::bindTo(Statement &statement, int first) const
{
    for (const auto &value : values)
        std::visit([&](const auto &bound) { statement.bind(first++, bound); }, value);
}

Result<SqlCondition> compileFilter(const Filter &filter, const FilterVocabulary &vocabulary)
{
    Compiler compiler(vocabulary);
    compiler.compile(filter);
    if (compiler.error)
        return std::move(*compiler.error);
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
