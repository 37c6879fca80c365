// SPDX-License-Identifier: Apache-2.0
#include "phone/numberplan.h"

#include <phonenumbers/phonenumberutil.h>

#include <array>
#include <bitset>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace Elenco {

namespace {

// Where six digits and the length decide, by the differential test: Italy and its neighbours of trade.
// Others ask the library each time.
constexpr std::array exactCallingCodes{39, 33, 34, 41, 43, 44, 49};
constexpr size_t decidingDigits = 6;
constexpr size_t memoLimit = 400'000;

const PhoneNumberUtil &library()
{
    return *PhoneNumberUtil::GetInstance();
}

bool isExact(int callingCode)
{
    for (const int code : exactCallingCodes) {
        if (code == callingCode)
            return true;
    }
    return false;
}

LineKind lineKind(PhoneNumberUtil::PhoneNumberType type)
{
    switch (type) {
    case PhoneNumberUtil::FIXED_LINE: return LineKind::FixedLine;
    case PhoneNumberUtil::MOBILE: return LineKind::Mobile;
    case PhoneNumberUtil::FIXED_LINE_OR_MOBILE: return LineKind::FixedLineOrMobile;
    case PhoneNumberUtil::TOLL_FREE: return LineKind::TollFree;
    case PhoneNumberUtil::PREMIUM_RATE: return LineKind::PremiumRate;
    case PhoneNumberUtil::SHARED_COST: return LineKind::SharedCost;
    case PhoneNumberUtil::VOIP: return LineKind::Voip;
    case PhoneNumberUtil::PERSONAL_NUMBER: return LineKind::PersonalNumber;
    case PhoneNumberUtil::PAGER: return LineKind::Pager;
    case PhoneNumberUtil::UAN: return LineKind::Uan;
    case PhoneNumberUtil::VOICEMAIL: return LineKind::Voicemail;
    case PhoneNumberUtil::UNKNOWN: return LineKind::Unknown;
    }
    return LineKind::Unknown;
}

PhoneProblem problemOf(PhoneNumberUtil::ErrorType error)
{
    switch (error) {
    case PhoneNumberUtil::NO_PARSING_ERROR: return PhoneProblem::None;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR: return PhoneProblem::UnknownCountry;
    case PhoneNumberUtil::NOT_A_NUMBER: return PhoneProblem::NotANumber;
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN: return PhoneProblem::TooShort;
    case PhoneNumberUtil::TOO_LONG_NSN: return PhoneProblem::TooLong;
    }
    return PhoneProblem::NotANumber;
}

PhoneProblem problemOf(PhoneNumberUtil::ValidationResult length)
{
    switch (length) {
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY:
    case PhoneNumberUtil::TOO_SHORT: return PhoneProblem::TooShort;
    case PhoneNumberUtil::TOO_LONG: return PhoneProblem::TooLong;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE: return PhoneProblem::UnknownCountry;
    case PhoneNumberUtil::IS_POSSIBLE:
    case PhoneNumberUtil::INVALID_LENGTH: return PhoneProblem::InvalidForRegion;
    }
    return PhoneProblem::InvalidForRegion;
}

/// The mailbox of a mobile is its number and a digit or two: nobody is called there, and who typed it typed too much.
bool isLongerThanAMobile(PhoneNumber number)
{
    for (int further = 1; further <= 2; ++further) {
        number.set_national_number(number.national_number() / 10);
        if (library().GetNumberType(number) == PhoneNumberUtil::MOBILE)
            return true;
    }
    return false;
}

} // namespace

int callingCodeLength(std::string_view digits)
{
    static const std::bitset<1000> codes = [] {
        std::set<int> known;
        library().GetSupportedCallingCodes(&known);
        std::bitset<1000> bits;
        for (const int code : known)
            bits.set(size_t(code));
        return bits;
    }();
    size_t code = 0;
    for (size_t i = 0; i < digits.size() && i < 3; ++i) {
        code = code * 10 + size_t(digits[i] - '0');
        // A calling code never starts with 0, and none is the beginning of another.
        if (code == 0)
            return 0;
        if (codes.test(code))
            return int(i) + 1;
    }
    return 0;
}

NumberPlan::NumberPlan(std::string region)
    : m_region(std::move(region)), m_callingCode(library().GetCountryCodeForRegion(m_region))
{
}

bool NumberPlan::dialsDoubleZero() const
{
    return m_callingCode == 0 || ask("00390248012233", false).isValid();
}

NumberPlan::Verdict NumberPlan::judge(std::string_view digits, bool international)
{
    const uint64_t memoKey = key(digits, international);
    if (memoKey == 0)
        return ask(digits, international);
    if (const auto found = m_memo.find(memoKey); found != m_memo.end()) {
        const Remembered &known = found->second;
        Verdict verdict{{}, known.kind, known.problem};
        if (!known.prefix.empty())
            verdict.e164.append(known.prefix).append(digits.substr(known.dropped));
        return verdict;
    }
    Verdict verdict = ask(digits, international);
    Remembered known{{}, 0, verdict.kind, verdict.problem};
    if (!verdict.e164.empty()) {
        const std::string_view national =
            std::string_view(verdict.e164)
                .substr(1 + size_t(callingCodeLength(std::string_view(verdict.e164).substr(1))));
        if (!digits.ends_with(national)) // the library rewrote digits: nothing that a prefix could tell
            return verdict;
        known.prefix = verdict.e164.substr(0, verdict.e164.size() - national.size());
        known.dropped = uint8_t(digits.size() - national.size());
    }
    if (m_memo.size() >= memoLimit)
        m_memo.clear();
    m_memo.emplace(memoKey, std::move(known));
    return verdict;
}

NumberPlan::Verdict NumberPlan::ask(std::string_view digits, bool international) const
{
    Verdict verdict;
    std::string text;
    if (international)
        text.push_back('+');
    text.append(digits);
    PhoneNumber number;
    verdict.problem = problemOf(library().Parse(text, m_region, &number));
    if (verdict.problem != PhoneProblem::None)
        return verdict;
    library().Format(number, PhoneNumberUtil::E164, &verdict.e164);
    // A number is valid where it is of some kind (PhoneNumberUtil::IsValidNumber); asked once, since it is what costs.
    verdict.kind = lineKind(library().GetNumberType(number));
    if (verdict.kind == LineKind::Unknown)
        verdict.problem = problemOf(library().IsPossibleNumberWithReason(number));
    else if (verdict.kind == LineKind::Voicemail)
        verdict.problem = isLongerThanAMobile(number) ? PhoneProblem::TooLong : PhoneProblem::InvalidForRegion;
    return verdict;
}

uint64_t NumberPlan::key(std::string_view digits, bool international) const
{
    size_t prefix = 0;
    if (international) {
        prefix = size_t(callingCodeLength(digits));
        if (prefix == 0)
            return 0;
        int code = 0;
        for (size_t i = 0; i < prefix; ++i)
            code = code * 10 + (digits[i] - '0');
        if (!isExact(code))
            return 0;
    } else if (!isExact(m_callingCode) || digits.starts_with("00")) {
        return 0; // behind "00" any country may follow
    } else if (const std::string own = std::to_string(m_callingCode); digits.starts_with(own)) {
        prefix = own.size(); // the library may take it for the calling code and look at what follows
    } else if (digits.starts_with('0')) {
        prefix = 1; // a trunk zero, outside Italy
    }
    if (digits.size() < prefix + decidingDigits || digits.size() > 20)
        return 0;
    uint64_t value = 1;
    for (size_t i = 0; i < prefix + decidingDigits; ++i)
        value = value * 10 + uint64_t(digits[i] - '0');
    return (value << 6) | (uint64_t(digits.size()) << 1) | uint64_t(international);
}

} // namespace Elenco
