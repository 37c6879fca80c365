// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/door.h"
#include "store/contacts/lists.h"

namespace Elenco {

/// The numbers of a side bar.
struct Overview {
    qint64 all = 0;
    qint64 recent = 0;
    qint64 needsAttention = 0;
    QList<ContactList> lists;
};

/// Lists, and who is in them. Each change is one change set.
class ListsDoor : public Door
{
    Q_OBJECT

public:
    using Door::Door;

    Task<Overview> overview(QObject *context);
    /// By its name or its id as a text (store/contacts/lists.h).
    Task<ContactList> find(QObject *context, const QString &name);

    Command<ChangeSetId> create(QObject *context, const QString &name);
    /// Name, description and whether it is for tests.
    Command<ChangeSetId> change(QObject *context, const ContactList &list);
    /// Its contacts stay.
    Command<ChangeSetId> remove(QObject *context, ListId id);
    Command<ChangeSetId> addTo(QObject *context, ListId list, std::vector<ContactId> ids);
    /// Makes the list, too.
    Command<ChangeSetId> addToNew(QObject *context, const QString &name, std::vector<ContactId> ids);
    Command<ChangeSetId> removeFrom(QObject *context, ListId list, std::vector<ContactId> ids);
};

} // namespace Elenco
