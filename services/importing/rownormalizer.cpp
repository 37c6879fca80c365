// SPDX-License-Identifier: Apache-2.0
#include "importing/rownormalizer.h"

#include "core/packing.h"
#include "core/values/booltext.h"
#include "core/values/fillers.h"
#include "formats/formulaguard.h"
#include "importing/values.h"
#include "phone/phonedisplay.h"

#include <QCoreApplication>

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

std::string reasonText(int code, std::string_view typed)
{
    if (code == RowProblem::NoNumberNoEmail)
        return QCoreApplication::translate("RowProblem", "neither a phone number nor an e-mail address").toStdString();
    if (code == RowProblem::TooManyCells)
        return QCoreApplication::translate("RowProblem",
                                           "more cells than columns: a delimiter inside a text without quotes?")
            .toStdString();
    const QString text = QString::fromUtf8(typed.data(), static_cast<qsizetype>(typed.size()));
    if (code == RowProblem::MalformedEmail)
        return QCoreApplication::translate("RowProblem", "“%1” is no e-mail address").arg(text).toStdString();
    return QCoreApplication::translate("RowProblem", "phone “%1”: %2")
        .arg(text, phoneProblemText(RowProblem::phone(code)))
        .toStdString();
}

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

bool isMobile(LineKind kind)
{
    return kind == LineKind::Mobile || kind == LineKind::FixedLineOrMobile;
}

void append(std::string &text, std::string_view addition, std::string_view between)
{
    if (addition.empty())
        return;
    if (!text.empty())
        text += between;
    text += addition;
}

} // namespace

RowNormalizer::RowNormalizer(const ColumnMapping &mapping, const QString &region, qsizetype columns, int thisYear,
                             bool isTable)
    : m_mapping(mapping), m_columns(columns), m_thisYear(thisYear), m_isTable(isTable), m_phones(region.toStdString())
{
    for (const ColumnTarget &target : m_mapping.targets)
        m_customOfColumn.push_back(
            target.kind == ColumnTarget::Kind::Custom ? customIndex(target.name, target.valueKind) : 0);
    // Further numbers and addresses of a cell are kept under these, whether or not a column is mapped to them.
    m_morePhones = {customIndex(u"phone2"_s, ValueKind::Text), customIndex(u"phone3"_s, ValueKind::Text),
                    customIndex(u"phone4"_s, ValueKind::Text)};
    m_moreEmails = {customIndex(u"email2"_s, ValueKind::Text), customIndex(u"email3"_s, ValueKind::Text)};
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

void RowNormalizer::setCustom(size_t index, std::string value)
{
    append(m_custom[index], value, " ");
}

void RowNormalizer::readPhone(std::string_view cell)
{
    const std::string_view text = trimmed(cell);
    if (text.empty() || meansNoPhone(text))
        return;
    m_readings.push_back(m_phones.read(text));
    m_readTexts.emplace_back(text);
}

// Of all numbers of the row the first mobile is taken, else the first valid one; the others are kept.
void RowNormalizer::finishPhone(StagedRow &row)
{
    std::string &phone = row.fields[static_cast<size_t>(Field::Phone)];
    if (m_readings.empty()) {
        // Nothing in the number's own column: a home or an office number of the row is better than none.
        for (size_t index : m_morePhones) {
            if (std::string &text = m_custom[index]; !text.empty())
                readPhone(std::exchange(text, {}));
        }
    }
    const PhoneReading *chosen = nullptr;
    for (const PhoneReading &reading : m_readings) {
        if (reading.problem == PhoneProblem::None && (!chosen || (isMobile(reading.kind) && !isMobile(chosen->kind))))
            chosen = &reading;
    }
    std::vector<std::string> others;
    for (size_t i = 0; i < m_readings.size(); ++i) {
        const PhoneReading &reading = m_readings[i];
        if (chosen && &reading != chosen)
            others.push_back(reading.problem != PhoneProblem::None ? m_readTexts[i] : reading.e164);
        others.insert(others.end(), reading.others.begin(), reading.others.end());
    }
    if (chosen) {
        phone = chosen->e164;
        row.valid = true;
        row.lineKind = chosen->kind;
    } else if (!m_readings.empty() && m_readings.front().problem != PhoneProblem::Empty) {
        phone = m_readTexts.front();
        row.problem = RowProblem::FirstPhone + static_cast<int>(m_readings.front().problem);
        row.problemText = reasonText(row.problem, phone);
        row.repair = m_readings.front().repair;
        for (size_t i = 1; i < m_readTexts.size(); ++i)
            others.push_back(m_readTexts[i]);
    }
    for (const std::string &other : others) {
        const auto free = std::find_if(m_morePhones.begin(), m_morePhones.end(), [&](size_t index) {
            return m_custom[index].empty() || m_custom[index] == other;
        });
        if (free != m_morePhones.end())
            m_custom[*free] = other;
        else
            append(m_custom[m_morePhones.back()], other, ", ");
    }
}

void RowNormalizer::readEmail(std::string_view cell, StagedRow &row)
{
    EmailReading reading = readEmails(cell);
    std::string &email = row.fields[static_cast<size_t>(Field::Email)];
    for (std::string &address : reading.addresses) {
        if (email.empty())
            email = std::move(address);
        else if (m_custom[m_moreEmails[0]].empty())
            m_custom[m_moreEmails[0]] = std::move(address);
        else
            append(m_custom[m_moreEmails[1]], address, ", ");
    }
    if (m_malformedEmail.empty())
        m_malformedEmail = std::move(reading.malformed);
}

void RowNormalizer::readCustom(const ColumnTarget &target, size_t index, std::string_view cell)
{
    const std::string_view text = trimmed(cell);
    if (text.empty() || saysNothing(text, target.valueKind))
        return;
    std::optional<std::string> value;
    switch (target.valueKind) {
    case ValueKind::Text: break;
    case ValueKind::Number: value = readNumber(text, target.decimalSign); break;
    case ValueKind::Date: value = readDate(text, target.dateOrder, m_thisYear); break;
    case ValueKind::Bool: value = readBool(text); break;
    }
    // What is no date in a column of dates is kept as it was written.
    setCustom(index, value ? std::move(*value) : std::string(text));
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
    m_readings.clear();
    m_readTexts.clear();
    m_malformedEmail.clear();
    for (std::string &value : m_custom)
        value.clear();

    const auto field = [&](Field f) -> std::string & { return row.fields[static_cast<size_t>(f)]; };
    std::vector<std::string_view> cells = unpacked(row.raw);
    for (std::string_view &cell : cells)
        cell = m_isTable ? withoutGuard(cell) : cell;
    std::vector<std::string> tags;
    SplitName split;
    for (size_t i = 0; i < cells.size(); ++i) {
        if (i >= static_cast<size_t>(m_mapping.targets.size())) {
            if (!trimmed(cells[i]).empty() && static_cast<qsizetype>(i) >= m_columns)
                row.problem = RowProblem::TooManyCells;
            continue;
        }
        const ColumnTarget &target = m_mapping.targets[static_cast<qsizetype>(i)];
        if (target.kind != ColumnTarget::Kind::Custom && isFiller(cells[i]))
            continue;
        switch (target.kind) {
        case ColumnTarget::Kind::Ignore: break;
        case ColumnTarget::Kind::Tags:
            for (std::string &tag : readTags(cells[i]))
                tags.push_back(std::move(tag));
            break;
        case ColumnTarget::Kind::FullName:
            if (split.first.empty() && split.last.empty())
                split = splitFullName(cells[i], target.familyNameFirst);
            break;
        case ColumnTarget::Kind::Custom: readCustom(target, m_customOfColumn[i], cells[i]); break;
        case ColumnTarget::Kind::Standard:
            switch (target.field) {
            case Field::Phone: readPhone(cells[i]); break;
            case Field::Email: readEmail(cells[i], row); break;
            case Field::Gender: append(field(Field::Gender), normalizedGender(cells[i]), " "); break;
            case Field::Province: {
                std::string province = simplified(cells[i]);
                if (province.size() == 2)
                    std::transform(province.begin(), province.end(), province.begin(), [](unsigned char c) {
                        return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
                    });
                append(field(Field::Province), province, " ");
                break;
            }
            case Field::FirstName:
            case Field::LastName:
            case Field::City:
            case Field::Region: append(field(target.field), simplified(cells[i]), " "); break;
            }
            break;
        }
    }
    if (field(Field::FirstName).empty() && field(Field::LastName).empty()) {
        field(Field::FirstName) = std::move(split.first);
        field(Field::LastName) = std::move(split.last);
    }
    const bool tooMany = row.problem == RowProblem::TooManyCells;
    finishPhone(row);
    if (row.problem == RowProblem::None && !row.valid && field(Field::Email).empty())
        row.problem = m_malformedEmail.empty() ? RowProblem::NoNumberNoEmail : RowProblem::MalformedEmail;
    // It identifies nobody; it is kept beside, and said.
    if (!m_malformedEmail.empty()) {
        append(m_custom[m_moreEmails[0]], m_malformedEmail, ", ");
        row.problemText = reasonText(RowProblem::MalformedEmail, m_malformedEmail);
    }
    if (tooMany)
        row.problem = RowProblem::TooManyCells;
    if (row.problem == RowProblem::NoNumberNoEmail || row.problem == RowProblem::TooManyCells)
        row.problemText = reasonText(row.problem, {});

    row.tags = tags.empty() ? std::string() : packSet(std::move(tags));
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
