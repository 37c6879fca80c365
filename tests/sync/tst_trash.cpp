// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/walk.h"
#include "ui/sync/trashdialog.h"

#include <QAction>
#include <QTreeWidget>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// What was deleted on the gateway, as the window shows it, and how it comes back.
class TestTrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListDeletedThereIsCreatedAgain_data()
    {
        QTest::addColumn<Practice::Dialect>("dialect");
        QTest::newRow("reference") << Practice::Dialect::Reference;
        QTest::newRow("uc020") << Practice::Dialect::Uc020;
    }
    void aListDeletedThereIsCreatedAgain()
    {
        QFETCH(Practice::Dialect, dialect);
        Practice::Options options;
        options.dialect = dialect;
        Walk walk(options);
        walk.office.add(u"Sara Verdi"_s, u"+393331112223"_s, u"Bari"_s);
        walk.office.state().addList(u"Fiera"_s);
        const qint64 lost = walk.office.state().addList(u"Clienti"_s);
        walk.connectAccount();
        walk.pass(0);
        QVERIFY(walk.office.state().removeList(lost));
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        walk.window.actions().action(ActionId::ShowTrash)->trigger();
        auto *trash = walk.opened<TrashDialog>();
        auto *lists = trash->findChildren<QTreeWidget *>().last();
        QTRY_COMPARE(lists->topLevelItemCount(), 1);
        QCOMPARE(lists->topLevelItem(0)->text(0), u"Clienti"_s);
        QTRY_VERIFY(lists->isVisible());
        walk.picture(u"trash-lists"_s, trash);
        Walk::press(trash, "Create again");
        QTRY_COMPARE(lists->topLevelItemCount(), 0); // it is here
        trash->reject();
        walk.pass(2000);
        walk.pass(2000);
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        QVERIFY2(walk.office.listNames().contains(u"Clienti"_s), qPrintable(walk.office.listNames()));
    }

    void whoWasDeletedThereIsBroughtBack()
    {
        Walk walk;
        const qint64 giulia = walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        walk.office.add(u"Sara Verdi"_s, u"+393331112223"_s, u"Bari"_s);
        walk.office.add(u"Marco Bianchi"_s, u"+393407654321"_s, u"Torino"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.office.state().removeContacts({giulia});
        walk.window.actions().action(ActionId::SyncNow)->trigger();
        walk.settle();
        QVERIFY(!walk.people().contains(u"Giulia"_s));
        walk.window.actions().action(ActionId::ShowTrash)->trigger();
        auto *trash = walk.opened<TrashDialog>();
        auto *tree = trash->findChild<QTreeWidget *>();
        QTRY_COMPARE(tree->topLevelItemCount(), 1);
        QCOMPARE(tree->topLevelItem(0)->text(0), u"Giulia Rossi"_s);
        walk.picture(u"trash"_s, trash);
        Walk::press(trash, "Bring back");
        QTRY_VERIFY(walk.people().contains(u"Giulia Rossi +393401234567 Monza"_s));
        QTRY_COMPARE(tree->topLevelItemCount(), 0);
        QCOMPARE(walk.window.status().message(), u"Brought back: 1 contact"_s);
        trash->reject();
        walk.pass(2000);
        walk.pass(2000);
        QVERIFY2(walk.state().startsWith(u"In step"_s), qPrintable(walk.state()));
        QCOMPARE(walk.people(), walk.office.people());
        QVERIFY(walk.office.people().contains(u"Giulia Rossi"_s));
    }
};

QTEST_MAIN(TestTrash)
#include "tst_trash.moc"
