// SPDX-License-Identifier: Apache-2.0
#include "tests/support/scriptedprompts.h"
#include "ui/actions.h"
#include "ui/import/rowtable.h"
#include "ui/theme/elencostyle.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/badgedelegate.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/drophint.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/statcard.h"
#include "ui/widgets/steplist.h"
#include "ui/windowprompts.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>

#include <array>
#include <cmath>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// What the widgets promise beyond their looks.
class TestWidgets : public QObject
{
    Q_OBJECT

public:
    explicit TestWidgets(Theme &theme) : m_theme(theme) {}

private Q_SLOTS:
    void init() { setAppearance(Appearance::Light); }

    void chipIsRemovedByKeyAndCross();
    void deleteInAChipDeletesNoContacts();
    void flowLayoutWraps();
    void rowsShowTheirLastColumn();
    void elidedLabelElides();
    void searchFieldMakesAndTakesTokens();
    void searchFieldUnderlinesWhatIsWrong();
    void stepsGoBackOnly();
    void statCardSpeaks();
    void sectionHeaderAdds();
    void progressKnowsAndDoesNot();
    void dropHintCoversItsTarget();
    void keyValueGridReusesLabels();
    void initialsAndColours();
    void badgesTakeRoom();

private:
    void setAppearance(Appearance appearance)
    {
        m_theme.setAppearance(appearance);
        QCoreApplication::sendPostedEvents();
    }

    Theme &m_theme;
};

void TestWidgets::chipIsRemovedByKeyAndCross()
{
    Chip chip(u"Province is MI"_s, Tone::Accent);
    QSignalSpy removed(&chip, &Chip::removeRequested);
    QSignalSpy clicked(&chip, &Chip::clicked);
    QTest::keyClick(&chip, Qt::Key_Delete);
    QCOMPARE(removed.count(), 0); // not removable yet
    chip.setRemovable(true);
    chip.resize(chip.sizeHint());
    QTest::keyClick(&chip, Qt::Key_Delete);
    QTest::keyClick(&chip, Qt::Key_Backspace);
    QCOMPARE(removed.count(), 2);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 14, chip.height() / 2));
    QCOMPARE(removed.count(), 3);
    QCOMPARE(clicked.count(), 0);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(20, chip.height() / 2));
    QTest::keyClick(&chip, Qt::Key_Return);
    QTest::keyClick(&chip, Qt::Key_Space);
    QCOMPARE(clicked.count(), 3);
    QCOMPARE(removed.count(), 3);
    QCOMPARE(chip.accessibleName(), u"Province is MI"_s);
    QVERIFY(!chip.accessibleDescription().isEmpty());
}

void TestWidgets::deleteInAChipDeletesNoContacts()
{
    QWidget window;
    Actions actions(&window);
    int deleted = 0;
    actions.bind(ActionId::DeleteContacts, &window, std::function<void()>([&] { ++deleted; }))
        ->setShortcut(Qt::Key_Delete); // as while the table has the focus (ui/window/focuskeys.h)
    auto *chip = new Chip(u"vip"_s, Tone::Violet, &window);
    chip->setRemovable(true);
    auto *search = new SearchField(&window);
    search->setTokens({u"tag:vip"_s, u"city:Rho"_s});
    QSignalSpy removed(chip, &Chip::removeRequested);
    window.show();
    QApplication::setActiveWindow(&window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    chip->setFocus();
    QTest::keyClick(window.windowHandle(), Qt::Key_Delete);
    QCOMPARE(removed.count(), 1);
    search->findChildren<QAbstractButton *>().last()->setFocus();
    QTest::keyClick(window.windowHandle(), Qt::Key_Delete);
    QCOMPARE(search->tokens().size(), 1);
    QCOMPARE(deleted, 0);
    window.setFocus();
    QTest::keyClick(window.windowHandle(), Qt::Key_Delete);
    QCOMPARE(deleted, 1); // the shortcut itself works
}

// At 150 % a small screen has little room: what is decided of a row stands in the last column.
void TestWidgets::rowsShowTheirLastColumn()
{
    RowTable table(u"Rows"_s);
    QStandardItemModel model(3, 5);
    table.setModel(&model);
    table.setWidths({76, 200, 220, 280});
    table.resize(1100, 200);
    table.show();
    QCOMPARE(table.columnWidth(3), 280);
    table.resize(660, 200);
    QTRY_VERIFY(table.columnViewportPosition(4) + 100 < table.viewport()->width());
    table.setColumnHidden(4, true); // the one before has its room then
    table.resize(661, 200);
    QVERIFY(table.columnViewportPosition(3) + 100 < table.viewport()->width());
}

void TestWidgets::flowLayoutWraps()
{
    QWidget host;
    auto *flow = new FlowLayout(&host, 6);
    for (int i = 0; i < 5; ++i) {
        auto *item = new QWidget;
        item->setFixedSize(50, 20);
        flow->addWidget(item);
    }
    QVERIFY(flow->hasHeightForWidth());
    QCOMPARE(flow->heightForWidth(500), 20);
    QCOMPARE(flow->heightForWidth(5 * 50 + 4 * 6), 20);
    QCOMPARE(flow->heightForWidth(5 * 50 + 4 * 6 - 1), 46);
    QCOMPARE(flow->heightForWidth(50), 5 * 20 + 4 * 6);
    QCOMPARE(flow->heightForWidth(10), 5 * 20 + 4 * 6);
    flow->itemAt(0)->widget()->hide();
    QCOMPARE(flow->heightForWidth(4 * 50 + 3 * 6), 20);
    auto *first = new QWidget;
    flow->insertWidget(0, first);
    QCOMPARE(flow->itemAt(0)->widget(), first);
    QCOMPARE(first->parentWidget(), &host);
}

void TestWidgets::elidedLabelElides()
{
    ElidedLabel label(u"Clienti Nord Italia con un nome davvero molto lungo"_s);
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());
    label.resize(80, 20);
    QVERIFY(label.isElided());
    QVERIFY(label.minimumSizeHint().width() < 80);
    QCOMPARE(label.accessibleName(), label.text());
}

void TestWidgets::searchFieldMakesAndTakesTokens()
{
    SearchField field;
    field.setTokenRule([](const QString &word) { return word.contains(u':'); });
    QSignalSpy changed(&field, &SearchField::changed);
    QTest::keyClicks(field.edit(), u"city:Milano"_s);
    QVERIFY(field.tokens().isEmpty());
    QTest::keyClicks(field.edit(), u" ross"_s);
    QCOMPARE(field.tokens(), QStringList{u"city:Milano"_s});
    QCOMPARE(field.text(), u"ross"_s);
    QCOMPARE(changed.count(), 16); // one a key

    field.edit()->setCursorPosition(0);
    QTest::keyClick(field.edit(), Qt::Key_Backspace);
    QVERIFY(field.tokens().isEmpty());
    QCOMPARE(field.text(), u"city:Milanoross"_s);

    field.setTokens({u"tag:vip"_s, u"city:Rho"_s});
    field.setText({});
    QAbstractButton *token = nullptr;
    const auto buttons = field.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->accessibleName() == u"tag:vip"_s && button->isVisibleTo(&field))
            token = button;
    }
    QVERIFY(token);
    QTest::keyClick(token, Qt::Key_Delete);
    QCOMPARE(field.tokens(), QStringList{u"city:Rho"_s});

    QTest::keyClicks(field.edit(), u"\"a b\":\"c d "_s);
    QCOMPARE(field.tokens(), QStringList{u"city:Rho"_s}); // a blank in quotes ends nothing
    QTest::keyClicks(field.edit(), u"e\" "_s);
    QCOMPARE(field.tokens(), (QStringList{u"city:Rho"_s, u"\"a b\":\"c d e\""_s}));

    QTest::keyClick(field.edit(), Qt::Key_Escape);
    QVERIFY(field.tokens().isEmpty() && field.text().isEmpty());
    const auto before = changed.count();
    field.clear();
    QCOMPARE(changed.count(), before);
}

void TestWidgets::searchFieldUnderlinesWhatIsWrong()
{
    SearchField field;
    field.resize(400, 32);
    field.show();
    QVERIFY(QTest::qWaitForWindowExposed(&field));
    QTest::keyClicks(field.edit(), u"rossi cita:Milano"_s);
    field.setTokens({u"cap:x"_s});
    const QImage before = field.edit()->grab().toImage();
    field.setMarks({{6, 11}}, {u"No such field."_s}, u"There is no field."_s);
    QVERIFY(field.edit()->grab().toImage() != before);
    QCOMPARE(field.text(), u"rossi cita:Milano"_s);
    QCOMPARE(field.edit()->cursorPosition(), 17);
    QCOMPARE(field.edit()->accessibleDescription(), u"There is no field."_s);
    const auto buttons = field.findChildren<QAbstractButton *>();
    QVERIFY(std::any_of(buttons.begin(), buttons.end(), [](const QAbstractButton *button) {
        return button->accessibleDescription().startsWith(u"No such field."_s);
    }));
    field.setMarks({}, {}, {});
    QVERIFY(field.edit()->grab().toImage() == before);
    QCOMPARE(field.edit()->accessibleDescription(), QString());
}

void TestWidgets::stepsGoBackOnly()
{
    StepList steps;
    steps.setSteps({u"Files"_s, u"Match columns"_s, u"Review problems"_s});
    steps.setCurrent(1);
    QSignalSpy chosen(&steps, &StepList::stepChosen);
    const auto buttons = steps.findChildren<QAbstractButton *>();
    QCOMPARE(buttons.size(), 3);
    for (QAbstractButton *button : buttons)
        button->click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toInt(), 0);
    QVERIFY(buttons[0]->accessibleName().contains(u"done"_s));
    QCOMPARE(buttons[0]->focusPolicy(), Qt::StrongFocus);
    steps.setGoingBackAllowed(false);
    buttons[0]->click();
    QCOMPARE(chosen.count(), 1);
}

void TestWidgets::statCardSpeaks()
{
    StatCard card(u"Ready to import"_s);
    card.setValue(u"5 104"_s, Ink::Ok);
    QCOMPARE(card.accessibleName(), u"Ready to import: 5 104"_s);
    card.showProgress()->setProgress({1, 2});
    QCOMPARE(card.showProgress()->value(), 500);
}

void TestWidgets::sectionHeaderAdds()
{
    SectionHeader header(u"Lists"_s);
    auto *add = header.findChild<QToolButton *>();
    QVERIFY(!add->isVisibleTo(&header));
    header.setAddName(u"New list"_s);
    QVERIFY(add->isVisibleTo(&header));
    QSignalSpy asked(&header, &SectionHeader::addRequested);
    QTest::keyClick(add, Qt::Key_Space);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(add->accessibleName(), u"New list"_s);
}

void TestWidgets::progressKnowsAndDoesNot()
{
    ProgressStrip strip;
    strip.setProgress({10, 0});
    QCOMPARE(strip.maximum(), 0);
    strip.setProgress({30, 40});
    QCOMPARE(strip.value(), 750);
    strip.setProgress({50, 40});
    QCOMPARE(strip.value(), 1000);
}

void TestWidgets::dropHintCoversItsTarget()
{
    QWidget target;
    target.resize(400, 300);
    DropHint hint(&target);
    hint.showText(u"Drop to import into “Black Friday 2026”"_s);
    QCOMPARE(hint.geometry(), target.rect());
    target.resize(500, 200);
    QResizeEvent resized({500, 200}, {400, 300});
    QApplication::sendEvent(&target, &resized);
    QCOMPARE(hint.geometry(), target.rect());
    QCOMPARE(hint.accessibleName(), hint.text());
}

void TestWidgets::keyValueGridReusesLabels()
{
    KeyValueGrid grid;
    grid.setRows({{u"Phone"_s, u"+39 340 123 4567"_s}, {u"City"_s, u"Milano"_s}});
    const auto labels = grid.findChildren<Label *>();
    QCOMPARE(labels.size(), 4);
    grid.setRows({{u"City"_s, u"Rho"_s}});
    QCOMPARE(grid.findChildren<Label *>(), labels);
    QCOMPARE(labels[1]->text(), u"Rho"_s);
    QVERIFY(!labels[2]->isVisibleTo(&grid));
}

void TestWidgets::initialsAndColours()
{
    QCOMPARE(initials(u"Giulia Rossi"_s), u"GR"_s);
    QCOMPARE(initials(u"davide de rossi"_s), u"DD"_s);
    QCOMPARE(initials(u"Zoë"_s), u"Z"_s);
    QCOMPARE(initials(u"  (Anna)  'Verdi' "_s), u"AV"_s);
    QCOMPARE(initials(u"--"_s), QString());
    QCOMPARE(avatarColour(u"Giulia Rossi"_s), avatarColour(u"Giulia Rossi"_s));
    QSet<QRgb> colours;
    for (const QString &name : {u"Anna"_s, u"Bruno"_s, u"Carla"_s, u"Dario"_s, u"Elena"_s, u"Fabio"_s, u"Greta"_s,
                                u"Ivo"_s, u"Lara"_s, u"Marco"_s, u"Nina"_s, u"Olga"_s})
        colours.insert(avatarColour(name).rgb());
    QVERIFY(colours.size() >= 4);
}

void TestWidgets::badgesTakeRoom()
{
    QStandardItemModel model(1, 1);
    model.setItem(0, 0, new QStandardItem(u"+39 02 4801 2233"_s));
    BadgeDelegate delegate;
    QStyleOptionViewItem option;
    option.font = uiFont();
    const QSize plain = delegate.sizeHint(option, model.index(0, 0));
    QCOMPARE(plain.height(), Metric::tableRow);
    delegate.setLook([](const QModelIndex &) { return CellLook{{{u"landline"_s, Tone::Warn}}}; });
    QVERIFY(delegate.sizeHint(option, model.index(0, 0)).width() >= plain.width() + chipWidth(u"landline"_s, 18));

    // Too narrow for both: the number stays, whole, the badge becomes a dot in its colour. As wide as the column is at
    // first, for numbers of mobiles, which are wide.
    constexpr int columnWidth = 140;
    model.item(0)->setText(u"+39 348 668 4545"_s);
    const auto painted = [&](const CellLook &look) {
        delegate.setLook([look](const QModelIndex &) { return look; });
        QImage image(columnWidth, Metric::tableRow, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        option.rect = image.rect();
        option.palette = QApplication::palette();
        delegate.paint(&painter, option, model.index(0, 0));
        return image;
    };
    CellLook look;
    look.isWholeOrNothing = true;
    const QImage number = painted(look);
    look.badges = {{u"landline"_s, Tone::Warn}};
    const QImage withDot = painted(look);
    QCOMPARE(withDot.pixelColor(columnWidth - 5, Metric::tableRow / 2 - 1), lightTokens().warn);
    const QRect textRoom(0, 0, columnWidth - 9, Metric::tableRow);
    QCOMPARE(withDot.copy(textRoom), number.copy(textRoom));
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme theme(app, Appearance::Light);
    TestWidgets test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_widgets.moc"
