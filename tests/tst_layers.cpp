// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <utility>

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
            {u"services/addressbook"_s, core + QSet<QString>{u"store"_s, u"phone"_s, u"importing"_s, u"exporting"_s, u"sync"_s}},
            {u"services/account"_s, core + QSet<QString>{u"store"_s, u"gateway"_s, u"secrets"_s, u"addressbook"_s}},
            {u"models"_s, services},
            {u"ui"_s, services + QSet<QString>{u"models"_s}},
            {u"app"_s, services + QSet<QString>{u"models"_s, u"ui"_s}},
        };
    }();
    return table;
}

// The rooms of a folder, from the lowest level up. A room may include itself and those of lower levels.
const QHash<QString, QList<QStringList>> &roomLevels()
{
    static const QHash<QString, QList<QStringList>> table{
        {u"services/store"_s,
         {{u"database"_s}, {u"contacts"_s}, {u"journal"_s}, {u"imports"_s, u"sync"_s}, {u"recovery"_s}}},
        {u"services/gateway"_s, {{u"records"_s}, {u"pacing"_s, u"json"_s}, {u"http"_s}, {u"client"_s}}},
        {u"services/sync"_s, {{u"records"_s}, {u"plan"_s}, {u"course"_s}, {u"bulk"_s}, {u"run"_s}}},
        {u"models"_s, {{u"contacts"_s}, {u"lists"_s, u"sync"_s}, {u"imports"_s}}},
    };
    return table;
}

qsizetype levelOf(const QList<QStringList> &levels, const QString &room)
{
    const auto level =
        std::find_if(levels.begin(), levels.end(), [&](const QStringList &rooms) { return rooms.contains(room); });
    return level == levels.end() ? -1 : level - levels.begin();
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

    void roomsIncludeOnlyRoomsBelow()
    {
        QStringList wrong;
        for (auto folder = roomLevels().begin(); folder != roomLevels().end(); ++folder) {
            const QString layer = folder.key().section(u'/', -1);
            int between = 0;
            for (const Include &include : includesBelow(folder.key())) {
                const QString from = include.file.mid(folder.key().size() + 1).section(u'/', 0, 0);
                if (levelOf(*folder, from) < 0)
                    wrong.append(include.file + u" is in no room"_s);
                if (include.isSystem || include.target.section(u'/', 0, 0) != layer)
                    continue;
                const QString to = include.target.section(u'/', 1, 1);
                between += from != to;
                if (from != to && levelOf(*folder, to) >= levelOf(*folder, from))
                    wrong.append(where(include));
            }
            QVERIFY(between > 0); // the pattern still finds what it should
        }
        QCOMPARE(wrong, QStringList());
    }

    // For people: what stands on what, as the includes have it.
    void printLevels()
    {
        QHash<QString, QSet<QString>> below;
        for (const QString &top : {u"services"_s, u"models"_s, u"ui"_s, u"app"_s}) {
            for (const Include &include : includesBelow(top)) {
                const QString from = top == "services"_L1 ? include.file.section(u'/', 1, 1) : top;
                const QString to = include.target.section(u'/', 0, 0);
                if (!include.isSystem && include.target.contains(u'/') && from != to)
                    below[from].insert(to);
                else if (!below.contains(from))
                    below.insert(from, {});
            }
        }
        QSet<QString> placed;
        for (int level = 0; !below.isEmpty(); ++level) {
            QStringList here;
            for (auto folder = below.begin(); folder != below.end(); ++folder) {
                if (placed.contains(*folder))
                    here.append(folder.key());
            }
            QVERIFY2(!here.isEmpty(), "folders that include each other");
            here.sort();
            qInfo().noquote() << level << here.join(u", "_s);
            for (const QString &name : std::as_const(here)) {
                placed.insert(name);
                below.remove(name);
            }
        }
        for (auto folder = roomLevels().begin(); folder != roomLevels().end(); ++folder) {
            QStringList levels;
            for (const QStringList &rooms : *folder)
                levels.append(rooms.join(u", "_s));
            qInfo().noquote() << folder.key() + u": "_s + levels.join(u" ← "_s);
        }
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
        QTest::newRow("SQLite") << u"^sqlite3"_s << u"services/store/database/"_s;
        QTest::newRow("Qt Sql") << u"^QSql"_s << u"services/store/database/"_s;
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

    // The partner's is the gateway's business; that of a stored filter is a form of the filter language.
    void jsonStaysAtTheEdges()
    {
        QStringList wrong;
        for (const QString &top : {u"services"_s, u"models"_s, u"ui"_s}) {
            for (const Include &include : includesBelow(top)) {
                if (include.target.startsWith(u"QJson"_s) && !include.file.startsWith(u"services/gateway/"_s) &&
                    !include.file.startsWith(u"services/core/filter/filterjson."_s))
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
