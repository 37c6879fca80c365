// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/seedworld.h"

#include "store/database/sqlite.h"
#include "tests/sync/seedperson.h"
#include "tests/sync/seedtexts.h"

#include <QJsonDocument>

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;
using Kind = SeedStep::Kind;

namespace {

// What can be found out about an account by reading depends on the gateway alone.
Capabilities capabilitiesOf(const Practice::Options &options)
{
    static std::map<QString, Capabilities> known;
    const QString key = u"%1 %2 %3 %4 %5 %6 %7"_s.arg(int(options.dialect))
                            .arg(options.pageMaximum.value_or(0))
                            .arg(options.ignoredParameters.join(u','))
                            .arg(int(options.listing))
                            .arg(options.droppedFields.join(u','))
                            .arg(options.strict)
                            .arg(options.firstPage.value_or(-1));
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
    capabilities.fields = {}; // are shown by the contacts that are there
    // The first deletion on an account looks at another contact before it leaves; whoever edits meanwhile is in the gap
    // that nobody can close, and the courses keep out of that.
    capabilities.deletesOnlyNamed = Known::Yes;
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
        m_desks[i] = std::make_unique<SeedDesk>(QString(QChar(u'A' + int(i))), m_exchange,
                                                capabilitiesOf(script.gateway), script.mostSingles);
}

QString SeedWorld::run()
{
    for (const SeedStep &step : m_script.steps) {
        take(step);
        noteWriter(u"dashboard"_s);
        watch(step.kind <= Kind::Resolve);
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

void SeedWorld::letThrough(SeedDesk &desk, Practice::Fault fault)
{
    const bool isWrite = desk.held()->isWrite, creates = desk.held()->verb == "POST";
    noteUnread();
    m_isMistakable = m_isMistakable || (!isWrite && fault != Practice::Fault::None);
    const bool isChange = desk.held()->verb == "PUT";
    desk.letThrough(fault);
    m_wasRefused[&desk == m_desks[1].get()] = isChange && m_exchange.log().entries().back().status == 400;
    if (isWrite)
        noteWriter(creates ? creationBy(desk.name()) : desk.name());
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
    const SeedDesk &other = *m_desks[1 - static_cast<size_t>(step.desk)];
    const bool mustWait = sendsFile(other) && desk.held() && desk.held()->verb != "GET";
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
    case Kind::KillAfter: {
        const bool creates = desk.held() && desk.held()->verb == "POST";
        mustWait ? desk.kill() : desk.killAfterRequest(step.fault);
        return noteWriter(creates ? creationBy(desk.name()) : desk.name());
    }
    case Kind::KillAtCommit: return desk.killAtCommit(1 + static_cast<int>(step.picks[0] % 6));
    default: break;
    }
    if (!desk.isSyncing())
        return desk.begin({.reads = step.picks[0] % 8 != 0,
                           .allMembers = step.picks[1] % 4 == 0,
                           .retriesRefused = step.picks[2] % 8 == 0,
                           .waited = 10'000});
    if (mustWait)
        return;
    // A copy of a list's creation makes a second list whatever a client does.
    const bool makesList = desk.held()->verb == "POST" && desk.held()->url.path().endsWith("/contacts/list"_L1);
    const bool strikes =
        step.fault != Practice::Fault::None && !(makesList && step.fault == Practice::Fault::Duplicate);
    m_faults += strikes ? 1 : 0;
    letThrough(desk, strikes ? step.fault : Practice::Fault::None);
}

// What is not on the screen any more after somebody has done something was replaced or deleted by somebody who saw it.
void SeedWorld::useDesk(SeedDesk &desk, const SeedStep &step)
{
    const QSet<QString> before = valuesIn(visible(desk)), onCards = valuesIn(cards(desk));
    // Two new cards that exchange numbers while the creation of one is under way are told apart by nothing.
    const bool mayRenumber = step.kind == Kind::SwapNumbers || step.kind == Kind::ChangeNumber ||
                             step.kind == Kind::Undo || step.kind == Kind::Resolve;
    m_isMistakable = m_isMistakable ||
                     (mayRenumber && number(desk, "SELECT count(*) FROM request JOIN contact ON id=contact_id WHERE "
                                                  "state=1 AND remote_id IS NULL") > 0);
    SeedPerson person(desk, step);
    person.act(!awaitsList(&desk));
    m_listsMade += person.listsMade();
    const bool died = desk.diedMeanwhile();
    const QSet<QString> after = valuesIn(visible(desk));
    if (!died)
        m_seen += (before - after) + (onCards - valuesIn(cards(desk)));
    for (const QString &value : after - before)
        m_typed.insert(value);
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

// Between the last look of a desk and its file nothing can save what came to a number of the file: gateways of one step
// update by number.
bool SeedWorld::sendsFile(const SeedDesk &desk) const
{
    return desk.held() && desk.held()->url.path().endsWith("/upload"_L1);
}

// Between the reading and the writing of a desk nothing can save an edit made elsewhere (sync.md section 2.5).
void SeedWorld::useDashboard(const SeedStep &step)
{
    for (const auto &desk : m_desks) {
        const HttpRequest *held = desk->held();
        // Nor while a change that was refused waits for the look at its number.
        const bool looks = held && m_wasRefused[desk == m_desks[1]] && held->url.query().contains("phoneNumber="_L1);
        if (sendsFile(*desk) || looks ||
            (held && (held->verb == "PUT" || (held->verb == "DELETE" && !held->url.path().contains("/list"_L1)))))
            return;
    }
    const QList<Practice::Contact> people = m_state->allContacts();
    QList<Practice::List> allLists = m_state->allLists();
    allLists.removeIf(&isOfAFile);
    const QString value = SeedPerson::value(u"dash"_s, step);
    switch (step.kind) {
    case Kind::DashboardAdd: {
        Practice::Contact contact;
        contact.phoneNumber = SeedPerson::number(step.picks[0]);
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
        if (m_script.gateway.dialect != Practice::Dialect::Uc020)
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
            m_seen += valuesIn(Elenco::printed(one));
            all.append(one.id);
        }
        m_state->removeContacts(all);
        return;
    }
    case Kind::DashboardDelete:
        m_seen += valuesIn(Elenco::printed(contact));
        m_state->removeContacts({contact.id});
        return;
    default: return;
    }
}

// It has not read everybody by ids yet to see whether listings hide anything.
bool SeedWorld::isSamplingAt(SeedDesk &desk) const
{
    const AccountFields &fields = desk.client().capabilities().fields;
    return fields.mayHide() && !fields.hidesAny() &&
           number(desk, "SELECT count(*) FROM contact WHERE remote_id IS NOT NULL AND remote_read=0") > 0;
}

QString SeedWorld::settle()
{
    for (const auto &desk : m_desks) {
        desk->forgetKills();
        if (desk->isSyncing())
            desk->stop();
    }
    constexpr int mostSamples = 40;
    bool isSampling = true;
    std::map<const SeedDesk *, QList<Practice::Contact>> readBy;
    for (int round = 0, samples = 0; round < 12; isSampling && ++samples < mostSamples ? round : ++round) {
        const QString before = printed();
        bool isWhole = true;
        isSampling = false;
        for (const auto &desk : m_desks) {
            // What listings hide two desks have in common when both have read it by ids. A desk that does not know yet
            // that they hide anything finds out contact by contact, each of them once while they stay as they are.
            QList<Practice::Contact> &read = readBy[desk.get()];
            if (const QList<Practice::Contact> now = m_state->allContacts();
                desk->client().capabilities().fields.hidesAny() || read != now) {
                desk->workspace().writer().execute("UPDATE contact SET remote_read=0 WHERE remote_id IS NOT NULL");
                read = now;
            }
            // A day later: what was refused for a moment's reason gets through.
            desk->begin({.allMembers = true, .waited = round == 0 && samples == 0 ? 86'400'000 : 0});
            for (int requests = 0; desk->isSyncing(); ++requests) {
                letThrough(*desk);
                if (requests > 3000)
                    return u"I7: a sync does not end"_s;
            }
            watch();
            if (!m_wrong.isEmpty())
                return m_wrong;
            isWhole = isWhole && desk->report().isFresh && !desk->report().stopped;
            isSampling = isSampling || isSamplingAt(*desk);
            if (round == 11 && desk->report().stopped)
                return u"I7: %1 is stopped: %2"_s.arg(desk->name(), desk->report().stopped->text());
        }
        if (round >= 2 && isWhole && !isSampling && printed() == before)
            return {};
    }
    return u"I7: the desks do not come to rest"_s;
}

} // namespace Elenco
