// SPDX-License-Identifier: Apache-2.0
#include "models/imports/importduplicatemodel.h"

#include "phone/phonedisplay.h"

#include <algorithm>

namespace Elenco {

ImportDuplicateModel::ImportDuplicateModel(ImportSession &session, QObject *parent)
    : TitledTableModel({tr("Row"), tr("Name"), tr("Number or address"), tr("Equals"), tr("Taken for")}, parent),
      m_session(session)
{
    connect(&session, &ImportSession::ledgerChanged, this, [this] {
        if (m_session.state() != ImportSession::State::Done)
            apply(m_session.duplicates().first);
    });
    connect(&session, &ImportSession::sourceChanged, this, [this] { apply({}); });
    apply(session.duplicates().first);
}

// A row that is kept apart stays where it is; only what it says changes.
void ImportDuplicateModel::apply(std::vector<StagedDuplicate> rows)
{
    const bool isSame =
        std::equal(m_rows.begin(), m_rows.end(), rows.begin(), rows.end(),
                   [](const StagedDuplicate &a, const StagedDuplicate &b) { return a.row.row == b.row.row; });
    if (isSame) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QVariant ImportDuplicateModel::data(const QModelIndex &index, int role) const
{
    if (!isCell(index))
        return {};
    const StagedDuplicate &duplicate = m_rows[static_cast<size_t>(index.row())];
    const StagedRow &row = duplicate.row;
    const auto field = [&row](Field field) { return QString::fromStdString(row.fields[static_cast<size_t>(field)]); };
    switch (role) {
    case StagedRowNumberRole: return row.row;
    case IsApartRole: return row.isApart;
    case CanStandApartRole: return duplicate.canStandApart();
    case IsCalledOtherwiseRole: return duplicate.isCalledOtherwise;
    case Qt::DisplayRole:
    case Qt::ToolTipRole: break;
    default: return {};
    }
    switch (static_cast<Column>(index.column())) {
    case RowColumn:
        return role == Qt::ToolTipRole ? QVariant(m_session.settings().placeOfRow(row.row, row.line))
                                       : QVariant(row.row);
    case NameColumn: return (field(Field::FirstName) + u' ' + field(Field::LastName)).trimmed();
    case NumberColumn: return row.valid ? displayPhone(field(Field::Phone)) : field(Field::Email);
    case EqualsColumn: {
        const QString name = duplicate.otherName.isEmpty() ? tr("without a name") : duplicate.otherName;
        return row.duplicateOf ? tr("%1, row %2").arg(name).arg(row.duplicateOf)
                               : tr("%1, in the address book").arg(name);
    }
    case KeptColumn: return row.isApart ? tr("a person of its own") : tr("the same person");
    case ColumnCount: break;
    }
    return {};
}

} // namespace Elenco
