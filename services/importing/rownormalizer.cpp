// SPDX-License-Identifier: Apache-2.0
#include "importing/rownormalizer.h"

#include "core/packing.h"
#include "core/textfold.h"
#include "core/values/booltext.h"
#include "core/values/fillers.h"
#include "core/values/fullname.h"
#include "core/values/tagtext.h"
#include "formats/formulaguard.h"
#include "importing/taxcode.h"
#include "importing/values.h"
#include "importing/valueshape.h"

#include <QDateTime>

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

// How Google's tables part the values of a cell.
constexpr std::string_view valueMark = " ::: ";

// In a column of texts "-" may be what somebody wrote down.
bool saysNothing(std::string_view text, ValueKind kind)
{
    switch (kind) {
    case ValueKind::Text: return false;
    case ValueKind::Number: return meansNone(text);
    case ValueKind::Date: return meansNone(text) || isNoDay(text);
    case ValueKind::Bool: return isFiller(text);
    }
    Q_UNREACHABLE();
}

// "n/d", "NULL" in a text; signs alone may be what somebody is called.
bool isWordForNothing(std::string_view cell)
{
    return isFiller(cell) && std::any_of(cell.begin(), cell.end(),
                                         [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

void append(std::string &text, std::string_view addition, std::string_view between)
{
    if (addition.empty())
        return;
    if (!text.empty())
        text += between;
    text += addition;
}

std::string withoutMarks(std::string_view text)
{
    std::string values;
    for (size_t at = 0; at <= text.size();) {
        const size_t end = std::min(text.find(valueMark, at), text.size());
        append(values, trimmed(text.substr(at, end - at)), "; ");
        at = end + valueMark.size();
    }
    return values;
}

int slotOf(const ColumnTarget &target, Field field, const QString &series)
{
    if (target.isField(field))
        return 0;
    return target.kind == ColumnTarget::Kind::Custom && seriesOf(target.name) == series
               ? target.name.back().digitValue()
               : -1;
}

} // namespace

RowNormalizer::RowNormalizer(const ColumnMapping &mapping, const QString &region, qsizetype columns, int thisYear,
                             bool isTable)
    : m_mapping(mapping), m_columns(columns), m_thisYear(thisYear), m_isTable(isTable), m_reach(region)
{
    using Kind = ColumnTarget::Kind;
    qsizetype lastPhone = -1, waitingPrefix = -1;
    for (qsizetype i = 0; i < m_mapping.targets.size(); ++i) {
        const ColumnTarget &target = m_mapping.targets[i];
        Part &part = m_parts.emplace_back();
        part.phone = slotOf(target, Field::Phone, u"phone"_s);
        part.email = slotOf(target, Field::Email, u"email"_s);
        if (target.kind == Kind::Custom)
            part.custom = customIndex(target.name, target.valueKind);
        m_hasBirthParts = m_hasBirthParts || target.kind == Kind::BirthDay || target.kind == Kind::BirthYear ||
                          target.kind == Kind::BirthMonth;
        if (target.kind == Kind::Prefix)
            waitingPrefix = i;
        if (part.phone >= 0 && i > 0 && m_mapping.targets[i - 1].says == ColumnTarget::Says::LineKind)
            part.label = i - 1;
        if (part.phone >= 0) {
            lastPhone = i;
            part.prefix = std::exchange(waitingPrefix, -1);
        }
    }
    // One that stands behind its number.
    if (waitingPrefix >= 0 && lastPhone >= 0 && m_parts[static_cast<size_t>(lastPhone)].prefix < 0)
        m_parts[static_cast<size_t>(lastPhone)].prefix = waitingPrefix;
    // Further numbers and addresses of a row are kept under these, whether or not a column is mapped to them.
    for (int slot = 2; slot <= numberedFields; ++slot) {
        m_phoneKeys[static_cast<size_t>(slot)] = customIndex(u"phone%1"_s.arg(slot), ValueKind::Text);
        m_emailKeys[static_cast<size_t>(slot)] = customIndex(u"email%1"_s.arg(slot), ValueKind::Text);
    }
    m_faxKey = customIndex(u"fax"_s, ValueKind::Text);
    m_companyKey = customIndex(u"company"_s, ValueKind::Text);
    m_prefixKey = customIndex(u"prefix"_s, ValueKind::Text);
    m_suffixKey = customIndex(u"suffix"_s, ValueKind::Text);
    m_birthdayKey = customIndex(u"birthday"_s, ValueKind::Date);
    m_custom.resize(static_cast<size_t>(m_customKeys.size()));
}

size_t RowNormalizer::customIndex(const QString &name, ValueKind kind)
{
    for (qsizetype i = 0; i < m_customKeys.size(); ++i) {
        const std::string key = m_customKeys[i].toStdString();
        if (parseCustomKey(key).name == name.toStdString())
            return static_cast<size_t>(i);
    }
    m_customKeys.append(QString::fromStdString(customKey(kind, name.toStdString())));
    return static_cast<size_t>(m_customKeys.size() - 1);
}

void RowNormalizer::readCustom(const ColumnTarget &target, size_t index, std::string_view cell)
{
    const std::string_view text = trimmed(cell);
    if (text.empty() || saysNothing(text, target.valueKind))
        return;
    std::optional<std::string> value;
    switch (target.valueKind) {
    case ValueKind::Text:
        if (text.find(valueMark) != text.npos)
            value = withoutMarks(text);
        break;
    case ValueKind::Number: value = readNumber(text, target.decimalSign); break;
    case ValueKind::Date: value = readDate(text, target.dateOrder, m_thisYear); break;
    case ValueKind::Bool: value = readBool(text); break;
    }
    // What is no date in a column of dates is kept as it was written.
    append(m_custom[index], value ? *value : text, " ");
}

void RowNormalizer::readStanding(const ColumnTarget &target, qsizetype column, std::string_view cell)
{
    const auto said = [&] { return m_mapping.targets[column].name.toStdString() + " = " + simplified(cell); };
    switch (target.says) {
    case ColumnTarget::Says::Nothing:
    case ColumnTarget::Says::LineKind: return;
    case ColumnTarget::Says::OptedOut:
        if (saysOptedOut(cell) && m_optedOut.empty())
            m_optedOut = said();
        return;
    case ColumnTarget::Says::Standing:
        if (standingOf(cell) == Standing::Out && m_optedOut.empty())
            m_optedOut = said();
        return;
    case ColumnTarget::Says::Consent: break;
    }
    // The day may stand in a column of its own, beside that of the answer or alone.
    if (const auto day = readDate(trimmed(cell), target.dateOrder, m_thisYear)) {
        const QDate date = QDate::fromString(QString::fromStdString(*day), Qt::ISODate);
        m_saidAt = std::max(m_saidAt, QDateTime(date, QTime(0, 0), Qt::UTC).toSecsSinceEpoch());
    } else if (saysRefused(cell) && m_refused.empty()) {
        m_refused = said();
    }
}

void RowNormalizer::readText(Field field, std::string_view cell, StagedRow &row)
{
    std::string &text = row.fields[static_cast<size_t>(field)];
    cell = cell.substr(0, cell.find(valueMark));
    switch (field) {
    case Field::Phone:
    case Field::Email: break;
    case Field::Gender: append(text, normalizedGender(cell), " "); break;
    case Field::Province: {
        std::string province = simplified(cell);
        if (province.size() == 2)
            std::transform(province.begin(), province.end(), province.begin(),
                           [](unsigned char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c); });
        append(text, province, " ");
        break;
    }
    case Field::FirstName:
    case Field::LastName:
    case Field::City:
    case Field::Region: append(text, simplified(cell), " "); break;
    }
}

void RowNormalizer::readPart(size_t column, std::string_view cell, StagedRow &row)
{
    const ColumnTarget &target = m_mapping.targets[static_cast<qsizetype>(column)];
    const Part &part = m_parts[column];
    if (part.phone >= 0) {
        if (part.label >= 0 && part.label < static_cast<qsizetype>(m_cells.size()) &&
            foldText(m_cells[static_cast<size_t>(part.label)]).find("fax") != std::string::npos)
            return append(m_custom[m_faxKey], simplified(cell), "; ");
        const auto prefix = static_cast<size_t>(part.prefix);
        return m_reach.addPhone(cell, part.phone, part.prefix >= 0 && prefix < m_cells.size() ? m_cells[prefix] : "");
    }
    if (part.email >= 0)
        return m_reach.addEmail(cell, part.email);
    switch (target.kind) {
    case ColumnTarget::Kind::Ignore:
    case ColumnTarget::Kind::Prefix: break;
    case ColumnTarget::Kind::Tags:
        for (std::string &tag : readTags(isWordForNothing(cell) ? std::string_view() : cell, m_isTable))
            m_tags.push_back(std::move(tag));
        break;
    case ColumnTarget::Kind::FullName:
        if (m_fullName.empty() && !isWordForNothing(cell)) {
            m_fullName = cell.substr(0, cell.find(valueMark));
            m_familyNameFirst = target.familyNameFirst;
        }
        break;
    case ColumnTarget::Kind::Custom:
        readStanding(target, static_cast<qsizetype>(column), cell);
        readCustom(target, part.custom, cell);
        break;
    case ColumnTarget::Kind::BirthDay: m_birth[0] = trimmed(cell); break;
    case ColumnTarget::Kind::BirthMonth: m_birth[1] = trimmed(cell); break;
    case ColumnTarget::Kind::BirthYear: m_birth[2] = trimmed(cell); break;
    case ColumnTarget::Kind::Standard:
        if (!isWordForNothing(cell))
            readText(target.field, cell, row);
        break;
    }
}

// Programs of accountants write the family name first, and beside it a code that says which of the names that is.
SplitName RowNormalizer::splitPerson() const
{
    SplitName split = splitFullName(m_fullName, m_familyNameFirst);
    const auto code = std::find_if(m_cells.begin(), m_cells.end(), isTaxCode);
    if (code == m_cells.end() || isFamilyNameOf(*code, split.last))
        return split;
    SplitName other = splitFullName(m_fullName, !m_familyNameFirst);
    return isFamilyNameOf(*code, other.last) ? other : split;
}

// Day and month are a birthday without a year as cards have it; a day alone is none.
void RowNormalizer::finishBirthday()
{
    std::string &birthday = m_custom[m_birthdayKey];
    const auto &[day, month, year] = m_birth;
    if (!birthday.empty() || day.empty() || month.empty())
        return;
    const bool isWord = month.find_first_not_of("0123456789") != month.npos;
    const std::string between = isWord ? " " : "/";
    const bool hasYear = !year.empty() && year != "0" && !meansNone(year);
    const auto read =
        readDate(day + between + month + between + (hasYear ? year : "2000"), DateOrder::DayMonthYear, m_thisYear);
    if (read)
        birthday = hasYear ? *read : "--" + read->substr(5);
}

// Gives the first of the errors in columns that are imported.
std::string RowNormalizer::withoutErrors()
{
    std::string first;
    for (size_t i = 0; i < m_cells.size() && i < m_parts.size(); ++i) {
        if (!m_cells[i].starts_with('#') && !m_cells[i].starts_with("Err:"))
            continue;
        const bool isIgnored = m_mapping.targets[static_cast<qsizetype>(i)].kind == ColumnTarget::Kind::Ignore;
        if (isIgnored || !isCalculationError(m_cells[i]))
            continue;
        if (first.empty())
            first = m_cells[i];
        m_cells[i] = {};
    }
    return first;
}

void RowNormalizer::normalize(StagedRow &row)
{
    row.fields = {};
    row.valid = false;
    row.lineKind = LineKind::Unknown;
    row.tags.clear();
    row.problem = RowProblem::None;
    row.problemText.clear();
    row.repair.clear();
    m_reach.clear();
    m_phones = {};
    m_emails = {};
    m_tags.clear();
    m_fullName.clear();
    m_birth = {};
    m_optedOut.clear();
    m_refused.clear();
    m_saidAt = 0;
    row.saidAt = 0;
    for (std::string &value : m_custom)
        value.clear();

    m_cells = unpacked(row.raw);
    for (std::string_view &cell : m_cells)
        cell = m_isTable ? withoutGuard(cell) : cell;
    const std::string failed = m_isTable ? withoutErrors() : std::string();
    bool hasTooMany = false;
    for (size_t i = 0; i < m_cells.size(); ++i) {
        if (i < m_parts.size())
            readPart(i, m_cells[i], row);
        else
            hasTooMany = hasTooMany || (static_cast<qsizetype>(i) >= m_columns && !trimmed(m_cells[i]).empty());
    }
    const auto field = [&](Field f) -> std::string & { return row.fields[static_cast<size_t>(f)]; };
    if (field(Field::FirstName).empty() && field(Field::LastName).empty() && !m_fullName.empty()) {
        if (std::string &company = m_custom[m_companyKey]; looksLikeCompany(m_fullName)) {
            company = company.empty() ? simplified(m_fullName) : company;
        } else if (foldText(simplified(m_fullName)) != foldText(company) || company.find(' ') == company.npos) {
            SplitName split = splitPerson();
            field(Field::FirstName) = std::move(split.first);
            field(Field::LastName) = std::move(split.last);
            for (const auto &[key, part] : {std::pair{m_prefixKey, &split.prefix}, {m_suffixKey, &split.suffix}}) {
                if (m_custom[key].empty())
                    m_custom[key] = std::move(*part);
            }
        }
    }
    if (m_hasBirthParts)
        finishBirthday();
    m_reach.finish(row, m_phones, m_emails);
    for (size_t slot = 2; slot <= numberedFields; ++slot) {
        m_custom[m_phoneKeys[slot]] = std::move(m_phones[slot]);
        m_custom[m_emailKeys[slot]] = std::move(m_emails[slot]);
    }
    if (row.problem == RowProblem::None && row.problemText.empty() && !failed.empty())
        row.problemText = RowProblem::text(RowProblem::CalculationError, failed); // said
    if (row.problem == RowProblem::None && !(m_optedOut.empty() && m_refused.empty())) {
        row.problem = m_optedOut.empty() ? StagedRow::refused : StagedRow::optedOut;
        row.problemText = RowProblem::text(row.problem, m_optedOut.empty() ? m_refused : m_optedOut);
    }
    if (row.problem != StagedRow::optedOut)
        row.saidAt = m_saidAt;
    if (hasTooMany) {
        row.problem = RowProblem::TooManyCells;
        row.problemText = RowProblem::text(RowProblem::TooManyCells);
    }
    row.tags = m_tags.empty() ? std::string() : packSet(std::move(m_tags));
    row.custom.clear();
    for (size_t i = 0; i < m_custom.size(); ++i) {
        if (m_custom[i].empty())
            continue;
        appendPacked(row.custom, std::to_string(i));
        appendPacked(row.custom, m_custom[i]);
    }
}

StagedRow RowNormalizer::rejected(qint64 row, qint64 line, const std::string &name, const QString &reason)
{
    StagedRow result;
    result.row = row;
    result.line = line;
    result.fields[static_cast<size_t>(Field::LastName)] = name;
    result.problem = RowProblem::Unreadable;
    result.problemText = reason.toStdString();
    return result;
}

} // namespace Elenco
