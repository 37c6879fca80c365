// SPDX-License-Identifier: Apache-2.0
#include "addressbook/addressbook.h"

#include "addressbook/executor.h"
#include "store/database/backup.h"

namespace Elenco {

AddressBook::AddressBook(std::unique_ptr<Workspace> workspace, QObject *parent)
    : QObject(parent),
      m_executor(std::make_unique<Executor>(std::move(workspace))),
      m_contacts(*m_executor),
      m_lists(*m_executor),
      m_imports(*m_executor),
      m_history(*m_executor),
      m_outbox(*m_executor),
      m_account(*m_executor)
{
    connect(m_executor.get(), &Executor::changed, this, &AddressBook::changed);
    connect(m_executor.get(), &Executor::commandsChanged, this, &AddressBook::commandsChanged);
    connect(m_executor.get(), &Executor::commandProgressed, this, &AddressBook::commandProgressed);
    connect(m_executor.get(), &Executor::commandFailed, this, &AddressBook::commandFailed);
    connect(m_executor.get(), &Executor::damaged, this, &AddressBook::damaged);
    connect(m_executor.get(), &Executor::gone, this, &AddressBook::gone);
    connect(m_executor.get(), &Executor::troubled, this, &AddressBook::troubled);
}

AddressBook::~AddressBook() = default;

QString AddressBook::path() const
{
    return m_executor->workspace().path();
}

int AddressBook::commandsUnderWay() const
{
    return m_executor->commandsUnderWay();
}

bool AddressBook::endedUncleanly() const
{
    return m_executor->workspace().endedUncleanly();
}

Task<void> AddressBook::lookOver(QObject *context)
{
    return m_executor->question<void>(
        context, Executor::Wait::Files,
        [](Workspace &workspace, const JobControl &control) { return quickCheck(workspace, control); });
}

Command<void> AddressBook::saveCopy(QObject *context, const QString &path)
{
    return m_executor->command<void>(context, [path](Workspace &workspace, const JobControl &control) {
        return Elenco::saveCopy(workspace, path, control);
    });
}

void AddressBook::noteGone()
{
    m_executor->heed({ErrorKind::Gone, path(), {}});
}

void AddressBook::forgetGone()
{
    m_executor->forgetGone();
}

void AddressBook::keepReserve()
{
    m_executor->later([](Workspace &workspace) { workspace.reserve().keep(); });
}

} // namespace Elenco
