// SPDX-License-Identifier: Apache-2.0
#include "tests/support/scriptedprompts.h"
#include "ui/actions.h"
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

namespace {

/// Contrast as WCAG 2 defines it.
double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &c) {
        const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

int paintedPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 100;
    }
    return count;
}

bool differs(const QImage &image, const QColor &ground)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor c = image.pixelColor(x, y);
            if (std::abs(c.lightness() - ground.lightness()) > 40)
                return true;
        }
    }
    return false;
}

} // namespace

/// What the widgets promise beyond their looks.
class TestWidgets : public QObject
{
    Q_OBJECT

public:
    explicit TestWidgets(Theme &theme) : m_theme(theme) {}

private Q_SLOTS:
    void init() { setAppearance(Appearance::Light); }

    void tokensCanBeRead_data();
    void tokensCanBeRead();
    void paletteTellsItsTokens();
    void themeChangesWhileRunning();
    void everyIconPaints_data();
    void everyIconPaints();
    void uncheckedBoxIsVisibleInTheDark();
    void chipIsRemovedByKeyAndCross();
    void deleteInAChipDeletesNoContacts();
    void flowLayoutWraps();
    void labelsKeepTheirInk();
    void elidedLabelElides();
    void searchFieldMakesAndTakesTokens();
    void stepsGoBackOnly();
    void statCardSpeaks();
    void sectionHeaderAdds();
    void progressKnowsAndDoesNot();
    void dropHintCoversItsTarget();
    void keyValueGridReusesLabels();
    void initialsAndColours();
    void badgesTakeRoom();
    void actionsShowOnlyWhatIsBound();
    void shortcutsAreUnique();
    void promptsAnswerLaterAndOnce();
    void realPromptsDoNotWait();

private:
    void setAppearance(Appearance appearance)
    {
        m_theme.setAppearance(appearance);
        QCoreApplication::sendPostedEvents();
    }

    Theme &m_theme;
};

void TestWidgets::tokensCanBeRead_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestWidgets::tokensCanBeRead()
{
    QFETCH(bool, dark);
    const Tokens &t = dark ? darkTokens() : lightTokens();
    for (const QColor &ground : {t.panel, t.bg}) {
        QVERIFY(contrast(t.text, ground) >= 7);
        QVERIFY(contrast(t.muted, ground) >= 4.5);
        QVERIFY(contrast(t.accentText, ground) >= 4.5);
        QVERIFY(contrast(t.bad, ground) >= 4.5);
    }
    QVERIFY(contrast(t.text, t.accentSoft) >= 4.5);
    QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
    for (const Tone tone : {Tone::Plain, Tone::Accent, Tone::Warn, Tone::Bad, Tone::Violet})
        QVERIFY2(contrast(t.tone(tone).text, t.tone(tone).soft) >= 4.0, qPrintable(QString::number(int(tone))));
    QVERIFY(contrast(t.ok, t.okSoft) >= 3.5); // the design's green on its soft green: short words in medium weight
}

void TestWidgets::paletteTellsItsTokens()
{
    QVERIFY(!tokens(makePalette(lightTokens())).dark);
    QVERIFY(tokens(makePalette(darkTokens())).dark);
}

void TestWidgets::themeChangesWhileRunning()
{
    QWidget window;
    QSignalSpy changed(&m_theme, &Theme::changed);
    m_theme.setAppearance(Appearance::Dark);
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(tokens(window.palette()).dark);
    m_theme.setAppearance(Appearance::Dark); // nothing to do
    m_theme.setAppearance(Appearance::Light);
    QTRY_COMPARE(changed.count(), 2);
    QVERIFY(!tokens(window.palette()).dark);
}

void TestWidgets::everyIconPaints_data()
{
    tokensCanBeRead_data();
}

void TestWidgets::everyIconPaints()
{
    QFETCH(bool, dark);
    setAppearance(dark ? Appearance::Dark : Appearance::Light);
    for (int i = 1; i < int(Icon::Count_); ++i) {
        const QImage image = icon(Icon(i), IconTint::Text).pixmap(32, 32).toImage();
        QVERIFY2(paintedPixels(image) > 20, qPrintable(QString::number(i)));
        QVERIFY2(differs(image.convertToFormat(QImage::Format_ARGB32), m_theme.tokens().panel),
                 qPrintable(QString::number(i)));
        // The outline stays inside: the margin is empty on all sides.
        for (int k = 0; k < 32; ++k)
            QVERIFY2(qAlpha(image.pixel(k, 0)) == 0 && qAlpha(image.pixel(0, k)) == 0, qPrintable(QString::number(i)));
    }
}

void TestWidgets::uncheckedBoxIsVisibleInTheDark()
{
    setAppearance(Appearance::Dark);
    QCheckBox box;
    box.resize(20, 20);
    QVERIFY(differs(box.grab().toImage(), m_theme.tokens().bg));
}

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
    actions.bind(ActionId::DeleteContacts, &window, std::function<void()>([&] { ++deleted; }));
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

void TestWidgets::labelsKeepTheirInk()
{
    QWidget host;
    host.setBackgroundRole(QPalette::Base);
    auto *label = new Label(u"28"_s, TextSize::Number, Ink::Bad, &host);
    QCOMPARE(label->palette().color(label->foregroundRole()), lightTokens().bad);
    m_theme.setAppearance(Appearance::Dark);
    QTRY_COMPARE(label->palette().color(label->foregroundRole()), darkTokens().bad);
    label->setInk(Ink::Text);
    QCOMPARE(label->palette().color(label->foregroundRole()), darkTokens().text);
    QCOMPARE(label->textFormat(), Qt::PlainText);
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

    QTest::keyClick(field.edit(), Qt::Key_Escape);
    QVERIFY(field.tokens().isEmpty() && field.text().isEmpty());
    const auto before = changed.count();
    field.clear();
    QCOMPARE(changed.count(), before);
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

    // Too narrow for both: the number stays, the badge becomes a dot in its colour.
    QImage image(plain, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    option.rect = image.rect();
    option.palette = QApplication::palette();
    delegate.paint(&painter, option, model.index(0, 0));
    painter.end();
    QCOMPARE(image.pixelColor(plain.width() - 11, plain.height() / 2 - 1), lightTokens().warn);
}

void TestWidgets::actionsShowOnlyWhatIsBound()
{
    QWidget window;
    Actions actions(&window);
    QVERIFY(actions.available().isEmpty());
    int imports = 0;
    actions.bind(ActionId::Import, &window, std::function<void()>([&] { ++imports; }));
    QMenuBar bar;
    actions.fill(&bar);
    int menus = 0;
    for (const QAction *menu : bar.actions())
        menus += menu->isVisible();
    QCOMPARE(menus, 1);
    QCOMPARE(actions.available().size(), 1);
    actions.action(ActionId::Import)->trigger();
    QCOMPARE(imports, 1);
}

void TestWidgets::shortcutsAreUnique()
{
    QSet<QString> seen;
    QSet<int> ids;
    for (const ActionSpec &spec : actionTable()) {
        QVERIFY2(!ids.contains(int(spec.id)), spec.text);
        ids.insert(int(spec.id));
        if (spec.shortcut.isEmpty())
            continue;
        QVERIFY2(!seen.contains(spec.shortcut.toString()), spec.text);
        seen.insert(spec.shortcut.toString());
    }
    QCOMPARE(ids.size(), int(ActionId::About) + 1);
}

void TestWidgets::promptsAnswerLaterAndOnce()
{
    QWidget window;
    ScriptedPrompts prompts;
    prompts.willAnswer(true);
    int answers = 0;
    bool accepted = false;
    prompts.ask(&window, {u"Delete 3 contacts?"_s, {}, {}, u"Delete"_s}, [&](bool yes) {
        ++answers;
        accepted = yes;
    });
    QCOMPARE(answers, 0);
    QTRY_COMPARE(answers, 1);
    QVERIFY(accepted);
    QVERIFY(prompts.isFulfilled());
    {
        QWidget gone;
        prompts.chooseFiles(&gone, {u"Import"_s}, [&](const QStringList &) { ++answers; });
    }
    QTest::qWait(10);
    QCOMPARE(answers, 1);
    QCOMPARE(prompts.unexpected(), QStringList{u"files: Import"_s});
    QVERIFY(!prompts.isFulfilled());
}

void TestWidgets::realPromptsDoNotWait()
{
    QWidget window;
    window.show();
    WindowPrompts prompts;
    int answer = -1;
    prompts.ask(&window, {u"Delete 3 contacts?"_s, u"They go to the trash."_s, {}, u"Delete"_s, {}, true},
                [&](bool yes) { answer = yes; });
    QCOMPARE(answer, -1);
    auto *box = window.findChild<QMessageBox *>();
    QVERIFY(box);
    QCOMPARE(box->defaultButton()->text(), u"Cancel"_s); // Return must not delete
    QAbstractButton *remove = box->buttons().first();
    QCOMPARE(buttonKind(remove), ButtonKind::Danger);
    QTest::mouseClick(remove, Qt::LeftButton);
    QTRY_COMPARE(answer, 1);
    QTRY_VERIFY(!window.findChild<QMessageBox *>());

    std::optional<QString> name;
    prompts.askText(&window, {u"New list"_s, u"Name"_s, u"Clienti"_s, u"Create"_s}, [&](auto text) { name = text; });
    auto *input = window.findChild<QInputDialog *>();
    QVERIFY(input);
    input->findChild<QLineEdit *>()->setText(u"  Natale 2026 "_s);
    input->accept();
    QTRY_COMPARE(name.value_or(QString()), u"Natale 2026"_s);

    prompts.showError(&window, u"The file could not be read."_s, {ErrorKind::NotFound, u"a.csv"_s, {}}, {});
    auto *error = window.findChild<QMessageBox *>();
    QVERIFY(error);
    QVERIFY(error->informativeText().contains(u"a.csv"_s));
    error->close();
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme theme(app, Appearance::Light);
    TestWidgets test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_widgets.moc"
