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

/// Colours, icons, actions and prompts: what every window is dressed in.
class TestTheme : public QObject
{
    Q_OBJECT

public:
    explicit TestTheme(Theme &theme) : m_theme(theme) {}

private Q_SLOTS:
    void init() { setAppearance(Appearance::Light); }

    void tokensCanBeRead_data();
    void tokensCanBeRead();
    void paletteTellsItsTokens();
    void themeChangesWhileRunning();
    void everyIconPaints_data();
    void everyIconPaints();
    void uncheckedBoxIsVisibleInTheDark();
    void labelsKeepTheirInk();
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

void TestTheme::tokensCanBeRead_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::tokensCanBeRead()
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

void TestTheme::paletteTellsItsTokens()
{
    QVERIFY(!tokens(makePalette(lightTokens())).dark);
    QVERIFY(tokens(makePalette(darkTokens())).dark);
}

void TestTheme::themeChangesWhileRunning()
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

void TestTheme::everyIconPaints_data()
{
    tokensCanBeRead_data();
}

void TestTheme::everyIconPaints()
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

void TestTheme::uncheckedBoxIsVisibleInTheDark()
{
    setAppearance(Appearance::Dark);
    QCheckBox box;
    box.resize(20, 20);
    QVERIFY(differs(box.grab().toImage(), m_theme.tokens().bg));
}

void TestTheme::labelsKeepTheirInk()
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

void TestTheme::actionsShowOnlyWhatIsBound()
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

void TestTheme::shortcutsAreUnique()
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

void TestTheme::promptsAnswerLaterAndOnce()
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

void TestTheme::realPromptsDoNotWait()
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
    TestTheme test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_theme.moc"
