// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/lists.h"
#include "store/database/sqlite.h"
#include "store/journal/journal.h"
#include "store/recovery/checks.h"
#include "store/recovery/openworkspace.h"
#include "store/recovery/rescue.h"
#include "store/sync/accountrecord.h"
#include "store/sync/outbox.h"
#include "store/sync/pullruns.h"
#include "store/sync/synclists.h"
#include "tests/support/contactfiles.h"
#include "tests/support/namedlists.h"
#include "tests/support/require.h"
#include "tests/support/unsentedits.h"
#include "tests/sync/memoryfolder.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// The log of edits beside the file, and the space that is held back for a full disk.
class TestUnsyncedLog : public QObject
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
        require(joinListNamed(*files, {numbered(files, 5)}, u"Fresh"_s));
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
        auto workspace = require(openWorkspace(path));
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
        workspace = require(openWorkspace(path));
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
};

QTEST_GUILESS_MAIN(TestUnsyncedLog)
#include "tst_unsyncedlog.moc"
