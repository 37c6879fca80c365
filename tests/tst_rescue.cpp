// SPDX-License-Identifier: Apache-2.0
#include "store/accountrecord.h"
#include "store/checks.h"
#include "store/journal.h"
#include "store/lists.h"
#include "store/outbox.h"
#include "store/pullruns.h"
#include "store/rescue.h"
#include "store/sqlite.h"
#include "store/synclists.h"
#include "tests/support/contactfiles.h"
#include "tests/support/testworkspace.h"
#include "tests/sync/memoryfolder.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
T require(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return std::move(*result);
}

void require(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
}

AccountRecord someAccount()
{
    return {u"https://gateway.example"_s, u"key"_s, u"anna"_s, u"production"_s, u"session"_s, "{}", false};
}

/// Contacts that the gateway has, as a reading brings them: "Person 1", … with the ids c1, ….
void bringContacts(Workspace &workspace, int count)
{
    PullRuns runs(workspace);
    const PullRun run = require(runs.begin(u"contacts"_s, count, 0, count));
    std::vector<SeenContact> page;
    for (int i = 1; i <= count; ++i)
        page.push_back({{u"c%1"_s.arg(i)}, QByteArray::number(393400000000 + i).prepend('+').toStdString(), i});
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

/// Everything that waits to be sent, a line each, sorted: two workspaces owe the gateway the same when these are equal.
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

/// Edits of every kind that the gateway does not know of.
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
    require(journal.addToList({numbered(files, 21), numbered(files, 22)}, u"Friends"_s));
    require(journal.addToList({numbered(files, 23), files.only(u"Nuova1"_s)}, u"Fresh"_s));
    const ContactList clients = require(findList(workspace, u"Clients"_s));
    require(journal.changeList(clients.id, u"Customers"_s, u"who pay"_s, false));
    require(journal.deleteList(require(findList(workspace, u"Old"_s)).id));
    require(journal.create({{"firstName", "Draft"}, {"phoneNumber", "12"}}));
}

} // namespace

/// What was typed survives a damaged file: the log beside it, the rescue, a full disk.
class TestRescue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useMemoryFolder(); }

    void withoutAnAccountThereIsNoLog()
    {
        TestWorkspace files;
        create(*files, "Anna", "+393471234567");
        QVERIFY(!QFile::exists(unsyncedLogPath((*files).path())));
        require(saveAccountRecord(*files, someAccount()));
        QCOMPARE(logKinds(unsyncedLogPath((*files).path())), QStringList({u"account"_s, u"contact"_s}));
        require(removeAccountRecord(*files));
        QCOMPARE(contentOf(unsyncedLogPath((*files).path())), QByteArray());
    }

    void everyEditHasItsLine()
    {
        TestWorkspace files;
        const QString log = unsyncedLogPath((*files).path());
        require(saveAccountRecord(*files, someAccount()));
        bringContacts(*files, 20);
        QCOMPARE(logKinds(log), QStringList()); // what sync writes is no edit
        edit(*files, numbered(files, 3), "city", "Bari");
        QCOMPARE(logKinds(log), QStringList({u"account"_s, u"contact"_s}));
        const UnsyncedRecord record = UnsyncedLog::read(log).records.back();
        QCOMPARE(unpackState(record.at("state")).at("city"), std::string("Bari"));
        QCOMPARE(unpackState(record.at("base")).at("city"), std::string("Roma"));
        QCOMPARE(record.at("remoteId"), std::string("c3"));
        require(Journal(*files).remove({numbered(files, 4)}));
        const ContactId made = create(*files, "Nuova", "+393471234567");
        require(Journal(*files).remove({made}));
        require(Journal(*files).addToList({numbered(files, 5)}, u"Fresh"_s));
        QCOMPARE(logKinds(log).mid(2), QStringList({u"deleted"_s, u"contact"_s, u"gone"_s, u"list"_s, u"member"_s}));
        QCOMPARE(QFile::permissions(log) & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
    }

    void theLogEndsWithWhatIsUnsent()
    {
        TestWorkspace files;
        const QString log = unsyncedLogPath((*files).path());
        require(saveAccountRecord(*files, someAccount()));
        bringContacts(*files, 20);
        const ContactId id = numbered(files, 3);
        edit(*files, id, "city", "Bari");
        edit(*files, id, "city", "Roma"); // as it was when last in step
        QCOMPARE(contentOf(log), QByteArray());
        // Many edits of one contact are one line when they have become too many.
        for (int i = 0; i < 1200; ++i)
            edit(*files, id, "city", "Bari " + std::to_string(i));
        QVERIFY(logKinds(log).size() < 500);
        QCOMPARE(unpackState(UnsyncedLog::read(log).records.back().at("state")).at("city"), std::string("Bari 1199"));
        require(appendSyncLog(*files, SyncEvent::Finished, {}, 0, {}));
        QCOMPARE(logKinds(log), QStringList({u"account"_s, u"contact"_s}));
    }

    void aFailingLogStopsNoEdit()
    {
        TestWorkspace files;
        const QString log = unsyncedLogPath((*files).path());
        require(saveAccountRecord(*files, someAccount()));
        QFile::remove(log);
        QVERIFY(QDir().mkdir(log));
        create(*files, "Anna", "+393471234567");
        QCOMPARE(files.count(), 1);
        const auto trouble = (*files).takeTrouble();
        QVERIFY(trouble && trouble->kind == WorkspaceTrouble::Kind::LogNotWritten);
        QVERIFY(!(*files).takeTrouble());
        // When it can be written again, the next opening writes all of it.
        QVERIFY(QDir().rmdir(log));
        files.reopen();
        QCOMPARE(logKinds(log), QStringList({u"account"_s, u"contact"_s}));
    }

    void anEditThatDidNotHappenHasNoLine()
    {
        TestWorkspace files;
        const QString log = unsyncedLogPath((*files).path());
        require(saveAccountRecord(*files, someAccount()));
        create(*files, "Anna", "+393471234567");
        const QByteArray before = contentOf(log);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!Journal(*files).remove(files.ids(), JobControl(stop.get_token())));
        QCOMPARE(contentOf(log), before);
    }

    void tornAndWrongLinesAreLeftOut()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"log"_s);
        UnsyncedLog log(path);
        for (const char *name : {"one", "two\nlines\\n", "three"})
            log.add({{"kind", name}});
        require(log.append());
        QByteArray content = contentOf(path);
        QCOMPARE(logKinds(path), QStringList({u"one"_s, u"two\nlines\\n"_s, u"three"_s}));
        writeFile(path, content.chopped(3));
        QCOMPARE(logKinds(path), QStringList({u"one"_s, u"two\nlines\\n"_s}));
        QVERIFY(UnsyncedLog::read(path).isTorn);
        // What is written next begins a line of its own.
        UnsyncedLog again(path);
        again.add({{"kind", "four"}});
        require(again.append());
        QCOMPARE(logKinds(path), QStringList({u"one"_s, u"two\nlines\\n"_s, u"four"_s}));
        content = contentOf(path);
        content[12] = '#';
        writeFile(path, content);
        QCOMPARE(logKinds(path), QStringList({u"two\nlines\\n"_s, u"four"_s}));
        QCOMPARE(UnsyncedLog::read(path).wrongLines, std::vector<qint64>({1}));
    }

    void largeImportsAreOneLine()
    {
        TestWorkspace files;
        require(saveAccountRecord(*files, someAccount()));
        const auto csv = [](int rows) {
            QByteArray text = "Name;Phone\n";
            for (int i = 0; i < rows; ++i)
                text += "P" + QByteArray::number(i) + ";+39340" + QByteArray::number(1000000 + i) + '\n';
            return text;
        };
        files.import(u"small.csv"_s, csv(50));
        QCOMPARE(logKinds(unsyncedLogPath((*files).path())).count(u"contact"_s), 50);
        ImportChoices choices;
        choices.strategy = DuplicateStrategy::KeepBoth;
        files.import(u"large.csv"_s, csv(2500), choices);
        QCOMPARE(logKinds(unsyncedLogPath((*files).path())).count(u"contact"_s), 50);
        QCOMPARE(logKinds(unsyncedLogPath((*files).path())).last(), u"import"_s);
        const QString path = (*files).path();
        files.close();
        writeFile(path, QByteArray(8192, '\0'));
        const RescueReport report = require(rescueWorkspace(path));
        QCOMPARE(report.contacts, 50);
        QCOMPARE(report.missingImports.size(), size_t(1));
        QCOMPARE(report.missingImports.front().name, u"large.csv"_s);
        QCOMPARE(report.missingImports.front().missing, 2500);
        QVERIFY(rescueText(report).contains(u"large.csv"_s));
    }

    void lostLastMomentsComeFromTheLog()
    {
        TestWorkspace files;
        require(saveAccountRecord(*files, someAccount()));
        bringContacts(*files, 120);
        const QString path = (*files).path();
        (*files).checkpoint();
        const QByteArray old = contentOf(path);
        editAllSorts(files);
        const QString expected = unsentText(*files);
        files.close();
        writeFile(path, old); // as if the write-ahead log had not been there
        files.reopen();
        QCOMPARE(unsentText(*files), expected);
        QCOMPARE(require(checkWorkspace(*files)).join(u'\n'), QString());
        // And once only.
        const ContactId id = numbered(files, 11);
        edit(*files, id, "city", "Lecce");
        files.reopen();
        QVERIFY(files.contacts(u"phone:+393400000011"_s).contains(u"Lecce"_s));
    }

    // A disk of its own, where the system lets us make one; elsewhere the database alone is made to be full.
    void aFullDiskTakesTheLastEdit()
    {
        QTemporaryDir folder;
        const bool isDisk =
            QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=6m"_s, u"tmpfs"_s, folder.path()}) == 0;
        const auto unmount = qScopeGuard([&] {
            if (isDisk)
                QProcess::execute(u"umount"_s, {folder.path()});
        });
        const QString path = folder.filePath(u"desk.elenco"_s);
        auto workspace = require(Workspace::open(path));
        require(saveAccountRecord(*workspace, someAccount()));
        bringContacts(*workspace, 300);
        workspace->reserve().keep(1 << 20);
        QCOMPARE(QFileInfo(workspace->reserve().path()).size(), 1 << 20);
        QFile filler(folder.filePath(u"filler"_s));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        if (isDisk) {
            while (filler.write(QByteArray(4096, 'x')) == 4096) {
            }
        } else {
            workspace->writer().execute("PRAGMA max_page_count=1");
        }
        const QString note(4000, u'n');
        int edits = 0;
        Result<std::pair<ChangeSetId, ContactId>> made = Error{};
        do {
            made = Journal(*workspace)
                       .create({{"firstName", "New" + std::to_string(edits)}, {"custom:0:note", note.toStdString()}});
        } while (made && QFile::exists(workspace->reserve().path()) && ++edits < 1000);
        QVERIFY(edits < 1000);
        QVERIFY(!QFile::exists(workspace->reserve().path()));
        if (isDisk) {
            QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
            const auto trouble = workspace->takeTrouble();
            QVERIFY(trouble);
            // In the log as well, with its name.
            const auto records = UnsyncedLog::read(unsyncedLogPath(path)).records;
            QCOMPARE(unpackState(records.back().at("state")).at("firstName"), "New" + std::to_string(edits));
            // Without a reserve a full disk refuses, and what was there stays as it is.
            const auto more = [&] { return Journal(*workspace).create({{"custom:0:note", note.toStdString()}}); };
            while (filler.write(QByteArray(4096, 'x')) == 4096) {
            }
            for (made = more(); made; made = more()) {
            }
        }
        QCOMPARE(made.error().kind, ErrorKind::DiskFull);
        QCOMPARE(require(checkWorkspace(*workspace)).join(u'\n'), QString());
        // With room again all goes on.
        filler.close();
        QVERIFY(filler.remove());
        workspace.reset();
        workspace = require(Workspace::open(path));
        create(*workspace, "Last", "+393471234567");
        QCOMPARE(require(checkWorkspace(*workspace)).join(u'\n'), QString());
    }

    void theReserveFitsTheDisk()
    {
        constexpr qint64 mebi = 1 << 20, gibi = 1 << 30;
        QCOMPARE(Reserve::fittingSize(100 * gibi, 500 * gibi), 64 * mebi);
        QCOMPARE(Reserve::fittingSize(gibi, 4 * gibi), 32 * mebi);
        QCOMPARE(Reserve::fittingSize(40 * gibi, 500 * gibi), 0); // nearly full
        QCOMPARE(Reserve::fittingSize(32 * mebi, 64 * mebi), 0);
    }

    void whatIsNoWorkspaceIsLeftAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"photo.jpg"_s);
        writeFile(path, QByteArray(9000, '\x7f'));
        QCOMPARE(rescueWorkspace(path).error().kind, ErrorKind::NotAWorkspace);
        QCOMPARE(Workspace::open(path).error().kind, ErrorKind::NotAWorkspace);
        QCOMPARE(rescueWorkspace(folder.filePath(u"nothing"_s)).error().kind, ErrorKind::NotFound);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(u"photo.jpg"_s));
        QCOMPARE(contentOf(path), QByteArray(9000, '\x7f'));
    }

    void damageIsSaidWhenItIsOpened()
    {
        TestWorkspace files;
        create(*files, "Anna", "+393471234567");
        const ContactId gone = create(*files, "Gone", "+393471234568");
        require(Journal(*files).remove({gone}));
        const QString path = (*files).path();
        files.close();
        const QByteArray whole = contentOf(path);
        writeFile(path, QByteArray(100, '\0') + whole.mid(100));
        QCOMPARE(Workspace::open(path).error().kind, ErrorKind::Damaged);
        QCOMPARE(Workspace::open(path, Workspace::Access::ReadOnly).error().kind, ErrorKind::Damaged);
        // Without an account there is no log, and the file is all there is.
        const RescueReport report = require(rescueWorkspace(path));
        QCOMPARE(report.contacts, 1);
        QVERIFY(!report.hasAccount);
        files.reopen();
        QCOMPARE(files.contacts(), u"Anna +393471234567"_s);
        QVERIFY(create(*files, "Next", "+393471234569").value > gone.value); // its id is not given again
    }

    void anEndedRescueIsFinished()
    {
        TestWorkspace files;
        create(*files, "Anna", "+393471234567");
        const QString path = (*files).path();
        files.close();
        // Ended after the new file was made, and before the damaged one had gone.
        QVERIFY(QFile::copy(path, path + u".rescued"_s));
        writeFile(path, "damaged");
        writeFile(path + u"-wal"_s, "damaged too");
        QVERIFY(QDir(QFileInfo(path).path()).mkdir(u"damaged-2026-11-21"_s));
        files.reopen();
        QCOMPARE(files.contacts(), u"Anna +393471234567"_s);
        QCOMPARE(contentOf(files.path(u"damaged-2026-11-21/test.elenco"_s)), "damaged");
        QCOMPARE(contentOf(files.path(u"damaged-2026-11-21/test.elenco-wal"_s)), "damaged too");
    }

    void aQuickLookFindsABadPage()
    {
        TestWorkspace files;
        require(saveAccountRecord(*files, someAccount()));
        bringContacts(*files, 300);
        QVERIFY(!(*files).endedUncleanly());
        QVERIFY(quickCheck(*files, JobControl()));
        const QString path = (*files).path();
        files.close();
        QByteArray content = contentOf(path);
        content.replace(content.size() - 4096 * 12, 4096 * 8, QByteArray(4096 * 8, '*'));
        writeFile(path, content);
        // What a process leaves behind that is gone: the number of one that can't be.
        writeFile(lockPath(path), "999999999\nelenco\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
        files.reopen();
        QVERIFY((*files).endedUncleanly());
        QCOMPARE(quickCheck(*files, JobControl()).error().kind, ErrorKind::Damaged);
        // From now on it is known, until it is rescued.
        (*files).markDamaged();
        files.close();
        QCOMPARE(Workspace::open(path).error().kind, ErrorKind::Damaged);
        require(rescueWorkspace(path));
        files.reopen();
        QVERIFY(quickCheck(*files, JobControl()));
    }

    void aCancelledRescueChangesNothing()
    {
        TestWorkspace files;
        create(*files, "Anna", "+393471234567");
        const QString path = (*files).path();
        files.close();
        const QByteArray before = contentOf(path);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(rescueWorkspace(path, JobControl(stop.get_token())).error().kind, ErrorKind::Cancelled);
        QCOMPARE(contentOf(path), before);
        for (const QString &name : QDir(QFileInfo(path).path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
            QVERIFY2(!name.contains(u"resc"_s) && !name.startsWith(u"damaged"_s), qPrintable(name));
    }

    void damaged_data()
    {
        QTest::addColumn<int>("kind");
        const int wanted = qEnvironmentVariableIntValue("ELENCO_DAMAGES"); // more of them
        for (int i = 0; i < std::max(wanted, 120); ++i)
            QTest::addRow("%d", i) << (i % 3 ? 0 : 1 + i / 3 % 8);
    }
    void damaged()
    {
        QFETCH(int, kind);
        static const std::unique_ptr<Image> image = std::make_unique<Image>();
        QRandomGenerator random(quint32(qHash(QLatin1String(QTest::currentDataTag()))));
        QTemporaryDir folder;
        const QString path = folder.filePath(u"desk.elenco"_s);
        QByteArray file = image->file, wal = image->wal;
        const auto overwrite = [&random](QByteArray &bytes, int times) {
            for (int i = 0; i < times; ++i) {
                const qsizetype at = random.bounded(bytes.size() - 16);
                for (qsizetype k = at; k < at + 16; ++k)
                    bytes[k] = static_cast<char>(random.bounded(256));
            }
        };
        switch (kind) {
        case 0: overwrite(file, 1 + random.bounded(3)); break;
        case 1: overwrite(wal, 2); break;
        case 2: file.truncate(random.bounded(file.size())); break;
        case 3: file.replace(0, 100, QByteArray(100, '\0')); break;
        case 4: wal.clear(); break;
        case 5: file.clear(); break;
        case 6: file.replace(4096 * 3, 4096 * 40, QByteArray(4096 * 40, '\xff')); break;
        case 7: file.replace(0, 4096, QByteArray(4096, '\0')); break;
        case 8:
            file.truncate(file.size() / 2);
            wal.clear();
            break;
        }
        writeFile(path, file);
        if (!wal.isEmpty())
            writeFile(path + u"-wal"_s, wal);
        writeFile(unsyncedLogPath(path), image->log);

        const Result<RescueReport> report = rescueWorkspace(path);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
        const auto workspace = require(Workspace::open(path));
        const QStringList now = unsentText(*workspace).split(u'\n'), before = image->unsent.split(u'\n');
        for (const QString &line : before)
            QVERIFY2(now.contains(line), qPrintable(u"lost: "_s + line));
        for (const QString &line : now)
            QVERIFY2(before.contains(line), qPrintable(u"nobody's: "_s + line));
        QCOMPARE(now.size(), before.size());
        QCOMPARE(require(checkWorkspace(*workspace)).join(u'\n'), QString());
        QVERIFY(report->hasAccount);
        QCOMPARE(report->wrongLogLines, std::vector<qint64>());
        QCOMPARE(contentOf(report->folder + u"/desk.elenco"_s), file);
        QCOMPARE(contentOf(report->folder + u"/desk.elenco-wal"_s), wal);
        QCOMPARE(contentOf(report->folder + u"/desk.elenco.unsynced.log"_s), image->log);
        if (kind == 0) {
            ++m_overwritten;
            m_wellRead += report->contacts > 300 ? 1 : 0;
        }
        if (kind == 3)
            QVERIFY2(report->contacts > 490, qPrintable(QString::number(report->contacts)));
    }

    // A bad page costs its own rows; only one that leads to many others costs more, and these are few.
    void badPagesCostLittle() { QVERIFY(m_overwritten == 0 || m_wellRead * 20 >= m_overwritten * 19); }

private:
    int m_overwritten = 0;
    int m_wellRead = 0;

    /// A workspace with unsent edits as the disk has it in the middle of the work: the file, its write-ahead log, the
    /// log of edits.
    struct Image {
        Image()
        {
            TestWorkspace files;
            require(saveAccountRecord(*files, someAccount()));
            bringContacts(*files, 500);
            (*files).checkpoint();
            editAllSorts(files);
            unsent = unsentText(*files);
            const QString path = (*files).path();
            file = contentOf(path);
            wal = contentOf(path + u"-wal"_s);
            log = contentOf(unsyncedLogPath(path));
            if (wal.isEmpty() || log.isEmpty())
                qFatal("there is nothing to lose");
        }
        QByteArray file, wal, log;
        QString unsent;
    };
};

QTEST_GUILESS_MAIN(TestRescue)
#include "tst_rescue.moc"
