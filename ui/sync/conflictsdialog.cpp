// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/conflictsdialog.h"

#include "ui/sync/choicegrid.h"
#include "ui/sync/syncwords.h"
#include "ui/theme/elencostyle.h"
#include "ui/theme/paint.h"
#include "ui/widgets/edgebar.h"
#include "ui/widgets/label.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostContacts = 2000; ///< contacts shown at once; the rest follows as these are decided

/// A name, and at the right what the matter is.
class NameDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, 28}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokens(option.palette);
        const bool isCurrent = option.state & QStyle::State_Selected;
        if (isCurrent)
            paintBox(*painter, option.rect, Metric::radius, t.accentSoft);
        QFont font = option.font;
        font.setWeight(isCurrent ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        const QRect rect = option.rect.adjusted(8, 0, -8, 0);
        const QString hint = index.data(Qt::UserRole).toString();
        const int hintWidth = painter->fontMetrics().horizontalAdvance(hint);
        painter->setPen(isCurrent ? t.accentText : t.faint);
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, hint);
        painter->setPen(isCurrent ? t.accentText : t.text);
        const QString name =
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width() - hintWidth - 12);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, name);
        if (option.state & QStyle::State_HasFocus && isCurrent)
            paintFocusRing(*painter, option.rect, Metric::radius, t);
    }
};

bool isAboutField(const Conflict &conflict)
{
    return recordChoice(conflict).what.isEmpty();
}

Decision decisionFor(const Conflict &conflict, Choice choice)
{
    ContactState fields;
    if (choice == Choice::Mine && isAboutField(conflict))
        fields[conflict.field] = conflict.mine.toStdString();
    return {conflict.id, choice, fields};
}

} // namespace

ConflictsDialog::ConflictsDialog(AddressBook &addressBook, NumberJudge judge, QWidget *parent)
    : QDialog(parent),
      m_addressBook(addressBook),
      m_judge(std::move(judge)),
      m_title(new Label({}, TextSize::Heading)),
      m_allMine(new QPushButton(tr("Keep mine for all"))),
      m_allTheirs(new QPushButton(tr("Keep theirs for all"))),
      m_list(new QListWidget),
      m_pages(new QStackedWidget),
      m_hint(
          new Label(tr("Other fields changed on one side only were merged already. Nothing is sent until you choose."),
                    TextSize::Body, Ink::Muted)),
      m_grid(new ChoiceGrid),
      m_what(new Label),
      m_mine(new QRadioButton),
      m_theirs(new QRadioButton),
      m_later(new QPushButton(tr("Later"))),
      m_use(new QPushButton(tr("Use these values")))
{
    setWindowTitle(tr("Conflicts"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumSize(760, 360);
    resize(1160, 560);
    auto *head = new EdgeBar(Qt::BottomEdge);
    head->setFixedHeight(48);
    auto *headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(12, 0, 12, 0);
    headLayout->setSpacing(8);
    headLayout->addWidget(m_title, 1);
    headLayout->addWidget(m_allMine);
    headLayout->addWidget(m_allTheirs);

    auto *side = new EdgeBar(Qt::RightEdge);
    side->setFixedWidth(236);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(8, 10, 9, 10);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->setItemDelegate(new NameDelegate(m_list));
    m_list->setAccessibleName(tr("Contacts with conflicts"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    sideLayout->addWidget(m_list);

    auto *fields = new QWidget;
    auto *fieldsLayout = new QVBoxLayout(fields);
    fieldsLayout->setContentsMargins(18, 18, 18, 18);
    fieldsLayout->setSpacing(10);
    m_hint->setWordWrap(true);
    fieldsLayout->addWidget(m_hint);
    fieldsLayout->addWidget(m_grid);
    fieldsLayout->addStretch();
    auto *record = new QWidget;
    auto *recordLayout = new QVBoxLayout(record);
    recordLayout->setContentsMargins(18, 18, 18, 18);
    recordLayout->setSpacing(12);
    m_what->setWordWrap(true);
    recordLayout->addWidget(m_what);
    recordLayout->addWidget(m_mine);
    recordLayout->addWidget(m_theirs);
    recordLayout->addStretch();
    auto *nothing = new Label(tr("No choices are open."), TextSize::Body, Ink::Muted);
    nothing->setAlignment(Qt::AlignCenter);
    for (QWidget *page : {fields, record, static_cast<QWidget *>(nothing)})
        m_pages->addWidget(page);
    auto *middle = new QHBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(side);
    middle->addWidget(m_pages, 1);

    auto *foot = new EdgeBar(Qt::TopEdge);
    foot->setFixedHeight(56);
    auto *footLayout = new QHBoxLayout(foot);
    footLayout->setContentsMargins(16, 0, 16, 0);
    footLayout->setSpacing(8);
    footLayout->addWidget(new Label(tr("Both versions stay in the contact’s history."), TextSize::Body, Ink::Muted), 1);
    footLayout->addWidget(m_later);
    footLayout->addWidget(m_use);
    setButtonKind(m_use, ButtonKind::Primary);
    for (QPushButton *button : {m_allMine, m_allTheirs, m_later})
        button->setAutoDefault(false);
    m_use->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addLayout(middle, 1);
    layout->addWidget(foot);

    connect(m_later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, [this] { resolve(current()); });
    connect(m_allMine, &QPushButton::clicked, this, [this] { resolveAll(Choice::Mine); });
    connect(m_allTheirs, &QPushButton::clicked, this, [this] { resolveAll(Choice::Theirs); });
    connect(m_list, &QListWidget::currentRowChanged, this, &ConflictsDialog::showCurrent);
    connect(&addressBook, &AddressBook::changed, this, &ConflictsDialog::refresh);
    show({});
    refresh();
    m_list->setFocus();
}

void ConflictsDialog::refresh()
{
    m_reading = m_addressBook.outbox().conflicts(this, mostContacts);
    m_reading.then([this](const Result<QList<Conflict>> &conflicts) {
        if (conflicts)
            show(*conflicts);
        else
            Q_EMIT failed(tr("The conflicts could not be read."), conflicts.error());
    });
}

void ConflictsDialog::show(QList<Conflict> conflicts)
{
    const auto sameRecord = [](const Conflict &a, const Conflict &b) {
        return a.contact == b.contact && a.list == b.list && isAboutField(a) == isAboutField(b);
    };
    const int row = std::max(0, m_list->currentRow());
    const std::optional<Conflict> shown =
        m_list->currentRow() >= 0 ? std::optional(m_groups[m_list->currentRow()].first()) : std::nullopt;
    const QSignalBlocker quiet(m_list);
    m_groups.clear();
    for (Conflict &conflict : conflicts) {
        if (!m_groups.isEmpty() && isAboutField(conflict) && sameRecord(m_groups.last().first(), conflict))
            m_groups.last().append(std::move(conflict));
        else
            m_groups.append(QList<Conflict>{std::move(conflict)});
    }
    m_list->clear();
    for (const QList<Conflict> &group : std::as_const(m_groups)) {
        auto *item = new QListWidgetItem(group.first().name, m_list);
        item->setData(Qt::UserRole, conflictHint(group));
        item->setData(Qt::AccessibleTextRole, QString(group.first().name + u", "_s + conflictHint(group)));
    }
    const bool any = !m_groups.isEmpty();
    m_title->setText(!any ? tr("Nothing was changed on both sides")
                     : m_groups.size() == 1
                         ? tr("1 contact was changed here and on the gateway")
                         : tr("%1 contacts were changed here and on the gateway").arg(numberText(m_groups.size())));
    for (QPushButton *button : {m_allMine, m_allTheirs, m_use})
        button->setEnabled(any && !m_resolving.isRunning());
    // After the last choice there is one thing left to do.
    for (QPushButton *button : {m_allMine, m_allTheirs, m_use})
        button->setVisible(any);
    m_later->setText(any ? tr("Later") : tr("Close"));
    (any ? m_use : m_later)->setDefault(true);
    if (!any)
        m_later->setFocus();
    // Others may have come or gone above it: the record that was shown is shown, or else what took its place.
    const auto again = std::find_if(m_groups.begin(), m_groups.end(), [&](const QList<Conflict> &group) {
        const Conflict &first = group.first();
        return shown && sameRecord(*shown, first) && (isAboutField(first) || first.id == shown->id);
    });
    m_list->setCurrentRow(again != m_groups.end() ? int(again - m_groups.begin())
                                                  : std::min<int>(row, int(m_groups.size()) - 1));
    showCurrent();
    orderTabs();
}

// Fields come and go behind everything else: the choices first, then what is to become of them, what decides all last.
void ConflictsDialog::orderTabs()
{
    QWidget *before = m_list;
    const auto next = [&before](QWidget *widget) {
        setTabOrder(before, widget);
        before = widget;
    };
    for (QWidget *widget : m_grid->findChildren<QWidget *>()) {
        if (widget->focusPolicy() & Qt::TabFocus)
            next(widget);
    }
    for (QWidget *widget : std::initializer_list<QWidget *>{m_mine, m_theirs, m_use, m_later, m_allMine, m_allTheirs})
        next(widget);
}

void ConflictsDialog::showCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_groups.size()) {
        m_pages->setCurrentIndex(2);
        return;
    }
    const QList<Conflict> &group = m_groups[row];
    if (isAboutField(group.first())) {
        showFields(group);
        return;
    }
    m_pages->setCurrentIndex(1);
    m_use->setText(tr("Do this"));
    if (m_shownRecord == group.first().id) // only read again: what was chosen stays
        return;
    m_shownRecord = group.first().id;
    const RecordChoice choice = recordChoice(group.first());
    m_what->setText(choice.what);
    m_mine->setText(choice.mine);
    m_theirs->setText(choice.theirs);
    m_mine->setChecked(true);
}

void ConflictsDialog::showFields(const QList<Conflict> &group)
{
    const ContactId contact = group.first().contact;
    if (m_told != contact)
        m_story = {};
    m_told = contact;
    m_grid->showChoices(group, m_story);
    orderTabs();
    m_pages->setCurrentIndex(0);
    m_use->setText(tr("Use these values"));
    m_telling = m_addressBook.outbox().mergeStory(this, contact);
    m_telling.then([this, group](const Result<MergeStory> &story) {
        if (!story || *story == m_story) // without it the choices are the same
            return;
        m_story = *story;
        m_grid->showChoices(group, m_story);
        orderTabs();
    });
}

QList<Decision> ConflictsDialog::current() const
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_groups.size())
        return {};
    const QList<Conflict> &group = m_groups[row];
    if (isAboutField(group.first()))
        return m_grid->decisions();
    return {decisionFor(group.first(), m_mine->isChecked() ? Choice::Mine : Choice::Theirs)};
}

void ConflictsDialog::resolve(const QList<Decision> &decisions)
{
    if (decisions.isEmpty() || m_resolving.isRunning())
        return;
    m_resolving = m_addressBook.outbox().resolve(this, decisions, m_judge);
    m_list->setFocus(); // what is switched off would lose the keyboard to what decides everything
    for (QPushButton *button : {m_allMine, m_allTheirs, m_use})
        button->setEnabled(false);
    m_resolving.then([this](const Result<ChangeSetId> &done) {
        if (!done)
            Q_EMIT failed(tr("The choice could not be kept."), done.error());
        else if (done->isValid())
            Q_EMIT resolved(*done);
        refresh();
    });
}

void ConflictsDialog::resolveAll(Choice choice)
{
    QList<Decision> decisions;
    for (const QList<Conflict> &group : std::as_const(m_groups)) {
        for (const Conflict &conflict : group)
            decisions.append(decisionFor(conflict, choice));
    }
    resolve(decisions);
}

} // namespace Elenco
