// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/strongid.h"
#include "store/contacts/contactstate.h"

namespace Elenco {

class Connection;

/// Notes what a change of ours makes differ from the gateway, in the transaction that makes the change: the shadow of a
/// contact at its first edit, the tombstone of one that goes, the memberships that are not over there yet (sync.md
/// sections 2.2 and 2.5). For contacts and lists that the gateway does not know nothing is noted: all of them is
/// unsent. Throws DatabaseFailure; used inside services/store only.
class SyncMarks
{
public:
    explicit SyncMarks(Connection &connection) : m_connection(connection) {}

    /// Before the contact changes. The shadow goes again when the contact is as it was when last in step, unless a
    /// change that left was not answered: that is sent as it is now, or what came of it is looked at.
    void replacing(ContactId id, const ContactState &before, const ContactState &after);
    /// Before the contact goes; `state` is all of it.
    void removing(ContactId id, const ContactState &state);
    /// After a contact came, new or back again: one that comes back before the gateway heard of its end goes on as if
    /// nothing had been; one that is gone over there is a new contact. `state` as it was given to the row.
    void inserted(ContactId id, const ContactState &state);

    /// Before a contact goes that is not over there any more: nothing is to be sent of it.
    void forgetting(ContactId id);

    void joined(ListId list, ContactId contact) { noteMembership(list, contact, true); }
    void left(ListId list, ContactId contact) { noteMembership(list, contact, false); }

    /// Before the name, description or kind of a list changes.
    void replacingList(ListId id);
    /// After it: the note goes again when the list is as it was when last in step.
    void replacedList(ListId id);
    /// Before the list goes.
    void removingList(ListId id);
    /// After a list came back.
    void insertedList(ListId id);

    /// After the gateway's id of a contact or list became known: its memberships can be said from now on.
    void boundContact(ContactId id);
    void boundList(ListId id);

private:
    void noteMembership(ListId list, ContactId contact, bool wanted);
    void takeLeavesBack(const std::string &side, qint64 id);

    Connection &m_connection;
};

} // namespace Elenco
