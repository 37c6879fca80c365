// SPDX-License-Identifier: Apache-2.0
#include "models/sync/trashcontents.h"

namespace Elenco {

TrashContents::TrashContents(OutboxDoor &outbox, QObject *parent) : QObject(parent), m_outbox(outbox)
{
    connect(&outbox, &Door::changed, this, &TrashContents::refresh);
    refresh();
}

void TrashContents::refresh()
{
    m_reading = m_outbox.trashed(this, most);
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
    m_restoring = m_outbox.restoreTrashed(this, ids);
    m_restoring.then([this, count = qint64(ids.size())](const Result<ChangeSetId> &set) {
        if (!set)
            Q_EMIT failed(set.error());
        else if (set->isValid())
            Q_EMIT restored(count);
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

} // namespace Elenco
