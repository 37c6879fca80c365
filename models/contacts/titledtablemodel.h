// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

namespace Elenco {

/// A table whose columns are known from the start: its titles, and one row for each thing that a model lists.
class TitledTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

protected:
    explicit TitledTableModel(const QStringList &titles, QObject *parent)
        : QAbstractTableModel(parent), m_titles(titles)
    {
    }

    /// How many things there are.
    virtual qsizetype count() const = 0;
    bool isCell(const QModelIndex &index) const
    {
        return checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid);
    }

private:
    const QStringList m_titles;
};

} // namespace Elenco
