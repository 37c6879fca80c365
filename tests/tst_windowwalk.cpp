// SPDX-License-Identifier: Apache-2.0
#include "tests/support/windowwalk.h"

#include <QStandardPaths>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

int number(const char *variable, int otherwise)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber ? value : otherwise;
}

} // namespace

/// Whatever a person does at the window, it neither dies nor leaves anything in the file that does not tie out. Meant
/// to be run under the sanitizers. ELENCO_WALK_SEED runs one seed again, ELENCO_WALKS and ELENCO_WALK_STEPS say how
/// many and how long.
class TestWindowWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walks_data()
    {
        QTest::addColumn<unsigned>("seed");
        const int only = number("ELENCO_WALK_SEED", -1), first = only >= 0 ? only : 0;
        const int last = only >= 0 ? only : number("ELENCO_WALKS", 40) - 1;
        for (int seed = first; seed <= last; ++seed)
            QTest::addRow("seed %d", seed) << unsigned(seed);
    }
    void walks()
    {
        QFETCH(unsigned, seed);
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
        QVERIFY(QDir().mkpath(folder));
        const QString log = u"%1/walk-%2.log"_s.arg(folder).arg(seed);
        const QByteArray steps = "the steps are in " + log.toUtf8();
        WindowWalk walk(seed, log);
        walk.run(number("ELENCO_WALK_STEPS", 200));
        const QStringList findings = walk.findings();
        QVERIFY2(findings.isEmpty(), (findings.join(u'\n').toUtf8() + '\n' + steps).constData());
        QFile::remove(log);
    }
    void cleanup() { QLocale::setDefault(QLocale::c()); }
};

QTEST_MAIN(TestWindowWalk)
#include "tst_windowwalk.moc"
