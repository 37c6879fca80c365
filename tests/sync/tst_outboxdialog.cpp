// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/walk.h"
#include "ui/sync/outboxdialog.h"

#include <QAction>
#include <QPushButton>
#include <QSemaphore>
#include <QTreeWidget>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// What waits to be sent, line by line: taken back, chosen, and left while changes come and go.
class TestOutboxDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineOfTheOutboxIsTakenBack()
    {
        Walk walk;
        walk.office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Monza"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.office.gateway().stop();
        walk.edit(u"Giulia Rossi"_s, {{u"City"_s, u"Milano"_s}});
        walk.window.actions().action(ActionId::ShowOutbox)->trigger();
        auto *outbox = walk.opened<OutboxDialog>();
        Walk::press(outbox, "Take back");
        QVERIFY(QTest::qWaitFor([&] { return outbox->findChild<QTreeWidget *>()->topLevelItemCount() == 0; }));
        QVERIFY(walk.people().contains(u"Monza"_s));
        outbox->accept();
        walk.undo(); // it was a change like any other
        QVERIFY(walk.people().contains(u"Milano"_s));
    }

    // Changes come and go while several lines are chosen: those stay chosen, and only those are taken back.
    void chosenLinesStayChosen()
    {
        Walk walk;
        const QStringList names{u"Anna Uno"_s, u"Bice Due"_s, u"Carla Tre"_s, u"Dina Quattro"_s};
        for (qsizetype i = 0; i < names.size(); ++i)
            walk.office.add(names[i], u"+39340123456%1"_s.arg(i), u"Monza"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.office.gateway().stop();
        for (qsizetype i = 0; i < 3; ++i)
            walk.edit(names[i], {{u"City"_s, u"Milano"_s}});
        walk.window.actions().action(ActionId::ShowOutbox)->trigger();
        auto *outbox = walk.opened<OutboxDialog>();
        auto *tree = outbox->findChild<QTreeWidget *>();
        QTRY_COMPARE(tree->topLevelItemCount(), 1);
        const auto chosen = [&] {
            QStringList lines;
            for (const QTreeWidgetItem *item : tree->selectedItems())
                lines += item->text(0).section(u':', 0, 0);
            lines.sort();
            return lines;
        };
        tree->clearSelection();
        for (int i = 0; i < 3; ++i) {
            QTreeWidgetItem *line = tree->topLevelItem(0)->child(i);
            line->setSelected(!line->text(0).startsWith(names[1]));
        }
        QCOMPARE(chosen(), (QStringList{names[0], names[2]}));
        walk.edit(names[3], {{u"City"_s, u"Lecce"_s}});
        QTRY_COMPARE(tree->topLevelItem(0)->childCount(), 4);
        QCOMPARE(chosen(), (QStringList{names[0], names[2]}));
        Walk::press(outbox, "Take back");
        QTRY_COMPARE(tree->topLevelItem(0)->childCount(), 2);
        QCOMPARE(walk.people().count(u"Monza"_s), 2);
        outbox->accept();
    }

    void allChosenLinesAreTakenBackThoughTheDialogIsClosed()
    {
        Walk walk;
        const QStringList names{u"Anna Uno"_s, u"Bice Due"_s, u"Carla Tre"_s};
        for (qsizetype i = 0; i < names.size(); ++i)
            walk.office.add(names[i], u"+39340123456%1"_s.arg(i), u"Monza"_s);
        walk.connectAccount();
        walk.pass(0);
        walk.office.gateway().stop();
        for (const QString &name : names)
            walk.edit(name, {{u"City"_s, u"Milano"_s}});
        walk.window.actions().action(ActionId::ShowOutbox)->trigger();
        auto *outbox = walk.opened<OutboxDialog>();
        auto *tree = outbox->findChild<QTreeWidget *>();
        QTRY_VERIFY(tree->topLevelItemCount() == 1 && tree->topLevelItem(0)->childCount() == 3);
        tree->selectAll();
        QSemaphore gate;
        walk.book.writer().start([&] { gate.acquire(); });
        Walk::press(outbox, "Take back");
        outbox->reject();
        delete outbox;
        gate.release();
        QTRY_COMPARE(walk.people().count(u"Monza"_s), 3);
    }
};

QTEST_MAIN(TestOutboxDialog)
#include "tst_outboxdialog.moc"
