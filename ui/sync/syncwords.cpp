// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/syncwords.h"

#include "core/errorcause.h"
#include "core/packing.h"
#include "models/contacts/contactcolumns.h"
#include "sync/run/hiddenreading.h"
#include "sync/run/syncscheduler.h"
#include "ui/inspector/historywords.h"
#include "ui/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

/// Context "SyncWords".
class SyncText
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
    return left < 60 ? SyncText::tr("%1 s left").arg(left + 1) : SyncText::tr("%1 min left").arg(left / 60 + 1);
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
    case SyncPhase::Lists: return SyncText::tr("Lists are compared.");
    case SyncPhase::Deleting: return SyncText::tr("Deleted contacts are deleted on the gateway.");
    case SyncPhase::Creating: return SyncText::tr("New contacts are sent.");
    case SyncPhase::Changing: return SyncText::tr("Changes are sent.");
    case SyncPhase::Reading: return SyncText::tr("Contacts are read from the gateway.");
    case SyncPhase::Proving: return SyncText::tr("The gateway is asked for contacts that it did not show.");
    case SyncPhase::Members: return SyncText::tr("Members of lists are compared.");
    }
    Q_UNREACHABLE();
}

QString waitingText(qint64 count)
{
    return count == 1 ? SyncText::tr("1 change waiting") : SyncText::tr("%1 changes waiting").arg(numberText(count));
}

// Of a running sync its tooltip: what it does, or what is the matter.
SyncWords runningWords(const SyncScheduler &scheduler, qint64 timeLeft, bool isSilent)
{
    const SyncProgress &progress = scheduler.progress();
    const qint64 waiting = scheduler.unsent().total();
    if (scheduler.isStopping())
        return {SyncText::tr("Stopping…"), Tone::Plain, SyncText::tr("What is being written is written to its end.")};
    if (isSilent)
        return {waiting > 0 ? SyncText::tr("The gateway does not answer · %1").arg(waitingText(waiting))
                            : SyncText::tr("The gateway does not answer"),
                Tone::Warn, SyncText::tr("It is asked again by itself. What waits is kept, and you can go on working.")};
    QString text;
    if (progress.total > 0)
        text = SyncText::tr("Syncing %1 of %2").arg(numberText(progress.done), numberText(progress.total));
    else if (sends(progress.phase) && leftToSend(scheduler.unsent()) > 0)
        text = SyncText::tr("Sending · %1").arg(waitingText(leftToSend(scheduler.unsent())));
    else
        text = waiting > 0 ? SyncText::tr("Syncing · %1").arg(waitingText(waiting)) : SyncText::tr("Syncing…");
    if (timeLeft >= 0)
        text += u", "_s + timeLeftText(timeLeft);
    return {text, Tone::Accent, phaseText(progress.phase)};
}

QString stuckText(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::KeyRefused: return SyncText::tr("Needs you: key refused");
    case ErrorKind::NotAllowed: return SyncText::tr("Needs you: not allowed");
    case ErrorKind::QuotaExhausted: return SyncText::tr("Needs you: quota full");
    case ErrorKind::OtherAccount: return SyncText::tr("Needs you: another account");
    case ErrorKind::DiskFull: return SyncText::tr("Needs you: disk full");
    default: return SyncText::tr("Needs you: sync stopped");
    }
}

SyncWords restingWords(const SyncScheduler &scheduler)
{
    const UnsentCounts &unsent = scheduler.unsent();
    if (scheduler.missing() > 0)
        return {SyncText::tr("Needs you: %1 gone over there").arg(contactCount(scheduler.missing())), Tone::Warn,
                SyncText::tr("The gateway no longer has them. Click to say what is to become of them here.")};
    if (unsent.conflicts > 0)
        return {unsent.conflicts == 1 ? SyncText::tr("Needs you: 1 conflict")
                                      : SyncText::tr("Needs you: %1 conflicts").arg(numberText(unsent.conflicts)),
                Tone::Warn, SyncText::tr("Changed here and on the gateway. Click to choose.")};
    if (unsent.waiting > 0)
        return {SyncText::tr("Needs you: quota full"), Tone::Warn,
                SyncText::tr("The subscription has no room for %1. They stay here and are not lost.")
                    .arg(contactCount(unsent.waiting))};
    if (unsent.blocked > 0)
        return {unsent.blocked == 1 ? SyncText::tr("Needs you: 1 change refused")
                                    : SyncText::tr("Needs you: %1 changes refused").arg(numberText(unsent.blocked)),
                Tone::Warn, SyncText::tr("The gateway did not take it. Click to see why.")};
    if (scheduler.overwritten() > 0)
        return {scheduler.overwritten() == 1
                    ? SyncText::tr("Needs a look: 1 value overwritten")
                    : SyncText::tr("Needs a look: %1 values overwritten").arg(numberText(scheduler.overwritten())),
                Tone::Warn,
                SyncText::tr("Somebody else has overwritten what you had sent. Click to put it back or agree.")};
    if (unsent.total() > 0)
        return {waitingText(unsent.total()), Tone::Accent, SyncText::tr("Click to see what waits to be sent.")};
    const QDateTime when = scheduler.lastFullPull();
    if (scheduler.isInStep() && scheduler.unread() > 0)
        return {
            SyncText::tr("In step, %1 · %2 to be read one by one").arg(whenText(when), numberText(scheduler.unread())),
            Tone::Accent,
            SyncText::tr("The gateway shows some fields only contact by contact. Each sync reads %1 of them, those "
                         "that you open at once.")
                .arg(numberText(HiddenReading::mostAtOnce))};
    if (scheduler.isInStep())
        return {SyncText::tr("In step, %1").arg(whenText(when)), Tone::Ok,
                SyncText::tr("Here and on the gateway is the same. Click for the log.")};
    return {when.isValid() ? SyncText::tr("Last compared %1").arg(whenText(when)) : SyncText::tr("Not compared yet"),
            Tone::Plain, SyncText::tr("Nothing waits here. Click for the log.")};
}

// "Nothing was sent" only where nothing was.
QString problemText(const SyncScheduler &scheduler)
{
    if (!scheduler.problem())
        return {};
    return scheduler.hasSent()
               ? causeOf(*scheduler.problem()) + u' ' + SyncText::tr("What was sent before that has arrived.")
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
        return SyncText::tr("Tags");
    if (key == "name")
        return SyncText::tr("Name");
    if (key == "description")
        return SyncText::tr("Description");
    if (key == "isTest")
        return SyncText::tr("Test list");
    const CustomKey custom = parseCustomKey(key);
    return customFieldLabel(QString::fromUtf8(custom.name));
}

QString stateText(const std::string &key, const QString &value)
{
    if (key == "tags")
        return membersOf(value).join(u", "_s);
    if (key == "isTest")
        return value.isEmpty() ? SyncText::tr("no") : SyncText::tr("yes");
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
        return to.isEmpty() ? SyncText::tr("(empty)") : stateText(key, to);
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
        return entry.kind == Kind::ChangedList ? SyncText::tr("List %1: taken back after it was sent").arg(entry.name)
                                               : SyncText::tr("%1: taken back after it was sent").arg(entry.name);
    switch (entry.kind) {
    case Kind::NewContact: return SyncText::tr("New contact %1").arg(entry.name);
    case Kind::NewContacts: return SyncText::tr("%1 new from %2").arg(contactCount(entry.count), entry.name);
    case Kind::ChangedContact: return u"%1: %2"_s.arg(entry.name, changeLines(entry.fields).join(u" · "_s));
    case Kind::DeletedContact: return SyncText::tr("%1 is to be deleted on the gateway").arg(entry.name);
    case Kind::NewList: return SyncText::tr("New list %1").arg(entry.name);
    case Kind::ChangedList: return SyncText::tr("List %1: %2").arg(entry.name, changeLines(entry.fields).join(u" · "_s));
    case Kind::DeletedList: return SyncText::tr("List %1 is to be deleted on the gateway").arg(entry.name);
    case Kind::Joining: return SyncText::tr("%1 to join %2").arg(contactCount(entry.count), entry.name);
    case Kind::Leaving: return SyncText::tr("%1 to leave %2").arg(contactCount(entry.count), entry.name);
    }
    Q_UNREACHABLE();
}

QString outboxReason(const OutboxEntry &entry)
{
    switch (entry.send) {
    case SendState::Idle: return SyncText::tr("waits");
    case SendState::Sent: return SyncText::tr("sent, not confirmed yet");
    case SendState::WaitsForQuota: return SyncText::tr("no room in the subscription");
    case SendState::Blocked: break;
    }
    switch (entry.trouble) {
    case SendTrouble::NumberTaken: return SyncText::tr("another contact here has this number on the gateway");
    case SendTrouble::NotWritten: return SyncText::tr("the gateway accepts it and does not keep it");
    case SendTrouble::QuotaFull: return SyncText::tr("no room in the subscription");
    case SendTrouble::None:
    case SendTrouble::Refused: break;
    }
    return entry.detail.isEmpty() ? SyncText::tr("refused by the gateway") : SyncText::tr("refused: %1").arg(entry.detail);
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
            SyncText::tr("You deleted %1 here; on the gateway the contact was changed meanwhile. It is back, with what "
                      "the gateway has.")
                .arg(name),
            SyncText::tr("Delete it here and on the gateway"), SyncText::tr("Keep it as the gateway has it")};
    case ConflictKind::EditedHereDeletedThere:
        return {SyncText::tr("You changed %1 here; on the gateway the contact was deleted meanwhile. It is in the trash.")
                    .arg(name),
                SyncText::tr("Create it again, with your changes"), SyncText::tr("Leave it deleted")};
    case ConflictKind::TwoCardsOneNumber:
        return {SyncText::tr("Two contacts here have the number of %1; the gateway keeps a number once.").arg(name),
                SyncText::tr("Keep both here"), SyncText::tr("Delete this one here")};
    case ConflictKind::ListDeletedThere:
        return {SyncText::tr("The list %1 was deleted on the gateway while members waited here to join it.").arg(name),
                SyncText::tr("Create the list again"), SyncText::tr("Delete it here as well; its contacts stay")};
    }
    Q_UNREACHABLE();
}

QString conflictHint(const QList<Conflict> &ofOneContact)
{
    switch (ofOneContact.first().kind) {
    case ConflictKind::DeletedHereEditedThere: return SyncText::tr("deleted here");
    case ConflictKind::EditedHereDeletedThere:
    case ConflictKind::ListDeletedThere: return SyncText::tr("deleted there");
    case ConflictKind::TwoCardsOneNumber: return SyncText::tr("same number");
    default: break;
    }
    return ofOneContact.size() == 1 ? SyncText::tr("1 field") : SyncText::tr("%1 fields").arg(ofOneContact.size());
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
        return {waiting > 0 ? SyncText::tr("Offline · %1").arg(waitingText(waiting)) : SyncText::tr("Offline"), Tone::Plain,
                problem};
    case State::Delayed:
        return {waiting > 0 ? SyncText::tr("Tries again soon · %1").arg(waitingText(waiting))
                            : SyncText::tr("Tries again soon"),
                Tone::Warn, problem};
    case State::Stopped:
        return {
            waiting > 0 ? SyncText::tr("Stopped · %1").arg(waitingText(waiting)) : SyncText::tr("Stopped"), Tone::Plain,
            SyncText::tr("You stopped it. Nothing is lost: what waits is kept, and sync goes on when you say so, or by "
                      "itself after a quarter of an hour.")};
    case State::Stuck: return {stuckText(scheduler.problem()->kind), Tone::Bad, problem};
    }
    Q_UNREACHABLE();
}

} // namespace Elenco
