// SPDX-License-Identifier: Apache-2.0
// Shows every widget and style element in one window, to be looked at beside the design.
// gallery [--dark] [--page main|mapping|controls|popups] [--grab FILE.png]
#include "ui/actions.h"
#include "ui/theme/elencostyle.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/contactdelegate.h"
#include "ui/widgets/drophint.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/statcard.h"
#include "ui/widgets/steplist.h"
#include "ui/windowprompts.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QSpinBox>
#include <QSplitter>
#include <QStandardItemModel>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

QPushButton *button(const QString &text, ButtonKind kind = ButtonKind::Plain, Icon name = Icon::None)
{
    auto *result = new QPushButton(text);
    setButtonKind(result, kind);
    if (name != Icon::None)
        result->setIcon(icon(name, kind == ButtonKind::Primary ? IconTint::OnAccent : IconTint::Muted));
    return result;
}

QWidget *spacer()
{
    auto *result = new QWidget;
    result->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return result;
}

QTableView *contactTable()
{
    const QStringList columns{u""_s,      u"Name"_s, u"Phone"_s, u"Email"_s, u"City"_s,
                              u"Prov."_s, u"Tags"_s, u"Spent"_s, u"Sync"_s};
    auto *model = new QStandardItemModel(0, int(columns.size()));
    model->setHorizontalHeaderLabels(columns);
    const QList<QStringList> people{
        {u"Giulia Rossi"_s, u"+39 340 123 4567"_s, u"giulia.rossi@example.it"_s, u"Milano"_s, u"6 800,00"_s,
         u"waiting"_s},
        {u"Andrea Rossini"_s, u"+39 347 220 1188"_s, u"a.rossini@example.it"_s, u"Milano"_s, u"5 320,50"_s, {}},
        {u"Chiara Rossetti"_s, u"+39 349 771 0042"_s, u"chiara.r@example.it"_s, u"Legnano"_s, u"9 145,00"_s, {}},
        {u"Davide De Rossi"_s, u"+39 333 908 1122"_s, u"dderossi@example.it"_s, u"Rho"_s, u"412,00"_s, u"conflict"_s},
        {u"Elena Rossato"_s, u"+39 02 4801 2233"_s, u"elena.rossato@example.it"_s, u"Milano"_s, u"1 250,00"_s, {}},
        {u"Greta Rossi Doria"_s, u"+39 345 120 7731"_s, u"greta.rd@example.it"_s, u"Milano"_s, u"2 004,10"_s, {}},
        {u"Ilaria Rossello"_s, u"+39 351 334 8890"_s, u"ilaria.ro@example.it"_s, u"Cinisello B."_s, u"733,00"_s, {}},
        {u"Nicolò Rossi"_s, u"+39 389 662 1903"_s, u"nicolo.rossi@example.it"_s, u"Milano"_s, u"1 870,00"_s, {}},
    };
    for (const QStringList &p : people) {
        QList<QStandardItem *> row;
        for (const QString &text : {QString(), p[0], p[1], p[2], p[3], u"MI"_s, QString(), p[4], QString()})
            row.append(new QStandardItem(text));
        row[0]->setCheckable(true);
        row[0]->setCheckState(model->rowCount() ? Qt::Unchecked : Qt::Checked);
        model->appendRow(row);
    }
    model->horizontalHeaderItem(7)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto *table = new QTableView;
    model->setParent(table);
    table->setModel(model);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(Metric::tableRow);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSortIndicatorShown(true);
    table->horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
    auto *delegate = new BadgeDelegate(table);
    delegate->setLook([](const QModelIndex &index) {
        CellLook look;
        if (index.column() == 3)
            look.ink = Ink::Muted;
        if (index.column() == 7)
            look.align = Qt::AlignRight;
        if (index.column() == 2 && index.row() == 4)
            look.badges = {{u"landline"_s, Tone::Warn}};
        if (index.column() == 6) {
            look.badges = {{u"vip"_s, Tone::Violet}};
            look.badgeHeight = 20;
        }
        if (index.column() == 8 && index.row() == 0)
            look.badges = {{u"waiting"_s, Tone::Warn}};
        if (index.column() == 8 && index.row() == 3)
            look.badges = {{u"conflict"_s, Tone::Bad}};
        return look;
    });
    table->setItemDelegate(delegate);
    table->setItemDelegateForColumn(1, new ContactDelegate(table));
    const int widths[] = {28, 156, 146, 158, 84, 52, 56, 74, 80};
    for (int i = 0; i < int(std::size(widths)); ++i)
        table->setColumnWidth(i, widths[i]);
    table->horizontalHeader()->setStretchLastSection(true);
    table->selectRow(0);
    return table;
}

QWidget *sideBar()
{
    auto *side = new QWidget;
    side->setFixedWidth(236);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->setSpacing(8);
    for (const QString &row : {u"All contacts"_s, u"Imported recently"_s, u"Needs attention"_s})
        layout->addWidget(new ElidedLabel(row));
    auto *lists = new SectionHeader(u"Lists"_s);
    lists->setAddName(u"New list"_s);
    layout->addWidget(lists);
    layout->addWidget(new ElidedLabel(u"Clienti Nord Italia con un nome davvero molto lungo"_s));
    auto *segments = new SectionHeader(u"Segments"_s);
    segments->setAddName(u"New segment"_s);
    layout->addWidget(segments);
    layout->addStretch();
    return side;
}

QWidget *inspector()
{
    auto *panel = new QWidget;
    panel->setFixedWidth(288);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    auto *head = new QHBoxLayout;
    auto *avatar = new Avatar;
    avatar->setName(u"Giulia Rossi"_s);
    head->addWidget(avatar);
    head->addWidget(new Label(u"Giulia Rossi"_s, TextSize::Title), 1);
    layout->addLayout(head);
    auto *reach = new FlowLayout;
    auto *sms = new Chip(u"Mobile · SMS"_s, Tone::Ok);
    sms->setLeadingIcon(Icon::Check);
    sms->setPassive(true);
    reach->addWidget(sms);
    reach->addWidget(new Chip(u"WhatsApp"_s, Tone::Accent));
    layout->addLayout(reach);
    auto *fields = new KeyValueGrid;
    fields->setRows({{u"Phone"_s, u"+39 340 123 4567"_s},
                     {u"Email"_s, u"giulia.rossi@example.it"_s},
                     {u"Gender"_s, u"F"_s},
                     {u"City"_s, u"Milano (MI)"_s},
                     {u"Region"_s, u"Lombardia"_s}});
    layout->addWidget(fields);
    const auto chips = [&](const QString &title, const QStringList &names, Tone tone) {
        layout->addWidget(new SectionHeader(title));
        auto *flow = new FlowLayout;
        for (const QString &name : names) {
            auto *chip = new Chip(name, tone);
            chip->setRemovable(true);
            flow->addWidget(chip);
        }
        auto *add = new Chip(QString());
        add->setLeadingIcon(Icon::Plus);
        add->setAccessibleName(u"Add"_s);
        flow->addWidget(add);
        layout->addLayout(flow);
    };
    chips(u"Lists"_s, {u"Clienti Nord Italia"_s, u"Lombardia estate"_s}, Tone::Plain);
    chips(u"Tags"_s, {u"vip"_s, u"crm-import"_s}, Tone::Violet);
    layout->addWidget(new SectionHeader(u"History"_s));
    auto *history = new Label(u"City changed Monza → Milano · waiting to sync"_s, TextSize::Body, Ink::Muted);
    history->setWordWrap(true);
    layout->addWidget(history);
    layout->addStretch();
    return panel;
}

QWidget *mainPage(QMainWindow &window)
{
    auto *bar = new QToolBar;
    bar->setMovable(false);
    bar->layout()->setContentsMargins(12, 8, 12, 8);
    bar->addWidget(button(u"Import…"_s, ButtonKind::Primary, Icon::Download));
    bar->addWidget(button(u"New contact"_s, ButtonKind::Plain, Icon::Plus));
    auto *search = new SearchField;
    search->setTokens({u"province: MI"_s, u"tag: vip"_s});
    search->setText(u"ross"_s);
    search->setMaximumWidth(560);
    bar->addWidget(search);
    bar->addWidget(spacer());
    for (const QString &text : {u"Add to list"_s, u"Export"_s}) {
        QPushButton *menu = button(text);
        menu->setMenu(new QMenu(menu));
        bar->addWidget(menu);
    }
    bar->addWidget(button(u"Use in campaign…"_s));
    window.addToolBar(bar);

    auto *centre = new QWidget;
    centre->setAutoFillBackground(true);
    centre->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(10);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    head->setSpacing(10);
    head->addWidget(new Label(u"Clienti Nord Italia"_s, TextSize::Title));
    head->addWidget(
        new Label(u"5 440 contacts · 5 412 can receive SMS · 37 changes to sync"_s, TextSize::Body, Ink::Muted));
    head->addStretch();
    layout->addLayout(head);
    auto *chips = new QHBoxLayout;
    chips->setContentsMargins(16, 0, 16, 0);
    chips->setSpacing(6);
    for (const QString &text : {u"Province is MI"_s, u"Tag is vip"_s}) {
        auto *chip = new Chip(text, Tone::Accent);
        chip->setRemovable(true);
        chips->addWidget(chip);
    }
    auto *filter = new Chip(u"Filter"_s);
    filter->setLeadingIcon(Icon::Plus);
    chips->addWidget(filter);
    chips->addStretch();
    chips->addWidget(new Chip(u"Save as segment"_s));
    chips->addWidget(new Chip(u"Columns"_s));
    layout->addLayout(chips);
    layout->addWidget(contactTable());

    auto *split = new QSplitter;
    split->addWidget(sideBar());
    split->addWidget(centre);
    split->addWidget(inspector());
    split->setStretchFactor(1, 1);
    split->setSizes({236, 836, 288});

    auto *status = window.statusBar();
    status->setSizeGripEnabled(false);
    status->setContentsMargins(10, 0, 10, 0);
    status->setFixedHeight(28);
    status->addWidget(new Label(u"Offline · 37 changes waiting"_s, TextSize::Small, Ink::Muted));
    status->addWidget(new Label(u"2 conflicts — Review…"_s, TextSize::Small, Ink::Bad));
    status->addWidget(spacer(), 1);
    auto *strip = new ProgressStrip;
    strip->setFixedWidth(140);
    strip->setProgress({218, 342});
    status->addWidget(new Label(u"Importing rubrica_aziendale.vcf"_s, TextSize::Small, Ink::Muted));
    status->addWidget(strip);
    status->addWidget(new Label(u"218 of 342"_s, TextSize::Small, Ink::Muted));
    status->addPermanentWidget(new Label(u"12 of 5 440 selected"_s, TextSize::Small, Ink::Muted));
    return split;
}

QWidget *mappingPage()
{
    auto *page = new QWidget;
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *steps = new StepList;
    steps->setSteps({u"Files"_s, u"Match columns"_s, u"Review problems"_s, u"Destination"_s, u"Result"_s});
    steps->setCurrent(1);
    layout->addWidget(steps, 0, Qt::AlignTop);
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(16, 16, 16, 16);
    middle->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(u"Drag a field onto a column"_s, TextSize::Heading));
    head->addWidget(new Label(u"or pick it from the column's menu."_s, TextSize::Body, Ink::Muted));
    head->addStretch();
    auto *mapping = button(u"Mapping: CRM ShopItalia"_s);
    mapping->setMenu(new QMenu(mapping));
    head->addWidget(mapping);
    middle->addLayout(head);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(10);
    const auto card = [&](const QString &label, const QString &value, Ink ink) {
        auto *result = new StatCard(label);
        result->setValue(value, ink);
        cards->addWidget(result, 1);
    };
    card(u"Ready to import"_s, u"5 104"_s, Ink::Ok);
    card(u"Already in the address book"_s, u"98"_s, Ink::Warn);
    card(u"Invalid number"_s, u"28"_s, Ink::Bad);
    card(u"Landline, no SMS"_s, u"41"_s, Ink::Text);
    auto *checked = new StatCard(u"Checked 5 230 of 5 230 rows in 0,06 s"_s);
    checked->showProgress()->setProgress({1, 1});
    checked->showProgress()->setTone(Tone::Ok);
    cards->addWidget(checked, 1);
    middle->addLayout(cards);
    auto *target = new QWidget;
    target->setMinimumHeight(240);
    middle->addWidget(target, 1);
    auto *hint = new DropHint(target);
    hint->showText(u"Drop to import into “Black Friday 2026”"_s, u"clienti_nord_italia.csv, 412 KB"_s);
    auto *foot = new QHBoxLayout;
    foot->addWidget(button(u"Cancel"_s));
    foot->addWidget(button(u"Delete list"_s, ButtonKind::Danger));
    foot->addWidget(button(u"Skip"_s, ButtonKind::Ghost));
    foot->addStretch();
    QPushButton *back = button(u"Back"_s);
    back->setEnabled(false);
    foot->addWidget(back);
    foot->addWidget(button(u"Next"_s, ButtonKind::Primary));
    QPushButton *off = button(u"Import"_s, ButtonKind::Primary);
    off->setEnabled(false);
    foot->addWidget(off);
    middle->addLayout(foot);
    layout->addLayout(middle, 1);
    return page;
}

QWidget *controlsPage()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(20, 20, 20, 20);
    grid->setSpacing(14);
    auto *checks = new QVBoxLayout;
    auto *off = new QCheckBox(u"Unchecked box"_s);
    auto *on = new QCheckBox(u"Checked"_s);
    on->setChecked(true);
    auto *partly = new QCheckBox(u"Partly"_s);
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto *disabled = new QCheckBox(u"Disabled"_s);
    disabled->setEnabled(false);
    auto *radio = new QRadioButton(u"Skip duplicates"_s);
    auto *radioOn = new QRadioButton(u"Update duplicates"_s);
    radioOn->setChecked(true);
    for (QWidget *w : std::initializer_list<QWidget *>{off, on, partly, disabled, radio, radioOn})
        checks->addWidget(w);
    grid->addLayout(checks, 0, 0);
    auto *fields = new QVBoxLayout;
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(u"Placeholder"_s);
    auto *filled = new QLineEdit(u"+39 340 123 4567"_s);
    auto *locked = new QLineEdit(u"read only"_s);
    locked->setReadOnly(true);
    auto *combo = new QComboBox;
    combo->addItems({u"Italy (+39)"_s, u"Austria (+43)"_s});
    auto *editable = new QComboBox;
    editable->setEditable(true);
    editable->addItem(u"Editable"_s);
    auto *spin = new QSpinBox;
    spin->setValue(42);
    for (QWidget *w : std::initializer_list<QWidget *>{edit, filled, locked, combo, editable, spin})
        fields->addWidget(w);
    grid->addLayout(fields, 0, 1);
    auto *tabs = new QTabWidget;
    auto *list = new QListWidget;
    for (int i = 0; i < 30; ++i)
        list->addItem(u"Row %1"_s.arg(i));
    list->setCurrentRow(2);
    tabs->addTab(list, u"Contacts"_s);
    tabs->addTab(new QPlainTextEdit, u"History"_s);
    grid->addWidget(tabs, 0, 2);
    auto *icons = new QWidget;
    auto *flow = new FlowLayout(icons, 8);
    for (int i = 1; i < int(Icon::Count_); ++i) {
        auto *tool = new QToolButton;
        tool->setAutoRaise(true);
        tool->setIcon(icon(Icon(i), IconTint::Text));
        tool->setIconSize({20, 20});
        flow->addWidget(tool);
    }
    grid->addWidget(icons, 1, 0, 1, 3);
    auto *menu = new QMenu(page);
    menu->addAction(icon(Icon::Download), u"&Import…"_s)->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    QAction *checked = menu->addAction(u"Side bar"_s);
    checked->setCheckable(true);
    checked->setChecked(true);
    menu->addSeparator();
    menu->addAction(icon(Icon::Trash), u"Delete"_s)->setEnabled(false);
    menu->addMenu(u"More"_s)->addAction(u"x"_s);
    menu->setWindowFlags(Qt::Widget);
    menu->setActiveAction(menu->actions().first());
    grid->addWidget(menu, 2, 0);
    auto *chips = new QWidget;
    auto *chipFlow = new FlowLayout(chips);
    for (const Tone tone : {Tone::Plain, Tone::Accent, Tone::Ok, Tone::Warn, Tone::Bad, Tone::Violet}) {
        auto *chip = new Chip(u"Removable chip"_s, tone);
        chip->setRemovable(true);
        chipFlow->addWidget(chip);
        auto *small = new Chip(u"badge"_s, tone);
        small->setChipHeight(18);
        small->setPassive(true);
        chipFlow->addWidget(small);
    }
    grid->addWidget(chips, 2, 1, 1, 2);
    menu->show();
    grid->setRowStretch(3, 1);
    return page;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto option = [&](const QString &name) { return arguments.value(arguments.indexOf(name) + 1); };
    Theme theme(app, arguments.contains(u"--dark"_s) ? Appearance::Dark : Appearance::Light);
    QMainWindow window;
    Actions actions(&window);
    for (const ActionSpec &spec : actionTable())
        actions.bind(spec.id, &window, std::function<void()>([] {}));
    actions.fill(window.menuBar());
    const QString page = arguments.contains(u"--page"_s) ? option(u"--page"_s) : u"main"_s;
    window.setCentralWidget(page == u"mapping"_s    ? mappingPage()
                            : page == u"controls"_s ? controlsPage()
                                                    : mainPage(window));
    window.resize(1360, 850);
    window.show();
    QApplication::setActiveWindow(&window); // there may be no window manager to do it
    WindowPrompts prompts;
    if (page == u"popups"_s) {
        QMenu *menu = window.menuBar()->actions()[1]->menu();
        prompts.ask(
            &window,
            {u"Delete the list “Black Friday 2026”?"_s,
             u"Its 5 230 contacts stay in the address book. The list is deleted on the gateway at the next sync."_s,
             {},
             u"Delete list"_s,
             {},
             true},
            [](bool) {});
        menu->popup(QPoint(60, 420));
        menu->setActiveAction(menu->actions()[3]);
    }
    if (arguments.contains(u"--grab"_s)) {
        QTimer::singleShot(400, &app, [&] {
            if (page == u"controls"_s && window.centralWidget()->findChild<QLineEdit *>())
                window.centralWidget()->findChild<QLineEdit *>()->setFocus(Qt::TabFocusReason);
            QTimer::singleShot(100, &app, [&] {
                // Pop-ups are windows of their own: only the screen shows them all.
                const QPixmap picture =
                    page == u"popups"_s ? QGuiApplication::primaryScreen()->grabWindow(0) : window.grab();
                picture.save(option(u"--grab"_s));
                QCoreApplication::quit();
            });
        });
    }
    return QApplication::exec();
}
