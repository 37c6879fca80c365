// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/lists.h"
#include "store/recovery/checks.h"
#include "store/recovery/rescue.h"
#include "store/sync/accountrecord.h"
#include "tests/support/contactfiles.h"
#include "tests/sync/memoryfolder.h"
#include "tests/sync/office.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray overwritten(QByteArray bytes, int times)
{
    QRandomGenerator random(7);
    for (int i = 0; i < times; ++i) {
        const qsizetype at = random.bounded(bytes.size() - 16);
        for (qsizetype k = at; k < at + 16; ++k)
            bytes[k] = static_cast<char>(random.bounded(256));
    }
    return bytes;
}

} // namespace

/// A desk whose file is damaged while edits wait in it: rescued, it comes into step like any other.
class TestSyncRescue : public QObject
{
    Q_OBJECT

private:
    static void connectAccount(Desk &desk)
    {
        QVERIFY(saveAccountRecord(desk.workspace(), {u"https://gateway.example"_s, u"key"_s, u"anna"_s, u"production"_s,
                                                     u"session"_s, "{}", true}));
    }
    static QString pathOf(Desk &desk) { return desk.files().path(u"test.elenco"_s); }

    /// `damage` gets the closed file.
    static void damageAndRescue(Desk &desk, const std::function<void(const QString &path)> &damage)
    {
        desk.files().close();
        damage(pathOf(desk));
        const Result<RescueReport> report = rescueWorkspace(pathOf(desk));
        QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
        desk.restart();
        QCOMPARE(checkWorkspace(desk.workspace())->join(u'\n'), QString());
    }

    static void verifyInStep(Office &office, Desk &desk)
    {
        const SyncReport report = desk.sync();
        QVERIFY2(!report.stopped, report.stopped ? qPrintable(report.stopped->text()) : "");
        QVERIFY(report.isFresh);
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(desk.people(), office.people());
        QCOMPARE(desk.listNames(), office.listNames());
        office.log().clear();
        desk.sync();
        for (const Practice::LoggedRequest &request : office.log().entries())
            QVERIFY2(request.method == "GET", qPrintable(request.path));
    }

private Q_SLOTS:
    void initTestCase() { useMemoryFolder(); }

    void editsReachTheGateway_data()
    {
        QTest::addColumn<int>("damage");
        QTest::newRow("nothing") << 0;
        QTest::newRow("some bytes") << 1;
        QTest::newRow("many bytes") << 2;
        QTest::newRow("cut in half") << 3;
        QTest::newRow("empty") << 4;
        QTest::newRow("gone") << 5;
        QTest::newRow("no beginning") << 6;
        QTest::newRow("all zero") << 7;
    }
    void editsReachTheGateway()
    {
        QFETCH(int, damage);
        Office office;
        for (int i = 0; i < 200; ++i)
            office.add(u"Person %1"_s.arg(i), u"+39340123%1"_s.arg(4000 + i), i % 2 ? u"Milano"_s : u"Roma"_s);
        Desk desk(office);
        connectAccount(desk);
        desk.sync();
        const auto person = [&desk](int i) { return desk.files().only(u"phone:+39340123%1"_s.arg(4000 + i)); };
        for (const QString &name : {u"Friends"_s, u"Clients"_s, u"Old"_s})
            desk.addList(name);
        for (int i = 1; i < 5; ++i)
            desk.join(person(i), u"Friends"_s);
        desk.join(person(1), u"Old"_s);
        verifyInStep(office, desk);
        if (QTest::currentTestFailed())
            return;

        // Offline, here and there.
        desk.set(person(10), "city", u"Bari"_s);
        desk.set(person(11), "lastName", u"Rossi\nNeri"_s);
        desk.set(person(12), "phoneNumber", u"+393409999999"_s);
        desk.remove(person(13));
        desk.add(u"Nuova Anna"_s, u"+393471234501"_s, u"Lecce"_s);
        desk.add(u"Nuovo Ugo"_s, u"+393471234502"_s);
        desk.leave(person(1), u"Friends"_s);
        desk.join(person(20), u"Friends"_s);
        desk.addList(u"Fresh"_s);
        desk.join(person(21), u"Fresh"_s);
        desk.join(desk.named(u"Anna"_s), u"Fresh"_s);
        const ContactList clients = *findList(desk.workspace(), u"Clients"_s);
        QVERIFY(desk.journal().changeList(clients.id, u"Customers"_s, {}, false));
        QVERIFY(desk.journal().deleteList(findList(desk.workspace(), u"Old"_s)->id));
        office.change(office.numbered(u"+393401234010"_s), [](Practice::Contact &c) { c.lastName = u"There"_s; });
        office.change(office.numbered(u"+393401234030"_s), [](Practice::Contact &c) { c.city = u"Torino"_s; });
        office.add(u"Arrived Meanwhile"_s, u"+393471234503"_s);

        damageAndRescue(desk, [damage](const QString &path) {
            const QByteArray whole = contentOf(path);
            switch (damage) {
            case 1: writeFile(path, overwritten(whole, 3)); break;
            case 2: writeFile(path, overwritten(whole, 60)); break;
            case 3: writeFile(path, whole.left(whole.size() / 2)); break;
            case 4: writeFile(path, {}); break;
            case 5: QFile::remove(path); break;
            case 6: writeFile(path, QByteArray(100, '\0') + whole.mid(100)); break;
            case 7: writeFile(path, QByteArray(whole.size(), '\0')); break;
            }
        });
        if (QTest::currentTestFailed())
            return;
        verifyInStep(office, desk);
        if (QTest::currentTestFailed())
            return;
        const auto there = [&](const QString &number) { return office.state().contactOfNumber(number); };
        QCOMPARE(there(u"+393401234010"_s)->city, u"Bari"_s);
        QCOMPARE(there(u"+393401234010"_s)->lastName, u"There"_s);
        QCOMPARE(there(u"+393401234011"_s)->lastName, u"Rossi\nNeri"_s);
        QVERIFY(there(u"+393409999999"_s) && !there(u"+393401234012"_s) && !there(u"+393401234013"_s));
        QVERIFY(there(u"+393471234501"_s) && there(u"+393471234502"_s));
        QCOMPARE(office.listNames(), u"Customers\nFresh\nFriends"_s);
        QVERIFY(office.people().contains(u"Person 20 +393401234020 Roma <Friends>"_s));
        QVERIFY(office.people().contains(u"Person 1 +393401234001 Milano\n"_s));
        QVERIFY(office.people().contains(u"Nuova Anna +393471234501 Lecce <Fresh>"_s));
        QCOMPARE(office.state().allContacts().size(), 202); // one went, three came: nobody is there twice
    }

    void aFirstReadingAsksForRoom()
    {
        Office office;
        for (int i = 0; i < 20; ++i)
            office.add(u"Person %1"_s.arg(i), u"+39340123%1"_s.arg(4000 + i));
        TestWorkspace files;
        QThreadPool writer;
        writer.setMaxThreadCount(1);
        const auto client = office.far().otherClient(u"practice-key"_s, GatewayDesk::transportOptions());
        qint64 free = 20 * 3000 - 1;
        SyncEngine engine(
            SyncDesk{*files, writer, *client, numberJudge("IT"), [] { return 0.5; }, 300, [&free] { return free; }});
        const auto sync = [&engine] {
            QSignalSpy finished(&engine, &SyncEngine::finished);
            engine.start();
            if (!finished.wait(60'000))
                qFatal("a sync did not end");
            return finished.first().first().value<SyncReport>();
        };
        const SyncReport refused = sync();
        QVERIFY(refused.stopped);
        QCOMPARE(refused.stopped->kind, ErrorKind::DiskFull);
        QVERIFY2(refused.stopped->detail.contains(u"20"_s), qPrintable(refused.stopped->detail));
        QCOMPARE(files.count(), 0);
        free = 20 * 3000;
        QVERIFY(!sync().stopped);
        QCOMPARE(files.count(), 20);
        // Later readings bring little.
        free = 0;
        office.add(u"One More"_s, u"+393471234501"_s);
        QVERIFY(!sync().stopped);
        QCOMPARE(files.count(), 21);
    }

    // A program that ended in the middle of a sync leaves lines about what was sent already.
    void whatWasSentAlreadyIsNotMadeTwice()
    {
        Office office;
        for (int i = 0; i < 20; ++i)
            office.add(u"Person %1"_s.arg(i), u"+39340123%1"_s.arg(4000 + i), u"Roma"_s);
        Desk desk(office);
        connectAccount(desk);
        desk.sync();
        desk.add(u"Nuova Anna"_s, u"+393471234501"_s, u"Lecce"_s);
        desk.addList(u"Fresh"_s);
        desk.join(desk.named(u"Anna"_s), u"Fresh"_s);
        desk.set(desk.named(u"phone:+393401234003"_s), "city", u"Bari"_s);
        desk.remove(desk.named(u"phone:+393401234004"_s));
        const QByteArray log = contentOf(unsyncedLogPath(pathOf(desk)));
        desk.sync();
        QCOMPARE(desk.waiting(), QString());
        office.change(office.numbered(u"+393471234501"_s),
                      [](Practice::Contact &c) { c.email = u"anna@example.org"_s; });
        for (bool isLost : {false, true}) {
            damageAndRescue(desk, [&](const QString &path) {
                writeFile(unsyncedLogPath(path), log);
                writeFile(path, isLost ? QByteArray(5000, '\0') : contentOf(path));
            });
            if (QTest::currentTestFailed())
                return;
            verifyInStep(office, desk);
            if (QTest::currentTestFailed())
                return;
            QCOMPARE(office.state().allContacts().size(), 20);
            QCOMPARE(office.listNames(), u"Fresh"_s);
        }
    }

    // What left and was not answered may have arrived: the mark goes along, and without it the number tells.
    void whatWasSentAndNotAnsweredIsLookedUp_data()
    {
        QTest::addColumn<bool>("isLost");
        QTest::newRow("the mark is read") << false;
        QTest::newRow("the mark is lost") << true;
    }
    void whatWasSentAndNotAnsweredIsLookedUp()
    {
        QFETCH(bool, isLost);
        Office office;
        office.add(u"Person One"_s, u"+393401234001"_s, u"Roma"_s);
        Desk desk(office);
        connectAccount(desk);
        desk.sync();
        const ContactId anna = desk.add(u"Nuova Anna"_s, u"+393471234501"_s, u"Lecce"_s);
        // It arrived, and its answer did not.
        ChangeSetId set;
        QVERIFY(SyncRows(desk.workspace()).update({anna}, set, [](const SyncRow &row) {
            SyncChange change = SyncChange::keeping(row);
            change.send = SendState::Sent;
            return std::optional(change);
        }));
        office.add(u"Nuova Anna"_s, u"+393471234501"_s, u"Lecce"_s);
        damageAndRescue(desk, [&](const QString &path) {
            if (isLost)
                writeFile(path, QByteArray(5000, '\0'));
        });
        if (QTest::currentTestFailed())
            return;
        verifyInStep(office, desk);
        QCOMPARE(office.state().allContacts().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestSyncRescue)
#include "tst_sync_rescue.moc"
