// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"
#include "core/result.h"

#include <QList>

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

/// All lists by name, with their counts. Any thread.
Result<QList<ContactList>> lists(Workspace &workspace);

/// The list of this name (case, accents and blanks at the ends do not matter); NotFound when there is none.
Result<ContactList> findList(Workspace &workspace, const QString &name);

/// Inside a transaction of services/store: the list of this name, made and journalled under `changeSet` if it is not
/// there. Throws DatabaseFailure.
ListId ensureList(Connection &connection, const QString &name, ChangeSetId changeSet);

} // namespace Elenco
