// SPDX-License-Identifier: Apache-2.0
#include "addressbook/accountdoor.h"

#include "addressbook/executor.h"

namespace Elenco {

Task<std::optional<AccountRecord>> AccountDoor::read(QObject *context)
{
    return m_executor.question<std::optional<AccountRecord>>(
        context, Executor::Wait::Rows,
        [](Workspace &workspace, const JobControl &) { return accountRecord(workspace); });
}

Command<void> AccountDoor::save(QObject *context, const AccountRecord &record)
{
    return m_executor.command<void>(context, [record](Workspace &workspace, const JobControl &) {
        return saveAccountRecord(workspace, record);
    });
}

Command<void> AccountDoor::saveCapabilities(QObject *context, const AccountRecord &record)
{
    return m_executor.command<void>(context, [record](Workspace &workspace, const JobControl &) {
        return saveAccountCapabilities(workspace, record);
    });
}

Command<void> AccountDoor::remove(QObject *context)
{
    return m_executor.command<void>(
        context, [](Workspace &workspace, const JobControl &) { return removeAccountRecord(workspace); });
}

Command<void> AccountDoor::doubt(QObject *context)
{
    return m_executor.command<void>(context, [](Workspace &workspace, const JobControl &) {
        return setAccountTrust(workspace, AccountTrust::Doubtful);
    });
}

Command<void> AccountDoor::confirm(QObject *context)
{
    return m_executor.command<void>(context, [](Workspace &workspace, const JobControl &) {
        return setAccountTrust(workspace, AccountTrust::Confirmed);
    });
}

Task<PracticeMixture> AccountDoor::practiceMixture(QObject *context)
{
    return m_executor.question<PracticeMixture>(
        context, Executor::Wait::Counts,
        [](Workspace &workspace, const JobControl &) { return Elenco::practiceMixture(workspace); });
}

Command<ChangeSetId> AccountDoor::separatePractice(QObject *context)
{
    return m_executor.command<ChangeSetId>(context, [](Workspace &workspace, const JobControl &control) {
        return Elenco::separatePractice(workspace, control);
    });
}

} // namespace Elenco
