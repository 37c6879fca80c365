// SPDX-License-Identifier: Apache-2.0
#include "account/savedaccount.h"
#include "store/contacts/contactquery.h"
#include "store/database/workspace.h"
#include "store/journal/journal.h"
#include "store/recovery/openworkspace.h"
#include "tests/gateway/practicegateway.h"
#include "tests/support/cliprocess.h"
#include "tests/support/contactfiles.h"
#include "tests/support/require.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

constexpr char keyText[] = "canary-key-0123456789";

/// An address book with an account at a practice gateway, worked on by one command after the other.
struct Shell {
    QTemporaryDir folder;
    std::shared_ptr<Practice::Gateway> gateway;
    const QString path = folder.filePath(u"w.elenco"_s);

    static std::shared_ptr<Practice::Gateway> started(int dialect, qint64 quota)
    {
        Practice::Options options;
        options.key = keyText;
        options.plan = Practice::Plan::Unlimited;
        options.dialect = static_cast<Practice::Dialect>(dialect);
        if (quota > 0)
            options.quota = quota;
        return Practice::Gateway::start(options);
    }
    explicit Shell(int dialect = 0, qint64 quota = 0) : Shell(started(dialect, quota)) {}
    /// Another desk of the same account.
    explicit Shell(std::shared_ptr<Practice::Gateway> known) : gateway(std::move(known))
    {
        const auto workspace = require(openWorkspace(path));
        SavedAccount saved;
        saved.account.root = gateway->root();
        saved.account.plan = Plan::Production;
        saved.place = SecretPlace::Session;
        require(saveAccountRecord(*workspace, toRecord(saved)));
    }

    CliAnswer run(const QStringList &arguments)
    {
        return runCli(QStringList{u"--workspace"_s, path, u"--json"_s} + arguments, key());
    }
    CliAnswer sync(const QStringList &options = {}) { return run(command() + options); }
    static QStringList command() { return {u"sync"_s, u"--key-from"_s, u"env:THE_KEY"_s, u"--region"_s, u"IT"_s}; }
    static QProcessEnvironment key()
    {
        QProcessEnvironment environment;
        environment.insert(u"THE_KEY"_s, QString::fromLatin1(keyText));
        return environment;
    }

    /// The person at the window, which is closed again afterwards. Without a name: whoever is the first.
    void edit(const QString &name, const std::string &field, const QString &value)
    {
        const auto workspace = require(openWorkspace(path));
        ContactQueries queries(*workspace);
        const ContactOrder order = require(queries.order({}));
        const auto found = std::find_if(order->begin(), order->end(), [&](ContactId id) {
            return name.isEmpty() || require(queries.contact(id)).fullName() == name;
        });
        require(Journal(*workspace).edit(ChangeKind::Edit, name, {*found}, [&](ContactState &state) {
            state[field] = value.toStdString();
        }));
    }
    qint64 add(const QString &first, const QString &last, const QString &number, const QString &city)
    {
        Practice::Contact contact;
        contact.firstName = first;
        contact.lastName = last;
        contact.phoneNumber = number;
        contact.city = city;
        return gateway->state().addContact(contact);
    }
    void change(qint64 id, const QString &city)
    {
        Practice::Contact contact = *gateway->state().contact(id);
        contact.city = city;
        gateway->state().changeContact(contact);
    }
    qsizetype writes() const
    {
        const auto &entries = gateway->log().entries();
        return std::count_if(entries.begin(), entries.end(), [](const auto &entry) { return entry.method != "GET"; });
    }
};

} // namespace

/// `elenco-cli sync`, `outbox`, `conflicts`, `resolve` and `log` as they are typed, against the practice gateway.
class TestCliSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWaitsIsSaidAndSent()
    {
        Shell shell;
        shell.add(u"Sara"_s, u"Verdi"_s, u"+393331112223"_s, u"Bari"_s);
        const QString file = writeFile(shell.folder.filePath(u"people.csv"_s), csvFile({40, 0, 0, 0}));
        QCOMPARE(shell.run({u"import"_s, file, u"--list"_s, u"Fair"_s}).status, 0);
        // A dry run says what would be sent, all of it, and asks the gateway for nothing.
        const CliAnswer dry = shell.sync({u"--dry-run"_s});
        QVERIFY2(dry.status == 0, dry.err.constData());
        QCOMPARE(shell.gateway->log().count(), 0);
        QStringList kinds;
        for (const QJsonObject &entry : dry.objects())
            kinds += entry.value("kind"_L1).toString();
        QVERIFY2(kinds.contains(u"newContacts"_s) && kinds.contains(u"newList"_s), dry.out.constData());
        QCOMPARE(shell.run({u"outbox"_s}).out, dry.out);

        const CliAnswer sent = shell.sync();
        QVERIFY2(sent.status == 0, sent.err.constData());
        QCOMPARE(sent.objects().last().value("created"_L1).toInt(), 40);
        QCOMPARE(shell.gateway->state().allContacts().size(), 41);
        QCOMPARE(shell.gateway->state().members(shell.gateway->state().allLists().first().id).size(), 40);
        QCOMPARE(shell.run({u"outbox"_s}).out, QByteArray());
        QCOMPARE(shell.run({u"contacts"_s, u"--count"_s}).objects().first().value("count"_L1).toInt(), 41);
        QStringList events;
        for (const QJsonObject &entry : shell.run({u"log"_s}).objects())
            events += entry.value("event"_L1).toString();
        for (const QString &event : {u"finished"_s, u"contactsSent"_s, u"listsSent"_s, u"contactsReceived"_s})
            QVERIFY2(events.contains(event), qPrintable(event + u" is not in "_s + events.join(u' ')));

        // Nothing to do: nothing is written over there.
        shell.gateway->log().clear();
        QCOMPARE(shell.sync({u"--once"_s}).status, 0);
        QCOMPARE(shell.writes(), 0);
    }

    void conflictsAreResolvedAndTakenBack_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<QString>("city");
        QTest::newRow("mine") << u"mine"_s << u"Milano"_s;
        QTest::newRow("theirs") << u"theirs"_s << u"Torino"_s;
        QTest::newRow("a value") << u"city=Lecce"_s << u"Lecce"_s;
    }
    void conflictsAreResolvedAndTakenBack()
    {
        QFETCH(QString, choice);
        QFETCH(QString, city);
        Shell shell;
        const qint64 giulia = shell.add(u"Giulia"_s, u"Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        QCOMPARE(shell.sync().status, 0);
        shell.edit(u"Giulia Rossi"_s, "city", u"Milano"_s);
        shell.change(giulia, u"Torino"_s);
        QCOMPARE(shell.sync().status, 0);
        const QList<QJsonObject> open = shell.run({u"conflicts"_s}).objects();
        QCOMPARE(open.size(), 1);
        const QJsonObject conflict = open.first();
        QCOMPARE(conflict.value("field"_L1).toString(), u"city"_s);
        QCOMPARE(conflict.value("base"_L1).toString(), u"Monza"_s);
        QCOMPARE(conflict.value("mine"_L1).toString(), u"Milano"_s);
        QCOMPARE(conflict.value("theirs"_L1).toString(), u"Torino"_s);
        const QString id = QString::number(conflict.value("id"_L1).toInteger());

        QCOMPARE(shell.run({u"resolve"_s, id}).status, 2);
        QCOMPARE(shell.run({u"resolve"_s, id, u"nonsense"_s}).status, 2);
        QCOMPARE(shell.run({u"resolve"_s, u"999"_s, u"mine"_s}).status, 1);
        const CliAnswer resolved = shell.run({u"resolve"_s, id, choice});
        QVERIFY2(resolved.status == 0, resolved.err.constData());
        QCOMPARE(shell.run({u"resolve"_s, id, choice}).status, 1); // is done already
        QCOMPARE(shell.run({u"conflicts"_s}).out, QByteArray());
        QCOMPARE(shell.sync().status, 0);
        QCOMPARE(shell.gateway->state().contact(giulia)->city, city);
        // Taken back after it was sent, the opposite is sent.
        QCOMPARE(shell.run({u"undo"_s}).status, 0);
        QCOMPARE(shell.sync().status, 0);
        QCOMPARE(shell.gateway->state().contact(giulia)->city, u"Torino"_s);
    }

    // UC-020: a company's 250 cards with tags, two desks, a choice, and the import is taken back.
    void aCompanyOnItsGateway()
    {
        Shell first(int(Practice::Dialect::Uc020)), second(first.gateway);
        QByteArray cards;
        for (int i = 1; i <= 250; ++i) {
            cards += u"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Surname %1;Name;;;\r\nFN:Name Surname %1\r\nTEL;TYPE=CELL:+3934%2"
                     "\r\nEMAIL:n%1@example.com\r\nADR;TYPE=HOME:;;;Torino;TO;;\r\nEND:VCARD\r\n"_s
                         .arg(i)
                         .arg(20'000'000 + i)
                         .toUtf8();
        }
        const QString file = writeFile(first.folder.filePath(u"crm.vcf"_s), cards);
        QCOMPARE(first.run({u"import"_s, file, u"--list"_s, u"CRM"_s, u"--tag"_s, u"crm-import"_s, u"--tag"_s,
                            u"q2-2026"_s})
                     .status,
                 0);
        const auto countOf = [](Shell &shell, const QStringList &query) {
            return shell.run(QStringList{u"contacts"_s, u"--count"_s} + query)
                .objects()
                .first()
                .value("count"_L1)
                .toInt();
        };
        const CliAnswer sent = first.sync();
        QVERIFY2(sent.status == 0, sent.err.constData());
        QCOMPARE(sent.objects().last().value("created"_L1).toInt(), 250);
        QVERIFY(sent.objects().last().value("inStep"_L1).toBool());
        const QList<Practice::Contact> there = first.gateway->state().allContacts();
        QCOMPARE(there.size(), 250);
        for (const Practice::Contact &contact : there)
            QCOMPARE(contact.tags, QStringList({u"crm-import"_s, u"q2-2026"_s}));
        for (int i = 0; i < 2; ++i) // listings hide where they live: 200 are read by their ids a run
            QCOMPARE(second.sync().status, 0);
        QCOMPARE(countOf(second, {u"tag:crm-import"_s, u"tag:q2-2026"_s, u"list:CRM"_s, u"city:Torino"_s}), 250);

        second.edit(u"Name Surname 9"_s, "email", u"second@example.com"_s);
        first.edit(u"Name Surname 9"_s, "email", u"first@example.com"_s);
        QCOMPARE(first.sync().status, 0);
        QCOMPARE(second.sync().status, 0);
        const QList<QJsonObject> open = second.run({u"conflicts"_s}).objects();
        QCOMPARE(open.size(), 1);
        QCOMPARE(second.run({u"resolve"_s, QString::number(open.first().value("id"_L1).toInteger()), u"mine"_s}).status,
                 0);
        QCOMPARE(second.sync().status, 0);
        QCOMPARE(first.sync().status, 0);
        QCOMPARE(countOf(first, {u"second@example.com"_s}), 1);

        QString import;
        for (const QJsonObject &set : first.run({u"history"_s}).objects()) {
            if (set.value("kind"_L1).toString() == u"import")
                import = QString::number(set.value("id"_L1).toInteger());
        }
        const CliAnswer undone = first.run({u"undo"_s, import});
        QVERIFY2(undone.status == 0, undone.err.constData());
        QCOMPARE(first.sync({u"--missing"_s, u"trash"_s}).status, 0);
        QCOMPARE(second.sync({u"--missing"_s, u"trash"_s}).status, 0);
        QVERIFY(first.gateway->state().allContacts().size() <= 1); // whom somebody has worked on since
        QCOMPARE(countOf(second, {}), countOf(first, {}));
        QCOMPARE(countOf(second, {}), first.gateway->state().allContacts().size());
        QCOMPARE(first.gateway->log().dangers(), QStringList());
    }

    // A file that does not fit is known before it is imported.
    void theRoomIsSaidBeforeAnImport()
    {
        Shell shell(0, 30);
        for (int i = 0; i < 4; ++i)
            shell.add(u"Sara"_s, u"Verdi"_s, u"+39333111222%1"_s.arg(i), u"Bari"_s);
        const QString file = writeFile(shell.folder.filePath(u"people.csv"_s), csvFile({40, 0, 0, 0}));
        const QStringList rehearsal{u"import"_s, file, u"--rehearse"_s};
        QVERIFY(shell.run(rehearsal).objects().last().value("overQuota"_L1).isNull()); // nobody has asked
        QCOMPARE(shell.sync().status, 0);
        const QJsonObject account = shell.run(rehearsal).objects().last();
        QCOMPARE(account.value("room"_L1).toInt(), 26);
        QCOMPARE(account.value("overQuota"_L1).toInt(), 14);
        const QByteArray told = runCli(QStringList{u"--workspace"_s, shell.path} + rehearsal, Shell::key()).out;
        QVERIFY2(told.contains("takes 26 more contacts") && told.contains(": 14 of the new ones"), told.constData());
        // Whoever wants all of them over there, or none, says so.
        const CliAnswer refused =
            runCli({u"--workspace"_s, shell.path, u"import"_s, file, u"--within-room"_s}, Shell::key());
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("takes 26 more contacts, 14 of the 40"), refused.err.constData());
        QCOMPARE(shell.run({u"contacts"_s}).objects().size(), 4);
        QCOMPARE(shell.run({u"import"_s, file}).status, 0);
        QCOMPARE(shell.sync().objects().last().value("created"_L1).toInt(), 26);
        QCOMPARE(shell.gateway->state().allContacts().size(), 30);
    }

    // An account that is named with every command is known the next time all the same: what it is like, and its room.
    void anAccountThatIsOnlyNamedIsRemembered()
    {
        Shell shell(1, 30);
        shell.add(u"Sara"_s, u"Verdi"_s, u"+393331112220"_s, u"Bari"_s);
        require(removeAccountRecord(*require(openWorkspace(shell.path))));
        const QStringList named{u"--gateway"_s, shell.gateway->root().toString()};
        for (int i = 0; i < 3; ++i)
            QCOMPARE(shell.sync(named).status, 0);
        QCOMPARE(shell.gateway->log().count(u"GET /campaigns"_s), 1); // asked for to see what there is
        const QString file = writeFile(shell.folder.filePath(u"people.csv"_s), csvFile({40, 0, 0, 0}));
        const CliAnswer rehearsed = shell.run({u"import"_s, file, u"--rehearse"_s});
        QCOMPARE(rehearsed.objects().last().value("room"_L1).toInt(), 29);
    }

    // What the gateway says of a number is said to whoever asks for contacts.
    void theGatewaysWordOnANumberIsPrinted()
    {
        Shell shell;
        const qint64 id = shell.add(u"Sara"_s, u"Verdi"_s, u"+393331112220"_s, u"Bari"_s);
        shell.add(u"Anna"_s, u"Bianchi"_s, u"+393331112221"_s, u"Bari"_s);
        Practice::Contact contact = *shell.gateway->state().contact(id);
        contact.valid = false;
        shell.gateway->state().changeContact(contact);
        QCOMPARE(shell.sync().status, 0);
        for (const QJsonObject &each : shell.run({u"contacts"_s}).objects())
            QCOMPARE(each.contains("gatewayRefusedNumber"_L1), each.value("firstName"_L1).toString() == u"Sara");
        const QByteArray told = runCli({u"--workspace"_s, shell.path, u"contacts"_s, u"Sara"_s}, Shell::key()).out;
        QVERIFY2(told.contains("not valid, says the gateway"), told.constData());
    }

    void failuresAreOneSentence()
    {
        Shell shell;
        const QString file = writeFile(shell.folder.filePath(u"people.csv"_s), csvFile({5, 0, 0, 0}));
        QCOMPARE(shell.run({u"import"_s, file}).status, 0);
        QCOMPARE(shell.run({u"sync"_s, u"--missing"_s, u"perhaps"_s}).status, 2);
        QVERIFY(shell.run({u"sync"_s, u"--key-from"_s, u"env:NO_SUCH_KEY"_s}).err.contains("no such variable"));
        shell.gateway->stop();
        const CliAnswer offline = shell.sync();
        QCOMPARE(offline.status, 1);
        QVERIFY2(offline.err.contains("nothing answers") && offline.err.contains("Nothing was sent"),
                 offline.err.constData());
        QVERIFY(!shell.run({u"outbox"_s}).out.isEmpty()); // and is sent when it is there again
        QVERIFY(shell.gateway->resume());
        QCOMPARE(shell.sync().status, 0);
        QCOMPARE(shell.gateway->state().allContacts().size(), 5);
    }

    // Wherever the process is struck: nothing is lost, and nothing is there twice.
    void killedAtAnyMoment_data()
    {
        QTest::addColumn<int>("dialect");
        for (int dialect = 0; dialect < 4; ++dialect)
            QTest::addRow("dialect %d", dialect) << dialect;
    }
    void killedAtAnyMoment()
    {
        QFETCH(int, dialect);
        Shell shell(dialect);
        constexpr int people = 25;
        const int wanted = qEnvironmentVariableIntValue("ELENCO_KILLS"), kills = wanted > 0 ? wanted : 10;
        QRandomGenerator random(20261101 + static_cast<quint32>(dialect));
        const QString file = writeFile(shell.folder.filePath(u"people.csv"_s), csvFile({people, 0, 0, 0}));
        QCOMPARE(shell.run({u"import"_s, file, u"--list"_s, u"Fair"_s}).status, 0);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(shell.sync({u"--dry-run"_s}).status, 0);
        auto latest = static_cast<int>(clock.elapsed()); // about what comes before the first request
        // How long a sync takes is another matter on each machine, and from one time to the next: after a blow that
        // struck the next one may come later, after one that came too late it comes earlier.
        int struck = 0, tries = 0;
        for (; struck < kills && tries < 8 * kills; ++tries) {
            shell.edit({}, "city", u"City %1"_s.arg(tries));
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(Shell::key());
            process.setProcessEnvironment(environment);
            process.start(cliProgram(), QStringList{u"--workspace"_s, shell.path} + Shell::command());
            QVERIFY(process.waitForStarted());
            QTest::qWait(latest / 4 + random.bounded(latest));
            process.kill();
            QVERIFY(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }));
            const bool wasStruck = process.exitStatus() == QProcess::CrashExit;
            struck += wasStruck;
            latest = std::clamp(wasStruck ? latest * 4 / 3 : latest * 2 / 3, 20, 5000);
            const CliAnswer check = shell.run({u"check"_s});
            QVERIFY2(check.status == 0, check.err.constData());
        }
        QCOMPARE(struck, kills);
        for (int i = 0; i < 3; ++i) {
            const CliAnswer synced = shell.sync();
            QVERIFY2(synced.status == 0, synced.err.constData());
        }
        QCOMPARE(shell.run({u"outbox"_s}).out, QByteArray());
        QCOMPARE(shell.run({u"conflicts"_s}).out, QByteArray());
        const QList<Practice::Contact> there = shell.gateway->state().allContacts();
        QSet<QString> numbers;
        for (const Practice::Contact &contact : there)
            numbers.insert(contact.phoneNumber);
        QCOMPARE(there.size(), people);
        QCOMPARE(numbers.size(), people);
        QCOMPARE(shell.gateway->state().allLists().size(), 1);
        QCOMPARE(shell.gateway->state().members(shell.gateway->state().allLists().first().id).size(), people);
        QCOMPARE(shell.gateway->log().dangers(), QStringList());
        qInfo("%d of %d were struck", struck, tries);
    }
};

QTEST_GUILESS_MAIN(TestCliSync)
#include "tst_clisync.moc"
