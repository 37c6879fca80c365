// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/importsession.h"

#include <QAbstractTableModel>

namespace Elenco {

/// The rows of an import that equal an earlier row or somebody here, with whom they equal; each that shares a mobile
/// can be kept as a person of its own.
class ImportDuplicateModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { RowColumn, NameColumn, NumberColumn, EqualsColumn, KeptColumn, ColumnCount };
    enum Role { StagedRowNumberRole = Qt::UserRole, IsApartRole, CanStandApartRole, IsCalledOtherwiseRole, RoleCount };

    explicit ImportDuplicateModel(ImportSession &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void apply(std::vector<StagedDuplicate> rows);

    ImportSession &m_session;
    std::vector<StagedDuplicate> m_rows;
};

} // namespace Elenco
