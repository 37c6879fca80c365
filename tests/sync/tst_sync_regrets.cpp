// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/memoryfolder.h"
#include "tests/sync/scene.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Fault;

Q_DECLARE_METATYPE(Elenco::Practice::Fault)

/// The answer to a request is lost, whichever it is, and before anybody looks what came of it, the person takes the
/// edit back or makes another one: what the person did last holds, here and there, without a question, since nobody
/// else has touched any of it.
class TestSyncRegrets : public QObject
{
    Q_OBJECT

private:
    enum class Then { Undone, EditedAgain };

    static QString end(Practice::Dialect dialect, Then then)
    {
        Scene scene(dialect);
        const auto sets = scene.editHere();
        if (then == Then::Undone)
            scene.undo(sets);
        else
            scene.editHereAgain();
        if (!scene.comesToRest())
            qFatal("the scene does not come to rest by itself");
        return scene.printed();
    }

private Q_SLOTS:
    void eachLostAnswer_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<bool>("undone");
        const std::pair<Fault, const char *> faults[] = {
            {Fault::None, "death after it"}, {Fault::Drop, "death before it"}, {Fault::Lost, "lost"}};
        for (int dialect = 0; dialect < 4; ++dialect) {
            for (const auto &[fault, name] : faults) {
                for (const bool undone : {true, false})
                    QTest::addRow("dialect %d, %s, %s", dialect, name, undone ? "undone" : "edited again")
                        << dialect << fault << undone;
            }
        }
    }
    void eachLostAnswer()
    {
        QFETCH(int, dialect);
        QFETCH(Fault, fault);
        QFETCH(bool, undone);
        const bool dies = fault == Fault::None || fault == Fault::Drop;
        const Then then = undone ? Then::Undone : Then::EditedAgain;
        const QString expected = end(static_cast<Practice::Dialect>(dialect), then);
        int spoiled = 0;
        bool isThrough = false;
        for (int i = 0; !isThrough; ++i) {
            Scene scene(static_cast<Practice::Dialect>(dialect));
            const auto sets = scene.editHere();
            scene.desk().begin({true, true});
            QString struck;
            int request = 0;
            for (; scene.desk().isSyncing(); ++request) {
                if (request != i) {
                    scene.desk().letThrough();
                    continue;
                }
                if (!scene.desk().held()->isWrite)
                    break;
                struck = QString::fromLatin1(scene.desk().held()->verb) + u' ' + scene.desk().held()->url.path();
                if (!dies) {
                    scene.desk().letThrough(fault);
                    continue;
                }
                if (fault == Fault::None)
                    scene.desk().killAfterRequest(Fault::None);
                else
                    scene.desk().kill();
                break;
            }
            isThrough = request < i;
            if (struck.isEmpty())
                continue;
            ++spoiled;
            if (undone)
                scene.undo(sets);
            else
                scene.editHereAgain();
            QVERIFY2(scene.comesToRest(), qPrintable(u"request %1"_s.arg(i)));
            if (scene.printed() != expected || scene.trashed() != 0)
                qWarning("request %d: %s", i, qPrintable(struck));
            QCOMPARE(scene.printed(), expected);
            QCOMPARE(scene.trashed(), 0);
        }
        QVERIFY(spoiled > 8);
    }
};

int main(int argc, char *argv[])
{
    useMemoryFolder();
    QCoreApplication application(argc, argv);
    TestSyncRegrets test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sync_regrets.moc"
