// SPDX-License-Identifier: Apache-2.0
#include "tests/support/openaddressbook.h"
#include "secrets/keychainsecrets.h"
#include "store/recovery/openworkspace.h"
#include "tests/gateway/practicegateway.h"
#include "tests/support/scriptedprompts.h"
#include "ui/account/accountdesk.h"
#include "ui/account/accountdialog.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice.h"
#include "ui/window/statusline.h"
#include "ui/workspace/practicebar.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

/// The window with its account, as the program puts them together.
struct Desk {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    Theme theme{*qApp, Appearance::Light};
    ScriptedPrompts prompts;
    OpenAddressBook book{*openWorkspace(folder.filePath(u"book.elenco"_s))};
    AccountLink link{book,
                     {[] { return ClientSurroundings::system(); }, std::make_unique<KeychainSecrets>(u"elenco-test"_s),
                      PracticeProcess::installedProgram()}};
    MainWindow window{book, prompts, theme, settings};
    AccountDesk desk;

    explicit Desk(bool isPracticeBook = false) : desk(book, link, prompts, window, isPracticeBook)
    {
        link.open();
        if (!QTest::qWaitFor([this] { return link.state() == AccountLink::State::None; }))
            qFatal("the account does not open");
        window.show();
    }

    AccountDialog &dialog()
    {
        if (!desk.dialog())
            window.actions().action(ActionId::ShowAccount)->trigger();
        return *desk.dialog();
    }
    template <typename Widget>
    Widget *shown(int index)
    {
        QList<Widget *> visible;
        for (Widget *widget : dialog().template findChildren<Widget *>())
            if (widget->isVisible())
                visible.append(widget);
        return visible.value(index);
    }
    QPushButton *button(const char *text)
    {
        for (QPushButton *button : dialog().findChildren<QPushButton *>())
            if (button->text().remove(u'&').startsWith(QString::fromLatin1(text)))
                return button;
        return nullptr;
    }
    void choose(int box, const char *text)
    {
        QComboBox *combo = shown<QComboBox>(box);
        combo->setCurrentIndex(combo->findText(QString::fromUtf8(text)));
    }
    void type(int field, const QString &text)
    {
        QLineEdit *edit = shown<QLineEdit>(field);
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    Notice &notice() { return *dialog().findChild<Notice *>(); }
    bool says(Tone tone)
    {
        return QTest::qWaitFor([&] { return notice().isVisible() && notice().tone() == tone; }, 20'000);
    }
    bool closes()
    {
        return QTest::qWaitFor([this] { return !desk.dialog(); }, 20'000);
    }
};

} // namespace

/// The account dialog as a person uses it, against the practice gateway.
class TestAccountDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Practice::Gateway> m_gateway;

private Q_SLOTS:
    void init()
    {
        Practice::Options options;
        options.key = "stranger";
        options.user = u"anna"_s;
        options.password = u"password"_s;
        m_gateway = Practice::Gateway::start(options);
        QVERIFY(m_gateway);
    }

    void testSucceedsFailsAndExplains()
    {
        Desk desk;
        QVERIFY(!desk.dialog().findChild<Notice *>()->isVisible());
        QVERIFY(!desk.button("Test connection")->isEnabled()); // there is no key yet
        desk.type(0, m_gateway->root().toString());
        desk.type(1, u"stranger"_s);
        QTest::mouseClick(desk.button("Test connection"), Qt::LeftButton);
        QVERIFY(desk.says(Tone::Ok));
        desk.type(1, u"wrong"_s);
        QVERIFY(!desk.notice().isVisible()); // it was about another key
        QTest::mouseClick(desk.button("Test connection"), Qt::LeftButton);
        QVERIFY(desk.says(Tone::Bad));
        QVERIFY2(desk.notice().text().contains("refused the key"_L1), qPrintable(desk.notice().text()));
        m_gateway->stop();
        desk.type(1, u"stranger"_s);
        QTest::mouseClick(desk.button("Test connection"), Qt::LeftButton);
        QVERIFY(desk.says(Tone::Bad));
        QVERIFY2(desk.notice().text().contains("nothing answers"_L1), qPrintable(desk.notice().text()));
        // Testing keeps nothing.
        QVERIFY(!desk.link.account());
    }

    void addressThatWouldShowTheKeyIsRefused()
    {
        Desk desk;
        desk.type(0, u"http://gateway.example/api"_s);
        desk.type(1, u"stranger"_s);
        QTest::mouseClick(desk.button("Use this account"), Qt::LeftButton);
        QVERIFY(desk.says(Tone::Bad));
        QVERIFY2(desk.notice().text().contains("unprotected"_L1), qPrintable(desk.notice().text()));
        QVERIFY(!desk.link.account());
    }

    void accountIsTakenForTheSession()
    {
        Desk desk;
        desk.type(0, m_gateway->root().toString());
        desk.type(1, u"stranger"_s);
        QTest::mouseClick(desk.button("Use this account"), Qt::LeftButton);
        // There is no keyring here: that is said, and nothing is taken.
        QVERIFY(desk.says(Tone::Bad));
        QVERIFY(!desk.link.account());
        desk.choose(2, "For this session only");
        QTest::mouseClick(desk.button("Use this account"), Qt::LeftButton);
        QVERIFY(desk.closes());
        QCOMPARE(desk.link.state(), AccountLink::State::Ready);
        QCOMPARE(desk.window.status().state(), u"127.0.0.1"_s);
        QVERIFY(!desk.window.windowTitle().contains("practice"_L1));
        // Opened again, it knows that it has the key, and can test and save without it being typed.
        QVERIFY(desk.shown<QLineEdit>(1)->text().isEmpty());
        QVERIFY(!desk.shown<QLineEdit>(1)->placeholderText().isEmpty());
        QTest::mouseClick(desk.button("Test connection"), Qt::LeftButton);
        QVERIFY(desk.says(Tone::Ok));
        // Another address is another account: the key does not go there.
        desk.type(0, u"https://gateway.example/api"_s);
        QVERIFY(!desk.button("Test connection")->isEnabled());
    }

    // What would be refused is not taken, and the keyboard stays where the key is to be typed.
    void enterUsesTheAccountThatAnswers()
    {
        Desk desk;
        desk.type(0, m_gateway->root().toString());
        desk.choose(2, "For this session only");
        desk.shown<QLineEdit>(1)->setFocus();
        desk.type(1, u"wrong"_s);
        for (int i = 0; i < 2; ++i) {
            QTest::keyClick(desk.shown<QLineEdit>(1), Qt::Key_Return);
            QVERIFY(desk.says(Tone::Bad));
            QVERIFY2(desk.notice().text().contains("refused the key"_L1), qPrintable(desk.notice().text()));
            QCOMPARE(desk.dialog().focusWidget(), desk.shown<QLineEdit>(1));
            QVERIFY(!desk.link.account());
        }
        desk.type(1, u"stranger"_s);
        QTest::keyClick(desk.shown<QLineEdit>(1), Qt::Key_Return);
        QVERIFY(desk.closes());
        QCOMPARE(desk.link.state(), AccountLink::State::Ready);
    }

    // Without a network nobody can say whether the account is right: a person may, by pressing again.
    void anAccountThatCantBeAskedIsTakenUntested()
    {
        Desk desk;
        desk.type(0, m_gateway->root().toString());
        m_gateway->stop();
        desk.type(1, u"stranger"_s);
        desk.choose(2, "For this session only");
        QTest::mouseClick(desk.button("Use this account"), Qt::LeftButton);
        QVERIFY(desk.says(Tone::Bad));
        QVERIFY(!desk.link.account());
        QVERIFY(desk.button("Use it untested"));
        desk.type(1, u"stranger2"_s); // another one is asked about again
        QVERIFY(desk.button("Use this account"));
        QTest::mouseClick(desk.button("Use this account"), Qt::LeftButton);
        QVERIFY(desk.says(Tone::Bad));
        QTest::mouseClick(desk.button("Use it untested"), Qt::LeftButton);
        QVERIFY(desk.closes());
        QCOMPARE(desk.link.state(), AccountLink::State::Ready);
    }

    // Refused while syncing: whoever is sent here reads why.
    void aRefusalIsSaidWhereTheKeyIsTyped()
    {
        Desk desk;
        desk.type(0, m_gateway->root().toString());
        desk.type(1, u"stranger"_s);
        desk.choose(2, "For this session only");
        QTest::mouseClick(desk.button("Use this account"), Qt::LeftButton);
        QVERIFY(desk.closes());
        desk.link.noteRefusal(Error{ErrorKind::KeyRefused, u"127.0.0.1"_s, {}});
        QVERIFY2(desk.dialog().findChild<Notice *>()->text().contains("refused the key"_L1),
                 qPrintable(desk.notice().text()));
        QCOMPARE(desk.dialog().focusWidget(), desk.shown<QLineEdit>(1));
    }

    void userAndPassword()
    {
        Desk desk;
        desk.choose(0, "User and password");
        desk.type(0, m_gateway->root().toString());
        desk.type(2, u"password"_s);
        QTest::mouseClick(desk.button("Test connection"), Qt::LeftButton);
        QVERIFY(desk.says(Tone::Bad)); // who?
        desk.type(1, u"anna"_s);
        QTest::mouseClick(desk.button("Test connection"), Qt::LeftButton);
        QVERIFY(desk.says(Tone::Ok));
    }

    void passphraseLocksAndUnlocks()
    {
        Desk desk;
        desk.type(0, m_gateway->root().toString());
        desk.type(1, u"stranger"_s);
        desk.choose(2, "In a file that a passphrase opens");
        QTest::mouseClick(desk.button("Use this account"), Qt::LeftButton);
        QVERIFY(desk.says(Tone::Bad)); // without a passphrase
        desk.type(2, u"abc"_s);
        QTest::keyClick(desk.shown<QLineEdit>(2), Qt::Key_Return);
        QVERIFY(desk.says(Tone::Bad));
        QVERIFY2(desk.notice().text().contains("too short"_L1), qPrintable(desk.notice().text()));
        desk.type(2, u"correct horse"_s);
        QTest::keyClick(desk.shown<QLineEdit>(2), Qt::Key_Return);
        QVERIFY(desk.says(Tone::Bad)); // nobody sees what was typed: once is not enough
        QCOMPARE(desk.dialog().focusWidget(), desk.shown<QLineEdit>(3));
        desk.type(3, u"correct house"_s);
        QTest::keyClick(desk.shown<QLineEdit>(3), Qt::Key_Return);
        QVERIFY(desk.says(Tone::Bad));
        QVERIFY(!desk.link.account());
        desk.type(3, u"correct horse"_s);
        QTest::keyClick(desk.shown<QLineEdit>(3), Qt::Key_Return);
        QVERIFY(desk.closes());
        AccountLink again(desk.book, {[] { return ClientSurroundings::system(); },
                                      std::make_unique<KeychainSecrets>(u"elenco-test"_s), QString()});
        again.open();
        QVERIFY(QTest::qWaitFor([&] { return again.state() == AccountLink::State::NeedsPassphrase; }));
        auto *dialog = new AccountDialog(again, desk.prompts, &desk.window);
        const QPointer<AccountDialog> open(dialog);
        dialog->show();
        QLineEdit *passphrase = nullptr;
        for (QLineEdit *edit : dialog->findChildren<QLineEdit *>())
            if (edit->isVisible())
                passphrase = edit;
        QPushButton *unlock = nullptr;
        for (QPushButton *button : dialog->findChildren<QPushButton *>())
            if (button->text() == "Unlock"_L1)
                unlock = button;
        QVERIFY(passphrase && unlock);
        QCOMPARE(dialog->focusWidget(), passphrase);
        auto *notice = dialog->findChild<Notice *>();
        QSignalSpy accepted(dialog, &QDialog::accepted);
        for (const QString &wrong : {u"wrong"_s, u"wrong again"_s}) {
            passphrase->selectAll();
            QTest::keyClicks(passphrase, wrong);
            QTest::keyClick(passphrase, Qt::Key_Return);
            QVERIFY(QTest::qWaitFor([&] { return unlock->isEnabled() && notice->tone() == Tone::Bad; }, 20'000));
            QCOMPARE(dialog->focusWidget(), passphrase);
        }
        passphrase->selectAll();
        QTest::keyClicks(passphrase, u"correct horse"_s);
        QTest::mouseClick(unlock, Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return !open; }, 20'000));
        QCOMPARE(again.state(), AccountLink::State::Ready);
        QCOMPARE(accepted.size(), 1); // however often it was tried
    }

    // Trying never brings invented people among one's own: it is asked for elsewhere, and this book stays as it is.
    void practiceIsNeverHere()
    {
        Desk desk;
        QSignalSpy wanted(&desk.desk, &AccountDesk::practiceRequested);
        QTest::mouseClick(desk.button("Try it without"), Qt::LeftButton);
        QVERIFY(desk.closes());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(desk.link.state(), AccountLink::State::None);
        QVERIFY(!desk.link.account());
        QVERIFY(!desk.window.findChild<PracticeBar *>()->isVisible());
    }

    void thePracticeBookSaysSoEverywhere()
    {
        Desk desk(true);
        const Task<void> practising = desk.link.usePractice(&desk.window);
        QVERIFY(QTest::qWaitFor([&] { return desk.link.state() == AccountLink::State::Ready; }, 20'000));
        QVERIFY(desk.window.windowTitle().contains("practice"_L1));
        QCOMPARE(desk.window.status().state(), u"Practice gateway"_s);
        QVERIFY(desk.window.findChild<PracticeBar *>()->isVisible());
        // No real account is ever in step with invented people.
        QCOMPARE(desk.dialog().findChild<Notice *>()->tone(), Tone::Violet);
        QVERIFY(!desk.shown<QLineEdit>(0)->isEnabled());
        QVERIFY(!desk.button("Use this account")->isEnabled());
        QSignalSpy ended(&desk.desk, &AccountDesk::practiceEndRequested);
        desk.prompts.willAnswer(true);
        QTest::mouseClick(desk.button("Stop practising"), Qt::LeftButton);
        QVERIFY(desk.closes());
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(desk.prompts.isFulfilled());
    }

    // An address book into which an earlier version had let the practice gateway: its own people stay.
    void aMixedBookIsSeparated()
    {
        Desk desk;
        const Command<ContactId> made = desk.book.contacts().create(
            &desk.window, {{"firstName", "Ada"}, {"phoneNumber", "+393471234567"}}, [](ContactState &) {}, {});
        const Task<void> practising = desk.link.usePractice(&desk.window);
        QVERIFY(QTest::qWaitFor([&] { return desk.link.state() == AccountLink::State::Ready; }, 20'000));
        auto *bar = desk.window.findChild<PracticeBar *>();
        QVERIFY(bar->isVisible());
        desk.prompts.willAnswer(true);
        QTest::mouseClick(bar->button(), Qt::LeftButton);
        QTRY_COMPARE(desk.link.state(), AccountLink::State::None);
        QVERIFY(desk.prompts.isFulfilled());
        QTRY_VERIFY(!bar->isVisible());
        const auto left = ContactQueries(desk.book.workspace()).count({});
        QVERIFY(left);
        QCOMPARE(*left, 1);
    }
};

QTEST_MAIN(TestAccountDialog)
#include "tst_accountdialog.moc"
