// SPDX-License-Identifier: Apache-2.0
#include "tests/support/openaddressbook.h"
#include "tests/support/contactfiles.h"
#include "tests/support/protectablefolder.h"
#include "tests/support/require.h"
#include "tests/support/scriptedprompts.h"
#include "tests/support/testworkspace.h"
#include "ui/rescue/rescuedesk.h"

#include "store/database/sqlite.h"
#include "store/journal/journal.h"
#include "store/recovery/openworkspace.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// A person is told of a damaged file, and decides.
class TestRescueDesk : public QObject
{
    Q_OBJECT

private:
    static QString damagedFile(TestWorkspace &files)
    {
        const auto made = Journal(*files).create({{"firstName", "Anna"}, {"phoneNumber", "+393471234567"}});
        const QString path = (*files).path();
        files.close();
        QFile file(path);
        if (!made || !file.open(QIODevice::ReadWrite) || file.write(QByteArray(100, '\0')) != 100)
            qFatal("no damaged file");
        return path;
    }

private Q_SLOTS:
    void aDamagedFileIsOfferedToBeRescued()
    {
        TestWorkspace files;
        const QString path = damagedFile(files);
        const auto opened = openWorkspace(path);
        QCOMPARE(opened.error().kind, ErrorKind::Damaged);
        ScriptedPrompts prompts;
        prompts.willAnswer(true);
        prompts.willAnswer(false); // not the folder
        RescueDesk desk(prompts);
        QSignalSpy rescued(&desk, &RescueDesk::rescued), declined(&desk, &RescueDesk::declined);
        desk.offer(path, opened.error());
        QTRY_COMPARE(rescued.size(), 1);
        QVERIFY(declined.isEmpty());
        QVERIFY(prompts.isFulfilled());
        QCOMPARE(prompts.seen().size(), 2);
        files.reopen();
        QCOMPARE(files.contacts(), u"Anna +393471234567"_s);
    }

    void aDeclinedRescueLeavesTheFile()
    {
        TestWorkspace files;
        const QString path = damagedFile(files);
        const auto opened = openWorkspace(path);
        ScriptedPrompts prompts;
        prompts.willAnswer(false);
        RescueDesk desk(prompts);
        QSignalSpy declined(&desk, &RescueDesk::declined);
        desk.offer(path, opened.error());
        QTRY_COMPARE(declined.size(), 1);
        QCOMPARE(openWorkspace(path).error().kind, ErrorKind::Damaged);
    }

    void whatMayOnlyBeReadIsOfferedAsACopy()
    {
        ProtectableFolder folder;
        QTemporaryDir elsewhere;
        const QString path = folder.filePath(u"w.elenco"_s), copy = elsewhere.filePath(u"copia.elenco"_s);
        require(Journal(*require(openWorkspace(path))).create({{"firstName", "Anna"}}));
        QVERIFY(folder.protect());
        const auto opened = openWorkspace(path);
        ScriptedPrompts prompts;
        RescueDesk desk(prompts);
        QSignalSpy saved(&desk, &RescueDesk::copySaved), declined(&desk, &RescueDesk::declined);
        prompts.willAnswer(false);
        desk.offerWritableCopy(path, opened.error());
        QTRY_COMPARE(declined.size(), 1);
        prompts.willAnswer(true);
        prompts.willChooseSavePath(folder.filePath(u"copia.elenco"_s)); // there it can't be written either
        desk.offerWritableCopy(path, opened.error());
        QTRY_COMPARE(declined.size(), 2);
        QVERIFY(prompts.seen().last().startsWith(u"error: "_s));
        QVERIFY(saved.isEmpty());
        prompts.willAnswer(true);
        prompts.willChooseSavePath(copy);
        desk.offerWritableCopy(path, opened.error());
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(prompts.isFulfilled());
        QCOMPARE(require(ContactQueries(*require(openWorkspace(copy))).count({})), 1);
    }

    void whatCanNotBeRescuedIsSaid()
    {
        TestWorkspace files;
        const QString path = (*files).path(); // it is open
        ScriptedPrompts prompts;
        RescueDesk desk(prompts);
        QSignalSpy declined(&desk, &RescueDesk::declined);
        desk.rescue(path);
        QTRY_COMPARE(declined.size(), 1);
        QCOMPARE(prompts.seen().size(), 1);
        QVERIFY(prompts.seen().first().startsWith(u"error: "_s));
    }

    void damageOfAnOpenFileIsSaidOnce()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"desk.elenco"_s);
        {
            const auto workspace = openWorkspace(path);
            QVERIFY(workspace);
            for (int i = 0; i < 200; ++i)
                QVERIFY(Journal(**workspace).create({{"firstName", "P" + std::to_string(i)}}));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 4096 * 12));
        QCOMPARE(file.write(QByteArray(4096 * 8, '*')), 4096 * 8);
        file.close();
        // As a process leaves it that is gone.
        writeFile(lockPath(path), "999999999\nelenco\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
        auto workspace = openWorkspace(path);
        QVERIFY(workspace);
        OpenAddressBook addressBook(std::move(*workspace));
        QWidget window;
        ScriptedPrompts prompts;
        prompts.willAnswer(true);
        RescueDesk desk(prompts);
        QSignalSpy wanted(&desk, &RescueDesk::rescueWanted);
        desk.watch(addressBook, &window);
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), addressBook.path());
        QVERIFY(prompts.isFulfilled());
        QVERIFY(QFile::exists(damageMarkPath(path))); // the next start says it at once, whatever was answered
    }

    // Met by the table at the first start, with no sign before: it is offered to be rescued there and then.
    void damageMetByTheTableIsOffered()
    {
        TestWorkspace files;
        files.import(u"a.csv"_s, csvFile({4000, 0, 0, 0}));
        const qint64 page =
            (*files).reader()->integer("SELECT rootpage FROM sqlite_master WHERE name='contact_by_name'");
        const QString path = (*files).path();
        files.close();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * 4096));
        QCOMPARE(file.write(QByteArray(4096, '*')), 4096);
        file.close();
        auto workspace = openWorkspace(path);
        QVERIFY(workspace);
        OpenAddressBook addressBook(std::move(*workspace));
        QWidget window;
        ScriptedPrompts prompts;
        prompts.willAnswer(true);
        RescueDesk desk(prompts);
        QSignalSpy wanted(&desk, &RescueDesk::rescueWanted);
        desk.watch(addressBook, &window);
        Task<ContactOrder> order = addressBook.contacts().order(&window, {{}, {{u"name"_s, false}}});
        QTRY_COMPARE(wanted.size(), 1);
        QVERIFY(prompts.isFulfilled());
    }

    // What was not saved is told as that, and not also as saved with a flaw.
    void whatFailedHasNoTrouble()
    {
        TestWorkspace files;
        const QString path = (*files).path();
        files.close();
        auto workspace = openWorkspace(path);
        QVERIFY(workspace);
        OpenAddressBook addressBook(std::move(*workspace));
        QSignalSpy troubled(&addressBook, &AddressBook::troubled);
        addressBook.workspace().noteTrouble({WorkspaceTrouble::Kind::LogNotWritten, {ErrorKind::DiskFull, path, {}}});
        std::optional<Error> failure;
        Command<ChangeSetId> unnamed = addressBook.lists().create(this, u"  "_s); // refused
        unnamed.then([&](const Result<ChangeSetId> &made) { failure = made ? Error() : made.error(); });
        QTRY_VERIFY(failure);
        QCOMPARE(failure->kind, ErrorKind::InvalidInput);
        QCOMPARE(troubled.size(), 0);
    }

    void aFullDiskIsSaidOnce()
    {
        TestWorkspace files;
        const QString path = (*files).path();
        files.close();
        auto workspace = openWorkspace(path);
        QVERIFY(workspace);
        OpenAddressBook addressBook(std::move(*workspace));
        QWidget window;
        ScriptedPrompts prompts;
        prompts.willAnswer(false);
        RescueDesk desk(prompts);
        desk.watch(addressBook, &window);
        for (int i = 0; i < 2; ++i) {
            addressBook.workspace().noteTrouble(
                {WorkspaceTrouble::Kind::ReserveUsed, {ErrorKind::DiskFull, addressBook.path(), {}}});
            QSignalSpy troubled(&addressBook, &AddressBook::troubled);
            const Command<ChangeSetId> made = addressBook.lists().create(&window, u"List %1"_s.arg(i));
            QTRY_COMPARE(troubled.size(), 1);
        }
        QTRY_COMPARE(prompts.seen().size(), 1);
        QVERIFY(prompts.isFulfilled());
    }
};

QTEST_MAIN(TestRescueDesk)
#include "tst_rescuedesk.moc"
