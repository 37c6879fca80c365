// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/records/syncrecord.h"

#include <cstdint>
#include <vector>

namespace Elenco {

// When two values of a field are one (sync.md section 2.6). All texts UTF-8; thread-safe. A canonical form is for
// comparing: nothing here is ever written back.

/// Without blanks at both ends (also typographic ones), in Unicode's form NFC.
std::string canonicalText(std::string_view text);
/// E.164 as text: without the marks that people put between digits, 00 as +. What has other signs in it is a text.
std::string canonicalNumber(std::string_view text);
/// With the domain in lower case; what stands before the @ may be another mailbox in another case (RFC 5321 section
/// 2.4).
std::string canonicalEmail(std::string_view text);
/// "f" and "F" are one.
std::string canonicalGender(std::string_view text);

/// A JSON number (RFC 8259 section 6) as an exact decimal in one form: "6800.50", "68005e-1" and "6800.5" give
/// "6800.5". No double on the way: amounts of any length stay what they are. nullopt when it is no number.
std::optional<std::string> canonicalDecimal(std::string_view text);
/// An ISO 8601 date, also with a time of midnight UTC or none behind it, as "2026-03-15". nullopt otherwise.
std::optional<std::string> canonicalDate(std::string_view text);
/// JSON without blanks between its signs. nullopt when it is no JSON array or object.
std::optional<std::string> canonicalJson(std::string_view text);

/// The form of a field's value by itself. Numbers are decimals only where the value's own kind says so.
std::string canonical(std::string_view key, const SyncValue &value);
/// True if the value is none: nothing but blanks.
bool isNothing(std::string_view key, const SyncValue &value);
/// The number of a record as canonical() has it, E.164 where it is one; empty when there is none.
std::string numberOf(const SyncRecord &record);

/// True if both mean the same. Custom fields have a kind here and may have another one there: if one of them is a
/// number, a date or JSON, both are read as that where they can. Two texts are texts: "1.10" is not "1.1".
bool same(std::string_view key, const SyncValue &a, const SyncValue &b);
bool sameField(std::string_view key, const SyncRecord &a, const SyncRecord &b);
/// JSON objects of unknown members: member by member, in any order, each as canonicalJson() sees it. An empty text is
/// the object without members.
bool sameExtra(std::string_view a, std::string_view b);

/// The keys of fields whose values differ; then "tags" where both show them and they differ, and "extra".
std::vector<std::string> differingKeys(const SyncRecord &a, const SyncRecord &b);

/// 64 bits that are equal for records that are: "nothing has changed over there" without the shadow, for a million rows
/// a pull. Stored: the same on every system and in every version. Kinds count, so that it may differ where same() says
/// one; never the other way but by chance (2^-64).
uint64_t fingerprint(const SyncRecord &record);

} // namespace Elenco
