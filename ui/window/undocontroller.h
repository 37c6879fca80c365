// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"

class QAction;

namespace Elenco {

class Actions;
class StatusLine;

/// Undo and Redo of the Edit menu: over the journal, so that they also work after a restart. Redo takes back the undos
/// of this session, until something else is changed.
class UndoController : public QObject
{
    Q_OBJECT

public:
    UndoController(AddressBook &addressBook, Actions &actions, StatusLine &status, QObject *parent = nullptr);

    /// Takes back any entry of the history; undoing an undo does the change again.
    void undo(const ChangeSet &change);

Q_SIGNALS:
    void failed(const QString &title, const Elenco::Error &error);

private:
    struct Undone {
        ChangeSetId undo; ///< what to undo for the redo
        ChangeSet change;
    };
    void refresh();
    void show();
    void redo();
    /// Takes `id` back in plain sight, where it can be stopped.
    void run(ChangeSetId id, const QString &running, const QString &failure,
             std::function<void(const UndoOutcome &)> done);

    AddressBook &m_addressBook;
    StatusLine &m_status;
    QAction *m_undoAction;
    QAction *m_redoAction;
    ChangeSet m_last;
    QList<Undone> m_undone;
    Task<ChangeSet> m_lastTask;
    Command<UndoOutcome> m_task;
};

} // namespace Elenco
