// SPDX-License-Identifier: Apache-2.0
#include "addressbook/outboxdoor.h"

#include "addressbook/executor.h"
#include "sync/run/openedreading.h"
#include "sync/run/syncscheduler.h"

#include <QRandomGenerator>

namespace Elenco {

using Wait = Executor::Wait;

namespace {

SyncSurroundings surroundings(Executor &executor, Clock &clock, const NumberJudge &judge)
{
    return {executor.workspace(), executor.writer(), executor.readers(Wait::Counts), clock, judge, [] {
                return QRandomGenerator::global()->generateDouble();
            }};
}

} // namespace

Task<UnsentCounts> OutboxDoor::unsentCounts(QObject *context)
{
    return m_executor.question<UnsentCounts>(context, Wait::Counts, [](Workspace &workspace, const JobControl &) {
        return Elenco::unsentCounts(workspace);
    });
}

Task<QList<OutboxEntry>> OutboxDoor::entries(QObject *context, int limit)
{
    return m_executor.question<QList<OutboxEntry>>(
        context, Wait::Rows,
        [limit](Workspace &workspace, const JobControl &) { return outbox(workspace, limit); });
}

Command<ChangeSetId> OutboxDoor::discard(QObject *context, const OutboxEntry &entry, const NumberJudge &judge)
{
    return m_executor.command<ChangeSetId>(context, [entry, judge](Workspace &workspace, const JobControl &) {
        return discardUnsent(workspace, entry, judge);
    });
}

Task<QHash<ImportId, ImportDelivery>> OutboxDoor::importDeliveries(QObject *context)
{
    return m_executor.question<QHash<ImportId, ImportDelivery>>(
        context, Wait::Counts,
        [](Workspace &workspace, const JobControl &) { return Elenco::importDeliveries(workspace); });
}

Task<std::optional<ContactRoom>> OutboxDoor::contactRoom(QObject *context)
{
    return m_executor.question<std::optional<ContactRoom>>(
        context, Wait::Counts, [](Workspace &workspace, const JobControl &) { return Elenco::contactRoom(workspace); });
}

Task<QList<SyncLogEntry>> OutboxDoor::log(QObject *context, int limit)
{
    return m_executor.question<QList<SyncLogEntry>>(
        context, Wait::Rows,
        [limit](Workspace &workspace, const JobControl &) { return syncLog(workspace, limit); });
}

Task<RemoteView> OutboxDoor::remoteView(QObject *context, ContactId id)
{
    return m_executor.question<RemoteView>(context, Wait::Rows, [id](Workspace &workspace, const JobControl &) {
        return Elenco::remoteView(workspace, id);
    });
}

Task<QList<Conflict>> OutboxDoor::conflicts(QObject *context, int limit)
{
    return m_executor.question<QList<Conflict>>(context, Wait::Rows, [limit](Workspace &workspace, const JobControl &) {
        return Elenco::conflicts(workspace, limit);
    });
}

Command<ChangeSetId> OutboxDoor::resolve(QObject *context, const QList<Decision> &decisions, const NumberJudge &judge)
{
    return m_executor.command<ChangeSetId>(context,
                                           [decisions, judge](Workspace &workspace, const JobControl &control) {
                                               return resolveConflicts(workspace, decisions, judge, control);
                                           });
}

Task<MergeStory> OutboxDoor::mergeStory(QObject *context, ContactId id)
{
    return m_executor.question<MergeStory>(context, Wait::Rows, [id](Workspace &workspace, const JobControl &) {
        return Elenco::mergeStory(workspace, id);
    });
}

Task<QList<ReplacedEntry>> OutboxDoor::replacedValues(QObject *context, int limit)
{
    return m_executor.question<QList<ReplacedEntry>>(
        context, Wait::Rows,
        [limit](Workspace &workspace, const JobControl &) { return Elenco::replacedValues(workspace, limit); });
}

Command<void> OutboxDoor::dismissReplaced(QObject *context, qint64 id)
{
    return m_executor.command<void>(context, [id](Workspace &workspace, const JobControl &) {
        return Elenco::dismissReplaced(workspace, id);
    });
}

Command<void> OutboxDoor::dismissReplacedUpTo(QObject *context, qint64 id)
{
    return m_executor.command<void>(context, [id](Workspace &workspace, const JobControl &) {
        return Elenco::dismissReplacedUpTo(workspace, id);
    });
}

Command<void> OutboxDoor::answerMissing(QObject *context, MissingAnswer answer)
{
    return m_executor.command<void>(context, [answer](Workspace &workspace, const JobControl &) {
        return setMissingAnswer(workspace, answer);
    });
}

Task<QList<TrashedContact>> OutboxDoor::trashed(QObject *context, int limit)
{
    return m_executor.question<QList<TrashedContact>>(
        context, Wait::Rows,
        [limit](Workspace &workspace, const JobControl &) { return trashedContacts(workspace, limit); });
}

Command<ChangeSetId> OutboxDoor::restoreTrashed(QObject *context, const std::vector<ContactId> &ids)
{
    return m_executor.command<ChangeSetId>(context, [ids](Workspace &workspace, const JobControl &) {
        return Elenco::restoreTrashed(workspace, ids);
    });
}

std::unique_ptr<SyncScheduler> OutboxDoor::makeScheduler(Clock &clock, const NumberJudge &judge)
{
    auto scheduler = std::make_unique<SyncScheduler>(surroundings(m_executor, clock, judge));
    connect(this, &Door::changed, scheduler.get(), &SyncScheduler::noteEdit);
    // At least the log, the outbox, or what waits for a decision is another.
    connect(scheduler.get(), &SyncScheduler::wrote, &m_executor, &Executor::announceAnyway);
    return scheduler;
}

std::unique_ptr<OpenedReading> OutboxDoor::makeOpenedReading(SyncScheduler &scheduler, Clock &clock,
                                                             const NumberJudge &judge)
{
    auto reading = std::make_unique<OpenedReading>(surroundings(m_executor, clock, judge), scheduler);
    connect(reading.get(), &OpenedReading::read, &m_executor, &Executor::announce);
    return reading;
}

} // namespace Elenco
