// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/contactspane.h"

#include "core/filter/filtersentence.h"
#include "core/filter/filterwordlists.h"
#include "core/filter/scopes.h"
#include "ui/contacts/columnchooser.h"
#include "ui/contacts/columnlayout.h"
#include "ui/contacts/contactheader.h"
#include "ui/contacts/contacttableview.h"
#include "ui/contacts/emptystate.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/label.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QSettings>
#include <QStackedLayout>
#include <QStyle>

namespace Elenco {

using namespace Qt::StringLiterals;

ContactsPane::ContactsPane(AddressBook &addressBook, QSettings &settings, QWidget *parent)
    : QWidget(parent),
      m_addressBook(addressBook),
      m_settings(settings),
      m_model(addressBook),
      m_selection(m_model),
      m_title(new ElidedLabel({}, TextSize::Title)),
      m_summaryLabel(new ElidedLabel({}, TextSize::Body, Ink::Muted)),
      m_filterChip(new Chip(tr("Filter"))),
      m_problem(new Label({}, TextSize::Small, Ink::Bad)),
      m_columnsChip(new Chip(tr("Columns"))),
      m_table(new ContactTableView(m_model, m_selection, addressBook.path(), this)),
      m_empty(new EmptyState)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(10);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    head->setSpacing(10);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    head->addWidget(m_title);
    head->addWidget(m_summaryLabel, 1);
    layout->addLayout(head);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 16, 0);
    auto *flowHolder = new QWidget;
    m_chips = new FlowLayout(flowHolder);
    m_filterChip->setLeadingIcon(Icon::Plus);
    m_chips->addWidget(m_filterChip);
    row->addWidget(flowHolder, 1);
    row->addWidget(m_columnsChip, 0, Qt::AlignTop);
    layout->addLayout(row);

    m_problem->setContentsMargins(16, 0, 16, 0);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);

    auto *stacked = new QWidget;
    m_stack = new QStackedLayout(stacked);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    layout->addWidget(stacked, 1);

    connect(m_filterChip, &Chip::clicked, this, &ContactsPane::openFilterMenu);
    connect(m_columnsChip, &Chip::clicked, this, &ContactsPane::chooseColumns);
    connect(m_table->header(), &ContactHeader::sortRequested, this, &ContactsPane::setSort);
    connect(m_table->header(), &ContactHeader::columnChooserRequested, this, &ContactsPane::chooseColumns);
    connect(m_table->header(), &ContactHeader::columnLayoutChanged, this,
            [this] { saveColumnLayout(m_settings, m_addressBook.path(), m_scope, m_table->header()->columnLayout()); });
    connect(&m_model, &ContactTableModel::orderChanged, this, &ContactsPane::showState);
    connect(&m_model, &ContactTableModel::failed, this, &ContactsPane::failed);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ContactsPane::applyColumns, Qt::QueuedConnection);
    connect(&addressBook, &AddressBook::changed, this, [this](const BookChange &change) {
        if (!change.isAboutContacts() && !change.isAboutLists)
            return;
        refreshSummary();
        refreshColumns();
    });
    connect(m_empty, &EmptyState::pressed, this, [this] {
        if (m_search.isEmpty() && m_isSearchUsable)
            Q_EMIT importRequested();
        else
            Q_EMIT searchCleared();
    });
    refreshColumns();
}

ContactsPane::~ContactsPane() = default;

void ContactsPane::showScope(const Filter &scope, const QString &title)
{
    ContactQuery query = m_model.query();
    const bool isOther = !m_hasShown || m_scope != scope;
    m_scope = scope;
    query.filter = Filter::joined(m_scope, m_search);
    setScopeTitle(title);
    m_model.setQuery(query);
    if (!isOther)
        return;
    m_isSummaryKnown = false;
    m_table->scrollToTop();
    applyColumns();
    refreshSummary();
}

void ContactsPane::setScopeTitle(const QString &title)
{
    m_title->setText(title);
}

void ContactsPane::setSearch(const QStringList &tokens, const QString &text)
{
    m_tokens = tokens;
    m_text = text;
    if (m_isVocabularyKnown) // else when it is
        readSearch();
}

void ContactsPane::readSearch()
{
    const SearchReading reading = SearchReading::of(m_tokens, m_text, m_vocabulary);
    showChips(reading);
    m_problem->setText(reading.sentence());
    m_problem->setVisible(!reading.sentence().isEmpty());
    m_problem->setInk(reading.isUsable ? Ink::Muted : Ink::Bad);
    const bool wasUsable = std::exchange(m_isSearchUsable, reading.isUsable);
    if (m_hasShown && !(wasUsable && reading.isUsable))
        showState();
    Q_EMIT searchRead(reading);
    ContactQuery query = m_model.query();
    if (reading.isUsable)
        m_search = reading.filter;
    query.filter = Filter::joined(m_scope, m_search);
    if (!reading.isUsable || query == m_model.query())
        return;
    m_model.setQuery(query);
    m_table->scrollToTop();
}

void ContactsPane::showChips(const SearchReading &reading)
{
    // At a keystroke they are mostly what they were: they keep their focus, and don't flicker.
    if (std::exchange(m_chipsShow, {m_tokens, reading.tokenProblems}) == std::pair(m_tokens, reading.tokenProblems))
        return;
    for (Chip *chip : std::as_const(m_tokenChips)) {
        chip->hide();
        chip->deleteLater(); // it may be the one whose cross was pressed
    }
    m_tokenChips.clear();
    for (int i = 0; i < m_tokens.size(); ++i) {
        const QString &problem = reading.tokenProblems[i];
        const QString words = problem.isEmpty()
                                  ? describeFilter(readFilter(m_tokens[i], m_vocabulary).filter, m_vocabulary)
                                  : m_tokens[i];
        auto *chip = new Chip(words, problem.isEmpty() ? Tone::Accent : Tone::Bad);
        chip->setRemovable(true);
        chip->setToolTip(problem);
        if (!problem.isEmpty())
            chip->setAccessibleDescription(problem);
        connect(chip, &Chip::removeRequested, this, [this, i] { Q_EMIT tokenRemoved(i); });
        connect(chip, &Chip::clicked, this, [this, i] { Q_EMIT tokenRemoved(i); });
        m_chips->insertWidget(i, chip);
        m_tokenChips.append(chip);
    }
}

void ContactsPane::setSort(const QList<SortKey> &keys)
{
    ContactQuery query = m_model.query();
    query.sort = keys;
    m_model.setQuery(query);
    m_table->scrollToTop();
    m_table->header()->viewport()->update();
}

void ContactsPane::openFilterMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &label, const QString &beginning) {
        menu->addAction(label, this, [this, beginning] { Q_EMIT conditionRequested(beginning); });
    };
    for (const ContactColumn &column : m_model.columns()) {
        if (column.kind == ContactColumn::Kind::Tags)
            add(column.label, u"tag:"_s);
        else if (column.kind != ContactColumn::Kind::Name) // a name is found by typing it
            add(column.label,
                filterKeyText(column.kind == ContactColumn::Kind::Custom ? FilterVocabulary::customKeyOf(column.key)
                                                                         : column.key) +
                    (column.valueKind == ValueKind::Number || column.valueKind == ValueKind::Date ? u'>' : u':'));
    }
    add(tr("List"), u"list:"_s);
    add(filterKeyLabel(u"kind"_s), u"kind:"_s);
    add(tr("Valid, suppressed or recent"), u"is:"_s);
    add(tr("Has a value"), u"has:"_s);
    add(tr("Has no value"), u"empty:"_s);
    menu->popup(m_filterChip->mapToGlobal(QPoint(0, m_filterChip->height() + 4)));
}

void ContactsPane::refreshColumns()
{
    m_fieldsTask = m_addressBook.contacts().customFields(this);
    m_fieldsTask.then([this](const Result<QList<CustomField>> &fields) {
        if (!fields)
            return Q_EMIT failed(fields.error());
        m_model.setColumns(contactColumns(*fields)); // says modelReset when they are others
        if (std::exchange(m_isVocabularyKnown, true) && *fields == m_fields)
            return;
        m_fields = *fields;
        m_vocabulary = FilterVocabulary(m_fields, ValueLocale());
        readSearch();
    });
}

void ContactsPane::applyColumns()
{
    const int room = m_table->width() - m_table->verticalHeader()->width() -
                     m_table->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_table) - 4;
    m_table->header()->setColumnLayout(
        loadColumnLayout(m_settings, m_addressBook.path(), m_scope, m_model.columns(), room));
}

void ContactsPane::chooseColumns()
{
    if (m_chooser)
        m_chooser->close();
    m_chooser = new ColumnChooser(m_model.columns(), m_table->header()->columnLayout(), this);
    connect(m_chooser, &ColumnChooser::changed, this, [this](const ColumnLayout &layout) {
        m_table->header()->setColumnLayout(layout);
        saveColumnLayout(m_settings, m_addressBook.path(), m_scope, layout);
    });
    connect(m_chooser, &ColumnChooser::resetRequested, this, [this] {
        m_settings.remove(layoutName(m_addressBook.path(), m_scope));
        applyColumns();
        m_chooser->setColumnLayout(m_table->header()->columnLayout());
    });
    m_chooser->openBelow(m_columnsChip);
}

void ContactsPane::refreshSummary()
{
    m_summaryTask = m_addressBook.contacts().summary(this, m_scope);
    m_summaryTask.then([this](const Result<ScopeSummary> &summary) {
        if (!summary)
            return;
        m_summary = *summary;
        m_isSummaryKnown = true;
        showState();
    });
}

void ContactsPane::showState()
{
    m_hasShown = true;
    const qint64 rows = m_model.rowCount();
    const bool isFiltered = !m_search.isEmpty();
    if (m_isSummaryKnown && m_summary.contacts == 0)
        m_summaryLabel->setText({}); // the empty state says it
    else if (isFiltered && m_isSummaryKnown)
        m_summaryLabel->setText(tr("%1 of %2").arg(numberText(rows), contactCount(m_summary.contacts)));
    else if (m_isSummaryKnown)
        m_summaryLabel->setText(
            tr("%1 · %2 can receive SMS").arg(contactCount(m_summary.contacts), numberText(m_summary.reachable)));
    else
        m_summaryLabel->setText(contactCount(rows));

    if (rows > 0 || m_model.isLoading()) {
        m_stack->setCurrentWidget(m_table);
    } else {
        if (!m_isSearchUsable) // the rows are those of a search before
            m_empty->setTexts(tr("The search is not understood"), m_problem->text(), tr("Clear the search"), false);
        else if (isFiltered)
            m_empty->setTexts(tr("Nothing found"), tr("No contact here matches the search."), tr("Clear the search"),
                              false);
        else if (m_scope == needingAttention())
            m_empty->setTexts(tr("All is well"), tr("Every contact has a valid number."), {}, false);
        else if (listOfScope(m_scope).isValid())
            m_empty->setTexts(tr("This list is empty"), tr("Drop contacts on it, or a vCard or CSV file here."),
                              tr("Import…"), true);
        else
            m_empty->setTexts(tr("No contacts yet"), tr("Drop a vCard or CSV file here."), tr("Import…"), true);
        m_stack->setCurrentWidget(m_empty);
    }
    Q_EMIT shown();
}

} // namespace Elenco
