// SPDX-License-Identifier: Apache-2.0
#include "addressbook/addressbook.h"

#include "addressbook/work.h"

// What waits to be sent, what came of it, and the account.

namespace Elenco {

Task<UnsentCounts> AddressBook::unsentCounts(QObject *context)
{
    return read<UnsentCounts>(context, [this](const JobControl &) { return Elenco::unsentCounts(*m_workspace); });
}

Task<QList<OutboxEntry>> AddressBook::outbox(QObject *context, int limit)
{
    return read<QList<OutboxEntry>>(context,
                                    [this, limit](const JobControl &) { return Elenco::outbox(*m_workspace, limit); });
}

Command<ChangeSetId> AddressBook::discardUnsent(QObject *context, const OutboxEntry &entry, const NumberJudge &judge)
{
    return write<ChangeSetId>(context, [this, entry, judge](const JobControl &) {
        return Elenco::discardUnsent(*m_workspace, entry, judge);
    });
}

Task<QList<Conflict>> AddressBook::conflicts(QObject *context, int limit)
{
    return read<QList<Conflict>>(context,
                                 [this, limit](const JobControl &) { return Elenco::conflicts(*m_workspace, limit); });
}

Task<MergeStory> AddressBook::mergeStory(QObject *context, ContactId id)
{
    return read<MergeStory>(context, [this, id](const JobControl &) { return Elenco::mergeStory(*m_workspace, id); });
}

Command<ChangeSetId> AddressBook::resolveConflicts(QObject *context, const QList<Decision> &decisions,
                                                   const NumberJudge &judge)
{
    return write<ChangeSetId>(context, [this, decisions, judge](const JobControl &control) {
        return Elenco::resolveConflicts(*m_workspace, decisions, judge, control);
    });
}

Task<QList<ReplacedEntry>> AddressBook::replacedValues(QObject *context, int limit)
{
    return read<QList<ReplacedEntry>>(
        context, [this, limit](const JobControl &) { return Elenco::replacedValues(*m_workspace, limit); });
}

Command<void> AddressBook::dismissReplaced(QObject *context, qint64 id)
{
    return write<void>(context, [this, id](const JobControl &) { return Elenco::dismissReplaced(*m_workspace, id); });
}

Command<void> AddressBook::dismissReplacedUpTo(QObject *context, qint64 id)
{
    return write<void>(context, [this, id](const JobControl &) {
        const Result<void> done = Elenco::dismissReplacedUpTo(*m_workspace, id);
        Q_EMIT changed(); // no change of a contact, but of what is shown about them
        return done;
    });
}

Task<QHash<ImportId, ImportDelivery>> AddressBook::importDeliveries(QObject *context)
{
    return read<QHash<ImportId, ImportDelivery>>(
        context, [this](const JobControl &) { return Elenco::importDeliveries(*m_workspace); });
}

Task<QList<SyncLogEntry>> AddressBook::syncLog(QObject *context, int limit)
{
    return read<QList<SyncLogEntry>>(
        context, [this, limit](const JobControl &) { return Elenco::syncLog(*m_workspace, limit); });
}

Command<void> AddressBook::answerMissing(QObject *context, MissingAnswer answer)
{
    return write<void>(context, [this, answer](const JobControl &) { return setMissingAnswer(*m_workspace, answer); });
}

Task<std::optional<AccountRecord>> AddressBook::account(QObject *context)
{
    return read<std::optional<AccountRecord>>(context,
                                              [this](const JobControl &) { return accountRecord(*m_workspace); });
}

Command<void> AddressBook::saveAccount(QObject *context, const AccountRecord &record)
{
    return write<void>(context, [this, record](const JobControl &) { return saveAccountRecord(*m_workspace, record); });
}

Command<void> AddressBook::saveAccountCapabilities(QObject *context, const AccountRecord &record)
{
    return write<void>(
        context, [this, record](const JobControl &) { return Elenco::saveAccountCapabilities(*m_workspace, record); });
}

Command<void> AddressBook::removeAccount(QObject *context)
{
    return write<void>(context, [this](const JobControl &) { return removeAccountRecord(*m_workspace); });
}

Command<void> AddressBook::doubtAccount(QObject *context)
{
    return write<void>(context,
                       [this](const JobControl &) { return setAccountTrust(*m_workspace, AccountTrust::Doubtful); });
}

Command<void> AddressBook::confirmAccount(QObject *context)
{
    return write<void>(context,
                       [this](const JobControl &) { return setAccountTrust(*m_workspace, AccountTrust::Confirmed); });
}

Task<PracticeMixture> AddressBook::practiceMixture(QObject *context)
{
    return read<PracticeMixture>(context, [this](const JobControl &) { return Elenco::practiceMixture(*m_workspace); });
}

Command<ChangeSetId> AddressBook::separatePractice(QObject *context)
{
    return write<ChangeSetId>(
        context, [this](const JobControl &control) { return Elenco::separatePractice(*m_workspace, control); });
}

} // namespace Elenco
