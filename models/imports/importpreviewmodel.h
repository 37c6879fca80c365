// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/imports/importsession.h"

#include <QAbstractTableModel>

namespace Elenco {

/// The first rows of the file under its columns, each number with what the rehearsal says of it.
class ImportPreviewModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// What a number's cell is followed by.
    enum class Verdict { None, Normalised, NoSms, DuplicateInFile, AlreadyHere, Suppressed, Repairable, Problem };
    enum Role { VerdictRole = Qt::UserRole, VerdictTextRole, RoleCount };

    explicit ImportPreviewModel(ImportSession &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void reset();
    void askVerdicts();
    bool isPhoneCell(const QModelIndex &index) const;
    Verdict verdict(const StagedRow &row) const;
    QString verdictText(const StagedRow &row) const;

    ImportSession &m_session;
    std::vector<std::vector<std::string>> m_cells;
    std::vector<StagedRow> m_staged;
    Task<std::vector<StagedRow>> m_asking;
};

} // namespace Elenco
