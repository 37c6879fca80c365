// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace Elenco {

/// What texts are searched, compared and sorted by, the same on every system: lower case, without accents and marks,
/// ligatures and special letters taken apart (ł→l, ß→ss, æ→ae, đ→d), typographic signs and blanks as blanks.
/// UTF-8 in, UTF-8 out; thread-safe.
std::string foldText(std::string_view text);

/// Appends to `out`, which saves an allocation on the import path.
void foldText(std::string_view text, std::string &out);

/// The key that names are sorted by: family name first, names without letters at the end.
std::string sortKey(std::string_view firstName, std::string_view lastName);

/// Collects the words that a contact is found by, one text for the full-text index.
class SearchText
{
public:
    /// A name, a city, a tag, …: folded; D'Angelo is found as "dangelo" and as "angelo".
    void add(std::string_view text);
    /// A number: its digits with and without the calling code's digits, and backwards for "ends with 4567".
    void addPhone(std::string_view number);
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    std::string m_scratch;
};

/// The word under which SearchText::addPhone() files the digits backwards; `digits` "4567" gives "ł7654": nothing that
/// is folded begins so.
std::string reversedDigits(std::string_view digits);

} // namespace Elenco
