// SPDX-License-Identifier: Apache-2.0
#include "sync/bulk/uploadfile.h"

#include "core/asciitext.h"
#include "core/fields.h"
#include "formats/csvwriter.h"
#include "sync/records/canonical.h"

#include <algorithm>
#include <array>

namespace Elenco {

namespace {

constexpr std::array<std::string_view, 4> basicKeys{"firstName", "lastName", "phoneNumber", "email"};
constexpr std::string_view documentedKey = "city";
// A table of ever more columns is mostly commas.
constexpr size_t mostCustomColumns = 200;

std::string wholeNameOf(const SyncRecord &record)
{
    const std::string &first = record.value("firstName").text, &last = record.value("lastName").text;
    return first + (first.empty() || last.empty() ? "" : " ") + last;
}

std::string columnOf(const std::string &key)
{
    const auto name = customFieldName(key);
    return name ? "customFields." + std::string(*name) : key;
}

} // namespace

bool UploadFile::canCarry(const SyncRecord &record)
{
    return std::all_of(record.fields.begin(), record.fields.end(), [](const auto &field) {
        const auto name = customFieldName(field.first);
        // Heads lose the blanks around them, so such a name would be another one.
        const bool isColumn = !name || (!hasControlCharacters(*name) && canonicalText(*name) == *name);
        return isColumn && !hasControlCharacters(field.second.text) && field.second.kind != SyncKind::Json;
    });
}

bool UploadFile::isBasic(std::string_view key)
{
    return std::find(basicKeys.begin(), basicKeys.end(), key) != basicKeys.end();
}

bool UploadFile::holds(Columns columns, std::string_view key)
{
    return columns == Columns::All || isBasic(key) || (columns == Columns::Documented && key == documentedKey);
}

bool UploadFile::isMoreThanBasic(const SyncRecord &record)
{
    return std::any_of(record.fields.begin(), record.fields.end(),
                       [](const auto &field) { return !isBasic(field.first); });
}

bool UploadFile::add(SyncRecord record)
{
    std::set<std::string> custom = m_custom;
    qint64 weight = m_weight;
    for (const auto &[key, value] : record.fields) {
        if (customFieldName(key))
            custom.insert(key);
        weight += static_cast<qint64>(value.text.size()) + 2 + std::count(value.text.begin(), value.text.end(), '"');
    }
    const auto columns = static_cast<qint64>(fieldCount) + static_cast<qint64>(custom.size());
    if (!m_records.empty() && (custom.size() > mostCustomColumns || weight + (rows() + 2) * (columns + 2) > mostBytes))
        return false;
    m_custom = std::move(custom);
    for (const auto &[key, value] : record.fields)
        m_filled.insert(key);
    m_weight = weight;
    m_records.push_back(std::move(record));
    return true;
}

bool UploadFile::hasName(const SyncRecord &record)
{
    return !record.value("firstName").text.empty() || !record.value("lastName").text.empty();
}

std::vector<std::string> UploadFile::keys(Columns columns) const
{
    std::vector<std::string> keys = parts(columns);
    if (m_names == Names::Whole) {
        std::erase_if(keys, [](const std::string &key) { return key == "firstName" || key == "lastName"; });
        keys.insert(keys.begin(), "name");
    }
    return keys;
}

std::vector<std::string> UploadFile::parts(Columns columns) const
{
    if (columns == Columns::Basic)
        return {basicKeys.begin(), basicKeys.end()};
    std::vector<std::string> keys;
    // A column of nothing may be one that the account does not know.
    for (const FieldInfo &info : fieldTable()) {
        if (holds(columns, info.key) && (isBasic(info.key) || m_filled.contains(info.key)))
            keys.emplace_back(info.key);
    }
    if (columns == Columns::Documented)
        return keys;
    keys.insert(keys.end(), m_custom.begin(), m_custom.end());
    return keys;
}

QByteArray UploadFile::content() const
{
    const std::vector<std::string> names = keys(m_columns);
    std::vector<std::string> head;
    for (const std::string &key : names)
        head.push_back(columnOf(key));
    std::string text;
    CsvWriter writer(text);
    writer.write(std::vector<std::string_view>(head.begin(), head.end()));
    std::vector<std::string_view> cells(names.size());
    for (const SyncRecord &record : m_records) {
        const std::string whole = wholeNameOf(record);
        for (size_t i = 0; i < names.size(); ++i)
            cells[i] = names[i] == "name" ? std::string_view(whole) : std::string_view(record.value(names[i]).text);
        writer.write(cells);
    }
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

QList<ColumnChoice> UploadFile::mapping(Columns columns) const
{
    QList<ColumnChoice> mapping;
    for (const std::string &key : keys(columns)) {
        const QString column = QString::fromUtf8(columnOf(key));
        mapping.append({column, column});
    }
    return mapping;
}

} // namespace Elenco
