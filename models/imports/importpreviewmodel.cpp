// SPDX-License-Identifier: Apache-2.0
#include "models/imports/importpreviewmodel.h"

#include "core/packing.h"
#include "core/reach.h"
#include "phone/phonedisplay.h"

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {
constexpr int previewRows = 100;
}

ImportPreviewModel::ImportPreviewModel(ImportSession &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session)
{
    connect(&session, &ImportSession::sourceChanged, this, &ImportPreviewModel::reset);
    connect(&session, &ImportSession::ledgerChanged, this, &ImportPreviewModel::askVerdicts);
    connect(&session, &ImportSession::mappingChanged, this, [this] {
        m_staged.clear(); // of another mapping
        if (rowCount() > 0 && columnCount() > 0) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        }
    });
    reset();
}

void ImportPreviewModel::reset()
{
    beginResetModel();
    m_cells = m_session.source().first;
    m_staged.clear();
    endResetModel();
}

void ImportPreviewModel::askVerdicts()
{
    if (!m_session.rehearsal() || m_session.state() == ImportSession::State::Done)
        return;
    m_asking = m_session.addressBook().imports().rows(this, m_session.rehearsal(), std::nullopt,
                                                  m_session.choices().strategy, 0, previewRows);
    m_asking.then([this](Result<std::vector<StagedRow>> rows) {
        if (!rows)
            return;
        m_staged = std::move(*rows);
        // Cards that can't be read stand in the file, but not in the preview.
        std::erase_if(m_staged, [](const StagedRow &row) { return row.problem == RowProblem::Unreadable; });
        if (m_cells.empty() && !m_staged.empty()) { // a resumed import: the file itself was not looked over
            beginResetModel();
            for (const StagedRow &row : m_staged) {
                auto &cells = m_cells.emplace_back();
                for (std::string_view cell : unpacked(row.raw))
                    cells.emplace_back(cell);
            }
            endResetModel();
        } else if (rowCount() > 0) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
    });
}

int ImportPreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cells.size());
}

int ImportPreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_session.columns().size());
}

bool ImportPreviewModel::isPhoneCell(const QModelIndex &index) const
{
    const ColumnTarget target = m_session.mapping().targets.value(index.column());
    return target.kind == ColumnTarget::Kind::Standard && target.field == Field::Phone;
}

ImportPreviewModel::Verdict ImportPreviewModel::verdict(const StagedRow &row) const
{
    if (row.problem < 0)
        return Verdict::Suppressed;
    if (row.problem != RowProblem::None)
        return row.repair.empty() ? Verdict::Problem : Verdict::Repairable;
    if (row.suppressed)
        return Verdict::Suppressed;
    if (row.duplicateOf > 0)
        return Verdict::DuplicateInFile;
    if (row.matched.isValid())
        return Verdict::AlreadyHere;
    if (row.valid && !takesSms(row.lineKind))
        return Verdict::NoSms;
    return row.valid ? Verdict::Normalised : Verdict::None;
}

QString ImportPreviewModel::verdictText(const StagedRow &row) const
{
    switch (verdict(row)) {
    case Verdict::None: return {};
    case Verdict::Normalised:
        return displayPhone(QString::fromStdString(row.fields[static_cast<size_t>(Field::Phone)]));
    case Verdict::NoSms: return tr("no SMS");
    case Verdict::DuplicateInFile: return tr("same as row %1").arg(row.duplicateOf);
    case Verdict::AlreadyHere: return tr("already here");
    case Verdict::Suppressed: return tr("do not contact");
    case Verdict::Repairable: return tr("%1?").arg(displayPhone(QString::fromStdString(row.repair)));
    case Verdict::Problem: {
        const PhoneProblem problem = RowProblem::phone(row.problem);
        return problem == PhoneProblem::None ? QString::fromStdString(row.problemText) : phoneProblemText(problem);
    }
    }
    Q_UNREACHABLE();
}

QVariant ImportPreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &cells = m_cells[static_cast<size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        const auto column = static_cast<size_t>(index.column());
        return column < cells.size() ? QString::fromStdString(cells[column]).simplified() : QString();
    }
    if ((role != VerdictRole && role != VerdictTextRole) || !isPhoneCell(index) ||
        static_cast<size_t>(index.row()) >= m_staged.size())
        return {};
    const StagedRow &row = m_staged[static_cast<size_t>(index.row())];
    if (role == VerdictTextRole)
        return verdictText(row);
    return static_cast<int>(verdict(row));
}

QVariant ImportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return m_session.columns()[section].name;
    const ColumnMapping &mapping = m_session.mapping();
    const ColumnTarget target = mapping.guessOf(section);
    const bool isExplained = role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole;
    if (!isExplained || target.why().isEmpty())
        return {};
    const QString why = target.label() + ": "_L1 + target.why();
    return mapping.isOpen(section) ? tr("To be decided. Suggested: %1").arg(why) : why;
}

} // namespace Elenco
