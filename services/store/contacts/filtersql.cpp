// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/filtersql.h"

#include "core/fields.h"
#include "core/filter/filterwordlists.h"
#include "core/textfold.h"
#include "core/values/relativedate.h"
#include "store/contacts/ftstext.h"

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

using Comparison = Filter::Comparison;

namespace {

const char *sign(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less: return "<";
    case Comparison::LessOrEqual: return "<=";
    case Comparison::Greater: return ">";
    case Comparison::GreaterOrEqual: return ">=";
    default: return "=";
    }
}

// As SQLite counts: characters, not bytes.
qint64 characters(const std::string &text)
{
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

constexpr const char *recentContacts =
    "(WITH last(set_id, run) AS (SELECT id, import_id FROM change_set WHERE kind=0 AND undone_by IS NULL ORDER BY id "
    "DESC LIMIT 1) SELECT id FROM contact WHERE origin_import=(SELECT run FROM last) UNION SELECT contact_id FROM "
    "change WHERE change_set_id=(SELECT set_id FROM last) AND contact_id IS NOT NULL)";

// Suppression::isInForce() (store/contacts/suppression.h): a number, or a folded address.
constexpr const char *suppressedOnes = "(SELECT phone FROM suppression WHERE kind=0 OR given_at<=at)";

/// Writes one WHERE expression. Conditions are canonical (checkedFilter()).
class Compiler
{
public:
    Compiler(const FilterVocabulary &vocabulary, QDate today) : m_vocabulary(vocabulary), m_today(today) {}

    SqlCondition result;

    void compile(const Filter &filter)
    {
        switch (filter.kind) {
        case Filter::Kind::All: all(filter); return;
        case Filter::Kind::Any: any(filter.children); return;
        case Filter::Kind::None:
            result.sql += "NOT ";
            any(filter.children);
            return;
        case Filter::Kind::Word: match(WordNeeds::ofWord(filter.values.value(0))); return;
        case Filter::Kind::Condition: condition(filter); return;
        }
    }

private:
    void add(const std::string &sql) { result.sql += sql; }
    void bind(const std::string &value) { result.values.emplace_back(value); }
    void bind(qint64 value) { result.values.emplace_back(value); }

    template <typename Range, typename Write>
    void joined(const char *between, const Range &range, Write write)
    {
        const char *separator = "(";
        for (const auto &each : range) {
            add(std::exchange(separator, between));
            write(each);
        }
        add(")");
    }

    void match(const WordNeeds &needs)
    {
        if (needs.isEmpty())
            return add("1");
        add("contact.id IN (SELECT rowid FROM contact_fts WHERE contact_fts MATCH ?)");
        bind(ftsText(needs));
    }

    void all(const Filter &filter)
    {
        const SplitFilter split = splitWords(filter);
        if (split.rest.isEmpty())
            return match(split.words);
        add("(");
        if (!split.words.isEmpty()) {
            match(split.words);
            add(" AND ");
        }
        joined(" AND ", split.rest, [this](const Filter &each) { compile(each); });
        add(")");
    }

    void any(const QList<Filter> &children)
    {
        joined(" OR ", children, [this](const Filter &each) { compile(each); });
    }

    // "Has none" beside other values.
    void condition(const Filter &filter)
    {
        if (filter.comparison == Comparison::Empty || filter.comparison == Comparison::Present)
            return possession(filter.key, filter.comparison == Comparison::Present);
        Filter rest = filter;
        if (rest.values.removeAll(QString()) == 0)
            return comparison(rest);
        add("(");
        possession(rest.key, false);
        if (!rest.values.isEmpty()) {
            add(" OR ");
            comparison(rest);
        }
        add(")");
    }

    void comparison(const Filter &filter)
    {
        const auto subject = m_vocabulary.subject(filter.key).value_or(FilterSubject::Text);
        switch (subject) {
        case FilterSubject::Text: text(filter); return;
        case FilterSubject::Tag: member("contact_tag", "tag", "tag_id", filter); return;
        case FilterSubject::List: member("membership", "list", "list_id", filter); return;
        case FilterSubject::Phone:
            joined(" OR ", filter.values, [this](const QString &value) { phone(value); });
            return;
        case FilterSubject::Number:
        case FilterSubject::Date:
        case FilterSubject::Bool:
            customValues(filter.key);
            add(" AND ");
            if (subject == FilterSubject::Number)
                number(filter);
            else if (subject == FilterSubject::Date)
                date(filter);
            else
                boolean(filter);
            add(")");
            return;
        case FilterSubject::Flag: flag(filter); return;
        case FilterSubject::Line: line(filter.values); return;
        case FilterSubject::ListId:
            add("contact.id IN (SELECT contact_id FROM membership WHERE list_id");
            integers(filter);
            add(")");
            return;
        case FilterSubject::Id:
            if (filter.key == "id"_L1)
                add("(contact.id");
            else
                add("(contact.origin_import IS NOT NULL AND contact.origin_import");
            integers(filter);
            add(")");
            return;
        }
    }

    void possession(const QString &key, bool isPresent)
    {
        const char *in =
            isPresent ? "contact.id IN (SELECT contact_id FROM " : "contact.id NOT IN (SELECT contact_id FROM ";
        if (key == "tag"_L1 || key == "list"_L1)
            return add(std::string(in) + (key == "tag"_L1 ? "contact_tag)" : "membership)"));
        if (key == "name"_L1)
            return add(isPresent ? "(contact.first_name<>'' OR contact.last_name<>'')"
                                 : "(contact.first_name='' AND contact.last_name='')");
        if (key == "import"_L1)
            return add(isPresent ? "contact.origin_import IS NOT NULL" : "contact.origin_import IS NULL");
        for (const FieldInfo &info : fieldTable()) {
            if (key == QLatin1String(info.key))
                return add(std::string("contact.") + info.sqlColumn + (isPresent ? "<>''" : "=''"));
        }
        add(std::string(in) + "contact_field WHERE field_id=(SELECT id FROM field WHERE name=?))");
        bind(m_vocabulary.customName(key).toStdString());
    }

    void text(const Filter &filter)
    {
        if (filter.key == "name"_L1)
            return pieces("trim(fold(contact.first_name || ' ' || contact.last_name))", filter);
        if (filter.key == "city"_L1)
            return pieces("contact.city_key", filter);
        for (const FieldInfo &info : fieldTable()) {
            if (filter.key == QLatin1String(info.key))
                return pieces("fold(contact." + std::string(info.sqlColumn) + ')', filter);
        }
        customValues(filter.key);
        add(" AND ");
        pieces("fold(value)", filter);
        add(")");
    }

    // `expression` is a folded SQL text. A value that nothing is left of when it is folded is nobody's.
    void pieces(const std::string &expression, const Filter &filter)
    {
        joined(" OR ", filter.values, [&](const QString &value) {
            const std::string folded = foldText(value.toStdString());
            if (folded.empty())
                return add("0");
            switch (filter.comparison) {
            case Comparison::Contains: add("instr(" + expression + ",?)>0"); break;
            case Comparison::Begins:
                add("substr(" + expression + ",1,?)=?");
                bind(characters(folded));
                break;
            case Comparison::Ends:
                add("substr(" + expression + ",?)=?");
                bind(-characters(folded));
                break;
            default: add(expression + "=?"); break;
            }
            bind(folded);
        });
    }

    void member(const std::string &table, const char *names, const char *id, const Filter &filter)
    {
        add("contact.id IN (SELECT contact_id FROM " + table + " WHERE " + id + " IN (SELECT id FROM " + names +
            " WHERE ");
        pieces("name_key", filter);
        add("))");
    }

    // The index of words knows whose they may be; other words of theirs may begin so as well.
    void phone(const QString &value)
    {
        const WordNeeds needs = WordNeeds::ofNumber(value.toStdString());
        add("(");
        match(needs);
        add(" AND ");
        joined(" OR ", needs.parts, [this](const WordNeeds &part) {
            add("instr(number_words(contact.phone),?)>0");
            bind(' ' + part.beginning);
        });
        add(")");
    }

    void flag(const Filter &filter)
    {
        const bool isYes = filter.values.contains("yes"_L1);
        if (isYes && filter.values.contains("no"_L1))
            return add("1");
        if (filter.key == "valid"_L1)
            return add(isYes ? "contact.valid=1" : "contact.valid=0");
        add(isYes ? "" : "NOT ");
        if (filter.key == "recent"_L1)
            return add(std::string("contact.id IN ") + recentContacts);
        add(std::string("(contact.phone IN ") + suppressedOnes + " OR (contact.email<>'' AND fold(contact.email) IN " +
            suppressedOnes + "))");
    }

    void line(const QStringList &words)
    {
        std::string kinds;
        for (const QString &word : words) {
            for (const LineKind kind : lineKindsOf(word))
                kinds += (kinds.empty() ? "" : ",") + std::to_string(static_cast<int>(kind));
        }
        add("contact.line_kind IN (" + kinds + ')');
    }

    void integers(const Filter &filter)
    {
        if (filter.comparison == Comparison::Between)
            add(" BETWEEN ? AND ?");
        else if (filter.comparison != Comparison::Is)
            add(std::string(sign(filter.comparison)) + '?');
        else if (filter.values.size() == 1)
            add("=?");
        else
            add(" IN "), joined(",", filter.values, [this](const QString &) { add("?"); });
        for (const QString &value : filter.values)
            bind(value.toLongLong());
    }

    // The contacts that have a value of the field; the bracket stays open for what it must be.
    void customValues(const QString &key)
    {
        add("contact.id IN (SELECT contact_id FROM contact_field WHERE field_id=(SELECT id FROM field WHERE name=?)");
        bind(m_vocabulary.customName(key).toStdString());
    }

    void number(const Filter &filter)
    {
        add("typeof(value)<>'text' AND ");
        if (filter.comparison == Comparison::Between)
            add("value BETWEEN ? AND ?");
        else
            joined(" OR ", filter.values,
                   [&](const QString &) { add(std::string("value") + sign(filter.comparison) + '?'); });
        for (const QString &value : filter.values)
            result.values.emplace_back(value.toDouble());
    }

    void boolean(const Filter &filter)
    {
        joined(" OR ", filter.values, [this](const QString &value) {
            add("value=?");
            bind(value.toStdString());
        });
    }

    // Dates are ISO 8601 texts and compare as texts. Where only a year or a month is given, "after" is after all of it,
    // "up to" includes all of it, and "is" is within it: '~' is above every character of a date.
    void date(const Filter &filter)
    {
        const auto begin = [this](const QString &value) { return periodOn(value, m_today).toStdString(); };
        const auto within = [&](const QString &from, const QString &to) {
            add("value>=? AND value<=?");
            bind(begin(from));
            bind(begin(to) + '~');
        };
        add("value GLOB '[0-9][0-9][0-9][0-9]-*' AND ");
        if (filter.comparison == Comparison::Between)
            return within(filter.values[0], filter.values[1]);
        joined(" OR ", filter.values, [&](const QString &value) {
            if (filter.comparison == Comparison::Is)
                return within(value, value);
            const bool isWhole =
                filter.comparison == Comparison::Greater || filter.comparison == Comparison::LessOrEqual;
            add(std::string("value") + sign(filter.comparison) + '?');
            bind(isWhole ? begin(value) + '~' : begin(value));
        });
    }

    const FilterVocabulary &m_vocabulary;
    QDate m_today;
};

} // namespace

void SqlCondition::bindTo(Statement &statement, int first) const
{
    for (const auto &value : values)
        std::visit([&](const auto &bound) { statement.bind(first++, bound); }, value);
}

Result<SqlCondition> compileFilter(const Filter &filter, const FilterVocabulary &vocabulary, QDate today)
{
    const Result<Filter> checked = checkedFilter(filter, vocabulary);
    if (!checked)
        return checked.error();
    Compiler compiler(vocabulary, today);
    compiler.compile(*checked);
    return std::move(compiler.result);
}

} // namespace Elenco
