// SPDX-License-Identifier: Apache-2.0
#include "ui/import/problemspage.h"

#include "phone/phonedisplay.h"
#include "ui/import/duplicatespanel.h"
#include "ui/import/problemstable.h"
#include "ui/theme/elencostyle.h"
#include "ui/theme/icons.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace Elenco {

namespace {

CellLook problemLook(const QModelIndex &index)
{
    CellLook look;
    switch (static_cast<ImportProblemModel::Column>(index.column())) {
    case ImportProblemModel::RowColumn: look.ink = Ink::Muted; break;
    case ImportProblemModel::NumberColumn: look.ink = Ink::Bad; break;
    case ImportProblemModel::ReasonColumn: look.ink = Ink::Muted; break;
    case ImportProblemModel::RepairColumn: look.ink = Ink::Ok; break;
    case ImportProblemModel::NameColumn:
    case ImportProblemModel::ColumnCount: break;
    }
    return look;
}

QString examplesOf(const RepairOffer &offer)
{
    QStringList lines{repairKindText(offer.kind)};
    for (const RepairOffer::Example &example : offer.examples)
        lines.append(ProblemsPage::tr("%1 → %2", "a number, and how it is repaired")
                         .arg(example.typed, displayPhone(example.repaired)));
    return lines.join(u'\n');
}

} // namespace

ProblemsPage::ProblemsPage(ImportSession &session, QWidget *parent)
    : ImportPage(session, parent),
      m_model(new ImportProblemModel(session, this)),
      m_table(new ProblemsTable),
      m_stack(new QStackedWidget),
      m_heading(new Label({}, TextSize::Heading)),
      m_explanation(new Label({}, TextSize::Body, Ink::Muted)),
      m_repairAll(new QPushButton(icon(Icon::Wand), {})),
      m_repairKinds(new QMenu(this)),
      m_repairOne(new QPushButton(tr("Accept this repair"))),
      m_takeBack(new QPushButton(icon(Icon::Undo), tr("Take back")))
{
    m_table->setModel(m_model);
    m_table->setLook(problemLook);
    m_table->setWidths({76, 200, 220, 240});

    auto *none = new Label(tr("No problems: every row can be imported."), TextSize::Body, Ink::Muted);
    none->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_table);
    m_stack->addWidget(none);
    m_explanation->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_explanation, 1);
    buttons->addSpacing(16);
    buttons->addWidget(m_takeBack, 0, Qt::AlignTop);
    buttons->addWidget(m_repairOne, 0, Qt::AlignTop);
    buttons->addWidget(m_repairAll, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_heading);
    layout->addLayout(buttons);
    layout->addWidget(m_stack, 1);
    layout->addWidget(new DuplicatesPanel(session), 1);

    m_takeBack->setToolTip(tr("The last mended row, or all that one press repaired, is what it was in the file"));
    m_takeBack->setShortcut(QKeySequence::Undo);
    connect(m_takeBack, &QPushButton::clicked, &session, &ImportSession::takeBackMending);
    m_repairKinds->setToolTipsVisible(true);
    connect(m_repairAll, &QPushButton::clicked, this, [this] {
        if (const QList<RepairOffer> &offers = this->session().repairs(); offers.size() == 1)
            this->session().acceptAllRepairs(offers.first().kind);
    });
    connect(m_repairOne, &QPushButton::clicked, this, [this] {
        if (m_table->currentIndex().isValid())
            this->session().acceptRepair(m_model->stagedRow(m_table->currentIndex().row()));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProblemsPage::refresh);
    for (auto signal : {&ImportSession::ledgerChanged, &ImportSession::stateChanged})
        connect(&session, signal, this, &ProblemsPage::refresh);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ProblemsPage::refresh);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ProblemsPage::refresh);
}

void ProblemsPage::enter()
{
    refresh();
    m_table->setFocus();
}

bool ProblemsPage::isComplete() const
{
    return session().state() == ImportSession::State::Ready;
}

void ProblemsPage::refresh()
{
    const ImportLedger &ledger = session().ledger();
    const qint64 invalid = ledger.count(RowFate::Invalid);
    const bool isReady = session().state() == ImportSession::State::Ready;
    QString heading = invalid == 0 ? tr("Nothing to mend")
                                   : tr("%n row(s) can't be imported yet", nullptr, static_cast<int>(invalid));
    if (const qint64 mended = session().mended(); mended > 0)
        heading += QStringLiteral(" · ") + tr("%n mended", nullptr, static_cast<int>(mended));
    m_heading->setText(heading);
    m_takeBack->setVisible(session().canTakeBackMending());
    QString text = invalid == 0 ? QString()
                                : tr("Type over a number to mend it. Rows left as they are stay out, and can be saved "
                                     "as a file with the reason afterwards.");
    if (invalid > ImportProblemModel::shownAtMost)
        text += u' ' + tr("The first %1 are shown.").arg(QLocale().toString(ImportProblemModel::shownAtMost));
    m_explanation->setText(text);
    offerRepairs();
    m_repairAll->setEnabled(isReady);
    m_table->setColumnHidden(ImportProblemModel::RepairColumn, ledger.repairable == 0); // the reason has its room then
    // A repair is accepted of the row that is seen to be chosen: the first one, until the person goes elsewhere.
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, ImportProblemModel::NumberColumn));
    const QModelIndex current = m_table->currentIndex();
    m_repairOne->setVisible(ledger.repairable > 0);
    m_repairOne->setEnabled(isReady && current.isValid() && current.data(ImportProblemModel::HasRepairRole).toBool());
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    m_stack->setVisible(m_model->rowCount() > 0 || session().duplicates().rows == 0); // else they have the room
    Q_EMIT completeChanged();
}

// What is right for one kind (a "+" that a program took away) may be wrong for another: each is accepted by itself,
// with its examples in sight.
void ProblemsPage::offerRepairs()
{
    const QList<RepairOffer> &offers = session().repairs();
    m_repairAll->setVisible(!offers.isEmpty());
    m_repairKinds->clear();
    m_repairAll->setMenu(offers.size() > 1 ? m_repairKinds : nullptr);
    m_repairAll->setToolTip(offers.size() == 1 ? examplesOf(offers.first()) : QString());
    if (offers.size() == 1) {
        m_repairAll->setText(tr("Accept all %n repair(s)", nullptr, static_cast<int>(offers.first().rows)));
        return;
    }
    m_repairAll->setText(tr("Accept repairs"));
    for (const RepairOffer &offer : offers) {
        const QString first = tr("%1 → %2", "a number, and how it is repaired")
                                  .arg(offer.examples.first().typed, displayPhone(offer.examples.first().repaired));
        QAction *action =
            m_repairKinds->addAction(tr("%1: %n row(s), such as %2", nullptr, static_cast<int>(offer.rows))
                                         .arg(repairKindText(offer.kind), first));
        action->setToolTip(examplesOf(offer));
        connect(action, &QAction::triggered, &session(),
                [&session = session(), kind = offer.kind] { session.acceptAllRepairs(kind); });
    }
}

} // namespace Elenco
