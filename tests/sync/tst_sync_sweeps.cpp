// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/memoryfolder.h"
#include "tests/sync/scene.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Fault;

Q_DECLARE_METATYPE(Elenco::Practice::Fault)

/// One sync in which everything happens, spoiled at every point in turn: afterwards a clean sync comes to the same end.
class TestSyncSweeps : public QObject
{
    Q_OBJECT

private:
    /// Where it makes a difference: a read is the same whether it was carried out or not, and only reads have pages.
    static bool mayStrike(Fault fault, const HttpRequest &request)
    {
        switch (fault) {
        case Fault::Lost:
        case Fault::ResetApplied:
        case Fault::ErrorApplied:
        case Fault::GatewayTimeout:
        case Fault::BodyDropped: return request.isWrite;
        // A second list is the doing of whoever doubles its creation.
        case Fault::Duplicate:
            return request.isWrite && !(request.verb == "POST" && request.url.path().endsWith("/contacts/list"_L1));
        case Fault::ShiftedPage:
        case Fault::ShortPage:
        case Fault::EmptyList:
        case Fault::IgnoredFilters: return !request.isWrite;
        default: return true;
        }
    }
    static QString end(Practice::Dialect dialect)
    {
        Scene scene(dialect);
        scene.editBothSides();
        if (!scene.comesToRest())
            qFatal("the scene does not come to rest by itself");
        return scene.printed();
    }

private Q_SLOTS:
    void eachFaultAtEachRequest_data()
    {
        QTest::addColumn<Fault>("fault");
        // What others do meanwhile leads to another end by itself; what is only slow, or said twice, is nothing here.
        for (const Fault fault : Practice::allFaults()) {
            if (fault != Fault::ContactDeleted && fault != Fault::ListDeleted && fault != Fault::Delay &&
                fault != Fault::Drip && fault != Fault::AnsweredTwice)
                QTest::newRow(qPrintable(Practice::faultName(fault))) << fault;
        }
    }
    void eachFaultAtEachRequest()
    {
        QFETCH(Fault, fault);
        const auto dialect = static_cast<Practice::Dialect>(int(fault) % 4);
        const QString expected = end(dialect);
        int spoiled = 0;
        bool isThrough = false;
        for (int i = 0; !isThrough; ++i) {
            Scene scene(dialect);
            scene.editBothSides();
            scene.desk().begin({true, true});
            bool struck = false;
            int request = 0;
            for (; scene.desk().isSyncing(); ++request) {
                const bool strikes = request == i && mayStrike(fault, *scene.desk().held());
                if (request == i && !strikes)
                    break;
                struck = struck || strikes;
                scene.desk().letThrough(strikes ? fault : Fault::None);
            }
            isThrough = request < i;
            if (!struck)
                continue;
            ++spoiled;
            QVERIFY2(scene.comesToRest(), qPrintable(u"request %1"_s.arg(i)));
            if (scene.printed() != expected)
                qWarning("request %d", i);
            QCOMPARE(scene.printed(), expected);
        }
        QVERIFY(spoiled > 4);
    }

    void deathAtEachRequest_data()
    {
        QTest::addColumn<bool>("isCarriedOut");
        QTest::newRow("before it arrives") << false;
        QTest::newRow("before it is answered") << true;
    }
    void deathAtEachRequest()
    {
        QFETCH(bool, isCarriedOut);
        const QString expected = end(Practice::Dialect::Reference);
        for (int i = 0;; ++i) {
            Scene scene(Practice::Dialect::Reference);
            scene.editBothSides();
            scene.desk().begin({true, true});
            for (int request = 0; request < i && scene.desk().isSyncing(); ++request)
                scene.desk().letThrough();
            const bool isThrough = !scene.desk().isSyncing();
            if (isCarriedOut)
                scene.desk().killAfterRequest(Fault::None);
            else
                scene.desk().kill();
            QCOMPARE(scene.desk().damage(), QString());
            QVERIFY2(scene.comesToRest(), qPrintable(u"request %1"_s.arg(i)));
            QCOMPARE(scene.printed(), expected);
            if (isThrough)
                break;
        }
    }

    void deathAtEachCommit()
    {
        const QString expected = end(Practice::Dialect::Reference);
        for (int i = 1;; ++i) {
            Scene scene(Practice::Dialect::Reference);
            scene.editBothSides();
            scene.desk().killAtCommit(i);
            scene.sync();
            const bool died = scene.desk().deaths() > 0;
            scene.desk().forgetKills();
            QCOMPARE(scene.desk().damage(), QString());
            QVERIFY2(scene.comesToRest(), qPrintable(u"commit %1"_s.arg(i)));
            QCOMPARE(scene.printed(), expected);
            if (!died) {
                QVERIFY(i > 30);
                break;
            }
        }
    }

    void eachStatementFails()
    {
        const QString expected = end(Practice::Dialect::Reference);
        int i = 1;
        for (;; ++i) {
            Scene scene(Practice::Dialect::Reference);
            scene.editBothSides();
            scene.desk().failStatement(i);
            scene.sync();
            const bool came = scene.desk().statementCame();
            scene.desk().failStatement(0);
            QVERIFY2(scene.comesToRest(), qPrintable(u"statement %1"_s.arg(i)));
            if (scene.printed() != expected)
                qWarning("statement %d", i);
            QCOMPARE(scene.printed(), expected);
            if (!came)
                break;
        }
        qInfo("%d statements", i);
        QVERIFY(i > 300);
    }
};

int main(int argc, char *argv[])
{
    useMemoryFolder();
    QCoreApplication application(argc, argv);
    TestSyncSweeps test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sync_sweeps.moc"
