// SPDX-License-Identifier: Apache-2.0
#include "exporting/jsonlineswriter.h"

#include "core/asciitext.h"
#include "formats/jsontext.h"

#include <algorithm>

namespace Elenco {

namespace {

// RFC 8259 section 6. A canonical number (CustomValue) has digits, a minus and a point only; zeros that lead are no
// JSON.
bool isJsonNumber(std::string_view text)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    const std::string_view whole = text.substr(0, text.find('.'));
    const bool hasFraction = whole.size() < text.size();
    return areDigits(whole) && (whole.size() == 1 || whole.front() != '0') &&
           (!hasFraction || areDigits(text.substr(whole.size() + 1)));
}

void appendValue(std::string &out, ValueKind kind, std::string_view text)
{
    const bool isBare = (kind == ValueKind::Number && isJsonNumber(text)) ||
                        (kind == ValueKind::Bool && (text == "true" || text == "false"));
    if (isBare)
        out += text;
    else
        appendJson(out, text);
}

std::vector<std::string> texts(const QStringList &list)
{
    std::vector<std::string> result;
    for (const QString &text : list)
        result.push_back(text.toStdString());
    return result;
}

QList<ExportColumn> customFieldsLast(QList<ExportColumn> columns)
{
    std::stable_partition(columns.begin(), columns.end(),
                          [](const ExportColumn &column) { return column.kind != ExportColumn::Kind::Custom; });
    return columns;
}

} // namespace

JsonLinesWriter::JsonLinesWriter(const QString &path, const ExportStyle &style)
    : TextFileWriter(path), m_columns(customFieldsLast(style.columns))
{
}

void JsonLinesWriter::append(std::string &out, const Contact &contact, const QStringList &lists)
{
    out += '{';
    bool isFirst = true;
    bool isInCustom = false;
    const auto key = [&](const QString &name) {
        out += isFirst ? "" : ",";
        isFirst = false;
        appendJson(out, name.toStdString());
        out += ':';
    };
    for (const ExportColumn &column : m_columns) {
        const std::string text = exportText(column, contact, lists).toStdString();
        if (text.empty())
            continue;
        if (column.kind == ExportColumn::Kind::Custom && !isInCustom) {
            key(QStringLiteral("customFields"));
            out += '{';
            isFirst = isInCustom = true;
        }
        key(column.key);
        if (column.kind == ExportColumn::Kind::Tags)
            appendJsonArray(out, texts(contact.tags));
        else if (column.kind == ExportColumn::Kind::Lists)
            appendJsonArray(out, texts(lists));
        else
            appendValue(out, column.valueKind, text);
    }
    out += isInCustom ? "}}\n" : "}\n";
}

} // namespace Elenco
