// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contacts/titledtablemodel.h"
#include "models/imports/importsession.h"

namespace Elenco {

/// What the strategy "update" would change, a line a field: who, which field, what is here now, what the file says.
class ImportUpdatesModel final : public TitledTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, FieldColumn, BeforeColumn, AfterColumn, ColumnCount };

    /// People whose changes are listed; the ledger counts all of them.
    static constexpr int peopleAtMost = 500;

    explicit ImportUpdatesModel(ImportSession &session, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    qsizetype count() const override { return m_lines.size(); }

private:
    struct Line {
        QString name;
        QString field;
        QString before;
        QString after;
    };
    void ask();
    void apply(const std::vector<StagedUpdate> &updates);

    ImportSession &m_session;
    QList<Line> m_lines;
    Task<std::vector<StagedUpdate>> m_asking;
};

} // namespace Elenco
