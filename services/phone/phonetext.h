// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "phone/phoneparser.h"

namespace Elenco {

/// What stands between two groups of digits.
enum class Gap {
    Soft, ///< space, dot, dash, bracket: people write these inside a number
    Wide, ///< slash, tight comma, dash between spaces: inside a number or between two
};

/// Digits without anything between them.
struct DigitGroup {
    std::string digits;
    Gap gap = Gap::Soft; ///< before this group; of no meaning for the first one
};

/// A stretch of a cell that is one number, or several that only their digits can tell apart.
struct NumberRun {
    std::vector<DigitGroup> groups;
    std::string typed;         ///< as written, in ASCII
    bool plus = false;         ///< starts with "+"
    bool damaged = false;      ///< digits that stand for letters, a doubled prefix: right only if the user agrees
    bool optionalZero = false; ///< has "(0)"
    bool bare = false;         ///< nothing but these digits in the cell, as a spreadsheet writes a number
    bool fax = false;          ///< labelled as a fax number
};

/// A cell cut into runs of digits, before libphonenumber sees any of it: words never become digits.
struct PhoneText {
    std::vector<NumberRun> runs;
    PhoneProblem problem = PhoneProblem::None; ///< Empty, NotANumber or Destroyed: nothing to look up
};

PhoneText cutPhoneText(std::string_view text);

/// UTF-8 to ASCII as far as numbers go: digits of any script, spaces, dashes; invisible marks vanish,
/// letters become '\x80', other symbols ';'.
std::string plainPhoneText(std::string_view text);

} // namespace Elenco
