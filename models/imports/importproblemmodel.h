// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contacts/titledtablemodel.h"
#include "models/imports/importsession.h"

namespace Elenco {

/// The rows that can't be imported as they are, with the number (or what stands in its place) to be mended in the cell.
class ImportProblemModel final : public TitledTableModel
{
    Q_OBJECT

public:
    enum Column { RowColumn, NameColumn, NumberColumn, ReasonColumn, RepairColumn, ColumnCount };
    enum Role { StagedRowNumberRole = Qt::UserRole, HasRepairRole, RoleCount };

    /// More are counted, not listed: nobody mends ten thousand rows by hand.
    static constexpr int shownAtMost = 5000;

    explicit ImportProblemModel(ImportSession &session, QObject *parent = nullptr);

    qint64 stagedRow(int row) const { return m_rows[static_cast<size_t>(row)].row; }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Mends the number's cell; the row leaves the list when it is right.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    qsizetype count() const override { return qsizetype(m_rows.size()); }

private:
    void ask();
    void apply(std::vector<StagedRow> rows);
    int numberColumn() const;

    ImportSession &m_session;
    std::vector<StagedRow> m_rows;
    Task<std::vector<StagedRow>> m_asking;
};

} // namespace Elenco
