// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"
#include "core/result.h"
#include "store/contacts/contactstate.h"

#include <QList>

#include <optional>

namespace Elenco {

class Connection;
class Workspace;

/// A list of contacts, as the sidebar shows it.
struct ContactList {
    ListId id;
    QString name;
    QString description;
    bool isTest = false;
    qint64 count = 0; ///< members
    friend bool operator==(const ContactList &, const ContactList &) = default;
};

/// What two names have in common that a person takes for one.
std::string listNameKey(const QString &name);

/// All lists by name, with their counts. Any thread.
Result<QList<ContactList>> lists(Workspace &workspace);

/// NotFound when it is gone.
Result<ContactList> list(Workspace &workspace, ListId id);

/// The list that a person calls so (case, accents and blanks at the ends do not matter). Errors: NotFound, Ambiguous
/// when several bear the name.
Result<ContactList> findList(Workspace &workspace, const QString &name);
/// Whether one list or several bear the name.
bool isListName(Workspace &workspace, const QString &name);

// A list as a state: "name", "description", "isTest" ("1" or nothing). Inside a transaction of services/store; they
// throw DatabaseFailure and note nothing for sync (store/contacts/syncmarks.h).
std::optional<ContactState> readListState(Connection &connection, ListId id);
void writeListState(Connection &connection, ListId id, const ContactState &state);
/// `id` absent: a new one is given.
ListId insertList(Connection &connection, std::optional<ListId> id, const ContactState &state);

} // namespace Elenco
