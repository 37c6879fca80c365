// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// Which folder may include which: the one table of the architecture. Every folder may include itself.
const QHash<QString, QSet<QString>> &allowedLayers()
{
    static const QHash<QString, QSet<QString>> table = [] {
        const QSet<QString> core{u"core"_s};
        const QSet<QString> leaves = core + QSet<QString>{u"phone"_s, u"formats"_s, u"store"_s, u"gateway"_s};
        const QSet<QString> services = leaves + QSet<QString>{u"importing"_s, u"exporting"_s,   u"sync"_s,
                                                              u"secrets"_s,   u"addressbook"_s, u"account"_s};
        return QHash<QString, QSet<QString>>{
            {u"services/core"_s, {}},
            {u"services/phone"_s, core},
            {u"services/formats"_s, core},
            {u"services/store"_s, core},
            {u"services/gateway"_s, core},
            {u"services/secrets"_s, core + QSet<QString>{u"gateway"_s}},
            {u"services/importing"_s, core + QSet<QString>{u"phone"_s, u"formats"_s, u"store"_s}},
            {u"services/exporting"_s, core + QSet<QString>{u"formats"_s, u"store"_s}},
            {u"services/sync"_s, core + QSet<QString>{u"phone"_s, u"formats"_s, u"store"_s, u"gateway"_s}},
            {u"services/addressbook"_s, core + QSet<QString>{u"store"_s, u"phone"_s, u"importing"_s}},
            {u"services/account"_s, core + QSet<QString>{u"store"_s, u"gateway"_s, u"secrets"_s, u"addressbook"_s}},
            {u"models"_s, services},
            {u"ui"_s, services + QSet<QString>{u"models"_s}},
            {u"app"_s, services + QSet<QString>{u"models"_s, u"ui"_s}},
        };
    }();
    return table;
}

struct Include {
    QString file; ///< relative to the source folder
    int line;
    QString target;
    bool isSystem;
};

QList<Include> includesBelow(const QString &folder)
{
    static const QRegularExpression pattern(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);
    QList<Include> includes;
    const QDir root(QStringLiteral(ELENCO_SOURCE_DIR));
    QDirIterator files(root.filePath(folder), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("can't read %s", qPrintable(file.fileName()));
        int number = 0;
        while (!file.atEnd()) {
            ++number;
            const QRegularExpressionMatch match = pattern.match(QString::fromUtf8(file.readLine()));
            if (match.hasMatch())
                includes.append(
                    {root.relativeFilePath(file.fileName()), number, match.captured(2), match.captured(1) == u"<"_s});
        }
    }
    return includes;
}

QString where(const Include &include)
{
    return u"%1:%2 includes %3"_s.arg(include.file).arg(include.line).arg(include.target);
}

} // namespace

/// The direction of the layers. The link graph alone does not keep it: Qt's headers are on every path.
class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersIncludeOnlyLayersBelow()
    {
        QStringList wrong;
        int seen = 0;
        for (auto folder = allowedLayers().begin(); folder != allowedLayers().end(); ++folder) {
            for (const Include &include : includesBelow(folder.key())) {
                if (include.isSystem || !include.target.contains(u'/'))
                    continue;
                ++seen;
                const QString layer = include.target.section(u'/', 0, 0);
                if (layer != folder.key().section(u'/', -1) && !folder->contains(layer))
                    wrong.append(where(include));
            }
        }
        QVERIFY(seen > 100); // the pattern still finds what it should
        QCOMPARE(wrong, QStringList());
    }

    void widgetsStayInTheUi()
    {
        static const QRegularExpression widget(
            u"^(?!Q\\w*(Array|String)View)(QWidget|QApplication|QMainWindow|QDialog|QAction|QMenu|QLabel|Q[A-Z]\\w*(View|Button|Box|Edit|Layout|Delegate|Style|Bar|Frame))$"_s);
        QStringList wrong;
        for (const QString &folder : {u"services"_s, u"models"_s, u"app/cli"_s}) {
            for (const Include &include : includesBelow(folder)) {
                if (include.isSystem && widget.match(include.target).hasMatch())
                    wrong.append(where(include));
            }
        }
        QCOMPARE(wrong, QStringList());
    }

    void librariesHaveOneUser_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("folder");
        QTest::newRow("SQLite") << u"^sqlite3"_s << u"services/store/"_s;
        QTest::newRow("libphonenumber") << u"^phonenumbers/"_s << u"services/phone/"_s;
        QTest::newRow("keyring") << u"keychain"_s << u"services/secrets/"_s;
        QTest::newRow("libsodium") << u"^sodium"_s << u"services/secrets/"_s;
        QTest::newRow("D-Bus") << u"^QDBus"_s << u"services/sync/"_s;
        QTest::newRow("network") << u"^Q(Network|Ssl|Tcp|Http)"_s << u"services/gateway/"_s;
    }
    void librariesHaveOneUser()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, folder);
        const QRegularExpression expression(pattern);
        QStringList wrong;
        for (const QString &top : {u"services"_s, u"models"_s, u"ui"_s, u"app"_s}) {
            for (const Include &include : includesBelow(top)) {
                if (include.isSystem && expression.match(include.target).hasMatch() && !include.file.startsWith(folder))
                    wrong.append(where(include));
            }
        }
        QCOMPARE(wrong, QStringList());
    }

    void jsonStaysAtTheEdges()
    {
        QStringList wrong;
        for (const QString &top : {u"services"_s, u"models"_s, u"ui"_s}) {
            for (const Include &include : includesBelow(top)) {
                if (include.target.startsWith(u"QJson"_s) && !include.file.startsWith(u"services/gateway/"_s))
                    wrong.append(where(include));
            }
        }
        QCOMPARE(wrong, QStringList());
    }

    void qtHeadersAreNamedByClass()
    {
        QStringList wrong;
        for (const QString &top : {u"services"_s, u"models"_s, u"ui"_s, u"app"_s, u"tests"_s}) {
            for (const Include &include : includesBelow(top)) {
                if (include.target.startsWith(u"Qt"_s) && include.target.contains(u'/'))
                    wrong.append(where(include));
            }
        }
        QCOMPARE(wrong, QStringList());
    }

    void everySourceNamesItsLicence()
    {
        QStringList wrong;
        for (const QString &top : {u"services"_s, u"models"_s, u"ui"_s, u"app"_s, u"tests"_s}) {
            QDirIterator files(QStringLiteral(ELENCO_SOURCE_DIR) + u'/' + top, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (!file.open(QIODevice::ReadOnly) || !file.readLine().contains("SPDX-License-Identifier: Apache-2.0"))
                    wrong.append(file.fileName());
            }
        }
        QCOMPARE(wrong, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
