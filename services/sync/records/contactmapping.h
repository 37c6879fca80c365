// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/json/capabilities.h"
#include "gateway/records/remotecontact.h"
#include "store/contacts/contactstate.h"
#include "sync/records/syncrecord.h"

#include <vector>

namespace Elenco {

// A row of the store, an answer of the gateway, and a SyncRecord between them (gateway.md section 2). Nothing is lost
// on the way: what one side can't hold stays where it is, or is named by unsaidOf().

/// The part of a row that the gateway knows too. What only this desk knows (line kind, validity, the import it came
/// from, vCard lines without a field, memberships, which are pairs of their own) is left out.
SyncRecord recordOf(const ContactState &row);

/// An answer, as far as it goes: what it says nothing of is nothing here too (sync/records/seenrecord.h tells them
/// apart). `showsTags`: a contact without the key has no tags, as answers of this account have shown.
SyncRecord recordOf(const RemoteContact &contact, bool showsTags);

/// What a row that has no shadow was when it was last in step: itself. `shownTags`: whether the contact's last answer
/// showed tags; those of a row that was never compared are nobody's, and are not taken away because the first answer
/// that shows tags lacks them. `extra`: the unknown members of that answer.
SyncRecord inStepRecord(const ContactState &row, bool shownTags, std::string extra);

/// The row with the values of `record` in all fields that both sides have; what only this desk knows stays. A custom
/// field that is a number, date or yes/no here stays of that kind; numbers are written in the shortest form
/// (core/contact.h). A value that means what the row has already is left as it was typed. With another number "valid"
/// and "lineKind" are gone: only who knows numbering plans can say them again.
ContactState withRecord(const ContactState &row, const SyncRecord &record);

/// Something of a row that can't be said over there.
struct Unsaid {
    enum class Why {
        NoSuchField,    ///< the contract has none: vCard lines
        NoCall,         ///< it is shown over there, but no call writes it: tags
        NotE164,        ///< a number that the gateway would drop or guess at
        TakesNoClearing, ///< the account has shown that neither "" nor null empties a field
        NotKept          ///< the account has shown that it drops the field
    };
    std::string key; ///< of the ContactState or SyncRecord
    Why why = Why::NoSuchField;
    friend bool operator==(const Unsaid &, const Unsaid &) = default;
};
/// True for a field that the account drops or refuses.
bool isOnlyHere(std::string_view key, const Capabilities &capabilities);
bool isOnlyHere(std::string_view key, const AccountFields &fields, const QStringList &refusedNames);
/// Why a field can't get this value over there; nullopt when it can.
std::optional<Unsaid::Why> whyUnsaid(std::string_view key, const SyncValue &value, const Capabilities &capabilities);
/// What the gateway will not have after everything was sent. `shown`: what it shows now; none for a new contact.
std::vector<Unsaid> unsaidOf(const ContactState &row, const SyncRecord *shown, const Capabilities &capabilities);

/// True for "+" and 7 to 15 digits, the first not 0 (ITU-T E.164 section 6).
bool isE164(std::string_view number);

/// What a new contact is found again by: its number where it is E.164; where it has none at all, its address, by the "@"
/// in it. Empty: it can't be sent, for after a lost answer nobody could tell whether it is there.
std::string lookUpKeyOf(const SyncRecord &record);
bool isAddress(std::string_view lookUpKey);

/// The body that creates a contact: every field that has a value and can be said.
ContactChange creationOf(const SyncRecord &record);

/// How much of a contact a PUT names.
enum class UpdateForm {
    Whole, ///< everything the fresh answer had, overlaid with what changed: the gateway may take PUT for the whole
    OnlyChanged, ///< the account has shown that fields left out stay
};
UpdateForm updateForm(const Capabilities &capabilities);

/// The body that makes `keys` (fields of SyncRecord) of the contact `fresh` what `record` says. In a whole form
/// everything else goes back exactly as it came, custom fields and unknown members too, and what the answer says nothing
/// of as `known` has it, the same contact completed by what was seen before. As soon as one custom field
/// changes, all are named, since nobody knows whether the gateway merges or replaces them. A number that is no E.164 is
/// not sent: the one over there stays.
ContactChange updateOf(const RemoteContact &fresh, const SyncRecord &record, const std::vector<std::string> &keys,
                       UpdateForm form, const SyncRecord *known = nullptr);

/// What the contact shows once `updateOf` was carried out to the letter: `fresh` with the values of `keys`.
SyncRecord overlaid(const SyncRecord &fresh, const SyncRecord &record, const std::vector<std::string> &keys);

} // namespace Elenco
