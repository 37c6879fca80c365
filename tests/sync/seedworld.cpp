// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/seedworld.h"

#include "importing/rehearsal.h"
#include "store/conflicts.h"
#include "store/contactquery.h"
#include "store/lists.h"
#include "store/outbox.h"
#include "store/sqlite.h"
#include "tests/support/dialects.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;
using Kind = SeedStep::Kind;

namespace {

template <typename T>
T require(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return std::move(*result);
}

const std::array<std::string, 4> &editedFields()
{
    static const std::array<std::string, 4> fields{"firstName", "email", "city", "custom:0:note"};
    return fields;
}

QString poolNumber(quint32 pick)
{
    return u"+3934012345%1"_s.arg(10 + pick % 14);
}

QSet<QString> valuesIn(const QString &text)
{
    static const QRegularExpression value(u"(?:a|b|dash)-[0-9]+(?:-[0-9]+)?"_s);
    QSet<QString> found;
    const QString folded = text.toLower();
    for (auto match = value.globalMatch(folded); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

template <typename List>
const auto &picked(const List &list, quint32 pick)
{
    return list[static_cast<qsizetype>(pick % static_cast<quint32>(list.size()))];
}

QString rows(SeedDesk &desk, std::string_view sql)
{
    const Workspace::ReaderLease connection = desk.workspace().reader();
    Statement statement = connection->prepare(sql);
    QString text;
    while (statement.step())
        text += statement.string(0) + u'\n';
    return text;
}

qint64 number(SeedDesk &desk, std::string_view sql)
{
    return desk.workspace().reader()->integer(sql);
}

QString printedContact(const Practice::Contact &contact)
{
    return contact.firstName + u'|' + contact.lastName + u'|' + contact.phoneNumber + u'|' + contact.email + u'|' +
           contact.city + u'|' + QString::fromUtf8(QJsonDocument(contact.customFields).toJson(QJsonDocument::Compact)) +
           u'|' + QString::fromUtf8(QJsonDocument(contact.extra).toJson(QJsonDocument::Compact)) + u'|' +
           contact.tags.join(u'+');
}

// What can be found out about an account by reading depends on the gateway alone.
Capabilities capabilitiesOf(const Practice::Options &options)
{
    static std::map<QString, Capabilities> known;
    const QString key = u"%1 %2 %3"_s.arg(int(options.dialect))
                            .arg(options.pageMaximum.value_or(0))
                            .arg(options.ignoredParameters.join(u','));
    const auto found = known.find(key);
    if (found != known.end())
        return found->second;
    Practice::Options plain = options;
    plain.quota = 2'000'000;
    QString why;
    const auto state = Practice::State::open({}, &why);
    for (int i = 0; i < 8; ++i) {
        Practice::Contact contact;
        contact.firstName = u"Probe %1"_s.arg(i);
        contact.phoneNumber = u"+3934099999%1"_s.arg(10 + i);
        state->addContact(contact);
    }
    Practice::Exchange exchange(plain, *state);
    SeedDesk desk(u"probe"_s, exchange, {});
    desk.begin();
    for (int requests = 0; desk.isSyncing() && requests < 200; ++requests)
        desk.letThrough();
    Capabilities capabilities = desk.client().capabilities();
    capabilities.partialUpdate = Known::Unknown;
    return known.emplace(key, capabilities).first->second;
}

} // namespace

SeedWorld::SeedWorld(const SeedScript &script)
    : m_script(script),
      m_state([] {
          QString why;
          return Practice::State::open({}, &why);
      }()),
      m_exchange(m_script.gateway, *m_state)
{
    for (size_t i = 0; i < m_desks.size(); ++i)
        m_desks[i] =
            std::make_unique<SeedDesk>(QString(QChar(u'A' + int(i))), m_exchange, capabilitiesOf(script.gateway));
}

QString SeedWorld::run()
{
    for (const SeedStep &step : m_script.steps) {
        take(step);
        watch();
        if (!m_wrong.isEmpty())
            return u"after step %1: "_s.arg(step.text()) + m_wrong;
    }
    if (const QString unrest = settle(); !unrest.isEmpty())
        return unrest;
    for (const auto &desk : m_desks) {
        if (const QString wrong = wrongAt(*desk); !wrong.isEmpty())
            return u"%1: "_s.arg(desk->name()) + wrong;
    }
    if (const QString wrong = wrongLists(); !wrong.isEmpty())
        return wrong;
    return lostValues();
}

// A list's name is no choice: whoever changes it over there later has the last word, and one that is gone takes its
// name along. What may not be lost is a name that never came there.
void SeedWorld::watchLists()
{
    std::map<qint64, QString> now;
    for (const Practice::List &list : m_state->allLists())
        now[list.id] = list.name;
    for (const auto &[id, name] : m_listNames) {
        const auto found = now.find(id);
        if (found == now.end() || found->second != name)
            m_seen += valuesIn(name);
    }
    m_listNames = std::move(now);
}

// What must hold at any time.
void SeedWorld::watch()
{
    watchLists();
    for (const auto &desk : m_desks) {
        const QString trashed = rows(*desk, "SELECT remote_id FROM trash WHERE remote_id IS NOT NULL");
        for (const QString &id : trashed.split(u'\n', Qt::SkipEmptyParts)) {
            if (m_state->contact(m_exchange.service().ids.contactOf(id)))
                m_wrong = u"I8: %1 has a contact in the trash that is over there: %2"_s.arg(desk->name(), id);
        }
        if (!desk->damage().isEmpty())
            m_wrong = u"I11: "_s + desk->damage();
        if (!desk->haste().isEmpty())
            m_wrong = u"I10: "_s + desk->haste();
    }
    if (!m_exchange.log().dangers().isEmpty())
        m_wrong = m_exchange.log().dangers().first();
}

void SeedWorld::take(const SeedStep &step)
{
    SeedDesk &desk = *m_desks[static_cast<size_t>(step.desk)];
    switch (step.kind) {
    case Kind::AddContact:
    case Kind::EditField:
    case Kind::EditMany:
    case Kind::ClearField:
    case Kind::ChangeNumber:
    case Kind::SwapNumbers:
    case Kind::DeleteContact:
    case Kind::AddTag:
    case Kind::RemoveTag:
    case Kind::AddList:
    case Kind::RenameList:
    case Kind::DeleteList:
    case Kind::Join:
    case Kind::Leave:
    case Kind::Import:
    case Kind::Undo:
    case Kind::Resolve: return useDesk(desk, step);
    case Kind::DashboardAdd:
    case Kind::DashboardEdit:
    case Kind::DashboardExtra:
    case Kind::DashboardTag:
    case Kind::DashboardTwin:
    case Kind::DashboardDelete:
    case Kind::DashboardClear:
    case Kind::DashboardJoin:
    case Kind::DashboardLeave:
    case Kind::DashboardList:
    case Kind::DashboardRename:
    case Kind::DashboardDeleteList: return useDashboard(step);
    case Kind::Request:
    case Kind::Stop:
    case Kind::ClockJump:
    case Kind::KillBefore:
    case Kind::KillAfter:
    case Kind::KillAtCommit: return sync(desk, step);
    }
}

void SeedWorld::sync(SeedDesk &desk, const SeedStep &step)
{
    switch (step.kind) {
    case Kind::Stop:
        if (desk.isSyncing())
            desk.stop();
        return;
    case Kind::ClockJump: // as if all that was noted so far had been ten years before or hence
        for (const char *table : {"change_set", "tombstone", "list_tombstone", "list_reading", "pull_run", "conflict",
                                  "replaced_value", "trash", "sync_log"})
            desk.workspace().writer().execute(
                (std::string("UPDATE ") + table + " SET at=at" + (step.picks[0] % 2 ? "+" : "-") + "315360000")
                    .c_str());
        desk.diedMeanwhile();
        return;
    case Kind::KillBefore: return desk.kill();
    case Kind::KillAfter: return desk.killAfterRequest(step.fault);
    case Kind::KillAtCommit: return desk.killAtCommit(1 + static_cast<int>(step.picks[0] % 6));
    default: break;
    }
    if (!desk.isSyncing())
        return desk.begin({step.picks[0] % 8 != 0, step.picks[1] % 4 == 0});
    // A copy of a list's creation makes a second list whatever a client does.
    const bool makesList = desk.held()->verb == "POST" && desk.held()->url.path().endsWith("/contacts/list"_L1);
    const bool strikes =
        step.fault != Practice::Fault::None && !(makesList && step.fault == Practice::Fault::Duplicate);
    m_faults += strikes ? 1 : 0;
    desk.letThrough(strikes ? step.fault : Practice::Fault::None);
}

QString SeedWorld::type(const QString &who, const SeedStep &step, int nth)
{
    return nth ? u"%1-%2-%3"_s.arg(who).arg(step.number).arg(nth) : u"%1-%2"_s.arg(who).arg(step.number);
}

// What is not on the screen any more after somebody has done something was replaced or deleted by somebody who saw it.
void SeedWorld::useDesk(SeedDesk &desk, const SeedStep &step)
{
    const QSet<QString> before = valuesIn(visible(desk)), onCards = valuesIn(cards(desk));
    act(desk, step);
    const bool died = desk.diedMeanwhile();
    const QSet<QString> after = valuesIn(visible(desk));
    if (!died)
        m_seen += (before - after) + (onCards - valuesIn(cards(desk)));
    for (const QString &value : after - before)
        m_typed.insert(value);
}

void SeedWorld::act(SeedDesk &desk, const SeedStep &step)
{
    Workspace &workspace = desk.workspace();
    const std::vector<ContactId> shown = *require(ContactQueries(workspace).order({{}, {}, {{u"name"_s, false}}}));
    const QList<ContactList> allLists = require(lists(workspace));
    const auto isShown = [&](const QString &phone) {
        return number(desk, "SELECT count(*) FROM contact WHERE phone='" + phone.toStdString() + "'") > 0;
    };
    const auto edit = [&](ContactId id, const std::string &field, const QString &value) {
        require(desk.journal().edit(ChangeKind::Edit, u"edit"_s, {id}, [&](ContactState &state) {
            if (value.isEmpty())
                state.erase(field);
            else
                state[field] = value.toStdString();
            if (field == "phoneNumber")
                numberJudge("IT")(state);
        }));
    };
    const auto textFor = [&](const std::string &field, int nth = 0) {
        const QString value = type(desk.name(), step, nth);
        return field == "email" ? value + u"@example.com"_s : value;
    };
    const ContactId someone = shown.empty() ? ContactId() : picked(shown, step.picks[0]);
    const std::string field = editedFields()[step.picks[1] % editedFields().size()];
    switch (step.kind) {
    case Kind::AddContact: {
        const QString phone = poolNumber(step.picks[0]);
        if (isShown(phone))
            return;
        ContactState state{{"phoneNumber", phone.toStdString()}};
        for (size_t i = 0; i < editedFields().size(); ++i) {
            if (i == 0 || step.picks[1] >> i & 1)
                state[editedFields()[i]] = textFor(editedFields()[i], int(i) + 1).toStdString();
        }
        numberJudge("IT")(state);
        require(desk.journal().create(state));
        return;
    }
    case Kind::EditField:
        if (someone.isValid())
            edit(someone, field, textFor(field));
        return;
    case Kind::EditMany:
        require(desk.journal().edit(ChangeKind::Edit, u"edit"_s, shown, [&, nth = 0](ContactState &state) mutable {
            state[field] = textFor(field, ++nth).toStdString();
        }));
        return;
    case Kind::ClearField:
        if (someone.isValid())
            edit(someone, field == "firstName" ? "city" : field, {});
        return;
    case Kind::ChangeNumber:
        if (someone.isValid() && !isShown(poolNumber(step.picks[2])))
            edit(someone, "phoneNumber", poolNumber(step.picks[2]));
        return;
    case Kind::SwapNumbers: {
        const ContactId other = shown.empty() ? ContactId() : picked(shown, step.picks[2]);
        if (!someone.isValid() || someone == other)
            return;
        const auto phoneOf = [&](ContactId id) { return require(ContactQueries(workspace).contact(id)).phoneNumber; };
        const QString mine = phoneOf(someone), theirs = phoneOf(other);
        edit(someone, "phoneNumber", theirs);
        edit(other, "phoneNumber", mine);
        return;
    }
    case Kind::DeleteContact:
        if (someone.isValid())
            require(desk.journal().remove({someone}));
        return;
    case Kind::AddTag:
        if (someone.isValid())
            require(desk.journal().addTags({someone}, {type(desk.name(), step)}));
        return;
    case Kind::RemoveTag: {
        const QStringList tags =
            someone.isValid() ? require(ContactQueries(workspace).contact(someone)).tags : QStringList();
        if (!tags.isEmpty())
            require(desk.journal().removeTag({someone}, picked(tags, step.picks[1])));
        return;
    }
    case Kind::AddList:
        require(desk.journal().createList(u"list "_s + type(desk.name(), step)));
        ++m_listsMade;
        return;
    case Kind::RenameList:
        if (allLists.isEmpty() || awaitsList(&desk))
            return;
        // One that is gone over there, and goes on here under another name, is made again.
        if (number(desk, "SELECT count(*) FROM list_request WHERE state=2 AND list_id=" +
                             std::to_string(picked(allLists, step.picks[0]).id.value)) > 0)
            ++m_listsMade;
        require(desk.journal().changeList(picked(allLists, step.picks[0]).id, u"list "_s + type(desk.name(), step), {},
                                          false));
        return;
    case Kind::DeleteList:
        if (!allLists.isEmpty())
            require(desk.journal().deleteList(picked(allLists, step.picks[0]).id));
        return;
    case Kind::Join:
        if (someone.isValid() && !allLists.isEmpty())
            require(desk.journal().addToList({someone}, picked(allLists, step.picks[1]).name));
        return;
    case Kind::Leave:
        if (someone.isValid() && !allLists.isEmpty())
            require(desk.journal().removeFromList({someone}, picked(allLists, step.picks[1]).name));
        return;
    case Kind::Import: {
        QByteArray file = "first name,phone,city\n";
        for (int i = 1; i <= 3; ++i)
            file += QStringList{type(desk.name(), step, i), poolNumber(step.picks[0] + quint32(i)),
                                type(desk.name(), step, i + 3)}
                        .join(u',')
                        .toUtf8() +
                    '\n';
        QFile csv(desk.path(u"import %1.csv"_s.arg(step.number)));
        if (!csv.open(QIODevice::WriteOnly) || csv.write(file) != file.size())
            qFatal("no file to import");
        csv.close();
        const ImportSource source = require(examine(csv.fileName()));
        Rehearsal rehearsal = require(Rehearsal::run(
            workspace, suggestedSettings(workspace, source, u"IT"_s, QLocale(QLocale::Italian, QLocale::Italy)),
            source.rows));
        require(rehearsal.commit({}));
        return;
    }
    case Kind::Undo: {
        QList<ChangeSet> open;
        for (const ChangeSet &set : require(history(workspace, 20))) {
            if (!set.undoneBy.isValid())
                open.append(set);
        }
        if (open.isEmpty())
            return;
        const qint64 listsBefore = number(desk, "SELECT count(*) FROM list");
        require(desk.journal().undo(picked(open, step.picks[0]).id));
        m_listsMade += int(std::max<qint64>(0, number(desk, "SELECT count(*) FROM list") - listsBefore));
        return;
    }
    case Kind::Resolve: {
        const QList<Conflict> open = require(Elenco::conflicts(workspace, 100));
        if (open.isEmpty())
            return;
        const Conflict &conflict = picked(open, step.picks[0]);
        const Choice choice = step.picks[1] % 2 ? Choice::Mine : Choice::Theirs;
        ContactState fields;
        if (choice == Choice::Mine && !conflict.field.empty()) {
            if (conflict.field == "phoneNumber") {
                if (isShown(conflict.mine))
                    return;
                fields = ContactState{{"phoneNumber", conflict.mine.toStdString()}};
                numberJudge("IT")(fields);
            } else {
                fields[conflict.field] = conflict.mine.toStdString();
            }
        }
        if (conflict.kind == ConflictKind::ListDeletedThere && choice == Choice::Mine)
            ++m_listsMade;
        require(resolveConflicts(workspace, {{conflict.id, choice, fields}}, numberJudge("IT")));
        return;
    }
    default: Q_UNREACHABLE();
    }
}

// A list whose creation was not answered is found by its name: whoever renames it before that can't be told from
// somebody who made another one.
bool SeedWorld::awaitsList(const SeedDesk *besides)
{
    return std::any_of(m_desks.begin(), m_desks.end(), [&](const auto &desk) {
        return desk.get() != besides &&
               number(*desk, "SELECT (SELECT count(*) FROM list_request WHERE state=1) + (SELECT count(*) FROM "
                             "list_tombstone WHERE remote_id IS NULL)") > 0;
    });
}

// Between the reading and the writing of a desk nothing can save an edit made elsewhere (sync.md section 2.5).
void SeedWorld::useDashboard(const SeedStep &step)
{
    for (const auto &desk : m_desks) {
        const HttpRequest *held = desk->held();
        if (held && (held->verb == "PUT" || (held->verb == "DELETE" && !held->url.path().contains("/list"_L1))))
            return;
    }
    const QList<Practice::Contact> people = m_state->allContacts();
    const QList<Practice::List> allLists = m_state->allLists();
    const QString value = type(u"dash"_s, step);
    switch (step.kind) {
    case Kind::DashboardAdd: {
        Practice::Contact contact;
        contact.phoneNumber = poolNumber(step.picks[0]);
        contact.firstName = value;
        if (m_state->contactOfNumber(contact.phoneNumber) || people.size() >= m_script.gateway.quota)
            return;
        m_state->addContact(contact);
        m_typed.insert(value);
        return;
    }
    case Kind::DashboardList:
        m_state->addList(u"list "_s + value);
        ++m_listsMade;
        return;
    default: break;
    }
    if (!allLists.isEmpty()) {
        const Practice::List &list = picked(allLists, step.picks[1]);
        if (step.kind == Kind::DashboardRename && !awaitsList(nullptr)) {
            Practice::List renamed = list;
            renamed.name = u"list "_s + value;
            m_state->changeList(renamed);
        } else if (step.kind == Kind::DashboardDeleteList) {
            m_state->removeList(list.id);
        } else if (step.kind == Kind::DashboardJoin && !people.isEmpty()) {
            m_state->addMember(list.id, picked(people, step.picks[0]).id);
        } else if (step.kind == Kind::DashboardLeave && !people.isEmpty()) {
            m_state->removeMember(list.id, picked(people, step.picks[0]).id);
        }
    }
    if (people.isEmpty())
        return;
    Practice::Contact contact = picked(people, step.picks[0]);
    switch (step.kind) {
    case Kind::DashboardEdit: {
        QString &field = step.picks[1] % 2 ? contact.firstName : contact.city;
        m_seen += valuesIn(field);
        field = value;
        m_typed.insert(value);
        m_state->changeContact(contact);
        return;
    }
    case Kind::DashboardExtra:
        m_seen += valuesIn(QString::fromUtf8(QJsonDocument(contact.extra).toJson()));
        contact.extra = QJsonObject{{u"x"_s, value}};
        m_extras[contact.id] = contact.extra;
        m_typed.insert(value);
        m_state->changeContact(contact);
        return;
    case Kind::DashboardTag:
        if (!m_exchange.service().manner.showsTags)
            return; // no desk can ever hear of it
        contact.tags.append(value);
        m_typed.insert(value);
        m_state->changeContact(contact);
        return;
    case Kind::DashboardTwin: {
        Practice::Contact twin;
        twin.phoneNumber = contact.phoneNumber;
        twin.firstName = value;
        if (people.size() >= m_script.gateway.quota)
            return;
        m_state->addContact(twin);
        m_twins.insert(contact.phoneNumber);
        m_typed.insert(value);
        return;
    }
    case Kind::DashboardClear: {
        QList<qint64> all;
        for (const Practice::Contact &one : people) {
            m_seen += valuesIn(printedContact(one));
            all.append(one.id);
        }
        m_state->removeContacts(all);
        return;
    }
    case Kind::DashboardDelete:
        m_seen += valuesIn(printedContact(contact));
        m_state->removeContacts({contact.id});
        return;
    default: return;
    }
}

QString SeedWorld::settle()
{
    for (const auto &desk : m_desks) {
        desk->forgetKills();
        if (desk->isSyncing())
            desk->stop();
    }
    for (int round = 0; round < 12; ++round) {
        const QString before = printed();
        bool isWhole = true;
        for (const auto &desk : m_desks) {
            desk->begin({true, true});
            for (int requests = 0; desk->isSyncing(); ++requests) {
                desk->letThrough();
                if (requests > 3000)
                    return u"I7: a sync does not end"_s;
            }
            watch();
            if (!m_wrong.isEmpty())
                return m_wrong;
            isWhole = isWhole && desk->report().isFresh && !desk->report().stopped;
            if (round == 11 && desk->report().stopped)
                return u"I7: %1 is stopped: %2"_s.arg(desk->name(), desk->report().stopped->text());
        }
        if (round >= 2 && isWhole && printed() == before)
            return {};
    }
    return u"I7: the desks do not come to rest"_s;
}

QString SeedWorld::cards(SeedDesk &desk)
{
    return rows(desk, "SELECT id || '|' || coalesce(remote_id, 'new') || '|' || first_name || '|' || last_name || '|' "
                      "|| phone || '|' || email || '|' || city || '|' || remote_extra FROM contact ORDER BY id") +
           rows(desk, "SELECT contact_id || ' field ' || value FROM contact_field ORDER BY 1") +
           rows(desk, "SELECT contact_id || ' tag ' || name FROM contact_tag JOIN tag ON tag.id=tag_id ORDER BY 1") +
           rows(desk, "SELECT 'list ' || name FROM list ORDER BY id");
}

QString SeedWorld::visible(SeedDesk &desk)
{
    return cards(desk) +
           rows(desk,
                "SELECT 'conflict ' || kind || ' of ' || coalesce(contact_id, list_id) || ' ' || field || ': ' || "
                "mine || ' / ' || theirs || ' ' || coalesce(CAST(state AS TEXT), '') FROM conflict WHERE "
                "resolved_by IS NULL ORDER BY id") +
           rows(desk, "SELECT 'replaced ' || field || ': ' || mine || ' / ' || theirs FROM replaced_value ORDER BY id");
}

// The journal has everything, and nobody looks into it for what sync did; it is looked at only of what is in the trash.
QString SeedWorld::everywhere(SeedDesk &desk)
{
    return visible(desk) + rows(desk, "SELECT replace(CAST(state AS TEXT), char(0), ' ') FROM trash") +
           rows(desk, "SELECT replace(CAST(state AS TEXT), char(0), ' ') FROM tombstone") +
           rows(desk, "SELECT mine || ' ' || theirs FROM conflict") +
           rows(desk, "SELECT replace(CAST(state AS TEXT), char(0), ' ') FROM conflict WHERE state IS NOT NULL") +
           rows(desk, "SELECT replace(CAST(coalesce(before, '') AS TEXT) || ' ' || CAST(coalesce(after, '') AS TEXT), "
                      "char(0), ' ') FROM change WHERE contact_id IN (SELECT contact_id FROM trash)");
}

QString SeedWorld::printed()
{
    QStringList lines;
    for (const Practice::Contact &contact : m_state->allContacts())
        lines.append(m_exchange.service().ids.contactText(contact.id) + u'|' + printedContact(contact));
    for (const Practice::List &list : m_state->allLists(true)) {
        QStringList members;
        for (qint64 member : m_state->members(list.id))
            members.append(QString::number(member));
        lines.append(u"list %1 \"%2\"%3: %4"_s.arg(list.id).arg(list.name, list.isDeleted ? u" deleted"_s : u""_s,
                                                                members.join(u' ')));
    }
    for (const auto &desk : m_desks) {
        lines.append(u"-- desk "_s + desk->name());
        lines.append(visible(*desk));
        lines.append(rows(*desk,
                          "SELECT 'list ' || id || ' ' || coalesce(remote_id, 'new') || ' \"' || name || '\": ' || "
                          "coalesce((SELECT group_concat(contact_id, ' ') FROM (SELECT contact_id FROM membership "
                          "WHERE list_id=list.id ORDER BY 1)), '') FROM list ORDER BY id"));
        lines.append(rows(*desk, "SELECT 'member ' || list_id || ' ' || contact_id || ' wanted ' || wanted FROM "
                                 "membership_change ORDER BY list_id, contact_id"));
        lines.append(rows(*desk,
                          "SELECT 'request of ' || contact_id || ' state ' || state || ' trouble ' || trouble || ' ' "
                          "|| detail FROM request ORDER BY 1"));
        lines.append(rows(*desk, "SELECT 'list request of ' || list_id || ' state ' || state || ' ' || detail FROM "
                                 "list_request ORDER BY 1"));
        lines.append(rows(*desk, "SELECT 'shadow of ' || contact_id || ' sends ' || sends FROM shadow ORDER BY 1"));
        lines.append(rows(*desk,
                          "SELECT 'tombstone ' || contact_id || ' ' || coalesce(remote_id, 'new') FROM tombstone "
                          "ORDER BY 1"));
        lines.append(rows(*desk, "SELECT 'list tombstone ' || list_id || ' ' || coalesce(remote_id, 'new') FROM "
                                 "list_tombstone ORDER BY 1"));
        lines.append(
            rows(*desk, "SELECT 'trash ' || contact_id || ' ' || coalesce(remote_id, 'new') FROM trash ORDER BY 1"));
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString SeedWorld::requestLog()
{
    QString text;
    for (const Practice::LoggedRequest &request : m_exchange.log().entries())
        text += QString::fromLatin1(request.method) + u' ' + request.path + u'?' + QString::fromLatin1(request.query) +
                u' ' + QString::fromUtf8(request.body) + u" -> "_s + QString::number(request.status) +
                (request.fault == Practice::Fault::None ? QString() : u' ' + Practice::faultName(request.fault)) +
                u'\n';
    return text;
}

int SeedWorld::conflicts()
{
    return int(number(*m_desks[0], "SELECT count(*) FROM conflict") +
               number(*m_desks[1], "SELECT count(*) FROM conflict"));
}

// A row that is not sent any more says why, or is a choice to be made.
QString SeedWorld::blockedSilently(SeedDesk &desk)
{
    return rows(desk,
                "SELECT contact_id FROM request WHERE state=2 AND detail='' AND contact_id NOT IN (SELECT contact_id "
                "FROM conflict WHERE contact_id IS NOT NULL)") +
           rows(desk,
                "SELECT 'list ' || list_id FROM list_request WHERE state=2 AND detail='' AND list_id NOT IN (SELECT "
                "list_id FROM conflict WHERE list_id IS NOT NULL)");
}

QString SeedWorld::blockedRows()
{
    QString text;
    for (const auto &desk : m_desks)
        text += rows(*desk,
                     "SELECT 'trouble ' || trouble || ' bound ' || (remote_id IS NOT NULL) || ' attempts ' || attempts "
                     "|| ' ' || detail FROM request JOIN contact ON contact.id=contact_id WHERE state=2");
    return text;
}

int SeedWorld::blocked()
{
    return int(number(*m_desks[0], "SELECT count(*) FROM request WHERE state=2") +
               number(*m_desks[1], "SELECT count(*) FROM request WHERE state=2"));
}

QString SeedWorld::wrongAt(SeedDesk &desk)
{
    const UnsentCounts unsent = require(unsentCounts(desk.workspace()));
    if (unsent.total() > unsent.blocked + unsent.waiting)
        return u"I1: %1 created, %2 changed, %3 deleted, %4 lists, %5 memberships are left to be sent (%6 blocked, %7 "
               "wait)"_s.arg(unsent.created)
                   .arg(unsent.changed)
                   .arg(unsent.deleted)
                   .arg(unsent.lists)
                   .arg(unsent.memberships)
                   .arg(unsent.blocked)
                   .arg(unsent.waiting);
    if (const QString silent = blockedSilently(desk); !silent.isEmpty())
        return u"I1: blocked, and nobody is told why: "_s + silent;
    if (unsent.waiting > 0 && m_state->allContacts().size() < m_script.gateway.quota)
        return u"I1: contacts wait although there is room"_s;
    QSet<qint64> here;
    ContactQueries queries(desk.workspace());
    for (ContactId id : *require(queries.order({{}, {}, {{u"name"_s, false}}}))) {
        const std::string key = std::to_string(id.value);
        const QString remote = rows(desk, "SELECT coalesce(remote_id, '') FROM contact WHERE id=" + key).trimmed();
        if (remote.isEmpty())
            continue;
        const qint64 remoteId = m_exchange.service().ids.contactOf(remote);
        const auto there = m_state->contact(remoteId);
        const Contact contact = require(queries.contact(id));
        if (!there)
            return u"I3: %1 is not over there"_s.arg(contact.fullName());
        here.insert(remoteId);
        if (number(desk, "SELECT count(*) FROM request WHERE state=2 AND contact_id=" + key) > 0)
            continue;
        QString note;
        for (const CustomValue &value : contact.customFields) {
            if (value.name == u"note")
                note = value.text;
        }
        // A tag that was taken away here stays there: no call can say it.
        const bool differsInTags = number(desk, "SELECT count(*) FROM shadow WHERE contact_id=" + key) > 0;
        for (const QString &tag : there->tags) {
            if (!differsInTags && !contact.tags.contains(tag))
                return u"I3: %1 has not the tag %2"_s.arg(contact.fullName(), tag);
        }
        const QStringList mine{contact.firstName, contact.lastName, contact.phoneNumber,
                               contact.email,     contact.city,     note};
        const QStringList theirs{there->firstName, there->lastName, there->phoneNumber,
                                 there->email,     there->city,     there->customFields.value(u"note"_s).toString()};
        if (mine != theirs)
            return u"I3: %1 is over there %2"_s.arg(mine.join(u'|'), theirs.join(u'|'));
    }
    if (here.size() != m_state->allContacts().size())
        return u"I3: %1 contacts, over there are %2"_s.arg(here.size()).arg(m_state->allContacts().size());
    for (const auto &[id, extra] : m_extras) {
        const auto contact = m_state->contact(id);
        if (contact && contact->extra != extra)
            return u"I9: unknown members were changed: "_s + printedContact(*contact);
    }
    QSet<QString> numbers;
    for (const Practice::Contact &contact : m_state->allContacts()) {
        if (numbers.contains(contact.phoneNumber) && !m_twins.contains(contact.phoneNumber))
            return u"I2: %1 is over there twice"_s.arg(contact.phoneNumber);
        numbers.insert(contact.phoneNumber);
    }
    QStringList membersHere, membersThere, listsHere, listsThere;
    for (const Practice::List &list : m_state->allLists()) {
        const QString id = m_exchange.service().ids.listText(list.id);
        listsThere.append(id + u' ' + list.name);
        for (qint64 member : m_state->members(list.id))
            membersThere.append(id + u" has "_s + m_exchange.service().ids.contactText(member));
    }
    listsHere = rows(desk, "SELECT remote_id || ' ' || name FROM list WHERE remote_id IS NOT NULL")
                    .split(u'\n', Qt::SkipEmptyParts);
    membersHere =
        rows(desk, "SELECT l.remote_id || ' has ' || c.remote_id FROM membership m JOIN list l ON l.id=m.list_id "
                   "JOIN contact c ON c.id=m.contact_id WHERE l.remote_id IS NOT NULL AND c.remote_id IS NOT NULL")
            .split(u'\n', Qt::SkipEmptyParts);
    for (QStringList *list : {&membersHere, &membersThere, &listsHere, &listsThere})
        list->sort();
    if (listsHere != listsThere)
        return u"I4: lists %1, over there %2"_s.arg(listsHere.join(u", "_s), listsThere.join(u", "_s));
    if (membersHere != membersThere)
        return u"I4: %1, over there %2"_s.arg(membersHere.join(u", "_s), membersThere.join(u", "_s));
    return {};
}

QString SeedWorld::wrongLists()
{
    QSet<QString> names;
    for (const Practice::List &list : m_state->allLists()) {
        if (names.contains(list.name))
            return u"I5: %1 is over there twice"_s.arg(list.name);
        names.insert(list.name);
    }
    if (m_state->allLists(true).size() > m_listsMade)
        return u"I5: %1 lists were made over there, persons made %2"_s.arg(m_state->allLists(true).size())
            .arg(m_listsMade);
    return {};
}

QString SeedWorld::lostValues()
{
    QString all = printed();
    for (const auto &desk : m_desks)
        all += everywhere(*desk);
    QStringList lost = QStringList((m_typed - m_seen - valuesIn(all)).values());
    lost.sort();
    return lost.isEmpty() ? QString() : u"I6: lost without a trace: "_s + lost.join(u' ');
}

} // namespace Elenco
