// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sync/outbox.h"

#include <QMap>

namespace Elenco {

/// Whom and what a sync was about, by name, for the lines of its log: what waited before it and does not any more has
/// been sent, and what its change set has was received. The first few of each; the counts tell the rest.
class LogNames
{
public:
    /// Before anything is sent; writer thread.
    static Result<QList<OutboxEntry>> waiting(Workspace &workspace);
    /// Afterwards; writer thread. `arrivals`: who is new here, of whom no change set tells. Names are a comfort: what
    /// can't be read has none.
    LogNames(Workspace &workspace, const QList<OutboxEntry> &before, ChangeSetId received, const QStringList &arrivals);

    /// "Giulia Rossi, Marco Bianchi", of `count` in all; empty when nobody knows which of them were counted.
    QString of(SyncEvent event, qint64 count) const;

private:
    void add(SyncEvent event, const QString &name);

    QMap<SyncEvent, QStringList> m_names;
};

} // namespace Elenco
