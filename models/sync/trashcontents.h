// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/outboxdoor.h"

#include <QObject>

namespace Elenco {

/// The contacts that somebody deleted on the gateway, and bringing them back: what a view of the trash shows. GUI
/// thread.
class TrashContents : public QObject
{
    Q_OBJECT

public:
    /// So many are shown, the newest ones.
    static constexpr int most = 2000;

    explicit TrashContents(OutboxDoor &outbox, QObject *parent = nullptr);

    const QList<TrashedContact> &contacts() const { return m_contacts; }
    /// Some are being brought back.
    bool isBusy() const { return m_restoring.isRunning(); }
    void restore(const std::vector<ContactId> &ids);

Q_SIGNALS:
    /// contacts() or isBusy() are others.
    void changed();
    /// So many came back; one change set, which can be undone.
    void restored(qint64 count);
    void failed(const Elenco::Error &error);

private:
    void refresh();

    OutboxDoor &m_outbox;
    QList<TrashedContact> m_contacts;
    Task<QList<TrashedContact>> m_reading;
    Command<ChangeSetId> m_restoring;
};

} // namespace Elenco
