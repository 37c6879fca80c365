// SPDX-License-Identifier: Apache-2.0
#include "account/accountlink.h"
#include "secrets/keychainsecrets.h"
#include "secrets/passphrasefile.h"
#include "store/recovery/openworkspace.h"
#include "tests/gateway/practicegateway.h"
#include "tests/support/awaited.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

constexpr char keyText[] = "canary-key-0123456789";

Credential credential(const char *text, Authentication authentication = Authentication::ApiKey)
{
    return *Credential::fromText(QString::fromLatin1(text), authentication);
}

/// A keyring that asks to be unlocked: it answers when somebody has done so.
class LateSecrets : public SecretStore
{
public:
    explicit LateSecrets(std::vector<std::shared_ptr<TaskPromise<Credential>>> &reads) : m_reads(reads) {}

    Task<void> probe(QObject *context) override { return Task<void>::finished(context, {}); }
    Task<Credential> read(QObject *context, const QString &) override
    {
        m_reads.push_back(std::make_shared<TaskPromise<Credential>>(context));
        return m_reads.back()->task();
    }
    Task<void> write(QObject *context, const QString &, const Credential &) override
    {
        return Task<void>::finished(context, {});
    }
    Task<void> remove(QObject *context, const QString &) override { return Task<void>::finished(context, {}); }

private:
    std::vector<std::shared_ptr<TaskPromise<Credential>>> &m_reads;
};

} // namespace

/// The account of a workspace from the first test of a key to the restart after it, against the practice gateway.
class TestAccount : public QObject
{
    Q_OBJECT

private:
    using State = AccountLink::State;

    /// One run of the program, as far as accounts are concerned.
    struct Desk {
        AddressBook book;
        AccountLink link;

        explicit Desk(const QString &path, const QString &practiceProgram = PracticeProcess::installedProgram())
            : book(*openWorkspace(path)),
              link(book, {[] { return ClientSurroundings::system(); },
                          std::make_unique<KeychainSecrets>(u"elenco-test"_s), practiceProgram})
        {
            link.open();
            if (!QTest::qWaitFor([this] { return link.state() != State::Opening; }, 20'000))
                qFatal("the account does not open");
        }
        bool comesTo(State state)
        {
            return QTest::qWaitFor([&] { return link.state() == state; }, 20'000);
        }
    };

    Account account() const
    {
        Account account;
        account.root = m_gateway->root();
        return account;
    }
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name) + u".elenco"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Practice::Gateway> m_gateway;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        Practice::Options options;
        options.key = keyText;
        options.user = u"anna"_s;
        options.password = u"pass word"_s;
        options.contacts = 30;
        options.lists = 2;
        m_gateway = Practice::Gateway::start(options);
        QVERIFY(m_gateway);
    }

    void testTellsWhatIsTheMatter()
    {
        Desk desk(path("test"));
        QCOMPARE(desk.link.state(), State::None);
        const auto outcome = [&](const Account &account, const Credential &key) {
            return kindOf(awaited(desk.link.test(&desk.link, account, key)));
        };
        QVERIFY(awaited(desk.link.test(&desk.link, account(), credential(keyText))));
        QCOMPARE(outcome(account(), credential("wrong")), ErrorKind::KeyRefused);
        Account basic = account();
        basic.authentication = Authentication::Basic;
        basic.user = u"anna"_s;
        QVERIFY(awaited(desk.link.test(&desk.link, basic, credential("pass word", Authentication::Basic))));
        QCOMPARE(outcome(basic, credential("wrong", Authentication::Basic)), ErrorKind::KeyRefused);
        m_gateway->failNext(u"*"_s, Practice::Fault::HtmlOk, 9); // whatever is asked, and however often
        QCOMPARE(outcome(account(), credential(keyText)), ErrorKind::NotTheGateway);
        m_gateway->clearScripts();
        m_gateway->failNext(u"*"_s, Practice::Fault::Forbidden, 9);
        QCOMPARE(outcome(account(), credential(keyText)), ErrorKind::NotAllowed);
        m_gateway->clearScripts();
        m_gateway->stop();
        QCOMPARE(outcome(account(), credential(keyText)), ErrorKind::ConnectionRefused);
        QVERIFY(m_gateway->resume());
        QVERIFY(awaited(desk.link.test(&desk.link, account(), credential(keyText))));
        // Nothing of this was kept.
        QCOMPARE(desk.link.state(), State::None);
        QVERIFY(!awaited(desk.book.account().read(&desk.link))->has_value());
    }

    void keyForTheSessionIsAskedForAgain()
    {
        {
            Desk desk(path("session"));
            QVERIFY(awaited(desk.link.use(&desk.link, account(), credential(keyText), SecretPlace::Session, {})));
            QCOMPARE(desk.link.state(), State::Ready);
            QVERIFY(desk.link.keyFor(account()));
            const auto page = awaited(desk.link.client()->contacts({}));
            QVERIFY(page);
            QCOMPARE(page->total, 30);
        }
        Desk again(path("session"));
        QCOMPARE(again.link.state(), State::NeedsKey);
        QCOMPARE(again.link.problem()->kind, ErrorKind::NotFound);
        QVERIFY(!again.link.client());
        again.link.setKey(credential(keyText));
        QVERIFY(again.comesTo(State::Ready));
        QVERIFY(awaited(again.link.client()->testConnection()));
    }

    void aKeyThatComesLateMeetsNoOtherAccount_data()
    {
        QTest::addColumn<bool>("isForgotten");
        QTest::newRow("another account") << false;
        QTest::newRow("forgotten") << true;
    }
    void aKeyThatComesLateMeetsNoOtherAccount()
    {
        QFETCH(bool, isForgotten);
        {
            Desk desk(path("late"));
            AccountRecord record = toRecord({account(), SecretPlace::Keychain, {}});
            Command<void> saving = desk.book.account().save(&desk.book, record);
            QTRY_VERIFY(!desk.book.commandsUnderWay());
        }
        std::vector<std::shared_ptr<TaskPromise<Credential>>> reads;
        Result<std::unique_ptr<Workspace>> workspace = openWorkspace(path("late"));
        QVERIFY(workspace);
        AddressBook book(std::move(*workspace));
        AccountLink link(book, {[] { return ClientSurroundings::system(); }, std::make_unique<LateSecrets>(reads), {}});
        link.open();
        QTRY_COMPARE(reads.size(), size_t{1}); // and the keyring waits for a person
        if (isForgotten) {
            QVERIFY(awaited(link.forget(&link)));
        } else {
            Account other = account();
            other.user = u"anna"_s;
            other.authentication = Authentication::Basic;
            QVERIFY(awaited(
                link.use(&link, other, credential("pass word", Authentication::Basic), SecretPlace::Session, {})));
        }
        QVERIFY(reads.front()->isStopRequested());
        reads.front()->finish(credential("key-of-the-account-before"));
        QCoreApplication::sendPostedEvents(); // the answer is delivered, if it is at all
        QCOMPARE(link.state(), isForgotten ? State::None : State::Ready);
        if (!isForgotten)
            QVERIFY(awaited(link.client()->testConnection())); // with its own key
    }

    void keyInAFileNeedsItsPassphrase()
    {
        const Credential passphrase = credential("correct-horse");
        {
            Desk desk(path("file"));
            QVERIFY(awaited(
                desk.link.use(&desk.link, account(), credential(keyText), SecretPlace::PassphraseFile, passphrase)));
        }
        Desk again(path("file"));
        QCOMPARE(again.link.state(), State::NeedsPassphrase);
        again.link.unlock(credential("battery-staple"));
        QVERIFY(QTest::qWaitFor([&] { return again.link.problem().has_value(); }, 20'000));
        QCOMPARE(again.link.state(), State::NeedsPassphrase);
        QCOMPARE(again.link.problem()->kind, ErrorKind::WrongPassphrase);
        again.link.unlock(passphrase);
        QVERIFY(again.comesTo(State::Ready));
        QVERIFY(awaited(again.link.client()->testConnection()));
    }

    void accountWhoseKeyCantBeKeptIsNotTaken()
    {
        Desk desk(path("unkept"));
        QCOMPARE(kindOf(awaited(desk.link.use(&desk.link, account(), credential(keyText), SecretPlace::Keychain, {}))),
                 ErrorKind::SecretsUnavailable);
        QCOMPARE(desk.link.state(), State::None);
        QVERIFY(!awaited(desk.book.account().read(&desk.link))->has_value());
    }

    void whatTheAccountCanDoIsRemembered()
    {
        {
            Desk desk(path("can"));
            QVERIFY(awaited(desk.link.use(&desk.link, account(), credential(keyText), SecretPlace::Session, {})));
            // Asked by itself, once.
            QVERIFY(QTest::qWaitFor([&] { return desk.link.account()->capabilities.probed; }, 20'000));
        }
        const auto before = m_gateway->log().count();
        Desk again(path("can"));
        again.link.setKey(credential(keyText));
        QVERIFY(again.comesTo(State::Ready));
        QVERIFY(again.link.client()->capabilities().probed);
        QTest::qWait(50);
        QCOMPARE(m_gateway->log().count(), before);
    }

    void forgottenAccountIsGone()
    {
        const QString file = path("forgotten");
        {
            Desk desk(file);
            const Credential passphrase = credential("correct-horse");
            QVERIFY(awaited(
                desk.link.use(&desk.link, account(), credential(keyText), SecretPlace::PassphraseFile, passphrase)));
            QVERIFY(awaited(desk.link.forget(&desk.link)));
            QCOMPARE(desk.link.state(), State::None);
            QVERIFY(!desk.link.client());
        }
        Desk again(file);
        QCOMPARE(again.link.state(), State::None);
        PassphraseFile keys(passphraseFilePath(file), credential("correct-horse"));
        QVERIFY(keys.read());
        QVERIFY(keys.read()->empty());
    }

    void practiceNeedsNoAccountAndKeepsItsState()
    {
        const QString file = path("practice");
        RemoteId made;
        {
            Desk desk(file);
            QVERIFY(awaited(desk.link.usePractice(&desk.link)));
            QVERIFY(desk.comesTo(State::Ready));
            QVERIFY(desk.link.account()->account.practice);
            QVERIFY(isLoopback(desk.link.account()->account.root));
            QCOMPARE(awaited(desk.link.client()->contacts({}))->total, 5000);
            ListChange list;
            list.name = u"Made while practising"_s;
            const auto created = awaited(desk.link.client()->createList(list));
            QVERIFY(created);
            made = created->id;
        }
        Desk again(file);
        QVERIFY(again.comesTo(State::Ready));
        QVERIFY(again.link.account()->account.practice);
        QCOMPARE(awaited(again.link.client()->list(made))->name, u"Made while practising"_s);
        QVERIFY(awaited(again.link.forget(&again.link)));
        QCOMPARE(again.link.state(), State::None);
    }

    void practiceThatIsNotInstalledIsSaid()
    {
        Desk desk(path("missing"), m_folder->filePath(u"nowhere"_s));
        QVERIFY(awaited(desk.link.usePractice(&desk.link)));
        QVERIFY(desk.comesTo(State::Failed));
        QCOMPARE(desk.link.problem()->kind, ErrorKind::NotFound);
    }

    void noFileHoldsAKey()
    {
        const QString file = path("wiretap");
        {
            Desk desk(file);
            for (const SecretPlace place : {SecretPlace::Session, SecretPlace::PassphraseFile})
                QVERIFY(awaited(
                    desk.link.use(&desk.link, account(), credential(keyText), place, credential("correct-horse"))));
            QVERIFY(awaited(desk.link.client()->probe()));
        }
        int files = 0;
        for (const QString &folder :
             {m_folder->path(), qEnvironmentVariable("XDG_CONFIG_HOME"), qEnvironmentVariable("XDG_DATA_HOME")}) {
            QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (all.hasNext()) {
                QFile each(all.next());
                QVERIFY(each.open(QIODevice::ReadOnly));
                const QByteArray content = each.readAll();
                for (const char *secret : {keyText, "correct-horse"})
                    QVERIFY2(!content.contains(secret), qPrintable(each.fileName()));
                ++files;
            }
        }
        QVERIFY(files >= 2); // the workspace and the file of keys at least
    }
};

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
