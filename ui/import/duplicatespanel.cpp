// SPDX-License-Identifier: Apache-2.0
#include "ui/import/duplicatespanel.h"

#include "ui/import/rowtable.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Elenco {

namespace {

CellLook duplicateLook(const QModelIndex &index)
{
    CellLook look;
    const bool isOtherwise = index.data(ImportDuplicateModel::IsCalledOtherwiseRole).toBool();
    switch (static_cast<ImportDuplicateModel::Column>(index.column())) {
    case ImportDuplicateModel::RowColumn: look.ink = Ink::Muted; break;
    case ImportDuplicateModel::EqualsColumn: look.ink = isOtherwise ? Ink::Warn : Ink::Text; break;
    case ImportDuplicateModel::KeptColumn:
        look.isTextShown = false;
        look.badges = {
            {index.data().toString(), index.data(ImportDuplicateModel::IsApartRole).toBool() ? Tone::Ok : Tone::Plain}};
        break;
    case ImportDuplicateModel::NameColumn:
    case ImportDuplicateModel::NumberColumn:
    case ImportDuplicateModel::ColumnCount: break;
    }
    return look;
}

} // namespace

DuplicatesPanel::DuplicatesPanel(ImportSession &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_model(new ImportDuplicateModel(session, this)),
      m_table(new RowTable(tr("Rows that equal somebody"))),
      m_heading(new Label({}, TextSize::Heading)),
      m_explanation(
          new Label(tr("Two people may have one mobile: who is somebody of its own is imported as such. On the "
                       "gateway one of them holds the number; the other goes by the e-mail address, or stays "
                       "here."),
                    TextSize::Body, Ink::Muted)),
      m_apart(new QPushButton)
{
    m_table->setModel(m_model);
    m_table->setLook(duplicateLook);
    m_table->setWidths({76, 200, 220, 280});
    m_explanation->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_explanation, 1);
    buttons->addSpacing(16);
    buttons->addWidget(m_apart, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_heading);
    layout->addLayout(buttons);
    layout->addWidget(m_table, 1);
    connect(m_apart, &QPushButton::clicked, this, &DuplicatesPanel::toggle);
    connect(m_table, &QTableView::activated, this, &DuplicatesPanel::toggle);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &DuplicatesPanel::refresh);
    connect(m_model, &QAbstractItemModel::modelReset, this, &DuplicatesPanel::refresh);
    for (auto signal : {&ImportSession::ledgerChanged, &ImportSession::stateChanged})
        connect(&session, signal, this, &DuplicatesPanel::refresh);
    refresh();
}

void DuplicatesPanel::refresh()
{
    const StagedDuplicates &duplicates = m_session.duplicates();
    setVisible(duplicates.rows > 0);
    QString text = tr("%n row(s) equal somebody", nullptr, static_cast<int>(duplicates.rows));
    if (duplicates.calledOtherwise > 0)
        text +=
            QStringLiteral(" · ") + tr("%n called otherwise", nullptr, static_cast<int>(duplicates.calledOtherwise));
    if (duplicates.rows > ImportSession::duplicatesShownAtMost)
        text += QStringLiteral(" · ") +
                tr("the first %1 are shown").arg(QLocale().toString(ImportSession::duplicatesShownAtMost));
    m_heading->setText(text);
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, ImportDuplicateModel::NameColumn));
    const QModelIndex current = m_table->currentIndex();
    const bool isApart = current.data(ImportDuplicateModel::IsApartRole).toBool();
    m_apart->setText(isApart ? tr("It is the same person") : tr("Keep as a person of its own"));
    m_apart->setEnabled(m_session.state() == ImportSession::State::Ready &&
                        current.data(ImportDuplicateModel::CanStandApartRole).toBool());
}

void DuplicatesPanel::toggle()
{
    const QModelIndex current = m_table->currentIndex();
    if (m_apart->isEnabled())
        m_session.keepApart(current.data(ImportDuplicateModel::StagedRowNumberRole).toLongLong(),
                            !current.data(ImportDuplicateModel::IsApartRole).toBool());
}

} // namespace Elenco
