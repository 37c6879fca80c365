// SPDX-License-Identifier: Apache-2.0
#include "ui/import/columnspage.h"

#include "ui/import/fieldspanel.h"
#include "ui/import/importnotes.h"
#include "ui/import/layoutsdialog.h"
#include "ui/import/mappingheader.h"
#include "ui/import/newfielddialog.h"
#include "ui/import/opencolumns.h"
#include "ui/import/previewtable.h"
#include "ui/widgets/badgedelegate.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/statcard.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

namespace Elenco {

namespace {

using Verdict = ImportPreviewModel::Verdict;

CellLook previewLook(const QModelIndex &index)
{
    CellLook look;
    const QString text = index.data(ImportPreviewModel::VerdictTextRole).toString();
    switch (static_cast<Verdict>(index.data(ImportPreviewModel::VerdictRole).toInt())) {
    case Verdict::None: break;
    case Verdict::Normalised:
        if (text != index.data().toString())
            look.badges = {{QStringLiteral("→ ") + text, Tone::Ok}};
        break;
    case Verdict::NoSms:
    case Verdict::DuplicateInFile:
    case Verdict::AlreadyHere:
    case Verdict::Repairable: look.badges = {{text, Tone::Warn}}; break;
    case Verdict::Suppressed: look.badges = {{text, Tone::Bad}}; break;
    case Verdict::Problem:
        look.badges = {{text, Tone::Bad}};
        look.ink = Ink::Bad;
        break;
    }
    return look;
}

} // namespace

ColumnsPage::ColumnsPage(ImportSession &session, QWidget *parent)
    : ImportPage(session, parent),
      m_preview(new ImportPreviewModel(session, this)),
      m_header(new MappingHeader(session)),
      m_table(new PreviewTable(m_header)),
      m_fields(new FieldsPanel(session)),
      m_hint(new ElidedLabel({}, TextSize::Body, Ink::Muted))
{
    m_table->setModel(m_preview);
    auto *delegate = new BadgeDelegate(m_table);
    delegate->setLook(previewLook);
    m_table->setItemDelegate(delegate);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new Label(tr("Drag a field onto a column"), TextSize::Heading));
    head->addWidget(m_hint, 1);
    auto *layouts = new QPushButton(tr("Remembered layouts…"));
    layouts->setAutoDefault(false);
    connect(layouts, &QPushButton::clicked, this,
            [this] { (new LayoutsDialog(this->session().addressBook(), this))->open(); });
    head->addWidget(layouts);
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(16, 16, 16, 16);
    middle->setSpacing(12);
    middle->addLayout(head);
    middle->addWidget(new OpenColumns(session));
    middle->addWidget(m_table, 1);
    middle->addWidget(new ImportNotes(session));
    middle->addWidget(cards());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(m_fields);

    connect(m_header, &MappingHeader::menuRequested, this, &ColumnsPage::showMenu);
    connect(m_header, &MappingHeader::fieldDropped, &session, &ImportSession::setTarget);
    connect(m_fields, &FieldsPanel::fieldChosen, this,
            [this](const ColumnTarget &target) { this->session().setTarget(m_header->focusedColumn(), target); });
    connect(m_fields, &FieldsPanel::newFieldRequested, this, [this] { askNewField(m_header->focusedColumn()); });
    // The widths are found once for each file, when the verdicts are there; after that they are the user's.
    connect(&session, &ImportSession::sourceChanged, this, [this] {
        m_needsFit = true;
        fitColumns();
    });
    connect(m_preview, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first) {
        if (m_needsFit && first.siblingAtColumn(0).isValid() &&
            this->session().state() == ImportSession::State::Ready) {
            m_needsFit = false;
            fitColumns();
        }
    });
    connect(&session, &ImportSession::mappingChanged, this, [this] {
        refreshHint();
        Q_EMIT completeChanged();
    });
    connect(&session, &ImportSession::stateChanged, this, &ColumnsPage::refreshNumbers);
    connect(&session, &ImportSession::ledgerChanged, this, &ColumnsPage::refreshNumbers);
    connect(&session, &ImportSession::progressChanged, this, &ColumnsPage::refreshNumbers);
    setTabOrder(m_header, m_fields);
}

QWidget *ColumnsPage::cards()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_ready = new StatCard(tr("Ready to import"));
    m_here = new StatCard(tr("Already here"));
    m_invalid = new StatCard(tr("Invalid"));
    m_suppressed = new StatCard(tr("Do not contact"));
    m_noSms = new StatCard(tr("Can't get an SMS"));
    m_checked = new StatCard(tr("Checked"));
    m_progress = m_checked->showProgress();
    for (StatCard *card : {m_ready, m_here, m_invalid, m_suppressed, m_noSms, m_checked})
        layout->addWidget(card, card == m_checked ? 13 : 10);
    return row;
}

void ColumnsPage::enter()
{
    fitColumns();
    refreshHint();
    refreshNumbers();
    m_header->setFocus();
}

bool ColumnsPage::isComplete() const
{
    return session().canImport() && session().state() == ImportSession::State::Ready;
}

void ColumnsPage::refreshHint()
{
    const auto columns = session().columns().size();
    m_hint->setInk(session().canImport() ? Ink::Muted : Ink::Bad);
    m_hint->setText(session().canImport()
                        ? tr("or pick it from the column's menu. %1 of %2 columns were matched for you.")
                              .arg(session().matchedCount())
                              .arg(columns)
                        : tr("Match a column to Phone or Email: nobody can be imported without."));
}

void ColumnsPage::refreshNumbers()
{
    const bool isKnown =
        session().state() == ImportSession::State::Ready || session().state() == ImportSession::State::Done;
    const ImportLedger &ledger = session().ledger();
    const auto show = [&](StatCard *card, qint64 value, Ink ink) {
        card->setValue(isKnown ? numberText(value) : QStringLiteral("…"), isKnown && value > 0 ? ink : Ink::Text);
    };
    show(m_ready, ledger.imported(), Ink::Ok);
    show(m_here,
         ledger.count(RowFate::DuplicateHere) + ledger.count(RowFate::DuplicateInFile) +
             ledger.count(RowFate::Unchanged),
         Ink::Warn);
    const qint64 here = ledger.count(RowFate::DuplicateHere) + ledger.count(RowFate::Unchanged),
                 inFile = ledger.count(RowFate::DuplicateInFile);
    if (isKnown)
        m_here->setLabel(inFile == 0 ? tr("Already here") : here == 0 ? tr("Twice in the file") : tr("Duplicates"));
    show(m_invalid, ledger.count(RowFate::Invalid), Ink::Bad);
    show(m_suppressed, ledger.count(RowFate::Suppressed), Ink::Bad);
    m_suppressed->setVisible(ledger.count(RowFate::Suppressed) > 0); // most files know nobody who said no
    show(m_noSms, ledger.landlines, Ink::Text);
    const qint64 rows = isKnown ? ledger.rows() : session().source().rows;
    const Progress progress = session().progress();
    const qint64 done = isKnown ? rows : progress.total > 0 ? rows * progress.done / progress.total : 0;
    const QString seconds = QLocale().toString(static_cast<double>(session().elapsedMs()) / 1000.0, 'f', 2);
    m_checked->setLabel(tr("Checked %1 of %2 rows in %3 s").arg(numberText(done), numberText(rows), seconds));
    m_progress->setProgress(isKnown ? Progress{1, 1} : progress);
    m_progress->setTone(isKnown ? Tone::Ok : Tone::Accent);
    Q_EMIT completeChanged();
}

void ColumnsPage::fitColumns()
{
    for (int column = 0; column < m_preview->columnCount(); ++column) {
        const ColumnTarget target = session().mapping().targets.value(column);
        const bool isPhone = target.kind == ColumnTarget::Kind::Standard && target.field == Field::Phone;
        const int content = static_cast<const QAbstractItemView *>(m_table)->sizeHintForColumn(column) + 12;
        m_header->resizeSection(column,
                                qBound(110, qMax(m_header->sectionSizeHint(column), content), isPhone ? 320 : 230));
    }
}

void ColumnsPage::showMenu(int column, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const ColumnTarget current = session().mapping().targets.value(column);
    const auto add = [&](QMenu *to, const ColumnTarget &target, const QString &text) {
        QAction *action = to->addAction(text);
        action->setCheckable(true);
        action->setChecked(target.key() == current.key());
        connect(action, &QAction::triggered, this, [this, column, target] { session().setTarget(column, target); });
    };
    add(menu, {}, tr("Do not import this column"));
    menu->addSeparator();
    QMenu *custom = nullptr;
    for (const FieldChoice &choice : fieldChoices(session())) {
        if (choice.group == FieldChoice::Group::Custom && !custom)
            custom = menu->addMenu(tr("Custom fields"));
        add(custom ? custom : menu, choice.target,
            choice.hint.isEmpty() ? choice.target.label()
                                  : QStringLiteral("%1 (%2)").arg(choice.target.label(), choice.hint));
    }
    connect(menu->addAction(tr("New custom field…")), &QAction::triggered, this,
            [this, column] { askNewField(column); });
    if (current.kind == ColumnTarget::Kind::Custom && current.valueKind == ValueKind::Date) {
        menu->addSection(tr("Dates are written"));
        for (const auto &[order, text] : {std::pair{DateOrder::DayMonthYear, tr("day, month, year")},
                                          std::pair{DateOrder::MonthDayYear, tr("month, day, year")},
                                          std::pair{DateOrder::YearMonthDay, tr("year, month, day")}}) {
            QAction *action = menu->addAction(text);
            action->setCheckable(true);
            action->setChecked(current.dateOrder == order);
            connect(action, &QAction::triggered, this,
                    [this, column, order] { session().setDateOrder(column, order); });
        }
    }
    menu->popup(position);
}

void ColumnsPage::askNewField(int column)
{
    const ColumnTarget current = session().mapping().targets.value(column);
    const QString name =
        current.kind == ColumnTarget::Kind::Custom ? current.name : session().columns().value(column).name.simplified();
    const auto &profiles = session().source().profiles;
    const ValueKind kind =
        static_cast<size_t>(column) < profiles.size() ? profiles[static_cast<size_t>(column)].kind() : ValueKind::Text;
    auto *dialog =
        new NewFieldDialog(name, current.kind == ColumnTarget::Kind::Custom ? current.valueKind : kind, this);
    connect(dialog, &NewFieldDialog::fieldMade, this,
            [this, column](const ColumnTarget &target) { session().setTarget(column, target); });
    dialog->open();
}

} // namespace Elenco
