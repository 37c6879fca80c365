// SPDX-License-Identifier: Apache-2.0
#include "phone/phoneparser.h"

#include "core/reach.h"
#include "phone/numberplan.h"
#include "phone/phonetext.h"

#include <algorithm>
#include <optional>

namespace Elenco {

namespace {

using Verdict = NumberPlan::Verdict;

// Longer than any number: a run like this is two of them.
constexpr size_t longestNumber = 15;
// A repair that puts a foreign calling code before bare digits needs as many as a full number has.
constexpr size_t foreignRepairDigits = 11;
// Italian landlines, with their zero, as spreadsheets lose it.
constexpr size_t longestLandline = 10;
// Fewer figures than these may be a part of any number.
constexpr size_t shortestRepair = 7;
// Without the zero.
constexpr size_t longestAreaCode = 3;

/// One number of a cell, judged.
struct Candidate {
    Verdict verdict;
    std::string repair;
    LineKind repairKind = LineKind::Unknown;
    std::string typed;
    size_t digits = 0;
    bool fax = false;
    bool shortForm = false; ///< the "/8" of "02 1234567/8"

    bool isValid() const { return verdict.isValid(); }
    void offer(const Verdict &repaired)
    {
        repair = repaired.e164;
        repairKind = repaired.kind;
        if (verdict.kind == LineKind::Voicemail) // whose mailbox it would be is still so
            verdict.problem = PhoneProblem::NeedsRepair;
        else
            verdict = {{}, LineKind::Unknown, PhoneProblem::NeedsRepair};
    }
};

std::string joined(const std::vector<DigitGroup> &groups, size_t first, size_t last)
{
    std::string digits;
    for (size_t i = first; i < last; ++i)
        digits += groups[i].digits;
    return digits;
}

NumberRun part(const NumberRun &run, size_t first, size_t last)
{
    NumberRun result;
    result.groups.assign(run.groups.begin() + std::ptrdiff_t(first), run.groups.begin() + std::ptrdiff_t(last));
    result.plus = run.plus && first == 0;
    result.damaged = run.damaged;
    result.optionalZero = run.optionalZero;
    result.fax = run.fax;
    result.typed = result.plus ? "+" : "";
    for (size_t i = 0; i < result.groups.size(); ++i)
        result.typed.append(i ? " " : "").append(result.groups[i].digits);
    return result;
}

} // namespace

struct PhoneParser::Private {
    explicit Private(std::string region) : plan(std::move(region)), doubleZero(plan.dialsDoubleZero()) {}

    NumberPlan plan;
    bool doubleZero; ///< "00" is how this region (or no region) dials abroad

    Candidate judge(const NumberRun &run);
    void judgeInternational(const std::string &digits, bool optionalZero, Candidate &candidate);
    void judgeNational(const std::string &digits, const NumberRun &run, Candidate &candidate);
    bool offerWithZero(const std::string &national, Candidate &candidate);
    void resolve(const NumberRun &run, std::vector<Candidate> &candidates);
    bool splitAtWideGap(const NumberRun &run, bool certain, std::vector<Candidate> &candidates);
    bool splitLongRun(const NumberRun &run, std::vector<Candidate> &candidates);
    bool isWhole(const NumberRun &run) { return judge(run).isValid(); }
};

Candidate PhoneParser::Private::judge(const NumberRun &run)
{
    Candidate candidate;
    const std::string digits = joined(run.groups, 0, run.groups.size());
    candidate.typed = run.typed;
    candidate.digits = digits.size();
    candidate.fax = run.fax;
    if (run.plus)
        judgeInternational(digits, run.optionalZero, candidate);
    else if (digits.starts_with("00") && doubleZero)
        judgeInternational(digits.substr(2), run.optionalZero, candidate);
    else
        judgeNational(digits, run, candidate);
    if (run.damaged && candidate.isValid())
        candidate.offer(Verdict(candidate.verdict));
    return candidate;
}

void PhoneParser::Private::judgeInternational(const std::string &digits, bool optionalZero, Candidate &candidate)
{
    candidate.verdict = plan.judge(digits, true);
    if (candidate.isValid())
        return;
    const auto tryRepair = [&](const std::string &repaired, bool mobileOnly = false) {
        const Verdict verdict = plan.judge(repaired, true);
        if (!verdict.isValid() || (mobileOnly && !takesSms(verdict.kind)))
            return false;
        candidate.offer(verdict);
        return true;
    };
    // "+0039 347…"
    if (digits.starts_with("00") && tryRepair(digits.substr(2)))
        return;
    const size_t code = size_t(callingCodeLength(digits));
    if (code == 0 || digits.size() <= 2 * code)
        return;
    // "+39 (0)347…", "+39 0347…": a trunk zero that mobiles do not have
    if (digits[code] == '0' && tryRepair(digits.substr(0, code) + digits.substr(code + 1), !optionalZero))
        return;
    // "+39 2 5550…": the zero of Italian landlines is theirs abroad too
    if (digits.starts_with("39") && offerWithZero(digits.substr(2), candidate))
        return;
    // "+39 39 347…", "+39 0039 347…"
    const std::string prefix = digits.substr(0, code);
    if (digits.compare(code, code, prefix) == 0 && tryRepair(digits.substr(code)))
        return;
    if (digits.compare(code, code + 2, "00" + prefix) == 0)
        tryRepair(digits.substr(code + 2));
}

void PhoneParser::Private::judgeNational(const std::string &digits, const NumberRun &run, Candidate &candidate)
{
    candidate.verdict = plan.judge(digits, false);
    const auto tryRepair = [&](const Verdict &verdict, bool mobileOnly = false) {
        if (!verdict.isValid() || (mobileOnly && !takesSms(verdict.kind)))
            return false;
        candidate.offer(verdict);
        return true;
    };
    if (candidate.isValid()) {
        // The library takes "393401234567" for a number that lost its "+". So does the user, once asked.
        // (In North America the same digits are how one dials: 1 is both calling code and trunk prefix.)
        if (plan.callingCode() != 1 && candidate.verdict.e164.compare(1, std::string::npos, digits) == 0)
            candidate.offer(Verdict(candidate.verdict));
        return;
    }
    const std::string own = std::to_string(plan.callingCode());
    if (digits.starts_with("00") && tryRepair(plan.judge(digits.substr(2), true)))
        return;
    // A blank inside the calling code says that it is none.
    const size_t first = run.groups.front().digits.size();
    const bool mayBeForeign =
        digits.size() >= foreignRepairDigits && (run.groups.size() == 1 || first == size_t(callingCodeLength(digits)));
    if ((digits.starts_with(own) || mayBeForeign) && digits[0] != '0' && tryRepair(plan.judge(digits, true)))
        return;
    if (digits.starts_with("0" + own) && tryRepair(plan.judge(digits.substr(1), true), true))
        return;
    if (plan.callingCode() == 39) {
        // A spreadsheet took "0212345678" for a number, or somebody left out what is not dialled from abroad.
        if ((run.bare || first <= longestAreaCode) && offerWithZero(digits, candidate))
            return;
        // "0347 1234567": how mobiles were dialled until 2001
        if (digits.starts_with("03"))
            tryRepair(plan.judge(digits.substr(1), false), true);
    }
}

/// A landline whose zero was lost. What begins as mobiles do is as likely a mobile that was cut, and no repair.
bool PhoneParser::Private::offerWithZero(const std::string &national, Candidate &candidate)
{
    if (national.size() < shortestRepair || national.size() > longestLandline || national[0] == '0' ||
        national[0] == '3')
        return false;
    const Verdict verdict = plan.judge("390" + national, true);
    if (verdict.kind != LineKind::FixedLine)
        return false;
    candidate.offer(verdict);
    return true;
}

void PhoneParser::Private::resolve(const NumberRun &run, std::vector<Candidate> &candidates)
{
    if (splitAtWideGap(run, true, candidates))
        return;
    Candidate whole = judge(run);
    if (!whole.isValid() && whole.digits > longestNumber && splitLongRun(run, candidates))
        return;
    // Where the whole is no number either, the halves are what is left to look at.
    if (!whole.isValid() && whole.repair.empty() && splitAtWideGap(run, false, candidates))
        return;
    candidates.push_back(std::move(whole));
}

/// "02 1234567 / 347 1234567" is two numbers, "0586/588534" is one: the digits on both sides tell.
bool PhoneParser::Private::splitAtWideGap(const NumberRun &run, bool certain, std::vector<Candidate> &candidates)
{
    size_t left = 0;
    size_t total = 0;
    for (const DigitGroup &group : run.groups)
        total += group.digits.size();
    for (size_t i = 0; i < run.groups.size(); left += run.groups[i++].digits.size()) {
        if (i == 0 || run.groups[i].gap != Gap::Wide || left < 5)
            continue;
        const size_t right = total - left;
        const NumberRun head = part(run, 0, i);
        const NumberRun tail = part(run, i, run.groups.size());
        const bool headValid = isWhole(head);
        if (right >= 6) {
            if (!certain || (left >= 6 && headValid && isWhole(tail))) {
                resolve(head, candidates);
                resolve(tail, candidates);
                return true;
            }
        } else if (headValid && right <= 2 && left >= 9) {
            // "02 1234567/8": the second number in short; written together they would be a third one.
            candidates.push_back(judge(head));
            candidates.push_back(judge(tail));
            candidates.back().shortForm = true;
            return true;
        } else if (headValid && right <= 3 && left >= 8) {
            Candidate whole = judge(run);
            if (!whole.isValid())
                continue;
            whole.offer(Verdict(whole.verdict));
            candidates.push_back(std::move(whole));
            return true;
        }
    }
    return false;
}

/// "347 1234567 02 1234567": too long for one number, and both parts are numbers.
bool PhoneParser::Private::splitLongRun(const NumberRun &run, std::vector<Candidate> &candidates)
{
    for (size_t i = 1; i < run.groups.size(); ++i) {
        const NumberRun head = part(run, 0, i);
        const Candidate first = judge(head);
        if (!first.isValid() || first.digits < 8)
            continue;
        std::vector<Candidate> rest;
        resolve(part(run, i, run.groups.size()), rest);
        const bool all =
            std::all_of(rest.begin(), rest.end(), [](const Candidate &c) { return c.isValid() && c.digits >= 8; });
        if (!all)
            continue;
        candidates.push_back(first);
        std::move(rest.begin(), rest.end(), std::back_inserter(candidates));
        return true;
    }
    return false;
}

namespace {

/// Mobiles before others, people before fax machines, certain before repaired; else the longest, to say what is wrong.
size_t best(const std::vector<Candidate> &candidates)
{
    const auto rank = [](const Candidate &c) {
        const bool mobile = takesSms(c.isValid() ? c.verdict.kind : c.repairKind);
        const int certain = c.isValid() ? 8 : c.repair.empty() ? 0 : 4;
        return certain ? certain + (mobile ? 2 : 0) + (c.fax ? 0 : 1) : 0;
    };
    size_t found = 0;
    for (size_t i = 1; i < candidates.size(); ++i) {
        const int better = rank(candidates[i]) - rank(candidates[found]);
        if (better > 0 || (better == 0 && rank(candidates[i]) == 0 && candidates[i].digits > candidates[found].digits))
            found = i;
    }
    return found;
}

} // namespace

PhoneParser::PhoneParser(std::string region) : d(std::make_unique<Private>(std::move(region)))
{
}
PhoneParser::~PhoneParser() = default;
PhoneParser::PhoneParser(PhoneParser &&) noexcept = default;
PhoneParser &PhoneParser::operator=(PhoneParser &&) noexcept = default;

PhoneReading PhoneParser::read(std::string_view text)
{
    PhoneReading reading;
    const PhoneText cell = cutPhoneText(text);
    reading.problem = cell.problem;
    if (cell.problem != PhoneProblem::None)
        return reading;
    std::vector<Candidate> candidates;
    for (const NumberRun &run : cell.runs)
        d->resolve(run, candidates);

    const size_t chosen = best(candidates);
    Candidate &number = candidates[chosen];
    reading.problem = number.verdict.problem;
    if (number.isValid() || number.verdict.kind == LineKind::Voicemail) {
        reading.e164 = std::move(number.verdict.e164);
        reading.kind = number.verdict.kind;
    }
    reading.repair = std::move(number.repair);
    for (size_t i = 0; i < candidates.size(); ++i) {
        // Digits of a house, a floor, an hour are no numbers to keep.
        if (i == chosen || (candidates[i].digits < 5 && !candidates[i].shortForm))
            continue;
        const std::string &other = candidates[i].isValid() ? candidates[i].verdict.e164 : candidates[i].typed;
        if (other != reading.e164 &&
            std::find(reading.others.begin(), reading.others.end(), other) == reading.others.end())
            reading.others.push_back(other);
    }
    return reading;
}

} // namespace Elenco
