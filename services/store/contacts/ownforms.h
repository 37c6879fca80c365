// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/strongid.h"
#include "store/contacts/contactstate.h"

#include <set>
#include <string>

namespace Elenco {

class Connection;

/// Which values of a contact are still what a change of ours made of them, although sync has rewritten them since: the
/// gateway gave them a form of its own (blanks, capitals, a number's marks), and that is nobody's work on them. Who takes
/// the change back compares with what the person had. Inside a transaction of services/store; throws DatabaseFailure.
class OwnForms
{
public:
    /// `since`: the change that is to be taken back.
    OwnForms(Connection &connection, ContactId id, ChangeSetId since, const ContactState &current);

    /// The current state with those values as `made` has them, of the keys that it has.
    ContactState asMade(const ContactState &made) const;
    /// Somebody has worked on the contact since, here or over there.
    bool hasWork() const { return m_hasWork; }

private:
    const ContactState m_current;
    std::set<std::string, std::less<>> m_ours;
    bool m_hasWork = false;
};

} // namespace Elenco
