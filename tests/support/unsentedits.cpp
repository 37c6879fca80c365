// SPDX-License-Identifier: Apache-2.0
#include "tests/support/unsentedits.h"

#include "tests/support/namedlists.h"

#include "store/contacts/lists.h"
#include "store/database/unsyncedlog.h"
#include "store/journal/journal.h"
#include "store/sync/outbox.h"
#include "store/sync/pullruns.h"
#include "store/sync/synclists.h"
#include "tests/support/require.h"

#include <QFile>

namespace Elenco {

using namespace Qt::StringLiterals;

AccountRecord someAccount()
{
    return {u"https://gateway.example"_s, u"key"_s, u"anna"_s, u"production"_s, u"session"_s, "{}", false};
}

void bringContacts(Workspace &workspace, int count)
{
    PullRuns runs(workspace);
    const PullRun run = require(runs.begin(u"contacts"_s, count, 0, count));
    std::vector<SeenContact> page;
    for (int i = 1; i <= count; ++i)
        page.push_back({{u"c%1"_s.arg(i)}, QByteArray::number(393400000000 + i).prepend('+').toStdString(), i, {}, {}});
    ChangeSetId set;
    require(runs.takePage(run, -1, page, set, [&](size_t index, PullRuns::Match, const SyncRow &) {
        SyncChange change;
        change.state = ContactState{{"firstName", "Person"},
                                    {"lastName", std::to_string(index + 1)},
                                    {"phoneNumber", page[index].number},
                                    {"valid", "1"},
                                    {"city", index % 2 ? "Milano" : "Roma"},
                                    {"custom:0:note", std::string(60, static_cast<char>('a' + index % 26))},
                                    {"remoteId", page[index].id.value.toStdString()}};
        change.remoteId = page[index].id;
        change.fingerprint = page[index].fingerprint;
        return std::optional(change);
    }));
    require(runs.end(run));
}

ContactId numbered(TestWorkspace &files, int number)
{
    return files.only(u"phone:+%1"_s.arg(393400000000 + number));
}

void edit(Workspace &workspace, ContactId id, const std::string &field, const std::string &value)
{
    require(Journal(workspace).edit(ChangeKind::Edit, {}, {id}, [&](ContactState &state) { state[field] = value; }));
}

ContactId create(Workspace &workspace, const std::string &name, const std::string &number)
{
    return require(Journal(workspace).create({{"firstName", name}, {"phoneNumber", number}, {"valid", "1"}})).second;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString stateText(const ContactState &state)
{
    QStringList parts;
    for (const auto &[key, value] : state)
        parts += QString::fromStdString(key) + u'=' + QString::fromStdString(value);
    return parts.join(u',');
}

QString unsentText(Workspace &workspace)
{
    QStringList lines;
    for (const OutboxEntry &entry : require(outbox(workspace, 1000)))
        lines += u"%1 %2 %3 %4 -> %5"_s.arg(int(entry.kind))
                     .arg(entry.name)
                     .arg(entry.count)
                     .arg(stateText(entry.fields.before), stateText(entry.fields.after));
    for (const ContactList &list : require(lists(workspace))) {
        SyncLists sync(workspace);
        for (bool wanted : {true, false}) {
            for (const RemoteId &id : require(sync.unsentMembers(list.id, wanted, {}, 1000)).remoteIds)
                lines += u"%1 %2 %3"_s.arg(wanted ? u"joins"_s : u"leaves"_s, list.name, id.value);
        }
    }
    ContactQueries queries(workspace);
    const ContactOrder everybody = require(queries.order({}));
    for (ContactId id : *everybody) {
        const Contact contact = require(queries.contact(id));
        if (!contact.valid && !contact.remoteId.isValid())
            lines += u"draft %1 %2"_s.arg(contact.fullName(), contact.phoneNumber);
    }
    lines.sort();
    return lines.join(u'\n');
}

QStringList logKinds(const QString &path)
{
    QStringList kinds;
    for (const UnsyncedRecord &record : UnsyncedLog::read(path).records)
        kinds += QString::fromStdString(record.at("kind"));
    return kinds;
}

void editAllSorts(TestWorkspace &files)
{
    Workspace &workspace = *files;
    Journal journal(workspace);
    ChangeSetId set;
    SyncLists sync(workspace);
    for (const QString &name : {u"Friends"_s, u"Clients"_s, u"Old"_s})
        require(sync.arrive({name.toLower()}, {name, {}, false}, set));
    for (int i = 1; i <= 8; ++i)
        edit(workspace, numbered(files, i * 11), "city", "Bari " + std::to_string(i));
    edit(workspace, numbered(files, 11), "lastName", "Rossi\nNeri\\"); // a line has to bear these
    for (int i = 1; i <= 5; ++i)
        create(workspace, "Nuova" + std::to_string(i), "+39347000000" + std::to_string(i));
    for (int i = 1; i <= 3; ++i)
        require(journal.remove({numbered(files, 100 + i)}));
    require(journal.createList(u"Fresh"_s));
    require(joinListNamed(workspace, {numbered(files, 21), numbered(files, 22)}, u"Friends"_s));
    require(joinListNamed(workspace, {numbered(files, 23), files.only(u"Nuova1"_s)}, u"Fresh"_s));
    const ContactList clients = require(findList(workspace, u"Clients"_s));
    require(journal.changeList(clients.id, u"Customers"_s, u"who pay"_s, false));
    require(journal.deleteList(require(findList(workspace, u"Old"_s)).id));
    require(journal.create({{"firstName", "Draft"}, {"phoneNumber", "12"}}));
}

} // namespace Elenco
