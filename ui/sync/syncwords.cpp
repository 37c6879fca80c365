// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/syncwords.h"

#include "core/errorcause.h"
#include "core/packing.h"
#include "models/contacts/contactcolumns.h"
#include "sync/run/syncscheduler.h"
#include "ui/inspector/historywords.h"
#include "ui/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

/// Context "SyncWords".
class SyncWords
{
    Q_DECLARE_TR_FUNCTIONS(SyncWords)
};

QString fromState(const ContactState &state, const std::string &key)
{
    return QString::fromStdString(std::string(stateValue(state, key)));
}

QStringList membersOf(const QString &packed)
{
    const std::string text = packed.toStdString();
    QStringList members;
    for (std::string_view member : unpacked(text))
        members += QString::fromUtf8(member);
    return members;
}

QString timeLeftText(qint64 milliseconds)
{
    const qint64 left = milliseconds / 1000;
    return left < 60 ? SyncWords::tr("%1 s left").arg(left + 1) : SyncWords::tr("%1 min left").arg(left / 60 + 1);
}

bool sends(SyncPhase phase)
{
    return phase == SyncPhase::Deleting || phase == SyncPhase::Creating || phase == SyncPhase::Changing;
}

// What goes over by itself: refused changes and those without room stay.
qint64 leftToSend(const UnsentCounts &unsent)
{
    return std::max<qint64>(unsent.total() - unsent.blocked - unsent.waiting, 0);
}

QString phaseText(SyncPhase phase)
{
    switch (phase) {
    case SyncPhase::Lists: return SyncWords::tr("Lists are compared.");
    case SyncPhase::Deleting: return SyncWords::tr("Deleted contacts are deleted on the gateway.");
    case SyncPhase::Creating: return SyncWords::tr("New contacts are sent.");
    case SyncPhase::Changing: return SyncWords::tr("Changes are sent.");
    case SyncPhase::Reading: return SyncWords::tr("Contacts are read from the gateway.");
    case SyncPhase::Proving: return SyncWords::tr("The gateway is asked for contacts that it did not show.");
    case SyncPhase::Members: return SyncWords::tr("Members of lists are compared.");
    }
    Q_UNREACHABLE();
}

QString waitingText(qint64 count)
{
    return count == 1 ? SyncWords::tr("1 change waiting") : SyncWords::tr("%1 changes waiting").arg(numberText(count));
}

// Of a running sync its tooltip: what it does, or what is the matter.
SyncWords runningWords(const SyncScheduler &scheduler, qint64 timeLeft, bool isSilent)
{
    const SyncProgress &progress = scheduler.progress();
    const qint64 waiting = scheduler.unsent().total();
    if (scheduler.isStopping())
        return {SyncWords::tr("Stopping…"), Tone::Plain, SyncWords::tr("What is being written is written to its end.")};
    if (isSilent)
        return {waiting > 0 ? SyncWords::tr("The gateway does not answer · %1").arg(waitingText(waiting))
                            : SyncWords::tr("The gateway does not answer"),
                Tone::Warn, SyncWords::tr("It is asked again by itself. What waits is kept, and you can go on working.")};
    QString text;
    if (progress.total > 0)
        text = SyncWords::tr("Syncing %1 of %2").arg(numberText(progress.done), numberText(progress.total));
    else if (sends(progress.phase) && leftToSend(scheduler.unsent()) > 0)
        text = SyncWords::tr("Sending · %1").arg(waitingText(leftToSend(scheduler.unsent())));
    else
        text = waiting > 0 ? SyncWords::tr("Syncing · %1").arg(waitingText(waiting)) : SyncWords::tr("Syncing…");
    if (timeLeft >= 0)
        text += u", "_s + timeLeftText(timeLeft);
    return {text, Tone::Accent, phaseText(progress.phase)};
}

QString stuckText(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::KeyRefused: return SyncWords::tr("Needs you: key refused");
    case ErrorKind::NotAllowed: return SyncWords::tr("Needs you: not allowed");
    case ErrorKind::QuotaExhausted: return SyncWords::tr("Needs you: quota full");
    case ErrorKind::OtherAccount: return SyncWords::tr("Needs you: another account");
    case ErrorKind::DiskFull: return SyncWords::tr("Needs you: disk full");
    default: return SyncWords::tr("Needs you: sync stopped");
    }
}

SyncWords restingWords(const SyncScheduler &scheduler)
{
    const UnsentCounts &unsent = scheduler.unsent();
    if (scheduler.missing() > 0)
        return {SyncWords::tr("Needs you: %1 gone over there").arg(contactCount(scheduler.missing())), Tone::Warn,
                SyncWords::tr("The gateway no longer has them. Click to say what is to become of them here.")};
    if (unsent.conflicts > 0)
        return {unsent.conflicts == 1 ? SyncWords::tr("Needs you: 1 conflict")
                                      : SyncWords::tr("Needs you: %1 conflicts").arg(numberText(unsent.conflicts)),
                Tone::Warn, SyncWords::tr("Changed here and on the gateway. Click to choose.")};
    if (unsent.waiting > 0)
        return {SyncWords::tr("Needs you: quota full"), Tone::Warn,
                SyncWords::tr("The subscription has no room for %1. They stay here and are not lost.")
                    .arg(contactCount(unsent.waiting))};
    if (unsent.blocked > 0)
        return {unsent.blocked == 1 ? SyncWords::tr("Needs you: 1 change refused")
                                    : SyncWords::tr("Needs you: %1 changes refused").arg(numberText(unsent.blocked)),
                Tone::Warn, SyncWords::tr("The gateway did not take it. Click to see why.")};
    if (scheduler.overwritten() > 0)
        return {scheduler.overwritten() == 1
                    ? SyncWords::tr("Needs a look: 1 value overwritten")
                    : SyncWords::tr("Needs a look: %1 values overwritten").arg(numberText(scheduler.overwritten())),
                Tone::Warn,
                SyncWords::tr("Somebody else has overwritten what you had sent. Click to put it back or agree.")};
    if (unsent.total() > 0)
        return {waitingText(unsent.total()), Tone::Accent, SyncWords::tr("Click to see what waits to be sent.")};
    const QDateTime when = scheduler.lastFullPull();
    if (scheduler.isInStep())
        return {SyncWords::tr("In step, %1").arg(whenText(when)), Tone::Ok,
                SyncWords::tr("Here and on the gateway is the same. Click for the log.")};
    return {when.isValid() ? SyncWords::tr("Last compared %1").arg(whenText(when)) : SyncWords::tr("Not compared yet"),
            Tone::Plain, SyncWords::tr("Nothing waits here. Click for the log.")};
}

// "Nothing was sent" only where nothing was.
QString problemText(const SyncScheduler &scheduler)
{
    if (!scheduler.problem())
        return {};
    return scheduler.hasSent()
               ? causeOf(*scheduler.problem()) + u' ' + SyncWords::tr("What was sent before that has arrived.")
               : scheduler.problem()->text();
}

} // namespace

QString stateLabel(const std::string &key)
{
    for (const FieldInfo &info : fieldTable()) {
        if (key == info.key)
            return fieldLabel(info.field);
    }
    if (key == "tags")
        return SyncWords::tr("Tags");
    if (key == "name")
        return SyncWords::tr("Name");
    if (key == "description")
        return SyncWords::tr("Description");
    if (key == "isTest")
        return SyncWords::tr("Test list");
    const CustomKey custom = parseCustomKey(key);
    return customFieldLabel(QString::fromUtf8(custom.name));
}

QString stateText(const std::string &key, const QString &value)
{
    if (key == "tags")
        return membersOf(value).join(u", "_s);
    if (key == "isTest")
        return value.isEmpty() ? SyncWords::tr("no") : SyncWords::tr("yes");
    if (const CustomKey custom = parseCustomKey(key); !custom.name.empty())
        return displayText({QString(), custom.kind, value});
    for (const FieldInfo &info : fieldTable()) {
        if (key == info.key) {
            Contact contact;
            contact.*info.member = value;
            contact.valid = value.startsWith(u'+');
            return displayText({ContactColumn::Kind::Standard, info.field, {}, {}, ValueKind::Text, true}, contact);
        }
    }
    return value;
}

QString changedText(const std::string &key, const QString &from, const QString &to)
{
    if (from == to)
        return {};
    if (key != "tags")
        return to.isEmpty() ? SyncWords::tr("(empty)") : stateText(key, to);
    const QStringList before = membersOf(from), after = membersOf(to);
    QStringList changes;
    for (const QString &tag : after) {
        if (!before.contains(tag))
            changes += u'+' + tag;
    }
    for (const QString &tag : before) {
        if (!after.contains(tag))
            changes += u'\u2212' + tag;
    }
    return changes.join(u", "_s);
}

QStringList changeLines(const StateDifference &fields)
{
    QStringList lines;
    for (const auto &[key, after] : fields.after) {
        if (key == "valid" || key == "lineKind")
            continue;
        lines += valueChangeText(stateLabel(key), stateText(key, fromState(fields.before, key)),
                                 stateText(key, fromState(fields.after, key)));
    }
    return lines;
}

QString outboxText(const OutboxEntry &entry)
{
    using Kind = OutboxEntry::Kind;
    if (entry.isTakenBack())
        return entry.kind == Kind::ChangedList ? SyncWords::tr("List %1: taken back after it was sent").arg(entry.name)
                                               : SyncWords::tr("%1: taken back after it was sent").arg(entry.name);
    switch (entry.kind) {
    case Kind::NewContact: return SyncWords::tr("New contact %1").arg(entry.name);
    case Kind::NewContacts: return SyncWords::tr("%1 new from %2").arg(contactCount(entry.count), entry.name);
    case Kind::ChangedContact: return u"%1: %2"_s.arg(entry.name, changeLines(entry.fields).join(u" · "_s));
    case Kind::DeletedContact: return SyncWords::tr("%1 is to be deleted on the gateway").arg(entry.name);
    case Kind::NewList: return SyncWords::tr("New list %1").arg(entry.name);
    case Kind::ChangedList: return SyncWords::tr("List %1: %2").arg(entry.name, changeLines(entry.fields).join(u" · "_s));
    case Kind::DeletedList: return SyncWords::tr("List %1 is to be deleted on the gateway").arg(entry.name);
    case Kind::Joining: return SyncWords::tr("%1 to join %2").arg(contactCount(entry.count), entry.name);
    case Kind::Leaving: return SyncWords::tr("%1 to leave %2").arg(contactCount(entry.count), entry.name);
    }
    Q_UNREACHABLE();
}

QString outboxReason(const OutboxEntry &entry)
{
    switch (entry.send) {
    case SendState::Idle: return SyncWords::tr("waits");
    case SendState::Sent: return SyncWords::tr("sent, not confirmed yet");
    case SendState::WaitsForQuota: return SyncWords::tr("no room in the subscription");
    case SendState::Blocked: break;
    }
    switch (entry.trouble) {
    case SendTrouble::NumberTaken: return SyncWords::tr("another contact here has this number on the gateway");
    case SendTrouble::NotWritten: return SyncWords::tr("the gateway accepts it and does not keep it");
    case SendTrouble::QuotaFull: return SyncWords::tr("no room in the subscription");
    case SendTrouble::None:
    case SendTrouble::Refused: break;
    }
    return entry.detail.isEmpty() ? SyncWords::tr("refused by the gateway") : SyncWords::tr("refused: %1").arg(entry.detail);
}

QString replacedText(const ReplacedEntry &entry)
{
    return u"%1: %2"_s.arg(entry.name, valueChangeText(stateLabel(entry.field), stateText(entry.field, entry.mine),
                                                       stateText(entry.field, entry.theirs)));
}

RecordChoice recordChoice(const Conflict &conflict)
{
    const QString &name = conflict.name;
    switch (conflict.kind) {
    case ConflictKind::BothChanged:
    case ConflictKind::NotTaken:
    case ConflictKind::NumberTaken: return {};
    case ConflictKind::DeletedHereEditedThere:
        return {
            SyncWords::tr("You deleted %1 here; on the gateway the contact was changed meanwhile. It is back, with what "
                      "the gateway has.")
                .arg(name),
            SyncWords::tr("Delete it here and on the gateway"), SyncWords::tr("Keep it as the gateway has it")};
    case ConflictKind::EditedHereDeletedThere:
        return {SyncWords::tr("You changed %1 here; on the gateway the contact was deleted meanwhile. It is in the trash.")
                    .arg(name),
                SyncWords::tr("Create it again, with your changes"), SyncWords::tr("Leave it deleted")};
    case ConflictKind::TwoCardsOneNumber:
        return {SyncWords::tr("Two contacts here have the number of %1; the gateway keeps a number once.").arg(name),
                SyncWords::tr("Keep both here"), SyncWords::tr("Delete this one here")};
    case ConflictKind::ListDeletedThere:
        return {SyncWords::tr("The list %1 was deleted on the gateway while members waited here to join it.").arg(name),
                SyncWords::tr("Create the list again"), SyncWords::tr("Delete it here as well; its contacts stay")};
    }
    Q_UNREACHABLE();
}

QString conflictHint(const QList<Conflict> &ofOneContact)
{
    switch (ofOneContact.first().kind) {
    case ConflictKind::DeletedHereEditedThere: return SyncWords::tr("deleted here");
    case ConflictKind::EditedHereDeletedThere:
    case ConflictKind::ListDeletedThere: return SyncWords::tr("deleted there");
    case ConflictKind::TwoCardsOneNumber: return SyncWords::tr("same number");
    default: break;
    }
    return ofOneContact.size() == 1 ? SyncWords::tr("1 field") : SyncWords::tr("%1 fields").arg(ofOneContact.size());
}

qint64 leftToSync(const SyncScheduler &scheduler)
{
    const SyncProgress &progress = scheduler.progress();
    if (progress.total > 0)
        return std::max<qint64>(progress.total - progress.done, 0);
    return sends(progress.phase) ? leftToSend(scheduler.unsent()) : -1;
}

SyncWords syncWords(const SyncScheduler &scheduler, qint64 timeLeft, bool isSilent)
{
    using State = SyncScheduler::State;
    const QString problem = problemText(scheduler);
    const qint64 waiting = scheduler.unsent().total();
    switch (scheduler.state()) {
    case State::Off: return {};
    case State::Syncing: return runningWords(scheduler, timeLeft, isSilent);
    case State::Resting: return restingWords(scheduler);
    case State::Offline:
        return {waiting > 0 ? SyncWords::tr("Offline · %1").arg(waitingText(waiting)) : SyncWords::tr("Offline"), Tone::Plain,
                problem};
    case State::Delayed:
        return {waiting > 0 ? SyncWords::tr("Tries again soon · %1").arg(waitingText(waiting))
                            : SyncWords::tr("Tries again soon"),
                Tone::Warn, problem};
    case State::Stopped:
        return {
            waiting > 0 ? SyncWords::tr("Stopped · %1").arg(waitingText(waiting)) : SyncWords::tr("Stopped"), Tone::Plain,
            SyncWords::tr("You stopped it. Nothing is lost: what waits is kept, and sync goes on when you say so, or by "
                      "itself after a quarter of an hour.")};
    case State::Stuck: return {stuckText(scheduler.problem()->kind), Tone::Bad, problem};
    }
    Q_UNREACHABLE();
}

} // namespace Elenco
