// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/office.h"

#include "tests/support/namedlists.h"

#include "store/contacts/contactquery.h"
#include "store/contacts/lists.h"
#include "store/database/sqlite.h"
#include "store/sync/outbox.h"
#include "tests/support/require.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QSemaphore>
#include <QTest>
#include <QTimer>

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

QString joined(QStringList lines)
{
    lines.sort();
    return lines.join(u'\n');
}

QString line(const QString &name, const QString &number, const QString &city, QStringList custom, QStringList lists)
{
    custom.sort();
    lists.sort();
    QString text = name + u' ' + number;
    if (!city.isEmpty())
        text += u' ' + city;
    if (!custom.isEmpty())
        text += u" {"_s + custom.join(u", "_s) + u'}';
    if (!lists.isEmpty())
        text += u" <"_s + lists.join(u", "_s) + u'>';
    return text;
}

} // namespace

Desk::Desk(Office &office, qint64 mostSingles) : m_office(&office), m_mostSingles(mostSingles)
{
    m_writer.setMaxThreadCount(1);
    open();
}

Desk::~Desk()
{
    m_engine.reset();
    m_writer.waitForDone();
}

void Desk::open()
{
    m_client = m_office->far().otherClient(u"practice-key"_s, GatewayDesk::transportOptions());
    m_engine = std::make_unique<SyncEngine>(
        SyncDesk{*m_files, m_writer, *m_client, numberJudge("IT"), [] { return 0.5; }, m_mostSingles});
}

void Desk::restart()
{
    m_engine.reset();
    m_writer.waitForDone();
    m_files.reopen();
    open();
}

void Desk::moveTo(Office &office)
{
    m_office = &office;
    restart();
}

SyncReport Desk::sync(const SyncOptions &options)
{
    SyncReport report;
    QEventLoop loop;
    QObject::connect(m_engine.get(), &SyncEngine::finished, &loop, [&](const SyncReport &ended) {
        report = ended;
        loop.quit();
    });
    QTimer::singleShot(60'000, &loop, [] { qFatal("a sync did not end"); });
    m_engine->start(options);
    loop.exec();
    m_writer.waitForDone();
    return report;
}

void Desk::onWriter(const std::function<void(Connection &)> &work)
{
    QSemaphore done;
    m_writer.start([&] {
        work((*m_files).writer());
        done.release();
    });
    done.acquire();
}

int Desk::syncEndedAt(int request)
{
    int count = 0;
    m_office->gateway().beforeRequest([&](const Practice::Request &) {
        if (++count == request)
            QMetaObject::invokeMethod(
                m_engine.get(), [this] { m_engine->stop(); }, Qt::QueuedConnection);
    });
    sync();
    m_office->gateway().beforeRequest({});
    return count;
}

ContactId Desk::add(const QString &name, const QString &number, const QString &city)
{
    ContactState state{{"firstName", name.section(u' ', 0, 0).toStdString()},
                       {"lastName", name.section(u' ', 1).toStdString()},
                       {"phoneNumber", number.toStdString()},
                       {"city", city.toStdString()}};
    numberJudge("IT")(state);
    return require(journal().create(state)).second;
}

void Desk::set(ContactId id, const std::string &field, const QString &value)
{
    require(journal().edit(ChangeKind::Edit, value, {id}, [&](ContactState &state) {
        state[field] = value.toStdString();
        if (field == "phoneNumber")
            numberJudge("IT")(state);
    }));
}

void Desk::remove(ContactId id)
{
    require(journal().remove({id}));
}

ListId Desk::addList(const QString &name)
{
    require(journal().createList(name));
    return require(findList(workspace(), name)).id;
}

void Desk::join(ContactId id, const QString &list)
{
    require(joinListNamed(workspace(), {id}, list));
}

void Desk::leave(ContactId id, const QString &list)
{
    require(leaveListNamed(workspace(), {id}, list));
}

Result<ChangeSetId> Desk::resolve(qint64 conflict, Choice choice, const ContactState &fields)
{
    return resolveConflicts(workspace(), {{conflict, choice, fields}}, numberJudge("IT"));
}

ContactId Desk::named(const QString &name)
{
    return m_files.only(name);
}

ContactId Desk::person(int i)
{
    return ContactId(workspace().reader()->integer("SELECT id FROM contact WHERE phone='" +
                                                   Office::numberOf(i).toStdString() + "'"));
}

qint64 Desk::trashed()
{
    return workspace().reader()->integer("SELECT count(*) FROM trash");
}

QString Desk::people()
{
    ContactQueries queries(workspace());
    QStringList lines;
    for (ContactId id : m_files.ids()) {
        const Contact contact = require(queries.contact(id));
        QStringList custom;
        for (const CustomValue &value : contact.customFields)
            custom.append(value.name + u'=' + value.text);
        lines.append(
            line(contact.fullName(), contact.phoneNumber, contact.city, custom, require(queries.listNames(id))));
    }
    return joined(std::move(lines));
}

QString Desk::listNames()
{
    QStringList names;
    for (const ContactList &list : require(lists(workspace())))
        names.append(list.name);
    return joined(names);
}

QString Desk::waiting()
{
    const UnsentCounts counts = require(unsentCounts(workspace()));
    QStringList parts;
    for (const auto &[name, count] :
         {std::pair("created", counts.created), std::pair("changed", counts.changed),
          std::pair("deleted", counts.deleted), std::pair("lists", counts.lists),
          std::pair("memberships", counts.memberships), std::pair("blocked", counts.blocked),
          std::pair("waiting", counts.waiting), std::pair("conflicts", counts.conflicts)}) {
        if (count)
            parts.append(u"%1 %2"_s.arg(QLatin1String(name)).arg(count));
    }
    return parts.join(u", "_s);
}

Office::Office(const Practice::Options &options, quint32 seed) : m_gateway(options, seed)
{
}

QString Office::people()
{
    QHash<qint64, QStringList> lists;
    for (const Practice::Membership &membership : state().allMemberships())
        lists[membership.contactId].append(state().list(membership.listId)->name);
    QStringList lines;
    for (const Practice::Contact &contact : state().allContacts()) {
        QStringList custom;
        for (auto value = contact.customFields.begin(); value != contact.customFields.end(); ++value)
            custom.append(value.key() + u'=' + value.value().toVariant().toString());
        lines.append(line(contact.fullName(), contact.phoneNumber, contact.city, custom, lists.value(contact.id)));
    }
    return joined(std::move(lines));
}

QString Office::listNames()
{
    QStringList names;
    for (const Practice::List &list : state().allLists())
        names.append(list.name);
    return joined(names);
}

qint64 Office::add(const QString &name, const QString &number, const QString &city)
{
    Practice::Contact contact;
    contact.firstName = name.section(u' ', 0, 0);
    contact.lastName = name.section(u' ', 1);
    contact.phoneNumber = number;
    contact.city = city;
    return state().addContact(contact);
}

void Office::addPeople(int count)
{
    for (int i = 1; i <= count; ++i)
        add(u"Person %1"_s.arg(i), numberOf(i), u"Milano"_s);
}

QString Office::numberOf(int i)
{
    return u"+39340123%1"_s.arg(i, 4, 10, QLatin1Char('0'));
}

void Office::change(qint64 id, const std::function<void(Practice::Contact &)> &edit)
{
    auto contact = state().contact(id);
    edit(*contact);
    state().changeContact(*contact);
}

qint64 Office::numbered(const QString &number)
{
    const auto contact = state().contactOfNumber(number);
    return contact ? contact->id : 0;
}

void Office::atFirst(const Practice::CallPattern &call, std::function<void()> what)
{
    m_wasReached = false;
    gateway().beforeRequest([this, call, what = std::move(what)](const Practice::Request &request) {
        if (m_wasReached || !call.matches(request))
            return;
        m_wasReached = true;
        what();
    });
}

Practice::Options Office::threeRowsAPage()
{
    Practice::Options options;
    options.pageMaximum = 3;
    return options;
}

void verifySame(Office &office, Desk &desk, const SyncOptions &options, std::source_location where)
{
    const char *file = where.file_name();
    const int line = static_cast<int>(where.line());
    SyncReport report = desk.sync(options);
    if (!report.isFresh && !report.stopped) // it finished an older reading: only a fresh one says how things are now
        report = desk.sync(options);
    if (report.stopped)
        qWarning("stopped: %s", qPrintable(report.stopped->text()));
    QTest::qVerify(!report.stopped, "!report.stopped", "the sync came to its end", file, line);
    QTest::qVerify(report.isFresh, "report.isFresh", "all was read", file, line);
    QTest::qCompare(desk.people(), office.people(), "here", "there", file, line);
    QTest::qCompare(desk.listNames(), office.listNames(), "lists here", "lists there", file, line);
    QTest::qCompare(office.log().dangers(), QStringList(), "dangers", "none", file, line);
}

void verifyInStep(Office &office, Desk &desk, const SyncOptions &options, std::source_location where)
{
    const char *file = where.file_name();
    const int line = static_cast<int>(where.line());
    verifySame(office, desk, options, where);
    QTest::qCompare(desk.waiting(), QString(), "waiting", "nothing", file, line);
    office.log().clear();
    desk.sync();
    QStringList sent;
    for (const Practice::LoggedRequest &request : office.log().entries()) {
        if (request.method != "GET")
            sent.append(QString::fromLatin1(request.method) + u' ' + request.path);
    }
    QTest::qCompare(sent, QStringList(), "sent by a second sync", "nothing", file, line);
    QTest::qCompare(office.log().dangers(), QStringList(), "dangers", "none", file, line);
}

} // namespace Elenco
