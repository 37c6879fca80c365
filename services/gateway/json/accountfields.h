// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/json/json.h"
#include "gateway/json/jsonwriter.h"

#include <set>
#include <string>

namespace Elenco {

/// What one account shows of a contact and what it keeps, field by field, as far as its answers have said: no document
/// shows all fields everywhere, and they disagree. Fields go by their keys of fieldTable(), "tags", "customFields" for
/// all custom fields together and "custom:NAME" for one; members that we do not know are "extra:NAME".
struct AccountFields {
    using Keys = std::set<std::string, std::less<>>;
    Keys listed;  ///< listings name them
    Keys byId;    ///< the answer about one contact by its id names them
    Keys shown;   ///< either had a value in them
    Keys echoed;  ///< the answer to a write had the value that was sent
    Keys notKept; ///< sent, and not there afterwards: they are on this computer alone
    Keys doubted; ///< were not kept once, and are shown now: one that is not there was perhaps never kept
    Keys begun;   ///< were on this computer alone, and are shown now: what is here was never there (noteBegun())
    Keys carried; ///< an uploaded table brought them there
    Keys dropped; ///< an uploaded table did not
    int sampled = 0; ///< contacts that were read by their ids only to see what listings hide

    /// True for what an answer by id says and a listing does not.
    bool isHidden(std::string_view key) const;
    /// Whether a contact has to be read by its id to know all of it.
    bool hidesAny() const;
    /// Whether listings lack a field that contacts have by all documents, so that contacts may have it all the same.
    bool mayHide() const;
    /// The account is not told of it any more by itself: it was not there afterwards, nor in the answer to the write.
    bool isOnlyHere(std::string_view key) const { return notKept.contains(key) && !echoed.contains(key); }

    /// Nobody knows what becomes of it when it is sent.
    bool isUntried(std::string_view key) const { return !shown.contains(key) && !notKept.contains(key); }

    /// Nobody knows whether an uploaded table brings it there.
    bool isCarriageUnknown(std::string_view key) const { return !carried.contains(key) && !dropped.contains(key); }

    void noteShown(std::string_view key);
    /// What the account had never kept, or refused, it shows of somebody now. Until it is written down of each row that
    /// its value was not over there, an answer without the field would look as if it had been cleared.
    void noteBegun(std::string_view key) { begun.emplace(key); }
    void noteCarried(const std::string &key, bool isThere);
    /// Sent, and an answer afterwards has nothing in it. Says nothing where others were seen with a value.
    void noteMissing(std::string_view key);

    void write(JsonWriter &json) const;
    static AccountFields read(JsonValue value);

    friend bool operator==(const AccountFields &, const AccountFields &) = default;
};

} // namespace Elenco
