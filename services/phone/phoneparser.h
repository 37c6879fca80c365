// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

/// Why a text is not a usable number. Stored in the workspace (staging): add at the end only.
enum class PhoneProblem {
    None,
    Empty,
    NotANumber, ///< words, an e-mail address, symbols
    TooShort,
    TooLong,
    InvalidForRegion, ///< parses, but no such number exists
    UnknownCountry,   ///< "+999…"
    Destroyed,        ///< spreadsheet notation such as 3,93401E+11: digits are gone for ever
    NeedsRepair,      ///< readable only by a repair that the user must agree to
};

/// What a cell says about a phone number. All texts UTF-8.
struct PhoneReading {
    std::string e164; ///< "+393401234567", empty when there is a problem, but for a mailbox (LineKind::Voicemail)
    LineKind kind = LineKind::Unknown;
    PhoneProblem problem = PhoneProblem::Empty;
    std::string repair;              ///< E.164 that a repair would give (lost "+", O for 0, …), offered, never applied
    std::vector<std::string> others; ///< further numbers of the cell, E.164 where valid, else as typed
};

/// Turns what people type into E.164, with libphonenumber's metadata. One object per thread (it keeps a memo).
class PhoneParser
{
public:
    /// `region`: ISO 3166-1 alpha-2 of numbers without prefix, e.g. "IT"; "ZZ" for none.
    explicit PhoneParser(std::string region);
    ~PhoneParser();
    PhoneParser(PhoneParser &&) noexcept;
    PhoneParser &operator=(PhoneParser &&) noexcept;

    PhoneReading read(std::string_view text);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Elenco
