// SPDX-License-Identifier: Apache-2.0
#include "importing/rowreach.h"

#include "core/reach.h"
#include "core/textfold.h"
#include "core/values/fillers.h"
#include "importing/rowproblem.h"
#include "importing/values.h"
#include "importing/valueshape.h"

#include <algorithm>

namespace Elenco {

namespace {

bool isMobile(const PhoneReading &reading)
{
    return reading.problem == PhoneProblem::None && takesSms(reading.kind);
}

/// Puts a text where its column says, else under the next free name; the same one twice is one.
void keep(RowReach::Further &further, int slot, const std::string &text)
{
    if (text.empty() || std::find(further.begin(), further.end(), text) != further.end())
        return;
    const auto place = [&](int wanted) -> std::string & { return further[static_cast<size_t>(wanted)]; };
    if (slot >= 2 && place(slot).empty()) {
        place(slot) = text;
        return;
    }
    for (int free = 2; free <= numberedFields; ++free) {
        if (place(free).empty()) {
            place(free) = text;
            return;
        }
    }
    place(numberedFields) += ", " + text;
}

} // namespace

void RowReach::clear()
{
    m_numbers.clear();
    m_addresses.clear();
}

void RowReach::addPhone(std::string_view cell, int slot, std::string_view prefix)
{
    const std::string_view text = trimmed(cell);
    if (text.empty() || meansNoPhone(text))
        return;
    Number number{slot, std::string(text), {}};
    number.reading = read(text, prefix, number.text);
    if (number.reading.problem != PhoneProblem::Empty)
        m_numbers.push_back(std::move(number));
}

// "+39" or "347" may stand in a cell of its own. What is abroad by its prefix is never read as a number of here.
PhoneReading RowReach::read(std::string_view number, std::string_view prefix, std::string &typed)
{
    bool isNational = false;
    const std::string_view digits = prefixDigits(prefix, &isNational);
    if (digits.empty() || number.starts_with('+') || number.starts_with("00"))
        return m_parser.read(number);
    const std::string abroad = "+" + std::string(digits) + " " + std::string(number);
    const std::string here = std::string(digits) + " " + std::string(number);
    PhoneReading asAbroad = m_parser.read(abroad);
    if (!isNational) {
        typed = abroad;
        return asAbroad;
    }
    PhoneReading asHere = m_parser.read(here);
    // "39" beside a whole number, or "347" beside the rest of it.
    const bool isArea = asHere.problem == PhoneProblem::None &&
                        (asAbroad.problem != PhoneProblem::None || digits.front() == '0' || number.size() <= 8);
    typed = isArea ? here : abroad;
    return isArea ? asHere : asAbroad;
}

void RowReach::addEmail(std::string_view cell, int slot)
{
    EmailReading reading = readEmails(cell);
    for (std::string &address : reading.addresses)
        m_addresses.push_back({slot, std::move(address), true});
    if (!reading.malformed.empty())
        m_addresses.push_back({slot, std::move(reading.malformed), false});
}

const RowReach::Number *RowReach::chosen() const
{
    const Number *best = nullptr;
    bool hasOwn = false;
    for (const Number &number : m_numbers) {
        hasOwn = hasOwn || number.slot == 0;
        if (number.reading.problem != PhoneProblem::None)
            continue;
        const bool isBetter = isMobile(number.reading) && best && !isMobile(best->reading);
        // The contact's own column goes before the others.
        const bool isOwner =
            best && number.slot == 0 && best->slot != 0 && isMobile(number.reading) == isMobile(best->reading);
        if (!best || isBetter || isOwner)
            best = &number;
    }
    // What stands in her own column and is no number is not passed over for the line of an office.
    return best && (best->slot == 0 || !hasOwn || isMobile(best->reading)) ? best : nullptr;
}

void RowReach::finishPhones(StagedRow &row, Further &further)
{
    std::string &phone = row.fields[static_cast<size_t>(Field::Phone)];
    const Number *number = chosen();
    if (number) {
        phone = number->reading.e164;
        row.valid = true;
        row.lineKind = number->reading.kind;
    } else if (!m_numbers.empty()) {
        const auto own = std::find_if(m_numbers.begin(), m_numbers.end(), [](const Number &each) {
            return each.slot == 0 && each.reading.problem != PhoneProblem::None;
        });
        number = own != m_numbers.end() ? &*own : &m_numbers.front();
        phone = number->text;
        row.problem = RowProblem::FirstPhone + static_cast<int>(number->reading.problem);
        row.problemText = RowProblem::text(row.problem, phone);
        row.repair = number->reading.repair;
    }
    further[0] = phone; // so that none of the others repeats it
    for (const bool owned : {true, false}) {
        for (const Number &each : m_numbers) {
            if (&each == number || owned != (each.slot != 0))
                continue;
            keep(further, each.slot, each.reading.problem == PhoneProblem::None ? each.reading.e164 : each.text);
        }
    }
    for (const Number &each : m_numbers) {
        for (const std::string &other : each.reading.others)
            keep(further, 0, other);
    }
    further[0].clear();
}

void RowReach::finishEmails(StagedRow &row, Further &further)
{
    std::string &email = row.fields[static_cast<size_t>(Field::Email)];
    const Address *first = nullptr;
    for (const Address &address : m_addresses) {
        if (address.isValid && (!first || (address.slot == 0 && first->slot != 0)))
            first = &address;
    }
    if (first)
        email = first->text;
    std::vector<std::string> seen{foldText(email)};
    for (const Address &address : m_addresses) {
        const std::string folded = foldText(address.text);
        if (&address == first || std::find(seen.begin(), seen.end(), folded) != seen.end())
            continue;
        seen.push_back(folded);
        keep(further, address.slot, address.text);
    }
}

void RowReach::finish(StagedRow &row, Further &phones, Further &emails)
{
    finishPhones(row, phones);
    finishEmails(row, emails);
    const auto malformed =
        std::find_if(m_addresses.begin(), m_addresses.end(), [](const Address &each) { return !each.isValid; });
    const bool hasMalformed = malformed != m_addresses.end();
    if (row.problem == RowProblem::None && !row.valid && row.email().empty()) {
        row.problem = hasMalformed ? RowProblem::MalformedEmail : RowProblem::NoNumberNoEmail;
        row.problemText = RowProblem::text(row.problem, hasMalformed ? malformed->text : std::string());
    } else if (row.problem == RowProblem::None && hasMalformed) {
        row.problemText = RowProblem::text(RowProblem::MalformedEmail, malformed->text); // said, and kept beside
    }
}

} // namespace Elenco
