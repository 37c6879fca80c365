// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"
#include "core/fields.h"
#include "core/packing.h"

#include <functional>
#include <string>
#include <vector>

namespace Elenco {

/// Everything the workspace knows about one contact, as texts under names: the standard fields under their keys,
/// "valid", "lineKind", "remoteId", "unknownProperties", "createdAt", "originImport", "originRow", "tags" and "lists"
/// (packed sets), and "custom:<kind>:<name>". Absent and empty are the same.
/// Journal entries, diffs, merges and writes are all made of this; a new field needs nothing here.
using ContactState = NamedTexts;

inline std::string packState(const ContactState &state)
{
    return packNamed(state);
}
inline ContactState unpackState(std::string_view blob)
{
    return unpackNamed(blob);
}

/// What differs, as two states that name the same keys: `before` and `after` of a journal entry.
struct StateDifference {
    ContactState before;
    ContactState after;
    bool isEmpty() const { return before.empty(); }
};
StateDifference difference(const ContactState &from, const ContactState &to);

/// `state` with the change `from`→`to` applied as a three-way merge: a key that no longer has the value of `from` was
/// changed by somebody since, and stays. Tags and lists merge as sets: added members are added, removed ones removed.
ContactState merged(const ContactState &state, const ContactState &from, const ContactState &to);

/// What the gateway may have of it as well: fields, custom fields and tags. Memberships are pairs of their own.
ContactState syncedPart(const ContactState &state);

/// Puts the number of a state into its E.164 form and says in "valid" and "lineKind" what it is.
using NumberJudge = std::function<void(ContactState &)>;

std::string packSet(std::vector<std::string> members);

std::string customKey(ValueKind kind, std::string_view name);
struct CustomKey {
    ValueKind kind;
    std::string_view name;
};
/// The parts of a key that customKey() made; a name of "" when it is another key.
CustomKey parseCustomKey(std::string_view key);

std::string_view stateValue(const ContactState &state, std::string_view key);
ContactState toState(const Contact &contact);
Contact toContact(ContactId id, const ContactState &state);

} // namespace Elenco
