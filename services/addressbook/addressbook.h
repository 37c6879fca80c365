// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/accountdoor.h"
#include "addressbook/contactsdoor.h"
#include "addressbook/historydoor.h"
#include "addressbook/importsdoor.h"
#include "addressbook/listsdoor.h"
#include "addressbook/outboxdoor.h"
#include "store/database/workspace.h"

#include <memory>

namespace Elenco {

class Executor;

/// An address book that is open, for everything with an event loop: its doors by subject, and its file. Changes run one
/// after the other on the writer thread, questions on reader threads, and changes are announced. Lives on the GUI
/// thread. The destructor lets the writer finish all that was handed over, and blocks so long; who wants to show
/// something meanwhile waits for commandsUnderWay() to be 0 first.
class AddressBook : public QObject
{
    Q_OBJECT

public:
    explicit AddressBook(std::unique_ptr<Workspace> workspace, QObject *parent = nullptr);
    ~AddressBook() override;

    ContactsDoor &contacts() { return m_contacts; }
    ListsDoor &lists() { return m_lists; }
    ImportsDoor &imports() { return m_imports; }
    HistoryDoor &history() { return m_history; }
    OutboxDoor &outbox() { return m_outbox; }
    AccountDoor &account() { return m_account; }

    QString path() const;
    /// Changes that were handed over and have not ended.
    int commandsUnderWay() const;

    /// The file was not closed properly the last time: it wants lookOver().
    bool endedUncleanly() const;
    /// Looks all of it over; Damaged when something is wrong.
    Task<void> lookOver(QObject *context);
    /// Saves all of it in another file (store/database/backup.h); also when its own file is gone.
    Command<void> saveCopy(QObject *context, const QString &path);
    /// Says gone() as if something was to be saved, for whoever sees the file go; after forgetGone() it is said again.
    void noteGone();
    void forgetGone();
    /// Makes the space that is held back for a full disk, when the writer comes to it (store/database/reserve.h).
    void keepReserve();

Q_SIGNALS:
    /// Contacts, lists, tags, or what stands between them and the gateway were changed and committed.
    void changed(const Elenco::BookChange &change);
    /// A change was handed over, or one ended.
    void commandsChanged(int underWay);
    /// How far the change is that the writer works on.
    void commandProgressed(Elenco::Progress progress);
    /// A change failed whose asker does not listen any more.
    void commandFailed(const Elenco::Error &error);
    /// SQLite came upon damage: the file wants to be rescued (store/recovery/rescue.h). Once.
    void damaged(const Elenco::Error &error);
    /// The file is not there any more, and nothing can be saved: a copy may be (saveCopy()). Once.
    void gone(const Elenco::Error &error);
    /// A change was saved, but not as it should be.
    void troubled(const Elenco::WorkspaceTrouble &trouble);

protected:
    /// For suites that look behind the doors.
    Executor &executor() { return *m_executor; }

private:
    std::unique_ptr<Executor> m_executor;
    ContactsDoor m_contacts;
    ListsDoor m_lists;
    ImportsDoor m_imports;
    HistoryDoor m_history;
    OutboxDoor m_outbox;
    AccountDoor m_account;
};

} // namespace Elenco
