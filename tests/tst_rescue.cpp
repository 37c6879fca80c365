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
#include "tests/support/require.h"
#include "tests/support/unsentedits.h"
#include "tests/sync/memoryfolder.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QTest>

#include <set>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// What was typed survives a damaged file.
class TestRescue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useMemoryFolder(); }

    void whatIsNoWorkspaceIsLeftAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"photo.jpg"_s);
        writeFile(path, QByteArray(9000, '\x7f'));
        QCOMPARE(rescueWorkspace(path).error().kind, ErrorKind::NotAWorkspace);
        QCOMPARE(openWorkspace(path).error().kind, ErrorKind::NotAWorkspace);
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
        QCOMPARE(openWorkspace(path).error().kind, ErrorKind::Damaged);
        QCOMPARE(openWorkspace(path, Workspace::Access::ReadOnly).error().kind, ErrorKind::Damaged);
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
        QCOMPARE(openWorkspace(path).error().kind, ErrorKind::Damaged);
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
        const int wanted = qEnvironmentVariableIntValue("ELENCO_DAMAGES");
        for (int i = 0; i < (wanted > 0 ? wanted : 120); ++i)
            QTest::addRow("%d", i) << (i % 3 ? 0 : 1 + i / 3 % 8);
    }
    void damaged()
    {
        QFETCH(int, kind);
        static const std::unique_ptr<Image> image = std::make_unique<Image>();
        QRandomGenerator random(QByteArray(QTest::currentDataTag()).toUInt());
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
        const auto workspace = require(openWorkspace(path));
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

    // What is said to be lost is never less than what is: counted by whoever is missing, not by what failed.
    void lossesAreNeverUnderstated_data()
    {
        QTest::addColumn<uint>("seed");
        const int wanted = qEnvironmentVariableIntValue("ELENCO_DAMAGES");
        for (int seed = 0; seed < (wanted > 0 ? wanted : 200); ++seed)
            QTest::addRow("seed %d", seed) << uint(seed);
    }
    void lossesAreNeverUnderstated()
    {
        QFETCH(uint, seed);
        static const Everybody everybody;
        QRandomGenerator random(seed);
        QByteArray file = everybody.file;
        for (int i = 0, times = 1 + random.bounded(40); i < times; ++i) {
            const int length = 16 << random.bounded(3);
            const qsizetype at = 4096 + random.bounded(int(file.size()) - 4096 - length);
            for (qsizetype k = at; k < at + length; ++k)
                file[k] = static_cast<char>(random.bounded(256));
        }
        QTemporaryDir folder;
        const QString path = folder.filePath(u"desk.elenco"_s);
        writeFile(path, file);
        const RescueReport report = require(rescueWorkspace(path));
        const auto workspace = require(openWorkspace(path));
        const std::vector<ContactId> left = *require(ContactQueries(*workspace).order({{}, {}}));
        const std::set<ContactId> leftSet(left.begin(), left.end());
        const qint64 gone = std::ranges::count_if(everybody.ids, [&](ContactId id) { return !leftSet.contains(id); });
        const SalvageLosses &said = report.losses;
        const QByteArray numbers = QByteArray::number(gone) + " are gone; for certain " +
                                   QByteArray::number(said.contacts) + ", at most so many more " +
                                   QByteArray::number(said.contactsAtMost);
        QVERIFY2(gone <= said.contacts + said.contactsAtMost || said.isAll, numbers.constData());
        // Nor is anybody frightened: bytes that look like an id are few.
        QVERIFY2(said.contacts <= gone + 3, numbers.constData());
        m_gone += gone;
        m_atMost += said.contacts + said.contactsAtMost;
    }
    void lossesAreNotExaggerated()
    {
        QVERIFY2(m_gone == 0 || m_atMost <= 2 * m_gone + 100,
                 (QByteArray::number(m_gone) + " are gone, at most said " + QByteArray::number(m_atMost)).constData());
    }

private:
    qint64 m_gone = 0, m_atMost = 0;

    /// An address book of its own, in no account: 4,000 people with custom fields, lists, tags, and some deleted.
    struct Everybody {
        Everybody()
        {
            TestWorkspace files;
            files.import(u"a.csv"_s, csvFile({4000, 0, 0, 0}),
                         {DuplicateStrategy::Skip, {u"Clienti"_s}, {u"fiera"_s}, false});
            const std::vector<ContactId> all = files.ids();
            require(Journal(*files).remove({all.begin() + 100, all.begin() + 160}));
            (*files).checkpoint();
            ids = files.ids();
            const QString path = (*files).path();
            files.close();
            file = contentOf(path);
        }
        QByteArray file;
        std::vector<ContactId> ids;
    };

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
