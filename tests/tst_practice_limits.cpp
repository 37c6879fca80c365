// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/client/apiclient.h"
#include "tests/gateway/database.h"
#include "tests/gateway/practicegateway.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Elenco::Practice;
using namespace Qt::StringLiterals;

/// Keys, rates, states that survive, and the program.
class TestPracticeLimits : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    static QString refusal(const Options &options)
    {
        QString why;
        return Gateway::start(options, &why) ? QString() : why;
    }
    static QString folderless(QString sentence, const QString &folder)
    {
        return sentence.replace(QDir::toNativeSeparators(folder + u'/'), QString());
    }

private Q_SLOTS:
    void keysAreChecked_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("reference") << Dialect::Reference;
        QTest::newRow("uc007") << Dialect::Uc007;
        QTest::newRow("uc020") << Dialect::Uc020;
        QTest::newRow("uc023") << Dialect::Uc023;
    }
    void keysAreChecked()
    {
        QFETCH(Dialect, dialect);
        Options options;
        options.dialect = dialect;
        options.key = "s3cret";
        options.user = u"ada"_s;
        options.password = u"p:w"_s;
        const auto gateway = Gateway::start(options);
        ApiClient api(gateway->root(), {});
        const auto status = [&api](const QByteArray &header) {
            return api.call("GET", "/contacts", {}, header).status;
        };
        QCOMPARE(status({}), 401);
        QCOMPARE(status("X-Api-Key: wrong\r\n"), 401);
        QCOMPARE(status("X-Api-Key: s3cret\r\n"), 200);
        QCOMPARE(status("Authorization: Basic " + QByteArray("ada:p:w").toBase64() + "\r\n"), 200);
        QCOMPARE(status("Authorization: Basic " + QByteArray("ada:pw").toBase64() + "\r\n"), 401);
        QCOMPARE(status("Authorization: Bearer s3cret\r\n"), 401);
        const WireAnswer answer = api.get("/contacts");
        if (dialect == Dialect::Reference)
            QCOMPARE(answer.json(u"status"_s).toInt(), 401);
        else if (dialect == Dialect::Uc007)
            QCOMPARE(answer.json(u"code"_s).toInt(), 401);
        else
            QVERIFY(answer.json(u"data"_s).toObject().contains(u"authentication"_s));
        // What tests read of a request has no key in it.
        for (const LoggedRequest &request : gateway->log().entries()) {
            for (const auto &[name, value] : request.headers)
                QVERIFY(!value.contains("s3cret") && name != "authorization");
        }
        QVERIFY(gateway->log().entries()[2].hadKey && !gateway->log().entries()[2].hadBasic);
        QVERIFY(gateway->log().entries()[3].hadBasic);
    }

    void ratesAreLimited_data()
    {
        QTest::addColumn<Plan>("plan");
        QTest::addColumn<int>("burst");
        QTest::addColumn<int>("perMinute");
        QTest::newRow("production") << Plan::Production << 50 << 1000;
        QTest::newRow("trial") << Plan::Trial << 10 << 100;
    }
    void ratesAreLimited()
    {
        QFETCH(Plan, plan);
        QFETCH(int, burst);
        QFETCH(int, perMinute);
        qint64 now = 0;
        Options options;
        options.plan = plan;
        options.monotonic = [&now] { return now; };
        const auto gateway = Gateway::start(options);
        ApiClient api(gateway->root());
        int passed = 0;
        for (int i = 0; i < burst; ++i)
            passed += api.get("/contacts?limit=1").status == 200;
        QCOMPARE(passed, burst);
        const WireAnswer refused = api.get("/contacts?limit=1");
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.json(u"status"_s).toInt(), 429);
        QCOMPARE(refused.json(u"retryAfter"_s).toInt(), 1);
        QCOMPARE(refused.headers.value("x-ratelimit-limit").toInt(), perMinute);
        QCOMPARE(refused.headers.value("x-ratelimit-remaining").toInt(), perMinute - burst);
        now += 1000;
        QCOMPARE(api.get("/contacts?limit=1").status, 200);
        // A minute at full speed: what the minute allows, and then a longer wait.
        passed = 0;
        int longest = 0;
        for (int second = 0; second < 20; ++second) {
            for (int i = 0; i < burst; ++i) {
                const WireAnswer answer = api.get("/subscription");
                passed += answer.status == 200;
                longest = std::max(longest, answer.json(u"retryAfter"_s).toInt());
            }
            now += 1000;
        }
        QVERIFY2(passed >= perMinute * 0.9 - 2 * burst && passed <= perMinute * 4 / 3,
                 qPrintable(QString::number(passed)));
        QVERIFY(longest >= 1);
        QCOMPARE(gateway->log().matching(u"*"_s).first().arrived, 0);
    }

    void statesSurvive()
    {
        Options options;
        options.stateFile = path(u"account.db"_s);
        options.contacts = 20;
        options.lists = 2;
        QList<Contact> contacts;
        {
            const auto gateway = Gateway::start(options);
            QVERIFY(gateway);
            ApiClient api(gateway->root());
            QCOMPARE(api.post("/contacts", {{u"phoneNumber"_s, u"+393999999999"_s}, {u"k"_s, 1}}).json(u"id"_s).toInt(),
                     21);
            QCOMPARE(api.remove("/contacts?ids=21,3").status, 200);
            QCOMPARE(api.remove("/contacts/list?ids=2").status, 200);
            contacts = gateway->state().allContacts();
            QVERIFY2(refusal(options).endsWith(u"is in use by another practice gateway."_s),
                     qPrintable(refusal(options)));
        }
        options.dialect = Dialect::Uc020; // the same account, spoken about in another way
        const auto gateway = Gateway::start(options);
        QVERIFY(gateway);
        QCOMPARE(gateway->state().allContacts(), contacts);
        QCOMPARE(gateway->state().allLists().size(), 1);
        QCOMPARE(gateway->state().allLists(true).size(), 2);
        QCOMPARE(gateway->state().campaigns().all().size(), 5);
        ApiClient api(gateway->root());
        QCOMPARE(api.post("/contacts", {{u"phoneNumber"_s, u"+393999999998"_s}}).json(u"contactId"_s).toString(),
                 u"cnt_022"_s); // an id is never given twice
    }

    void foreignFilesAreRefused()
    {
        Options options;
        const auto refused = [&](const QString &name) {
            options.stateFile = path(name);
            return folderless(refusal(options), m_folder.path());
        };
        const auto write = [this](const QString &name, const QByteArray &bytes) {
            QFile file(path(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        write(u"text.db"_s, QByteArray("Dear Sir or Madam, ").repeated(100));
        QCOMPARE(refused(u"text.db"_s), u"text.db is not a practice gateway's state."_s);
        Database(path(u"other.db"_s)).execute("CREATE TABLE t(x); PRAGMA journal_mode=DELETE");
        QFile other(path(u"other.db"_s));
        QVERIFY(other.open(QIODevice::ReadOnly));
        const QByteArray before = other.readAll();
        QCOMPARE(refused(u"other.db"_s), u"other.db is not a practice gateway's state."_s);
        other.seek(0);
        QCOMPARE(other.readAll(), before); // and was not touched
        QVERIFY(refused(u"no/such/folder.db"_s).contains(u"can't be opened"_s));

        options.contacts = 200;
        options.stateFile = path(u"newer.db"_s);
        Gateway::start(options).reset();
        Database(options.stateFile).execute("PRAGMA user_version=99");
        QCOMPARE(refused(u"newer.db"_s), u"newer.db was made by a newer practice gateway."_s);
        options.stateFile = path(u"damaged.db"_s);
        Gateway::start(options).reset();
        QFile damaged(options.stateFile);
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        QVERIFY(damaged.size() > 20'000);
        for (qint64 at = 4096; at + 4096 < damaged.size(); at += 4096) {
            damaged.seek(at);
            damaged.write(QByteArray(200, '\x55'));
        }
        damaged.close();
        QCOMPARE(refused(u"damaged.db"_s), u"damaged.db is damaged."_s);
    }

    void seedsGiveTheSamePeople()
    {
        const auto people = [](quint32 seed) {
            Options options;
            options.contacts = 3000;
            options.lists = 9;
            options.seed = seed;
            return Gateway::start(options)->state().allContacts();
        };
        const QList<Contact> first = people(1);
        QCOMPARE(people(1), first);
        QVERIFY(people(2) != first);
        static const QRegularExpression number(u"^\\+393[0-9]{9}$"_s);
        QSet<QString> numbers;
        qsizetype withFields = 0;
        for (const Contact &person : first) {
            QVERIFY2(number.match(person.phoneNumber).hasMatch(), qPrintable(person.phoneNumber));
            QVERIFY(!person.firstName.isEmpty() && !person.lastName.isEmpty());
            numbers.insert(person.phoneNumber);
            withFields += person.customFields.contains(u"totalSpent"_s);
        }
        QCOMPARE(numbers.size(), 3000);
        QVERIFY(withFields > 1500);
    }

    void portsAreTakenOnce()
    {
        const auto first = Gateway::start({});
        Options options;
        options.port = first->port();
        QVERIFY(!refusal(options).isEmpty());
        QCOMPARE(first->root().host(), u"127.0.0.1"_s);
    }

    void theProgramServesUntilItIsToldToEnd()
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PRACTICE_KEY"_s, u"from-outside"_s);
        program.setProcessEnvironment(environment);
        const auto start = [&program](const QStringList &arguments) {
            program.start(QStringLiteral(ELENCO_PRACTICE_GATEWAY), arguments);
            QString root;
            return QTest::qWaitFor([&] { return program.canReadLine(); }, 20'000)
                       ? QUrl(QString::fromUtf8(program.readLine().trimmed()))
                       : QUrl();
        };
        const auto ended = [&program] {
            return QTest::qWaitFor([&] { return program.state() == QProcess::NotRunning; }, 20'000);
        };
        const QUrl root = start({u"--contacts"_s, u"5"_s, u"--key-from"_s, u"env:PRACTICE_KEY"_s, u"--state"_s,
                                 path(u"program.db"_s), u"--until-stdin-closes"_s});
        QCOMPARE(root.path(), u"/api"_s);
        ApiClient api(root, "from-outside");
        QCOMPARE(api.get("/contacts").json(u"totalElements"_s).toInt(), 5);
        QCOMPARE(api.post("/contacts", {{u"phoneNumber"_s, u"+393999999999"_s}}).status, 201);
        program.closeWriteChannel();
        QVERIFY(ended());
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(!program.readAllStandardOutput().contains("from-outside"));

        const QUrl again = start({u"--state"_s, path(u"program.db"_s)});
        QTRY_VERIFY(program.canReadLine());
        QCOMPARE(program.readLine(), "key: practice-key\n");
        ApiClient other(again);
        QCOMPARE(other.get("/contacts").json(u"totalElements"_s).toInt(), 6);
        program.terminate(); // SIGTERM
        QVERIFY(ended());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
    }

    void theProgramExplainsMistakes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const QStringList &arguments, const QString &sentence) {
            QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << sentence;
        };
        row({u"--dialect"_s, u"latin"_s}, u"--dialect: latin is none of reference, uc007, uc020, uc023."_s);
        row({u"--plan"_s, u"b"_s}, u"--plan: b is none of production, trial, unlimited."_s);
        row({u"--port"_s, u"70000"_s}, u"--port: 70000 is not a number from 0 to 65535."_s);
        row({u"--faults"_s, u"x=1"_s}, u"--faults: x is no fault."_s);
        row({u"--tls"_s, u"a"_s}, u"--tls takes CERTIFICATE,KEY."_s);
        row({u"--key-from"_s, u"env:NO_SUCH_NAME"_s}, u"--key-from: the environment has no NO_SUCH_NAME."_s);
        row({u"--put"_s, u"x"_s}, u"--put: x is none of partial, replace."_s);
        row({u"stray"_s}, u"stray is no option."_s);
    }
    void theProgramExplainsMistakes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, sentence);
        QProcess program;
        program.start(QStringLiteral(ELENCO_PRACTICE_GATEWAY), arguments);
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 2);
        QCOMPARE(QString::fromUtf8(program.readAllStandardError()), u"elenco-practice-gateway: %1\n"_s.arg(sentence));
        QCOMPARE(program.readAllStandardOutput(), QByteArray());
    }

    void helpIsGiven()
    {
        QProcess program;
        program.start(QStringLiteral(ELENCO_PRACTICE_GATEWAY), {u"--help"_s});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(program.readAllStandardOutput().contains("--faults <spec>"));
    }

    // The gateway is written from the contract and not from the client: it includes nothing of services/.
    void knowsNothingOfTheClient()
    {
        static const QRegularExpression include(u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s,
                                                QRegularExpression::MultilineOption);
        int seen = 0;
        QDirIterator files(QStringLiteral(ELENCO_SOURCE_DIR "/tests/gateway"), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (auto found = include.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext(); ++seen)
                QVERIFY2(found.next().captured(1).startsWith(u"tests/gateway/"_s), qPrintable(file.fileName()));
        }
        QVERIFY(seen > 100);
    }
};

QTEST_GUILESS_MAIN(TestPracticeLimits)
#include "tst_practice_limits.moc"
