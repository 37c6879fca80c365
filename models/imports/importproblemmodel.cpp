// SPDX-License-Identifier: Apache-2.0
#include "models/imports/importproblemmodel.h"

#include "core/packing.h"
#include "phone/phonedisplay.h"
#include "phone/repairkind.h"

namespace Elenco {

ImportProblemModel::ImportProblemModel(ImportSession &session, QObject *parent)
    : TitledTableModel({tr("Row"), tr("Name"), tr("Number in the file"), tr("Reason"), tr("Repair")}, parent),
      m_session(session)
{
    connect(&session, &ImportSession::ledgerChanged, this, &ImportProblemModel::ask);
    connect(&session, &ImportSession::sourceChanged, this, [this] { apply({}); });
    ask();
}

void ImportProblemModel::ask()
{
    if (!m_session.rehearsal() || m_session.state() == ImportSession::State::Done)
        return;
    m_asking = m_session.addressBook().imports().rows(this, m_session.rehearsal(), RowFate::Invalid,
                                                  m_session.choices().strategy, 0, shownAtMost);
    m_asking.then([this](Result<std::vector<StagedRow>> rows) {
        if (rows)
            apply(std::move(*rows));
    });
}

// Mending changes one row: the list keeps its place, and only that row goes.
void ImportProblemModel::apply(std::vector<StagedRow> rows)
{
    const auto same = [](const StagedRow &a, const StagedRow &b) { return a.row == b.row; };
    const auto [oldFirst, newFirst] = std::mismatch(m_rows.begin(), m_rows.end(), rows.begin(), rows.end(), same);
    const auto first = static_cast<int>(oldFirst - m_rows.begin());
    int oldEnd = static_cast<int>(m_rows.size()), newEnd = static_cast<int>(rows.size());
    while (oldEnd > first && newEnd > first &&
           same(m_rows[static_cast<size_t>(oldEnd) - 1], rows[static_cast<size_t>(newEnd) - 1]))
        --oldEnd, --newEnd;
    if (oldEnd > first) {
        beginRemoveRows({}, first, oldEnd - 1);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + oldEnd);
        endRemoveRows();
    }
    if (newEnd > first) {
        beginInsertRows({}, first, newEnd - 1);
        m_rows.insert(m_rows.begin() + first, rows.begin() + first, rows.begin() + newEnd);
        endInsertRows();
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

// The first column of numbers, since that is where a number is missing or wrong; else the one of addresses.
int ImportProblemModel::numberColumn() const
{
    for (Field field : {Field::Phone, Field::Email}) {
        for (qsizetype i = 0; i < m_session.mapping().targets.size(); ++i) {
            const ColumnTarget &target = m_session.mapping().targets[i];
            if (target.kind == ColumnTarget::Kind::Standard && target.field == field)
                return static_cast<int>(i);
        }
    }
    return -1;
}

QVariant ImportProblemModel::data(const QModelIndex &index, int role) const
{
    if (!isCell(index))
        return {};
    const StagedRow &row = m_rows[static_cast<size_t>(index.row())];
    if (role == StagedRowNumberRole)
        return row.row;
    if (role == HasRepairRole)
        return !row.repair.empty();
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case RowColumn:
        return role == Qt::ToolTipRole ? QVariant(m_session.settings().placeOfRow(row.row, row.line))
                                       : QVariant(row.row);
    case NameColumn:
        return QString::fromUtf8(row.fields[static_cast<size_t>(Field::FirstName)] + ' ' +
                                 row.fields[static_cast<size_t>(Field::LastName)])
            .trimmed();
    case NumberColumn: {
        const auto cells = unpacked(row.raw);
        const int column = numberColumn();
        return column >= 0 && static_cast<size_t>(column) < cells.size()
                   ? QString::fromUtf8(cells[static_cast<size_t>(column)])
                   : QString();
    }
    case ReasonColumn: {
        const PhoneProblem problem = RowProblem::phone(row.problem);
        if (problem == PhoneProblem::NeedsRepair)
            return repairKindText(repairKindOf(row.fields[static_cast<size_t>(Field::Phone)], row.repair));
        return problem == PhoneProblem::None ? QString::fromUtf8(row.problemText) : phoneProblemText(problem);
    }
    case RepairColumn: return row.repair.empty() ? QString() : displayPhone(QString::fromUtf8(row.repair));
    case ColumnCount: break;
    }
    return {};
}

bool ImportProblemModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable) ||
        value.toString() == data(index, Qt::EditRole).toString())
        return false;
    m_session.mend(stagedRow(index.row()), numberColumn(), value.toString());
    return true; // the new verdict arrives with the session's ledger
}

Qt::ItemFlags ImportProblemModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == NumberColumn && numberColumn() >= 0 &&
        m_rows[static_cast<size_t>(index.row())].problem != RowProblem::Unreadable)
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace Elenco
