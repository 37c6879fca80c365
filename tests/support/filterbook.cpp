// SPDX-License-Identifier: Apache-2.0
#include "tests/support/filterbook.h"

#include "core/filter/filterverdict.h"
#include "core/textfold.h"
#include "store/contacts/contacttable.h"
#include "store/contacts/suppression.h"
#include "store/database/sqlite.h"
#include "tests/support/require.h"

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 lastImport = 2;

std::string text(const QString &value)
{
    return value.toStdString();
}

std::string packed(const QString &members, const std::function<std::string(const QString &)> &each)
{
    std::vector<std::string> parts;
    for (const QString &member : members.split(u',', Qt::SkipEmptyParts))
        parts.push_back(each(member));
    return parts.empty() ? std::string() : packSet(std::move(parts));
}

} // namespace

FilterBook::FilterBook()
{
    Connection &connection = workspace().writer();
    Transaction transaction(connection, Transaction::Durability::Full);
    ContactTable table(connection);
    table.fieldId("totalSpent", ValueKind::Number);
    table.fieldId("lastPurchaseDate", ValueKind::Date);
    table.fieldId("Socio", ValueKind::Bool);
    table.fieldId("appunti", ValueKind::Text);
    table.fieldId("preferredChannel", ValueKind::Text);
    table.fieldId("Codice cliente", ValueKind::Number);
    for (const QString &name : {u"Clienti"_s, u"Da non chiamare"_s, u"VIP \"Milano\""_s, u"Vuota"_s})
        m_lists.insert(name, insertList(connection, {}, {{"name", text(name)}}));
    connection.execute("INSERT INTO change_set(id, kind, subject, at, import_id) VALUES(1, 0, 'b.csv', 1, 2)");
    transaction.commit();
}

FilterVocabulary FilterBook::vocabulary()
{
    return FilterVocabulary(require(customFields(workspace())));
}

FilterVocabulary FilterBook::vocabulary(const QLocale &locale)
{
    return FilterVocabulary(require(customFields(workspace())), ValueLocale(locale, today()));
}

ContactState FilterBook::personOf(const QString &line)
{
    QStringList values;
    for (const QString &value : line.split(u';'))
        values += value.trimmed();
    const auto value = [&](int index) { return values.value(index); };
    ContactState state{
        {"firstName", text(value(0))},
        {"lastName", text(value(1))},
        {"phoneNumber", text(value(2))},
        {"valid", value(3).isEmpty() ? "" : "1"},
        {"lineKind", text(value(3))},
        {"email", text(value(4))},
        {"city", text(value(5))},
        {"province", text(value(6))},
        {"tags", packed(value(7), text)},
        {"lists", packed(value(8), [this](const QString &name) { return std::to_string(m_lists.value(name).value); })},
        {customKey(ValueKind::Number, "totalSpent"), text(value(9))},
        {customKey(ValueKind::Date, "lastPurchaseDate"), text(value(10))},
        {customKey(ValueKind::Bool, "Socio"), text(value(11))},
        {customKey(ValueKind::Text, "appunti"), text(value(12))},
        {customKey(ValueKind::Text, "preferredChannel"), text(value(13))},
        {"originImport", text(value(14))}};
    std::erase_if(state, [](const auto &each) { return each.second.empty(); });
    return state;
}

ContactId FilterBook::add(const ContactState &person, const QString &what)
{
    m_additions.push_back({person, what});
    return ContactId(static_cast<qint64>(m_additions.size()));
}

void FilterBook::finish()
{
    Connection &connection = workspace().writer();
    Transaction transaction(connection, Transaction::Durability::Full);
    ContactTable table(connection);
    SuppressionTable suppression(connection);
    for (const auto &[state, what] : m_additions) {
        const ContactId id = table.nextId();
        table.insert(id, state);
        if (what.contains("suppressed"_L1))
            suppression.sayNo(stateValue(state, "phoneNumber"), SuppressionKind::OptedOut, 1000, "test");
        const std::string address = foldText(stateValue(state, "email"));
        if (what.contains("refused"_L1))
            suppression.sayNo(address, SuppressionKind::Refused, 1000, "test");
        if (what.contains("lifted"_L1))
            suppression.sayYes({}, address, 2000, ImportId(lastImport));
        if (what.contains("updated"_L1))
            connection.prepare("INSERT INTO change(change_set_id, contact_id) VALUES(1, ?)").with(id.value).run();
    }
    table.writeIndex();
    transaction.commit();
    ContactQueries queries(workspace(), today());
    const ContactOrder everyone = require(queries.order({{}, {{u"created"_s, false}}}));
    for (const ContactId id : *everyone)
        m_people.push_back(require(queries.filterPerson(id)));
}

Result<std::vector<ContactId>> FilterBook::found(const Filter &filter)
{
    ContactQueries queries(workspace(), today());
    const Result<ContactOrder> order = queries.order({filter, {{u"created"_s, false}}});
    if (!order)
        return order.error();
    return **order;
}

std::vector<ContactId> FilterBook::judged(const Filter &filter)
{
    std::vector<ContactId> ids;
    const FilterVocabulary known = vocabulary();
    for (const FilterPerson &person : m_people) {
        if (require(judge(filter, person, known, today())).holds)
            ids.push_back(person.contact.id);
    }
    return ids;
}

QString FilterBook::names(const std::vector<ContactId> &ids) const
{
    QStringList names;
    for (const FilterPerson &person : m_people) {
        if (std::ranges::find(ids, person.contact.id) != ids.end())
            names += person.contact.firstName.isEmpty() ? u"-"_s : person.contact.firstName;
    }
    return names.join(u' ');
}

} // namespace Elenco
