// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/scene.h"

#include "tests/support/namedlists.h"

#include "store/contacts/contactquery.h"
#include "store/contacts/lists.h"
#include "store/database/sqlite.h"
#include "store/sync/conflicts.h"
#include "store/sync/syncrows.h"
#include "tests/support/require.h"

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr int people = 7;

QString numberOfPerson(int i)
{
    return u"+3934012300%1"_s.arg(i, 2, 10, QLatin1Char('0'));
}

ContactState personOf(const std::string &name, int number)
{
    return {{"firstName", name}, {"phoneNumber", numberOfPerson(number).toStdString()}, {"valid", "1"}};
}

} // namespace

Scene::Scene(Practice::Dialect dialect)
    : m_options(optionsOf(dialect)), m_state(opened()), m_exchange(m_options, *m_state)
{
    for (int i = 1; i <= people; ++i)
        add(i);
    m_vip = m_state->addList(u"VIP"_s);
    const qint64 old = m_state->addList(u"Old"_s);
    for (qint64 id : {1, 2, 3})
        m_state->addMember(m_vip, id);
    m_state->addMember(old, 4);
    // Found out once: the same again for each scene.
    static std::map<Practice::Dialect, Capabilities> known;
    m_desk = std::make_unique<SeedDesk>(u"A"_s, m_exchange, known[dialect]);
    sync();
    if (m_desk->report().stopped)
        qFatal("the desk does not come into step: %s", qPrintable(m_desk->report().stopped->text()));
    known[dialect] = m_desk->client().capabilities();
    for (qint64 id = 1; id <= people; ++id)
        m_here[id] = ContactId(m_desk->workspace().reader()->integer(
            "SELECT id FROM contact WHERE remote_id='" + m_exchange.service().ids.contactText(id).toStdString() + "'"));
}

void Scene::editBothSides()
{
    Journal journal = m_desk->journal();
    edit(1, "city", "Bari");
    edit(2, "phoneNumber", "+393401230003"); // the numbers of two change hands
    edit(3, "phoneNumber", "+393401230002");
    edit(4, "email", "four@example.com");
    require(journal.remove({here(5)}));
    const ContactId ada = require(journal.create(personOf("Ada", 20))).second;
    require(journal.create(personOf("Eva", 21)));
    require(journal.createList(u"News"_s));
    require(joinListNamed(m_desk->workspace(), {here(1), ada}, u"News"_s));
    require(leaveListNamed(m_desk->workspace(), {here(1)}, u"VIP"_s));
    require(journal.changeList(list(u"VIP"_s), u"Very important"_s, {}, false));
    require(journal.deleteList(list(u"Old"_s)));

    change(1, [](Practice::Contact &contact) { contact.email = u"one@example.com"_s; });
    change(4, [](Practice::Contact &contact) { contact.email = u"vier@example.com"_s; });
    add(9);
    m_state->addMember(m_vip, 6);
    m_state->removeContacts({7});
}

std::vector<ChangeSetId> Scene::editHere()
{
    Journal journal = m_desk->journal();
    std::vector<ChangeSetId> sets{edit(1, "city", "Bari"), edit(2, "phoneNumber", numberOfPerson(30).toStdString()),
                                  edit(3, "firstName", "Third")};
    sets.push_back(require(journal.remove({here(5)})));
    sets.push_back(require(journal.create(personOf("Ada", 20))).first);
    sets.push_back(require(journal.createList(u"News"_s)));
    sets.push_back(require(joinListNamed(m_desk->workspace(), {here(1), here(6)}, u"News"_s)));
    sets.push_back(require(joinListNamed(m_desk->workspace(), {here(4)}, u"VIP"_s)));
    sets.push_back(require(leaveListNamed(m_desk->workspace(), {here(1)}, u"VIP"_s)));
    sets.push_back(require(journal.changeList(list(u"VIP"_s), u"Very important"_s, {}, false)));
    sets.push_back(require(journal.deleteList(list(u"Old"_s))));
    return sets;
}

void Scene::editHereAgain()
{
    Journal journal = m_desk->journal();
    edit(1, "city", "Torino");
    edit(2, "phoneNumber", numberOfPerson(31).toStdString());
    require(journal.remove({here(3)}));
    require(leaveListNamed(m_desk->workspace(), {here(6)}, u"News"_s));
    require(leaveListNamed(m_desk->workspace(), {here(4)}, u"Very important"_s));
    require(joinListNamed(m_desk->workspace(), {here(1)}, u"Very important"_s));
    require(journal.changeList(list(u"Very important"_s), u"Most important"_s, {}, false));
    require(journal.changeList(list(u"News"_s), u"Latest news"_s, {}, false));
}

void Scene::undo(std::vector<ChangeSetId> sets)
{
    for (; !sets.empty(); sets.pop_back())
        require(m_desk->journal().undo(sets.back()));
}

void Scene::sync()
{
    m_desk->begin({true, true});
    while (m_desk->isSyncing())
        m_desk->letThrough();
}

bool Scene::comesToRest()
{
    require(SyncRows(m_desk->workspace()).releaseBlocked());
    for (int i = 0; i < 8; ++i) {
        sync();
        const auto before = m_exchange.log().count();
        if (m_desk->report().stopped || !m_desk->report().isFresh)
            continue;
        sync();
        bool isQuiet = !m_desk->report().stopped;
        for (auto entry = m_exchange.log().entries().begin() + before; entry != m_exchange.log().entries().end();
             ++entry)
            isQuiet = isQuiet && entry->method == "GET";
        if (isQuiet)
            return true;
    }
    return false;
}

QString Scene::printed()
{
    QStringList choices;
    for (const Conflict &conflict : require(conflicts(m_desk->workspace(), 100)))
        choices.append(u"choice of "_s + conflict.mine + u'/' + conflict.theirs);
    choices.sort();
    return (QStringList{u"there:"_s} + there() + QStringList{u"here:"_s} + here() + choices).join(u'\n');
}

qint64 Scene::trashed()
{
    return m_desk->workspace().reader()->integer("SELECT count(*) FROM trash");
}

Practice::Options Scene::optionsOf(Practice::Dialect dialect)
{
    Practice::Options options;
    options.dialect = dialect;
    options.pageMaximum = 3;
    return options;
}

std::unique_ptr<Practice::State> Scene::opened()
{
    QString why;
    return Practice::State::open({}, &why);
}

void Scene::add(int i)
{
    Practice::Contact contact;
    contact.firstName = u"Person %1"_s.arg(i);
    contact.phoneNumber = numberOfPerson(i);
    m_state->addContact(contact);
}

void Scene::change(qint64 id, const std::function<void(Practice::Contact &)> &edited)
{
    auto contact = m_state->contact(id);
    edited(*contact);
    m_state->changeContact(*contact);
}

ContactId Scene::here(qint64 id)
{
    return m_here.at(id);
}

ChangeSetId Scene::edit(qint64 id, const std::string &field, const std::string &value)
{
    return require(m_desk->journal().edit(ChangeKind::Edit, u"edit"_s, {here(id)},
                                          [&](ContactState &state) { state[field] = value; }));
}

ListId Scene::list(const QString &name)
{
    return require(findList(m_desk->workspace(), name)).id;
}

QStringList Scene::there()
{
    QStringList lines;
    for (const Practice::Contact &contact : m_state->allContacts()) {
        QStringList lists;
        for (const Practice::List &list : m_state->allLists()) {
            if (m_state->members(list.id).contains(contact.id))
                lists.append(list.name);
        }
        lists.sort();
        lines.append(
            QStringList{contact.firstName, contact.phoneNumber, contact.email, contact.city, lists.join(u'+')}.join(
                u'|'));
    }
    for (const Practice::List &list : m_state->allLists())
        lines.append(u"list "_s + list.name);
    lines.sort();
    return lines;
}

QStringList Scene::here()
{
    QStringList lines;
    ContactQueries queries(m_desk->workspace());
    const ContactOrder order = require(queries.order({{}, {{u"name"_s, false}}}));
    for (ContactId id : *order) {
        const Contact contact = require(queries.contact(id));
        QStringList lists = require(queries.listNames(id));
        lists.sort();
        lines.append(
            QStringList{contact.firstName, contact.phoneNumber, contact.email, contact.city, lists.join(u'+')}.join(
                u'|'));
    }
    for (const ContactList &list : require(lists(m_desk->workspace())))
        lines.append(u"list "_s + list.name);
    lines.sort();
    return lines;
}

} // namespace Elenco
