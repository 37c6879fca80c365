// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sync/conflicts.h"
#include "store/sync/outbox.h"
#include "sync/records/syncreport.h"

#include <QJsonObject>

namespace Elenco {

// What sync has to say, as the command line prints it.

QString nameOf(SyncPhase phase);
/// The name of a field for a person to type: a standard field's key, a custom field's own name.
QString fieldLabelOf(const std::string &key);

QString toText(const OutboxEntry &entry);
QString toText(const Conflict &conflict);
QString toText(const SyncLogEntry &entry);
/// What is open after a sync.
struct SyncRest {
    UnsentCounts waiting;
    qint64 overwritten = 0; ///< values of ours that somebody replaced, to be looked at
};
QString toText(const SyncReport &report, const SyncRest &rest);

QJsonObject toJson(const OutboxEntry &entry);
QJsonObject toJson(const Conflict &conflict);
QJsonObject toJson(const SyncLogEntry &entry);
QJsonObject toJson(const SyncReport &report, const SyncRest &rest);

} // namespace Elenco
