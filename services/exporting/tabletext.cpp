// SPDX-License-Identifier: Apache-2.0
#include "exporting/tabletext.h"

#include "core/values/tagtext.h"
#include "formats/formulaguard.h"

#include <QCoreApplication>

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

// What separates the cells where people write decimals with a comma.
char separatorOf(const TableStyle &style)
{
    return style.locale && style.locale->decimalSign() == DecimalSign::Comma ? ';' : ',';
}

QStringList headersOf(const QList<CustomField> &fields, bool isTranslated)
{
    QStringList headers;
    const auto add = [&](const QString &key, const QString &label) {
        // A label that two columns have would make them one; the key is no other's.
        headers += isTranslated && !headers.contains(label, Qt::CaseInsensitive) ? label : key;
    };
    for (const FieldInfo &info : fieldTable())
        add(QLatin1String(info.key), fieldLabel(info.field));
    add(u"tags"_s, QCoreApplication::translate("Field", "Tags"));
    add(u"lists"_s, QCoreApplication::translate("Field", "Lists"));
    for (const CustomField &field : fields)
        add(field.name, customFieldLabel(field.name));
    return headers;
}

} // namespace

TableText::TableText(std::string &out, const QList<CustomField> &fields, const TableStyle &style)
    : m_fields(fields), m_style(style), m_writer(out, separatorOf(style))
{
    if (m_style.isForSpreadsheets)
        out += "\xEF\xBB\xBF";
    for (const QString &header : headersOf(m_fields, m_style.locale.has_value()))
        add(header);
    writeRow();
}

void TableText::write(const Contact &contact, const QStringList &lists)
{
    for (const FieldInfo &info : fieldTable())
        add(contact.*info.member);
    std::vector<std::string> tags;
    for (const QString &tag : contact.tags)
        tags.push_back(tag.toStdString());
    add(QString::fromStdString(tagsText(tags)));
    add(lists.join(u';'));
    for (const CustomField &field : m_fields) {
        const auto value = std::find_if(contact.customFields.begin(), contact.customFields.end(),
                                        [&](const CustomValue &each) { return each.name == field.name; });
        addValue(field, value == contact.customFields.end() ? QString() : value->text);
    }
    writeRow();
}

void TableText::addValue(const CustomField &field, const QString &stored)
{
    const bool isNumber = field.kind == ValueKind::Number && canonicalNumber(stored.toStdString());
    const bool isLocal = m_style.locale && (isNumber || field.kind == ValueKind::Date);
    const QString text = isLocal ? m_style.locale->plain(field.kind, stored) : stored;
    if (isNumber)
        m_cells.push_back(text.toStdString()); // the minus of a number is no formula, and sums need the number
    else
        add(text);
}

void TableText::add(const QString &text)
{
    std::string cell = text.toStdString();
    m_cells.push_back(m_style.isForSpreadsheets ? withGuard(std::move(cell)) : std::move(cell));
}

void TableText::writeRow()
{
    m_writer.write(std::vector<std::string_view>(m_cells.begin(), m_cells.end()));
    m_cells.clear();
}

} // namespace Elenco
