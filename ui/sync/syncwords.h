// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sync/conflicts.h"
#include "store/sync/outbox.h"
#include "ui/theme/tokens.h"

namespace Elenco {

class SyncScheduler;

// What sync says, in sentences for people.

/// The name of a ContactState's key: "City", "Tags", a custom field's label.
QString stateLabel(const std::string &key);
/// Its value as people read it.
QString stateText(const std::string &key, const QString &value);
/// What one side made of it: "+vip, −old" for tags, the value for others; empty where nothing was changed.
QString changedText(const std::string &key, const QString &from, const QString &to);
/// "City changed Monza → Milano" and the like, one a field.
QStringList changeLines(const StateDifference &fields);

/// "Giulia Rossi: City changed Monza → Milano".
QString outboxText(const OutboxEntry &entry);
/// Why it is not over there yet: "waits", or what the gateway said.
QString outboxReason(const OutboxEntry &entry);
/// "Giulia Rossi: City changed Milano → Monza": what somebody else made of a value of ours.
QString replacedText(const ReplacedEntry &entry);

/// What happened to a whole record, and the two ways to go on; empty texts for a conflict about a field.
struct RecordChoice {
    QString what, mine, theirs;
};
RecordChoice recordChoice(const Conflict &conflict);
/// Beside a name in a list: "2 fields", "deleted there".
QString conflictHint(const QList<Conflict> &ofOneContact);

/// Where the address book stands towards the gateway.
struct SyncWords {
    QString text;
    Tone tone = Tone::Plain;
    QString toolTip;
};
/// `timeLeft`: milliseconds until the part of a running sync is done, -1: nobody knows (ui/sync/syncpace.h). `isSilent`:
/// the gateway has been asked long ago and has not answered.
SyncWords syncWords(const SyncScheduler &scheduler, qint64 timeLeft = -1, bool isSilent = false);
/// What the running sync has still before it in the part that it is in; -1: nobody knows.
qint64 leftToSync(const SyncScheduler &scheduler);

} // namespace Elenco
