// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contacts/titledtablemodel.h"
#include "models/imports/importsession.h"

namespace Elenco {

/// The rows of an import that equal an earlier row or somebody here, with whom they equal; each that shares a mobile
/// can be kept as a person of its own.
class ImportDuplicateModel final : public TitledTableModel
{
    Q_OBJECT

public:
    enum Column { RowColumn, NameColumn, NumberColumn, EqualsColumn, KeptColumn, ColumnCount };
    enum Role { StagedRowNumberRole = Qt::UserRole, IsApartRole, CanStandApartRole, IsCalledOtherwiseRole, RoleCount };

    explicit ImportDuplicateModel(ImportSession &session, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    qsizetype count() const override { return qsizetype(m_rows.size()); }

private:
    void apply(std::vector<StagedDuplicate> rows);

    ImportSession &m_session;
    std::vector<StagedDuplicate> m_rows;
};

} // namespace Elenco
