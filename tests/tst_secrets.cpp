// SPDX-License-Identifier: Apache-2.0
#include "secrets/keychainsecrets.h"
#include "secrets/passphrasesecrets.h"
#include "secrets/passphrasestrength.h"
#include "secrets/sessionsecrets.h"
#include "tests/support/awaited.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

const QString home = u"https://gateway.example/api"_s;
const QString office = u"anna@https://gateway.example/api"_s;
constexpr char canary[] = "secret-4711-canary";

Credential credential(const char *text)
{
    return *Credential::fromText(QString::fromUtf8(text), Authentication::Basic);
}

std::string secretOf(const Result<Credential> &read)
{
    return read ? read->secret() : "error: " + read.error().text().toStdString();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Where keys are kept: each place keeps, replaces and forgets; none loses or shows one.
class TestSecrets : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QObject m_context;

    /// What every place must do, in the same words.
    void keepsReplacesForgets(SecretStore &store)
    {
        QVERIFY(awaited(store.probe(&m_context)));
        QCOMPARE(kindOf(awaited(store.read(&m_context, home))), ErrorKind::NotFound);
        QVERIFY(awaited(store.write(&m_context, home, credential(canary))));
        QVERIFY(awaited(store.write(&m_context, office, credential("pass word è"))));
        QCOMPARE(secretOf(awaited(store.read(&m_context, home))), std::string(canary));
        QVERIFY(awaited(store.write(&m_context, home, credential("another"))));
        QCOMPARE(secretOf(awaited(store.read(&m_context, home))), std::string("another"));
        QCOMPARE(secretOf(awaited(store.read(&m_context, office))), std::string("pass word è"));
        QVERIFY(awaited(store.remove(&m_context, home)));
        QVERIFY(awaited(store.remove(&m_context, home)));
        QCOMPARE(kindOf(awaited(store.read(&m_context, home))), ErrorKind::NotFound);
        QCOMPARE(secretOf(awaited(store.read(&m_context, office))), std::string("pass word è"));
        QVERIFY(awaited(store.remove(&m_context, office)));
    }

private Q_SLOTS:
    void session()
    {
        SessionSecrets store;
        keepsReplacesForgets(store);
    }

    void passphraseFile()
    {
        PassphraseSecrets store(m_folder.filePath(u"keys"_s), credential("correct horse"));
        keepsReplacesForgets(store);
    }

    void keychain()
    {
        KeychainSecrets store(u"elenco-test"_s);
        if (qEnvironmentVariableIsSet("ELENCO_TEST_KEYRING"))
            return keepsReplacesForgets(store);
        // Without a keyring nothing is kept, nothing is believed to be missing, and nothing waits for long.
        QCOMPARE(kindOf(awaited(store.probe(&m_context))), ErrorKind::SecretsUnavailable);
        QCOMPARE(kindOf(awaited(store.read(&m_context, home))), ErrorKind::SecretsUnavailable);
        QCOMPARE(kindOf(awaited(store.write(&m_context, home, credential(canary)))), ErrorKind::SecretsUnavailable);
    }

    void fileSurvivesRestartAndShowsNothing()
    {
        const QString path = m_folder.filePath(u"restart.keys"_s);
        {
            PassphraseSecrets store(path, credential("correct horse"));
            QVERIFY(awaited(store.write(&m_context, home, credential(canary))));
        }
        QVERIFY(!contentOf(path).contains(canary));
        QVERIFY(!contentOf(path).contains("correct horse"));
        QVERIFY(!contentOf(path).contains("gateway.example"));
#ifndef Q_OS_WIN
        QCOMPARE(QFile::permissions(path) &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
#endif
        PassphraseSecrets again(path, credential("correct horse"));
        QCOMPARE(secretOf(awaited(again.read(&m_context, home))), std::string(canary));
    }

    void sameSecretIsNeverSealedTheSameWayTwice()
    {
        const QString path = m_folder.filePath(u"twice.keys"_s);
        PassphraseSecrets store(path, credential("correct horse"));
        QVERIFY(awaited(store.write(&m_context, home, credential(canary))));
        const QByteArray first = contentOf(path);
        QVERIFY(awaited(store.write(&m_context, home, credential(canary))));
        QVERIFY(contentOf(path) != first);
    }

    void wrongPassphraseChangesNothing()
    {
        const QString path = m_folder.filePath(u"wrong.keys"_s);
        PassphraseSecrets store(path, credential("correct horse"));
        QVERIFY(awaited(store.write(&m_context, home, credential(canary))));
        const QByteArray before = contentOf(path);
        PassphraseSecrets wrong(path, credential("battery staple"));
        QCOMPARE(kindOf(awaited(wrong.probe(&m_context))), ErrorKind::WrongPassphrase);
        QCOMPARE(kindOf(awaited(wrong.read(&m_context, home))), ErrorKind::WrongPassphrase);
        QCOMPARE(kindOf(awaited(wrong.write(&m_context, home, credential("x")))), ErrorKind::WrongPassphrase);
        QCOMPARE(kindOf(awaited(wrong.remove(&m_context, home))), ErrorKind::WrongPassphrase);
        QCOMPARE(contentOf(path), before);
    }

    void damagedFilesAreRefused_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("kept");
        QTest::newRow("empty") << -1 << 0;
        QTest::newRow("cut in the head") << -1 << 20;
        QTest::newRow("cut in the content") << -1 << 90;
        QTest::newRow("another kind") << 0 << -1;
        QTest::newRow("asks for much memory") << 22 << -1;
        QTest::newRow("salt") << 30 << -1;
        QTest::newRow("nonce") << 50 << -1;
        QTest::newRow("content") << 75 << -1;
    }
    void damagedFilesAreRefused()
    {
        QFETCH(int, at);
        QFETCH(int, kept);
        const QString path = m_folder.filePath(u"damaged.keys"_s);
        QFile::remove(path);
        {
            PassphraseSecrets store(path, credential("correct horse"));
            QVERIFY(awaited(store.write(&m_context, home, credential(canary))));
        }
        QByteArray content = contentOf(path);
        if (at >= 0)
            content[at] = char(content[at] ^ 0x55);
        if (kept >= 0)
            content.truncate(kept);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        PassphraseSecrets store(path, credential("correct horse"));
        const std::optional<ErrorKind> kind = kindOf(awaited(store.write(&m_context, office, credential("x"))));
        QVERIFY(kind == ErrorKind::NotRecognised || kind == ErrorKind::WrongPassphrase);
        QCOMPARE(contentOf(path), content);
    }

    void passphrasesAreJudged_data()
    {
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<PassphraseStrength>("strength");
        QTest::newRow("nothing") << QString() << PassphraseStrength::TooShort;
        QTest::newRow("abc") << u"abc"_s << PassphraseStrength::TooShort;
        QTest::newRow("blanks") << u"  abc       "_s << PassphraseStrength::TooShort;
        QTest::newRow("one character") << u"aaaaaaaaaaaaaaaa"_s << PassphraseStrength::Weak;
        QTest::newRow("along the keys") << u"1234567890123"_s << PassphraseStrength::Weak;
        QTest::newRow("a word") << u"password"_s << PassphraseStrength::Weak;
        QTest::newRow("two words") << u"correct horse"_s << PassphraseStrength::Fair;
        QTest::newRow("mixed") << u"x9;Kq2!vRd7#"_s << PassphraseStrength::Strong;
        QTest::newRow("four words") << u"correct horse battery staple"_s << PassphraseStrength::Strong;
    }
    void passphrasesAreJudged()
    {
        QFETCH(QString, passphrase);
        QFETCH(PassphraseStrength, strength);
        QCOMPARE(strengthOf(passphrase), strength);
    }

    void fileThatCantBeWrittenIsSaid()
    {
        PassphraseSecrets store(m_folder.filePath(u"no/such/folder/keys"_s), credential("correct horse"));
        QCOMPARE(kindOf(awaited(store.write(&m_context, home, credential(canary)))), ErrorKind::WriteFailed);
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
