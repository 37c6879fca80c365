// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "phone/phoneparser.h"

#include <cstdint>
#include <unordered_map>

namespace Elenco {

/// What libphonenumber says about bare digits, remembered where remembering is exact.
///
/// The library takes 16 µs a number behind a global lock. For the calling codes in numberplan.cpp its answer depends
/// only on how many digits there are and on the first six of the national number, so the answer for one number is the
/// answer for all that share them. That is a property of the metadata, not a promise: tst_phone compares both ways.
class NumberPlan
{
public:
    struct Verdict {
        std::string e164; ///< set even when not valid, if the digits could be read at all
        LineKind kind = LineKind::Unknown;
        PhoneProblem problem = PhoneProblem::NotANumber;

        bool isValid() const { return problem == PhoneProblem::None; }
        friend bool operator==(const Verdict &, const Verdict &) = default;
    };

    explicit NumberPlan(std::string region);

    const std::string &region() const { return m_region; }
    int callingCode() const { return m_callingCode; }
    /// Digits that start with "00" need no repair: the region dials abroad so, or there is no region.
    bool dialsDoubleZero() const;

    /// `digits`: ASCII digits; with `international` they start with a calling code.
    Verdict judge(std::string_view digits, bool international);
    /// The same without the memo: what the test compares with.
    Verdict ask(std::string_view digits, bool international) const;

private:
    struct Remembered {
        std::string prefix; ///< "+" and calling code
        uint8_t dropped;    ///< digits of the input that are not part of the E.164 number
        LineKind kind;
        PhoneProblem problem;
    };
    /// 0: not to be remembered.
    uint64_t key(std::string_view digits, bool international) const;

    std::string m_region;
    int m_callingCode = 0;
    std::unordered_map<uint64_t, Remembered> m_memo;
};

/// How many of the leading digits are a calling code; 0 when no country has one like that.
int callingCodeLength(std::string_view digits);

} // namespace Elenco
