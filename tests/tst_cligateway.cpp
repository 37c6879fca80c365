// SPDX-License-Identifier: Apache-2.0
#include "account/savedaccount.h"
#include "store/database/workspace.h"
#include "store/recovery/openworkspace.h"
#include "tests/gateway/practicegateway.h"
#include "tests/support/cliprocess.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

constexpr char keyText[] = "canary-key-0123456789";

} // namespace

/// `elenco-cli gateway …` as it is typed, against every dialect of the practice gateway.
class TestCliGateway : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Practice::Gateway> m_gateway;

    void start(Practice::Options options = {})
    {
        options.key = keyText;
        options.contacts = 230;
        options.lists = 3;
        m_gateway.reset();
        m_gateway = Practice::Gateway::start(options);
        QVERIFY(m_gateway);
    }

    CliAnswer run(const QStringList &arguments, QProcessEnvironment more = {})
    {
        more.insert(u"THE_KEY"_s, QString::fromLatin1(keyText));
        return runCli(QStringList{u"--workspace"_s, m_folder.filePath(u"w.elenco"_s), u"gateway"_s} + arguments, more);
    }
    QStringList target(const QString &keyFrom = u"env:THE_KEY"_s) const
    {
        return {u"--gateway"_s, m_gateway->root().toString(), u"--key-from"_s, keyFrom};
    }

private Q_SLOTS:
    void everyDialectIsShownAlike_data()
    {
        QTest::addColumn<Practice::Dialect>("dialect");
        QTest::newRow("reference") << Practice::Dialect::Reference;
        QTest::newRow("uc007") << Practice::Dialect::Uc007;
        QTest::newRow("uc020") << Practice::Dialect::Uc020;
        QTest::newRow("uc023") << Practice::Dialect::Uc023;
    }
    void everyDialectIsShownAlike()
    {
        QFETCH(Practice::Dialect, dialect);
        Practice::Options options;
        options.dialect = dialect;
        start(options);
        const CliAnswer test = run(QStringList{u"test"_s} + target());
        QVERIFY2(test.status == 0, test.err.constData());

        const CliAnswer contacts = run(QStringList{u"contacts"_s, u"--json"_s} + target());
        QVERIFY2(contacts.status == 0, contacts.err.constData());
        QSet<QString> numbers;
        for (const QJsonObject &contact : contacts.objects())
            numbers.insert(contact.value("phoneNumber"_L1).toString());
        QSet<QString> there;
        for (const Practice::Contact &contact : m_gateway->state().allContacts())
            there.insert(contact.phoneNumber);
        QCOMPARE(numbers, there);
        QCOMPARE(contacts.objects().size(), 230);

        const CliAnswer lists = run(QStringList{u"lists"_s, u"--json"_s} + target());
        QVERIFY2(lists.status == 0, lists.err.constData());
        QCOMPARE(lists.objects().size(), 3);
        const QString list = lists.objects().first().value("id"_L1).toString();
        const CliAnswer members = run(QStringList{u"contacts"_s, u"--list"_s, list, u"--json"_s} + target());
        QCOMPARE(members.objects().size(), m_gateway->state().members(m_gateway->listIdOf(list)).size());
        // A list that holds this contact, by the gateway's own answer.
        const QString member = members.objects().first().value("id"_L1).toString();
        const CliAnswer holding = run(QStringList{u"lists"_s, u"--contact"_s, member, u"--json"_s} + target());
        QVERIFY2(holding.status == 0, holding.err.constData());
        QVERIFY(!holding.objects().isEmpty());

        const CliAnswer quota = run(QStringList{u"quota"_s, u"--json"_s} + target());
        QVERIFY2(quota.status == 0, quota.err.constData());
        QCOMPARE(quota.objects().first().value("used"_L1).toInt(), 230);
        const CliAnswer campaigns = run(QStringList{u"campaigns"_s, u"--json"_s} + target());
        QVERIFY2(campaigns.status == 0, campaigns.err.constData());
        QVERIFY(!campaigns.objects().isEmpty());
        QCOMPARE(m_gateway->log().dangers(), QStringList());
    }

    // What a person with an account can send to somebody without one: forms and no contents.
    void anAccountIsDescribed_data() { everyDialectIsShownAlike_data(); }
    void anAccountIsDescribed()
    {
        QFETCH(Practice::Dialect, dialect);
        Practice::Options options;
        options.dialect = dialect;
        options.strict = true;
        start(options);
        Practice::Contact secret;
        secret.firstName = u"Quirina"_s;
        secret.lastName = u"Zapotec"_s;
        secret.phoneNumber = u"+393471234567"_s;
        secret.email = u"quirina@example.org"_s;
        secret.customFields = {{u"shoeSize"_s, 42}};
        secret.extra = {{u"loyalty"_s, 3}};
        m_gateway->state().addContact(secret);
        const CliAnswer answer = run(QStringList{u"describe"_s, u"--json"_s} + target());
        QVERIFY2(answer.status == 0, answer.err.constData());
        const QJsonObject description = answer.objects().first();
        QJsonObject calls;
        for (const QJsonValue &call : description.value("calls"_L1).toArray())
            calls.insert(call.toObject().value("call"_L1).toString(), call);
        const auto at = [&](const QString &path) {
            return calls.value(u"GET /partner-gateway/v1"_s + path).toObject();
        };
        QCOMPARE(at(u"/contacts"_s).value("status"_L1).toInt(), 200);
        const QJsonObject shape = at(u"/contacts"_s).value("shape"_L1).toObject();
        const QJsonArray rows =
            shape
                .value(dialect == Practice::Dialect::Uc020 || dialect == Practice::Dialect::Uc023 ? "contacts"_L1
                                                                                                  : "content"_L1)
                .toArray();
        QVERIFY(rows.first().toObject().contains("phoneNumber"_L1));
        QCOMPARE(at(u"/contacts?elencoUnknownParameter"_s).value("status"_L1).toInt(), 400);
        QCOMPARE(at(u"/contacts/list"_s).value("status"_L1).toInt(), 200);
        QVERIFY(description.value("known"_L1).toObject().contains("paging"_L1));
        for (const char *word : {"Quirina", "Zapotec", "393471234567", "quirina", "shoeSize", keyText, "Newsletter"})
            QVERIFY2(!answer.out.contains(word), word);
        for (const Practice::LoggedRequest &request : m_gateway->log().entries())
            QCOMPARE(request.method, QByteArray("GET"));
        const CliAnswer words = run(QStringList{u"describe"_s} + target());
        QCOMPARE(words.status, 0);
        QVERIFY(words.out.contains("\n"));
    }

    void filesAreOrderedAndFetched_data() { everyDialectIsShownAlike_data(); }
    void filesAreOrderedAndFetched()
    {
        QFETCH(Practice::Dialect, dialect);
        Practice::Options options;
        options.dialect = dialect;
        options.exportPolls = 1;
        start(options);
        const QString path = m_folder.filePath(u"people.csv"_s);
        const QString list = m_gateway->listIdText(1);
        const CliAnswer some = run(QStringList{u"export"_s, path, u"--list"_s, list} + target());
        QVERIFY2(some.status == 0, some.err.constData());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\r\n"), m_gateway->state().members(1).size() + 1);
        const CliAnswer all = run(QStringList{u"export"_s, path, u"--json"_s} + target());
        QVERIFY2(all.status == 0, all.err.constData());
        QVERIFY(all.objects().first().value("bytes"_L1).toInt() > 10'000);
        QCOMPARE(m_gateway->log().dangers(), QStringList()); // the key went to no download
        QCOMPARE(run(QStringList{u"export"_s} + target()).status, 2);
        const CliAnswer subscription = run(QStringList{u"subscription"_s, u"--json"_s} + target());
        QVERIFY2(subscription.status == 0, subscription.err.constData());
        QCOMPARE(subscription.objects().first().value("status"_L1).toString(), u"ACTIVE"_s);
        const CliAnswer credit = run(QStringList{u"credit"_s} + target());
        QVERIFY2(credit.status == 0 && credit.out.startsWith("250"), credit.out.constData());
    }

    void failuresAreOneSentence()
    {
        start();
        const auto refused = [&](const QStringList &arguments, const char *words) {
            const CliAnswer answer = run(arguments);
            return answer.status == 1 && answer.out.isEmpty() && answer.err.contains(words) &&
                   answer.err.count('\n') == 1;
        };
        QFile wrong(m_folder.filePath(u"wrong.key"_s));
        QVERIFY(wrong.open(QIODevice::WriteOnly) && wrong.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        wrong.write("not the key\n");
        wrong.close();
        QVERIFY(refused(QStringList{u"test"_s} + target(u"env:NO_SUCH_VARIABLE"_s), "no such variable"));
        QVERIFY(refused(QStringList{u"test"_s} + target(u"file:/no/such/file"_s), "was not found"));
        QVERIFY(refused(QStringList{u"test"_s} + target(u"keychain"_s), "keyring"));
        QVERIFY(refused(QStringList{u"test"_s} + target(u"elsewhere"_s), "env:NAME"));
        QVERIFY(refused({u"test"_s, u"--gateway"_s, u"http://gateway.example/api"_s, u"--key-from"_s, u"env:THE_KEY"_s},
                        "unprotected"));
        QVERIFY(refused({u"test"_s, u"--gateway"_s, m_gateway->root().toString()}, "--key-from"));
        m_gateway->stop();
        QVERIFY(refused(QStringList{u"test"_s} + target(), "nothing answers"));
    }

    void keysComeFromFilesAndNeverFromArguments()
    {
        start();
        QFile file(m_folder.filePath(u"right.key"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        file.write(QByteArray(keyText) + '\n');
        file.close();
        const CliAnswer answer = run(QStringList{u"test"_s} + target(u"file:"_s + file.fileName()));
        QCOMPARE(answer.status, 0);
        QVERIFY(!answer.out.contains(keyText));
#ifndef Q_OS_WIN
        QVERIFY(answer.err.isEmpty());
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ReadOther));
        QVERIFY(run(QStringList{u"test"_s} + target(u"file:"_s + file.fileName())).err.contains("other users"));
#endif
        const CliAnswer traced =
            run(QStringList{u"contacts"_s, u"--search"_s, u"+393202104732"_s, u"--trace"_s} + target());
        QVERIFY2(traced.err.contains("GET /partner-gateway/v1/contacts 200"), traced.err.constData());
        QVERIFY2(!traced.err.contains(keyText) && !traced.err.contains("3202104732"), traced.err.constData());
        QCOMPARE(run({u"test"_s, u"--gateway"_s, m_gateway->root().toString(), u"--key"_s, u"x"_s}).status, 2);
    }

    void accountOfTheWorkspaceIsUsed()
    {
        start();
        QCOMPARE(run({u"test"_s}).status, 1); // no workspace at all
        {
            const auto workspace = openWorkspace(m_folder.filePath(u"w.elenco"_s));
            QVERIFY(workspace);
            SavedAccount saved;
            saved.account.root = m_gateway->root();
            saved.place = SecretPlace::Session;
            QVERIFY(saveAccountRecord(**workspace, toRecord(saved)));
        }
        const CliAnswer keyless = run({u"test"_s});
        QCOMPARE(keyless.status, 1);
        QVERIFY2(keyless.err.contains("--key-from"), keyless.err.constData());
        QCOMPARE(run({u"test"_s, u"--key-from"_s, u"env:THE_KEY"_s}).status, 0);
    }

    void practiceAccountStartsItsGateway()
    {
        {
            const auto workspace = openWorkspace(m_folder.filePath(u"w.elenco"_s));
            QVERIFY(workspace);
            SavedAccount saved;
            saved.account.practice = true;
            saved.place = SecretPlace::Session;
            QVERIFY(saveAccountRecord(**workspace, toRecord(saved)));
        }
        const CliAnswer quota = run({u"quota"_s, u"--json"_s});
        QVERIFY2(quota.status == 0, quota.err.constData());
        QCOMPARE(quota.objects().first().value("used"_L1).toInt(), 5000);
        const CliAnswer test = run({u"test"_s, u"--json"_s});
        QCOMPARE(test.objects().first().value("practice"_L1).toBool(), true);
    }
};

QTEST_GUILESS_MAIN(TestCliGateway)
#include "tst_cligateway.moc"
