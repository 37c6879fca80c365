// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/tablerows.h"

#include "tests/gateway/csvtable.h"
#include "tests/gateway/refusal.h"

#include <QJsonObject>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

QString Contact::*memberOf(const QString &field)
{
    static const QHash<QString, QString Contact::*> members{
        {u"firstName"_s, &Contact::firstName},     {u"lastName"_s, &Contact::lastName},
        {u"phoneNumber"_s, &Contact::phoneNumber}, {u"email"_s, &Contact::email},
        {u"gender"_s, &Contact::gender},           {u"city"_s, &Contact::city},
        {u"province"_s, &Contact::province},       {u"region"_s, &Contact::region}};
    return members.value(field, nullptr);
}

} // namespace

TableRows::TableRows(const QByteArray &content, bool hasHead)
{
    std::optional<QList<QStringList>> table = csvTableOf(content);
    if (!table || table->isEmpty())
        throw Refusal{400, "file", u"The file is no CSV file that could be read."_s};
    if (hasHead) {
        for (const QString &name : table->takeFirst())
            m_columns.append(name.trimmed());
        m_firstLine = 2;
    } else {
        for (qsizetype i = 0; i < table->first().size(); ++i)
            m_columns.append(u"column%1"_s.arg(i + 1));
    }
    m_rows = std::move(*table);
}

QList<ImportRow> TableRows::rowsWith(const QStringList &fieldOfColumn) const
{
    if (!fieldOfColumn.contains(u"phoneNumber"_s))
        throw Refusal{400, "file", u"No column is the phoneNumber."_s};
    QList<ImportRow> rows;
    rows.reserve(m_rows.size());
    int line = m_firstLine;
    for (const QStringList &cells : m_rows) {
        ImportRow row;
        row.line = line++;
        for (qsizetype i = 0; i < fieldOfColumn.size(); ++i) {
            const QString cell = cells.value(i).trimmed();
            if (QString Contact::*member = memberOf(fieldOfColumn[i]))
                row.contact.*member = cell;
            else if (fieldOfColumn[i].startsWith("customFields."_L1) && !cell.isEmpty())
                row.contact.customFields[fieldOfColumn[i].mid(13)] = cell;
        }
        rows.append(row);
    }
    return rows;
}

QList<ImportRow> TableRows::rowsByHead() const
{
    static const QStringList known{u"firstName"_s, u"lastName"_s, u"phoneNumber"_s, u"email"_s};
    if (m_firstLine == 1)
        return rowsWith(known);
    QStringList fields;
    for (const QString &column : m_columns)
        fields.append(known.contains(column) ? column : QString());
    return rowsWith(fields);
}

QList<ImportRow> TableRows::rowsMapped(const QJsonObject &mapping) const
{
    QStringList fields(m_columns.size());
    for (auto entry = mapping.begin(); entry != mapping.end(); ++entry) {
        const qsizetype column = m_columns.indexOf(entry.key());
        const QString field = entry->toString();
        if (column < 0)
            throw Refusal{400, "file", u"The file has no column %1."_s.arg(entry.key())};
        if (!field.isEmpty() && !memberOf(field) && !field.startsWith("customFields."_L1))
            throw Refusal{400, "file", u"%1 is no field."_s.arg(field)};
        fields[column] = field;
    }
    return rowsWith(fields);
}

} // namespace Elenco::Practice
