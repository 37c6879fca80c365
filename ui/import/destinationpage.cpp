// SPDX-License-Identifier: Apache-2.0
#include "ui/import/destinationpage.h"

#include "core/values/tagtext.h"
#include "models/imports/importupdatesmodel.h"
#include "ui/import/rowtable.h"
#include "ui/theme/elencostyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/label.h"
#include "ui/words.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Elenco {

DestinationPage::DestinationPage(ImportSession &session, QList<ContactList> lists, ListId preselected, QWidget *parent)
    : ImportPage(session, parent),
      m_known(std::move(lists)),
      m_listBox(new QComboBox),
      m_listChips(nullptr),
      m_tagEdit(new QLineEdit),
      m_tagChips(nullptr),
      m_strategy(new QButtonGroup(this)),
      m_addExisting(new QCheckBox(tr("People who are here already join the lists as well"))),
      m_summary(new Label({}, TextSize::Heading)),
      m_nothing(new Label(tr("Everybody in this file is here already, or can't be imported: there is nothing to "
                             "import. “Update” takes over what the file knows of them; a list can take them in."),
                          TextSize::Body, Ink::Warn)),
      m_room(new Label({}, TextSize::Body, Ink::Warn)),
      m_updates(updates())
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    m_nothing->setObjectName(QStringLiteral("nothingToImport"));
    m_nothing->setWordWrap(true);
    layout->addWidget(m_nothing);
    m_room->setObjectName(QStringLiteral("withoutRoom"));
    m_room->setWordWrap(true);
    layout->addWidget(m_room);
    layout->addSpacing(10);

    layout->addWidget(section(tr("Lists"), tr("Choose a list, or type the name of a new one.")));
    m_listBox->setEditable(true);
    for (const ContactList &list : std::as_const(m_known))
        m_listBox->addItem(list.name);
    m_listBox->setCurrentIndex(-1);
    m_listBox->lineEdit()->setPlaceholderText(tr("Add to a list…"));
    m_listBox->setMaximumWidth(420);
    m_listBox->setAccessibleName(tr("Add to a list"));
    layout->addWidget(m_listBox);
    auto *listChips = new QWidget;
    m_listChips = new FlowLayout(listChips);
    layout->addWidget(listChips);
    layout->addSpacing(14);

    layout->addWidget(section(tr("Tags"), tr("Separate several with commas.")));
    m_tagEdit->setPlaceholderText(tr("Add tags…"));
    m_tagEdit->setMaximumWidth(420);
    m_tagEdit->setAccessibleName(tr("Add tags"));
    layout->addWidget(m_tagEdit);
    auto *tagChips = new QWidget;
    m_tagChips = new FlowLayout(tagChips);
    layout->addWidget(tagChips);
    layout->addSpacing(14);

    layout->addWidget(
        section(tr("People who are in the address book already"),
                tr("They are recognised by their number, or by their e-mail address where there is no number.")));
    const std::pair<DuplicateStrategy, QString> strategies[] = {
        {DuplicateStrategy::Skip, tr("Skip: leave them as they are here")},
        {DuplicateStrategy::Update, tr("Update: take over what the file knows; empty cells never erase anything")},
        {DuplicateStrategy::Fill, tr("Fill: take over only what is empty here; nothing here is overwritten")},
        {DuplicateStrategy::KeepBoth, tr("Keep both: make a second contact")}};
    for (const auto &[strategy, text] : strategies) {
        auto *button = new QRadioButton(text);
        m_strategy->addButton(button, static_cast<int>(strategy));
        layout->addWidget(button);
    }
    layout->addWidget(m_addExisting);
    layout->addWidget(m_updates, 1);
    layout->addStretch();

    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    m_choices = session.choices();
    for (const ContactList &list : std::as_const(m_known)) {
        if (list.id == preselected)
            m_choices.lists = {ListChoice(list.id, list.name)};
    }
    m_strategy->button(static_cast<int>(m_choices.strategy))->setChecked(true);
    rebuildChips();
    apply();
    connect(m_listBox, &QComboBox::activated, this,
            [this](int index) { addList(ListChoice(m_known.at(index).id, m_known.at(index).name)); });
    connect(m_listBox->lineEdit(), &QLineEdit::returnPressed, this,
            [this] { addList(choiceOf(m_listBox->currentText())); });
    connect(m_tagEdit, &QLineEdit::returnPressed, this, &DestinationPage::addTags);
    connect(m_strategy, &QButtonGroup::idClicked, this, [this](int id) {
        m_choices.strategy = static_cast<DuplicateStrategy>(id);
        apply();
    });
    connect(m_addExisting, &QCheckBox::toggled, this, [this](bool on) {
        m_choices.addExistingToLists = on;
        apply();
    });
    connect(&session, &ImportSession::sourceChanged, this, [this] { // a resumed import brings its own
        if (m_choices == this->session().choices())
            return;
        m_choices = this->session().choices();
        m_strategy->button(static_cast<int>(m_choices.strategy))->setChecked(true);
        m_addExisting->setChecked(m_choices.addExistingToLists);
        rebuildChips();
        apply();
    });
    connect(&session, &ImportSession::ledgerChanged, this, &DestinationPage::refresh);
    connect(&session, &ImportSession::stateChanged, this, &DestinationPage::completeChanged);
}

QWidget *DestinationPage::section(const QString &title, const QString &explanation)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(new Label(title, TextSize::Strong));
    auto *text = new Label(explanation, TextSize::Body, Ink::Muted);
    text->setWordWrap(true);
    layout->addWidget(text, 1);
    return row;
}

// Old → new for everybody whom the file changes: what an update does is seen before it is done.
QWidget *DestinationPage::updates()
{
    auto *area = new QWidget;
    auto *table = new RowTable(tr("What the update changes"));
    table->setModel(new ImportUpdatesModel(session(), this));
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->horizontalHeader()->setDefaultSectionSize(180);
    table->setMinimumHeight(170);
    table->setLook([](const QModelIndex &index) {
        CellLook look;
        look.ink = index.column() == ImportUpdatesModel::BeforeColumn  ? Ink::Muted
                   : index.column() == ImportUpdatesModel::AfterColumn ? Ink::Ok
                                                                       : Ink::Text;
        return look;
    });
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(new Label(tr("What the update changes"), TextSize::Strong));
    layout->addWidget(table, 1);
    return area;
}

// What is typed is a list that is called so, to the letter or nearly, or a new one.
ListChoice DestinationPage::choiceOf(const QString &name) const
{
    const QString simple = name.simplified();
    for (const bool toTheLetter : {true, false}) {
        for (const ContactList &list : m_known) {
            if (toTheLetter ? list.name == simple : listNameKey(list.name) == listNameKey(simple))
                return {list.id, list.name};
        }
    }
    return {simple};
}

void DestinationPage::addList(const ListChoice &choice)
{
    const bool isChosen = std::any_of(m_choices.lists.begin(), m_choices.lists.end(), [&](const ListChoice &other) {
        return other.id == choice.id && (choice.id.isValid() || listNameKey(other.name) == listNameKey(choice.name));
    });
    if (!choice.name.isEmpty() && !isChosen)
        m_choices.lists.append(choice);
    m_listBox->setCurrentIndex(-1);
    m_listBox->clearEditText();
    rebuildChips();
    apply();
}

void DestinationPage::addTags()
{
    for (const std::string &tag : readTags(m_tagEdit->text().toStdString())) {
        const QString text = QString::fromStdString(tag);
        if (!m_choices.tags.contains(text))
            m_choices.tags.append(text);
    }
    m_tagEdit->clear();
    rebuildChips();
    apply();
}

void DestinationPage::rebuildChips()
{
    const auto rebuild = [this](FlowLayout *layout, auto &chosen, Tone tone, auto textOf) {
        while (QLayoutItem *item = layout->takeAt(0)) {
            item->widget()->deleteLater();
            delete item;
        }
        for (const auto &each : chosen) {
            auto *chip = new Chip(textOf(each), tone);
            chip->setRemovable(true);
            connect(chip, &Chip::removeRequested, this, [this, &chosen, each] {
                chosen.removeAll(each);
                rebuildChips();
                apply();
            });
            layout->addWidget(chip);
        }
        layout->parentWidget()->setVisible(!chosen.isEmpty());
    };
    rebuild(m_listChips, m_choices.lists, Tone::Accent,
            [](const ListChoice &list) { return list.id.isValid() ? list.name : tr("%1 (new)").arg(list.name); });
    rebuild(m_tagChips, m_choices.tags, Tone::Violet, [](const QString &tag) { return tag; });
}

void DestinationPage::apply()
{
    m_addExisting->setVisible(m_choices.strategy == DuplicateStrategy::Skip);
    m_addExisting->setEnabled(!m_choices.lists.isEmpty());
    session().setChoices(m_choices);
    refresh();
}

void DestinationPage::refresh()
{
    const ImportLedger &ledger = session().ledger();
    const auto number = [](qint64 value) { return QLocale().toString(value); };
    QString text = tr("%1 new").arg(number(ledger.count(RowFate::New)));
    if (changesPeople(m_choices.strategy))
        text += tr(", %1 updated, %2 unchanged")
                    .arg(number(ledger.count(RowFate::Updated)), number(ledger.count(RowFate::Unchanged)));
    else if (m_choices.strategy == DuplicateStrategy::Skip)
        text += tr(", %1 here already").arg(number(ledger.count(RowFate::DuplicateHere)));
    if (const qint64 suppressed = ledger.count(RowFate::Suppressed); suppressed > 0)
        text += tr(", %1 not to be contacted").arg(number(suppressed));
    m_updates->setVisible(changesPeople(m_choices.strategy) && ledger.count(RowFate::Updated) > 0);
    m_summary->setText(text + tr(", of %1 rows").arg(number(ledger.rows())));
    m_room->setVisible(session().withoutRoom() > 0);
    if (session().withoutRoom() > 0)
        m_room->setText(
            tr("The account has room for %1 more, as of %2; for %3 of the new ones there is none. They stay on "
               "this computer until there is.")
                .arg(number(session().room()->left), whenText(session().room()->asked),
                     number(session().withoutRoom())));
    m_nothing->setVisible(session().state() == ImportSession::State::Ready && !session().hasAnythingToImport());
    Q_EMIT completeChanged();
}

void DestinationPage::enter()
{
    refresh();
    m_listBox->setFocus();
}

void DestinationPage::leave()
{
    // What was typed but not confirmed is meant all the same.
    addTags();
    addList(choiceOf(m_listBox->currentText()));
}

bool DestinationPage::isComplete() const
{
    // What is typed and not confirmed yet is a list as well (see leave()).
    return session().state() == ImportSession::State::Ready && session().hasAnythingToImport();
}

} // namespace Elenco
