// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/walk.h"

#include "ui/contacts/contacteditor.h"
#include "ui/contacts/contactspane.h"
#include "ui/contacts/contacttableview.h"

#include <QAction>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace Elenco {

using namespace Qt::StringLiterals;

Walk::Walk(const Practice::Options &options) : office(options)
{
    window.resize(1360, 850);
    window.show();
    link.open();
    if (!QTest::qWaitFor([this] { return link.state() == AccountLink::State::None; }))
        qFatal("the account does not open");
}

Walk::~Walk()
{
    for (QDialog *dialog : window.findChildren<QDialog *>())
        dialog->close();
}

void Walk::connectAccount(Office &office)
{
    Account account;
    account.root = office.gateway().root();
    taking = link.use(&window, account,
                      *Credential::fromText(QString::fromUtf8(office.gateway().options().key), Authentication::ApiKey),
                      SecretPlace::Session, Credential());
    taking.then([](const Result<void> &taken) { QVERIFY(taken); });
    if (!QTest::qWaitFor([this] { return link.state() == AccountLink::State::Ready; }, 20'000))
        qFatal("the account is not taken");
}

void Walk::pass(qint64 milliseconds)
{
    QTest::qWait(50); // what was edited is heard of through the event loop
    clock.advance(milliseconds);
    settle();
}

void Walk::settle()
{
    // qWaitFor() sleeps between events, which a sync has many of.
    QSignalSpy changed(&sync.scheduler(), &SyncScheduler::changed);
    while (sync.scheduler().state() == SyncScheduler::State::Syncing) {
        if (!changed.wait(30'000))
            qFatal("the sync does not end");
    }
    QTest::qWait(50); // counts and tables follow
}

QString Walk::people()
{
    QStringList lines;
    for (ContactId id : ids())
        lines += lineOf(id);
    lines.sort();
    return lines.join(u'\n');
}

std::vector<ContactId> Walk::ids()
{
    const Result<ContactOrder> order = ContactQueries(book.workspace()).order({}, JobControl());
    return **order;
}

QString Walk::lineOf(ContactId id)
{
    const Contact contact = *ContactQueries(book.workspace()).contact(id);
    return u"%1 %2 %3"_s.arg(contact.fullName(), contact.phoneNumber, contact.city).trimmed();
}

void Walk::select(const QString &name)
{
    ContactsPane &pane = window.contacts();
    QVERIFY(QTest::qWaitFor([&] {
        for (int row = 0; row < pane.model().rowCount(); ++row) {
            if (pane.model().index(row, 0).data().toString() == name)
                return pane.table().selectRow(row), true;
        }
        return false;
    }));
    QVERIFY(QTest::qWaitFor([this] { return window.actions().action(ActionId::EditContact)->isEnabled(); }));
}

SyncMark Walk::mark(const QString &name)
{
    select(name);
    const ContactTableModel &model = window.contacts().model();
    const int row = window.contacts().table().currentIndex().row();
    return static_cast<SyncMark>(model.index(row, 0).data(ContactTableModel::SyncMarkRole).toInt());
}

void Walk::edit(const QString &name, const QMap<QString, QString> &values)
{
    select(name);
    window.actions().action(ActionId::EditContact)->trigger();
    ContactEditor *editor = nullptr;
    QVERIFY(QTest::qWaitFor([&] { return (editor = window.findChild<ContactEditor *>()) && editor->isVisible(); }));
    for (auto value = values.begin(); value != values.end(); ++value) {
        for (QLineEdit *line : editor->findChildren<QLineEdit *>()) {
            if (line->accessibleName() == value.key()) {
                line->selectAll();
                QTest::keyClicks(line, value.value());
            }
        }
    }
    picture(u"editor"_s, editor);
    press(editor, "Save");
    QVERIFY(QTest::qWaitFor([this] { return window.findChildren<ContactEditor *>().isEmpty(); }));
    QTest::qWait(100);
}

void Walk::press(QWidget *in, const char *text)
{
    for (QPushButton *button : in->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == QString::fromUtf8(text)) {
            QVERIFY2(button->isEnabled(), text);
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(text);
}

void Walk::undo()
{
    QAction *action = window.actions().action(ActionId::Undo);
    QVERIFY(QTest::qWaitFor([action] { return action->isEnabled(); }));
    action->trigger();
    QTest::qWait(150);
}

void Walk::picture(const QString &name, QWidget *of)
{
    const QString folder = qEnvironmentVariable("ELENCO_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(200);
    QDir().mkpath(folder);
    QVERIFY(of->grab().save(folder + u"/sync-"_s + name + u".png"_s));
}

} // namespace Elenco
