// SPDX-License-Identifier: Apache-2.0
#include "store/database/backup.h"
#include "store/database/sqlite.h"
#include "store/journal/journal.h"
#include "store/recovery/checks.h"
#include "store/recovery/openworkspace.h"
#include "tests/support/contactfiles.h"
#include "tests/support/protectablefolder.h"
#include "tests/support/require.h"
#include "tests/support/testworkspace.h"

#include <QDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

auto add(Workspace &workspace, const std::string &name)
{
    return Journal(workspace).create({{"firstName", name}, {"phoneNumber", "+393471234567"}});
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("can't read %s", qPrintable(path));
    return file.readAll();
}

} // namespace

/// The file of an address book on its bad days: reached by two paths, deleted, moved, not to be written.
class TestWorkspaceFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLockWhateverThePath_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("the path itself") << u"test.elenco"_s;
        QTest::newRow("by a roundabout way") << u"folder/../test.elenco"_s;
        QTest::newRow("a link") << u"link.elenco"_s;
        QTest::newRow("through a linked folder") << u"linked/test.elenco"_s;
        QTest::newRow("a link to a link") << u"linked/link.elenco"_s;
#ifdef Q_OS_UNIX
        QTest::newRow("a second name") << u"folder/second.elenco"_s;
#endif
    }
    void oneLockWhateverThePath()
    {
        QFETCH(QString, name);
        TestWorkspace files;
        require(add(*files, "Anna"));
        const QDir folder(QFileInfo((*files).path()).path());
        QVERIFY(folder.mkdir(u"folder"_s));
        QVERIFY(QFile::link(folder.filePath(u"test.elenco"_s), folder.filePath(u"link.elenco"_s)));
        QVERIFY(QFile::link(folder.path(), folder.filePath(u"linked"_s)));
#ifdef Q_OS_UNIX
        QCOMPARE(::link(QFile::encodeName(folder.filePath(u"test.elenco"_s)).constData(),
                        QFile::encodeName(folder.filePath(u"folder/second.elenco"_s)).constData()),
                 0);
#endif
        const QString path = folder.filePath(name);
        const auto second = openWorkspace(path);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::InUse);
        QVERIFY(second.error().detail.contains(QString::number(QCoreApplication::applicationPid())));
        files.close();
        // Free again, it is the same address book by each of its paths.
        const auto opened = require(openWorkspace(path));
        QCOMPARE(require(ContactQueries(*opened).count({})), 1);
    }

    // Struck between the making of a lock and the writing of its holder's name, or after a power cut: it is nobody's.
    void aLockThatNamesNobodyHoldsNothing()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"w.elenco"_s);
        require(add(*require(openWorkspace(path)), "Anna"));
        QStringList locks{lockPath(path)};
#ifdef Q_OS_UNIX
        struct stat status;
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
        locks += QDir::temp().filePath(u"elenco-%1-%2.lock"_s.arg(quint64(status.st_dev)).arg(quint64(status.st_ino)));
#endif
        for (const QByteArray &content : {QByteArray(), QByteArray("4711")}) {
            for (const QString &lock : std::as_const(locks))
                writeFile(lock, content);
            const auto opened = openWorkspace(path);
            QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
            QCOMPARE(openWorkspace(path).error().kind, ErrorKind::InUse); // and is somebody's now
        }
        for (const QString &lock : std::as_const(locks))
            QVERIFY(!QFile::exists(lock));
    }

    void whatIsGoneTakesNothing_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("deleted") << 0;
        QTest::newRow("moved") << 1;
        QTest::newRow("replaced") << 2;
    }
    void whatIsGoneTakesNothing()
    {
        QFETCH(int, how);
        TestWorkspace files;
        files.import(u"a.csv"_s, csvFile({300, 0, 0, 0}));
        const QString path = (*files).path();
        QVERIFY((*files).isInPlace());
        if (how == 0)
            QVERIFY(QFile::remove(path));
        else
            QVERIFY(QFile::rename(path, path + u".moved"_s));
        if (how == 2)
            writeFile(path, "somebody else's");
        QVERIFY(!(*files).isInPlace());
        const auto edit = add(*files, "Bea");
        QVERIFY(!edit);
        QCOMPARE(edit.error().kind, ErrorKind::Gone);
        QVERIFY(edit.error().text().contains(path));
        // All of it is still there to be saved elsewhere.
        const QString copy = files.path(u"copia.elenco"_s);
        require(saveCopy(*files, copy));
        const auto saved = require(openWorkspace(copy));
        QCOMPARE(require(ContactQueries(*saved).count({})), 300);
        QCOMPARE(require(checkWorkspace(*saved)), QStringList());
        require(add(*saved, "Bea"));
        if (how == 2) {
            QFile other(path);
            QVERIFY(other.open(QIODevice::ReadOnly));
            QCOMPARE(other.readAll(), "somebody else's");
        }
    }

    void aCopyIsWholeOrNotThere()
    {
        TestWorkspace files;
        files.import(u"a.csv"_s, csvFile({300, 0, 0, 0}));
        const QString copy = files.path(u"copia.elenco"_s);
        writeFile(copy, "what was there");
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(saveCopy(*files, copy, JobControl(stop.get_token())).error().kind, ErrorKind::Cancelled);
        QCOMPARE(QFileInfo(copy).size(), 14);
        QCOMPARE(saveCopy(*files, (*files).path()).error().kind, ErrorKind::InUse);
        QVERIFY(!saveCopy(*files, files.path(u"nirgends/copia.elenco"_s)));
        require(saveCopy(*files, copy));
        const auto saved = require(openWorkspace(copy));
        QCOMPARE(require(ContactQueries(*saved).count({})), 300);
        QCOMPARE(QDir(QFileInfo(copy).path()).entryList({u"*.copying"_s}, QDir::Files), QStringList());
    }

    // Not opened, since the first edit would be lost; but all of it can be had in a copy, also what a program that did
    // not come to its end had left in SQLite's log.
    void whatMayOnlyBeReadIsCopied()
    {
        ProtectableFolder folder;
        const QString path = folder.filePath(u"w.elenco"_s), wal = path + u"-wal"_s;
        {
            const auto open = require(openWorkspace(path));
            require(add(*open, "Anna"));
            QVERIFY(QFileInfo(wal).size() > 0);
            QVERIFY(QFile::copy(path, path + u".kept"_s) && QFile::copy(wal, path + u".kept-wal"_s));
        }
        QVERIFY(QFile::remove(path) && QFile::rename(path + u".kept"_s, path));
        QVERIFY(QFile::rename(path + u".kept-wal"_s, wal));
        const QByteArray bytes = contentOf(path);
        QVERIFY(folder.protect());
        const auto opened = openWorkspace(path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::NoPermission);
        QCOMPARE(opened.error().subject, path);

        QTemporaryDir elsewhere;
        const QString copy = elsewhere.filePath(u"copia.elenco"_s);
        require(saveCopyOfReadOnly(path, copy));
        const auto copied = require(openWorkspace(copy));
        QCOMPARE(require(ContactQueries(*copied).count({})), 1);
        require(add(*copied, "Bruno"));
        QCOMPARE(contentOf(path), bytes);
        QVERIFY(!saveCopyOfReadOnly(path, folder.filePath(u"copia.elenco"_s)));
        QVERIFY(!saveCopyOfReadOnly(path, path));
        writeFile(elsewhere.filePath(u"foto.elenco"_s), "a picture");
        QCOMPARE(saveCopyOfReadOnly(elsewhere.filePath(u"foto.elenco"_s), elsewhere.filePath(u"x.elenco"_s)).error().kind,
                 ErrorKind::NotAWorkspace);
        QCOMPARE(QDir(elsewhere.path()).entryList({u"*.copying*"_s, u"x.*"_s}, QDir::Files), QStringList());
    }

    // A text made in the call itself is gone at its end, before the statement is stepped.
    void aTextGivenAwayIsCopied()
    {
        const Connection connection(u":memory:"_s, Connection::Mode::ReadWrite);
        const std::string name(200, 'G');
        Statement both = connection.prepare("SELECT ?1 || ?2");
        both.with(name + "iulia", name);
        const std::string noise(205, '?'); // where the first one was
        QVERIFY(both.step());
        QCOMPARE(std::string(both.text(0)), name + "iulia" + name);
        QCOMPARE(noise.size(), size_t(205));
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceFile)
#include "tst_workspacefile.moc"
