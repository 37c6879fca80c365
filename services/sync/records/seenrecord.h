// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/json/accountfields.h"
#include "gateway/records/remotecontact.h"
#include "sync/records/syncrecord.h"

#include <memory>

namespace Elenco {

/// Where a contact was seen: each shows its own keys, and by its id it shows the most.
enum class SeenIn { Listing, AnswerById, AnswerToWrite };

/// What an answer says of a contact, and of what it says nothing: an absent key is never a cleared field. Before it is
/// merged or compared with anything it is completed by what is known of the contact.
struct SeenRecord {
    RemoteId id;
    SyncRecord record; ///< as far as the answer goes, or completed
    RemoteKeys shown;
    SeenIn in = SeenIn::Listing;
    std::optional<bool> isValid; ///< its number, by the gateway's word; nullopt: it says nothing
    std::string fullName;  ///< where the name is given in one
    qint64 at = 0;         ///< when, in seconds; of an answer by id
    bool isUnsure = false; ///< it lacks a value that was there: to be read by its id
    std::shared_ptr<const AccountFields> fields = std::make_shared<AccountFields>();
    QStringList refusedNames; ///< of the account (gateway/json/capabilities.h)
    /// Of an answer by id: keys that answers about others have had in this run, so that it would have them too.
    AccountFields::Keys alive;
    bool hasNewMembers = false; ///< unknown members that no contact of the account had yet

    static SeenRecord of(const RemoteContact &contact, SeenIn in, std::shared_ptr<const AccountFields> fields);

    /// Whether it has the field's key, with a value or without.
    bool namesKey(std::string_view key) const;
    /// Of an answer by id: what it lacks, though `known` has something there and others were seen with it. Keys as in
    /// AccountFields::byId.
    AccountFields::Keys lackingKeys(const SyncRecord &known) const;
    /// Whether it says what the field is. A field that the account does not keep it never shows as empty.
    bool speaksOf(std::string_view key) const;
    /// The same with the values of `known` in all that it says nothing of.
    SeenRecord completedBy(const SyncRecord &known) const;
    /// The same with the parts of the name as `known` has them, where only the whole of it is given and is the same, or
    /// begins or ends with one of them.
    SeenRecord namedAs(const SyncRecord &known) const;
    /// `record` without all that it says nothing of.
    SyncRecord spokenPart(const SyncRecord &record) const;
    /// The keys of AccountFields::byId under which it has something.
    AccountFields::Keys valuedKeys() const;
    /// Its name in one, first and last.
    std::string wholeName() const;
    /// Of what listings show of it, whatever showed it: "nothing has changed over there".
    qint64 fingerprint() const;

private:
    std::shared_ptr<const SyncRecord> m_spoken; ///< of a completed one: as the answer had it
};

/// What an answer shows of the account; nullopt when that is no news.
std::optional<AccountFields> withShown(const AccountFields &before, const RemoteContact &contact,
                                       const SyncRecord &record, SeenIn in);
/// Whether it has unknown members that nothing had `before`, on an account whose contacts were read by id.
bool hasNewMembers(const AccountFields &before, const SyncRecord &record);
/// What became of `sent` by the answer to the write.
void noteAnswered(AccountFields &fields, const SyncRecord &sent, const SeenRecord &answer);
/// What an answer by id lacks of what was last known to be there.
void noteLacking(AccountFields &fields, const SyncRecord &known, const SeenRecord &byId);

} // namespace Elenco
