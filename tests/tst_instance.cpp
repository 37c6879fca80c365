// SPDX-License-Identifier: Apache-2.0
#include "app/instance.h"
#include "tests/support/contactfiles.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// A second start on a workspace that is open: it hands over what it was given and ends.
class TestInstance : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// handOver() waits, so it needs a thread beside the one that listens.
    static bool handOver(const QString &workspace, const QStringList &files)
    {
        bool result = false;
        const std::unique_ptr<QThread> thread(QThread::create([&] { result = Instance::handOver(workspace, files); }));
        thread->start();
        return QTest::qWaitFor([&] { return thread->isFinished(); }, 20'000) && result;
    }

private Q_SLOTS:
    void filesAreHandedOver()
    {
        const Instance first(path(u"a.elenco"_s));
        QSignalSpy called(&first, &Instance::calledUpon);
        const QStringList files{u"/tmp/rubrica è.vcf"_s, u"/tmp/b.csv"_s};
        QVERIFY(handOver(path(u"a.elenco"_s), files));
        QVERIFY(handOver(path(u"a.elenco"_s), {}));
        QCOMPARE(called.size(), 2);
        QCOMPARE(called.at(0).first().toStringList(), files);
        QCOMPARE(called.at(1).first().toStringList(), QStringList());
    }

    void otherWorkspacesAreNotDisturbed()
    {
        const Instance first(path(u"a.elenco"_s));
        QSignalSpy called(&first, &Instance::calledUpon);
        QVERIFY(!handOver(path(u"b.elenco"_s), {u"/tmp/b.csv"_s}));
        QCOMPARE(called.size(), 0);
    }

    void placeOfADeadProcessIsTaken()
    {
        {
            // Leaves its socket behind, as a killed process does.
            QProcess process;
            process.start(program(), {u"--workspace"_s, path(u"c.elenco"_s)});
            QVERIFY(process.waitForStarted());
            QVERIFY(QTest::qWaitFor([&] { return handOver(path(u"c.elenco"_s), {}); }, 20'000));
            process.kill();
            QVERIFY(process.waitForFinished());
        }
        const Instance first(path(u"c.elenco"_s));
        QSignalSpy called(&first, &Instance::calledUpon);
        QVERIFY(handOver(path(u"c.elenco"_s), {}));
        QCOMPARE(called.size(), 1);
    }

    void secondStartEndsWell()
    {
        const QString file = writeFile(path(u"people.csv"_s), "nome,telefono\nAda,3401234567\n");
        QProcess first;
        first.start(program(), {u"--workspace"_s, path(u"d.elenco"_s)});
        QVERIFY(first.waitForStarted());
        QVERIFY(QTest::qWaitFor([&] { return handOver(path(u"d.elenco"_s), {}); }, 20'000));
        QProcess second;
        second.start(program(), {u"--workspace"_s, path(u"d.elenco"_s), file});
        QVERIFY(QTest::qWaitFor([&] { return second.state() == QProcess::NotRunning; }, 20'000));
        QCOMPARE(second.exitStatus(), QProcess::NormalExit);
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(first.state(), QProcess::Running);
        first.kill();
        QVERIFY(first.waitForFinished());
    }

private:
    static QString program() { return QFileInfo(qEnvironmentVariable("ELENCO_CLI")).path() + u"/elenco"_s; }
};

QTEST_GUILESS_MAIN(TestInstance)
#include "tst_instance.moc"
