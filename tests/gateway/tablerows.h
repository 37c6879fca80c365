// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/importer.h"

#include <QStringList>

class QJsonObject;

namespace Elenco::Practice {

/// An uploaded CSV file as rows of named columns. Without a first row of names they are called column1, column2, ….
class TableRows
{
public:
    /// Refused (400) when it is no CSV; spreadsheets are none.
    TableRows(const QByteArray &content, bool hasHead);

    const QStringList &columns() const { return m_columns; }
    const QList<QStringList> &rows() const { return m_rows; }

    /// As the reference imports: the columns called firstName, lastName, phoneNumber and email, and no others. Without
    /// a head, the first four. Refused (400) when no column is called phoneNumber.
    QList<ImportRow> rowsByHead() const;
    /// By a mapping {column: field}; a field may be customFields.NAME, or empty for a column that is left out. Refused
    /// (400): unknown columns and fields, no phoneNumber.
    QList<ImportRow> rowsMapped(const QJsonObject &mapping) const;

private:
    QList<ImportRow> rowsWith(const QStringList &fieldOfColumn) const;

    QStringList m_columns;
    QList<QStringList> m_rows;
    int m_firstLine = 1;
};

} // namespace Elenco::Practice
