// SPDX-License-Identifier: Apache-2.0
#include "app/cli/syncwords.h"

#include <QJsonArray>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

const char *kindName(OutboxEntry::Kind kind)
{
    switch (kind) {
    case OutboxEntry::Kind::NewContact: return "newContact";
    case OutboxEntry::Kind::NewContacts: return "newContacts";
    case OutboxEntry::Kind::ChangedContact: return "changedContact";
    case OutboxEntry::Kind::DeletedContact: return "deletedContact";
    case OutboxEntry::Kind::NewList: return "newList";
    case OutboxEntry::Kind::ChangedList: return "changedList";
    case OutboxEntry::Kind::DeletedList: return "deletedList";
    case OutboxEntry::Kind::Joining: return "joining";
    case OutboxEntry::Kind::Leaving: return "leaving";
    }
    Q_UNREACHABLE();
}

const char *kindName(ConflictKind kind)
{
    switch (kind) {
    case ConflictKind::BothChanged: return "bothChanged";
    case ConflictKind::NotTaken: return "notTaken";
    case ConflictKind::NumberTaken: return "numberTaken";
    case ConflictKind::DeletedHereEditedThere: return "deletedHereEditedThere";
    case ConflictKind::EditedHereDeletedThere: return "editedHereDeletedThere";
    case ConflictKind::TwoCardsOneNumber: return "twoCardsOneNumber";
    case ConflictKind::ListDeletedThere: return "listDeletedThere";
    }
    Q_UNREACHABLE();
}

const char *eventName(SyncEvent event)
{
    switch (event) {
    case SyncEvent::Started: return "started";
    case SyncEvent::Finished: return "finished";
    case SyncEvent::Interrupted: return "interrupted";
    case SyncEvent::ContactsSent: return "contactsSent";
    case SyncEvent::ContactsDeleted: return "contactsDeleted";
    case SyncEvent::ContactsReceived: return "contactsReceived";
    case SyncEvent::ContactsTrashed: return "contactsTrashed";
    case SyncEvent::ListsSent: return "listsSent";
    case SyncEvent::ListsReceived: return "listsReceived";
    case SyncEvent::MembersSent: return "membersSent";
    case SyncEvent::MembersReceived: return "membersReceived";
    case SyncEvent::RowBlocked: return "blocked";
    case SyncEvent::Conflict: return "conflict";
    case SyncEvent::QuotaFull: return "quotaFull";
    case SyncEvent::Asked: return "asked";
    }
    Q_UNREACHABLE();
}

QString eventText(const SyncLogEntry &entry)
{
    switch (entry.event) {
    case SyncEvent::Started: return u"began"_s;
    case SyncEvent::Finished:
        return entry.count ? u"in step: %1 changes went and came"_s.arg(entry.count) : u"in step: nothing to do"_s;
    case SyncEvent::Interrupted: return u"interrupted: %1"_s.arg(entry.detail);
    case SyncEvent::ContactsSent: return u"%1 contacts sent"_s.arg(entry.count);
    case SyncEvent::ContactsDeleted: return u"%1 contacts deleted over there"_s.arg(entry.count);
    case SyncEvent::ContactsReceived: return u"%1 contacts received"_s.arg(entry.count);
    case SyncEvent::ContactsTrashed: return u"%1 contacts are gone over there and in the trash here"_s.arg(entry.count);
    case SyncEvent::ListsSent: return u"%1 lists sent"_s.arg(entry.count);
    case SyncEvent::ListsReceived: return u"%1 lists received"_s.arg(entry.count);
    case SyncEvent::MembersSent: return u"%1 memberships sent"_s.arg(entry.count);
    case SyncEvent::MembersReceived: return u"%1 memberships received"_s.arg(entry.count);
    case SyncEvent::RowBlocked:
        return entry.subject.isEmpty() ? u"%1 refused by the gateway"_s.arg(entry.count)
                                       : u"%1 refused by the gateway: %2"_s.arg(entry.subject, entry.detail);
    case SyncEvent::Conflict:
        return entry.subject.isEmpty() ? u"%1 conflicts"_s.arg(entry.count)
                                       : u"%1: %2"_s.arg(entry.subject, entry.detail);
    case SyncEvent::QuotaFull: return u"no room over there for %1 or more new contacts"_s.arg(entry.count);
    case SyncEvent::Asked: return u"%1 contacts are gone over there: what is to become of them?"_s.arg(entry.count);
    }
    Q_UNREACHABLE();
}

QString fromState(const ContactState &state, const std::string &key)
{
    return QString::fromStdString(std::string(stateValue(state, key)));
}

QString fieldChanges(const StateDifference &fields)
{
    if (fields.isEmpty())
        return u"taken back after it was sent"_s;
    QStringList parts;
    for (const auto &[key, after] : fields.after)
        parts.append(
            u"%1 %2 → %3"_s.arg(fieldLabelOf(key), fromState(fields.before, key), fromState(fields.after, key)));
    return parts.join(u", "_s);
}

} // namespace

QString nameOf(SyncPhase phase)
{
    switch (phase) {
    case SyncPhase::Lists: return u"lists"_s;
    case SyncPhase::Deleting: return u"deleting"_s;
    case SyncPhase::Creating: return u"sending new contacts"_s;
    case SyncPhase::Changing: return u"sending changes"_s;
    case SyncPhase::Reading: return u"reading contacts"_s;
    case SyncPhase::Proving: return u"asking for missing contacts"_s;
    case SyncPhase::Members: return u"reading members"_s;
    }
    Q_UNREACHABLE();
}

QString fieldLabelOf(const std::string &key)
{
    const CustomKey custom = parseCustomKey(key);
    return QString::fromStdString(custom.name.empty() ? key : std::string(custom.name));
}

QString toText(const OutboxEntry &entry)
{
    QString text;
    switch (entry.kind) {
    case OutboxEntry::Kind::NewContact: text = u"new contact %1"_s.arg(entry.name); break;
    case OutboxEntry::Kind::NewContacts: text = u"%1 new contacts of %2"_s.arg(entry.count).arg(entry.name); break;
    case OutboxEntry::Kind::ChangedContact: text = u"%1: %2"_s.arg(entry.name, fieldChanges(entry.fields)); break;
    case OutboxEntry::Kind::DeletedContact: text = u"delete %1"_s.arg(entry.name); break;
    case OutboxEntry::Kind::NewList: text = u"new list %1"_s.arg(entry.name); break;
    case OutboxEntry::Kind::ChangedList: text = u"list %1: %2"_s.arg(entry.name, fieldChanges(entry.fields)); break;
    case OutboxEntry::Kind::DeletedList: text = u"delete the list %1"_s.arg(entry.name); break;
    case OutboxEntry::Kind::Joining: text = u"%1 contacts join %2"_s.arg(entry.count).arg(entry.name); break;
    case OutboxEntry::Kind::Leaving: text = u"%1 contacts leave %2"_s.arg(entry.count).arg(entry.name); break;
    }
    switch (entry.send) {
    case SendState::Idle: return text;
    case SendState::Sent: return text + u" (sent, not answered yet)"_s;
    case SendState::Blocked:
        return text + u" (held back: %1)"_s.arg(entry.trouble == SendTrouble::NumberTaken
                                                    ? u"another contact here has this number over there"_s
                                                    : entry.detail);
    case SendState::WaitsForQuota: return text + u" (waits: no room over there)"_s;
    }
    Q_UNREACHABLE();
}

QString toText(const Conflict &conflict)
{
    const QString head = u"%1  %2: "_s.arg(conflict.id, 6).arg(conflict.name);
    switch (conflict.kind) {
    case ConflictKind::BothChanged:
        return head + u"%1 was %2, mine %3, theirs %4"_s.arg(fieldLabelOf(conflict.field), conflict.base, conflict.mine,
                                                             conflict.theirs);
    case ConflictKind::NotTaken:
        return head +
               u"%1: sent %2, the gateway keeps %3"_s.arg(fieldLabelOf(conflict.field), conflict.mine, conflict.theirs);
    case ConflictKind::NumberTaken:
        return head + u"the number %1 belongs to another contact over there; it stays %2"_s.arg(conflict.mine,
                                                                                                conflict.theirs);
    case ConflictKind::DeletedHereEditedThere: return head + u"deleted here, edited there; it is back"_s;
    case ConflictKind::EditedHereDeletedThere: return head + u"edited here, deleted there; it is in the trash"_s;
    case ConflictKind::TwoCardsOneNumber: return head + u"two contacts here have one number"_s;
    case ConflictKind::ListDeletedThere: return head + u"the list was deleted there while members wait here"_s;
    }
    Q_UNREACHABLE();
}

QString toText(const SyncLogEntry &entry)
{
    return u"%1  %2"_s.arg(entry.when.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s), eventText(entry));
}

QString toText(const SyncReport &report, const SyncRest &rest)
{
    const UnsentCounts &waiting = rest.waiting;
    QString text = u"sent: %1 new, %2 changed, %3 deleted, %4 lists, %5 memberships; received: %6 new, %7 changed, "
                   "%8 gone, %9 lists, "_s.arg(report.created)
                       .arg(report.changed)
                       .arg(report.deleted)
                       .arg(report.listsSent)
                       .arg(report.membersSent)
                       .arg(report.arrived)
                       .arg(report.received)
                       .arg(report.trashed)
                       .arg(report.listsReceived) +
                   u"%1 memberships; "_s.arg(report.membersReceived);
    if (report.missing > 0)
        return text + u"%1 contacts are gone over there: what is to become of them?"_s.arg(report.missing);
    if (waiting.conflicts > 0 || waiting.total() > 0)
        return text + u"%1 changes wait, %2 conflicts"_s.arg(waiting.total()).arg(waiting.conflicts);
    if (rest.overwritten > 0)
        return text + u"%1 values that were sent are overwritten: look at them in the window"_s.arg(rest.overwritten);
    if (report.isFresh && report.unread > 0)
        return text + u"in step; of %1 contacts only what listings show was read, the rest in the syncs to come"_s.arg(
                          report.unread);
    return text + (report.isFresh ? u"in step"_s : u"not everything over there was read"_s);
}

QJsonObject toJson(const OutboxEntry &entry)
{
    QJsonObject fields;
    for (const auto &[key, after] : entry.fields.after)
        fields[fieldLabelOf(key)] = QJsonArray{fromState(entry.fields.before, key), fromState(entry.fields.after, key)};
    const char *states[] = {"waits", "unknown", "blocked", "quota"};
    return {{"kind"_L1, QLatin1String(kindName(entry.kind))},
            {"contact"_L1, entry.contact.isValid() ? QJsonValue(entry.contact.value) : QJsonValue()},
            {"list"_L1, entry.list.isValid() ? QJsonValue(entry.list.value) : QJsonValue()},
            {"import"_L1, entry.import.isValid() ? QJsonValue(entry.import.value) : QJsonValue()},
            {"name"_L1, entry.name},
            {"count"_L1, entry.count},
            {"fields"_L1, fields},
            {"state"_L1, QLatin1String(states[static_cast<int>(entry.send)])},
            {"detail"_L1, entry.detail}};
}

QJsonObject toJson(const Conflict &conflict)
{
    return {{"id"_L1, conflict.id},
            {"kind"_L1, QLatin1String(kindName(conflict.kind))},
            {"contact"_L1, conflict.contact.isValid() ? QJsonValue(conflict.contact.value) : QJsonValue()},
            {"list"_L1, conflict.list.isValid() ? QJsonValue(conflict.list.value) : QJsonValue()},
            {"name"_L1, conflict.name},
            {"field"_L1, fieldLabelOf(conflict.field)},
            {"base"_L1, conflict.base},
            {"mine"_L1, conflict.mine},
            {"theirs"_L1, conflict.theirs},
            {"when"_L1, conflict.when.toString(Qt::ISODate)}};
}

QJsonObject toJson(const SyncLogEntry &entry)
{
    return {{"when"_L1, entry.when.toString(Qt::ISODate)},
            {"event"_L1, QLatin1String(eventName(entry.event))},
            {"count"_L1, entry.count},
            {"detail"_L1, entry.detail}};
}

QJsonObject toJson(const SyncReport &report, const SyncRest &rest)
{
    const UnsentCounts &waiting = rest.waiting;
    const bool isOpen = waiting.total() > 0 || waiting.conflicts > 0 || rest.overwritten > 0;
    return {{"created"_L1, report.created},
            {"changed"_L1, report.changed},
            {"deleted"_L1, report.deleted},
            {"listsSent"_L1, report.listsSent},
            {"membersSent"_L1, report.membersSent},
            {"arrived"_L1, report.arrived},
            {"received"_L1, report.received},
            {"trashed"_L1, report.trashed},
            {"listsReceived"_L1, report.listsReceived},
            {"membersReceived"_L1, report.membersReceived},
            {"missing"_L1, report.missing},
            {"unread"_L1, report.unread},
            {"waiting"_L1, waiting.total()},
            {"blocked"_L1, waiting.blocked},
            {"conflicts"_L1, waiting.conflicts},
            {"overwritten"_L1, rest.overwritten},
            {"inStep"_L1, report.isFresh && !report.stopped && report.missing == 0 && !isOpen}};
}

} // namespace Elenco
