// SPDX-License-Identifier: Apache-2.0
#include "models/sync/trashcontents.h"

namespace Elenco {

TrashContents::TrashContents(AddressBook &addressBook, QObject *parent) : QObject(parent), m_addressBook(addressBook)
{
    connect(&addressBook, &AddressBook::changed, this, &TrashContents::refresh);
    refresh();
}

void TrashContents::refresh()
{
    m_reading = Task<QList<TrashedContact>>::start(
        m_addressBook.readers(), this,
        [&workspace = m_addressBook.workspace()](const JobControl &) { return trashedContacts(workspace, most); });
    m_reading.then([this](const Result<QList<TrashedContact>> &contacts) {
        if (!contacts)
            return Q_EMIT failed(contacts.error());
        m_contacts = *contacts;
        Q_EMIT changed();
    });
}

void TrashContents::restore(const std::vector<ContactId> &ids)
{
    if (isBusy() || ids.empty())
        return;
    m_restoring = Command<ChangeSetId>::start(
        m_addressBook.writer(), this, {},
        [&workspace = m_addressBook.workspace(), ids](const JobControl &) { return restoreTrashed(workspace, ids); });
    m_restoring.then([this, count = qint64(ids.size())](const Result<ChangeSetId> &set) {
        if (!set)
            Q_EMIT failed(set.error());
        else if (set->isValid())
            Q_EMIT restored(count);
        m_addressBook.announce();
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

} // namespace Elenco
