// SPDX-License-Identifier: Apache-2.0
#include "ui/window/undocontroller.h"

#include "ui/actions.h"
#include "ui/window/statusline.h"
#include "ui/words.h"

#include <QAction>

namespace Elenco {

UndoController::UndoController(AddressBook &addressBook, Actions &actions, StatusLine &status, QObject *parent)
    : QObject(parent),
      m_addressBook(addressBook),
      m_status(status),
      m_undoAction(actions.bind(ActionId::Undo, this, [this] { undo(m_last); })),
      m_redoAction(actions.bind(ActionId::Redo, this, [this] { redo(); }))
{
    connect(&addressBook, &AddressBook::changed, this, &UndoController::refresh);
    show();
    refresh();
}

void UndoController::refresh()
{
    m_lastTask = m_addressBook.history().lastUndoable(this);
    m_lastTask.then([this](const Result<ChangeSet> &last) {
        if (!last)
            return;
        m_last = *last;
        // Something new was done after the undo: what was undone before it can't simply be done again.
        if (!m_undone.isEmpty() && m_last.id > m_undone.last().undo)
            m_undone.clear();
        show();
    });
}

void UndoController::show()
{
    const bool isFree = !m_task.isRunning();
    m_undoAction->setEnabled(isFree && m_last.id.isValid());
    m_undoAction->setText(m_last.id.isValid() ? tr("&Undo: %1").arg(changeText(m_last)) : tr("&Undo"));
    m_redoAction->setEnabled(isFree && !m_undone.isEmpty());
    m_redoAction->setText(m_undone.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(changeText(m_undone.last().change)));
}

void UndoController::undo(const ChangeSet &change)
{
    run(change.id, tr("Undoing: %1").arg(changeText(change)), tr("This could not be undone."),
        [this, change](const UndoOutcome &outcome) {
            QString text = tr("Undone: %1 (%2).").arg(changeText(change), contactCount(outcome.changed));
            if (outcome.keptEdited > 0)
                text +=
                    QLatin1Char(' ') + tr("%1 edited since stay as they are.").arg(contactCount(outcome.keptEdited));
            m_status.showMessage(text);
            m_undone.append({outcome.undo, change});
        });
}

void UndoController::redo()
{
    if (m_undone.isEmpty())
        return;
    const Undone last = m_undone.last();
    run(last.undo, tr("Doing again: %1").arg(changeText(last.change)), tr("This could not be done again."),
        [this, last](const UndoOutcome &outcome) {
            m_undone.removeLast();
            m_status.showMessage(
                tr("Done again: %1 (%2).").arg(changeText(last.change), contactCount(outcome.changed)));
        });
}

void UndoController::run(ChangeSetId id, const QString &running, const QString &failure,
                         std::function<void(const UndoOutcome &)> done)
{
    if (m_task.isRunning() || !id.isValid())
        return;
    const int job = m_status.startJob(running, [this] { m_task.requestStop(); });
    m_task = m_addressBook.history().undo(this, id);
    m_task.onProgress([this, job](Progress progress) { m_status.setProgress(job, progress); });
    m_task.then([this, job, failure, done = std::move(done)](const Result<UndoOutcome> &outcome) {
        m_status.endJob(job);
        if (outcome)
            done(*outcome);
        else if (outcome.error().kind == ErrorKind::Cancelled)
            m_status.showMessage(tr("Cancelled. Nothing was changed."));
        else
            Q_EMIT failed(failure, outcome.error());
        refresh();
    });
    show();
}

} // namespace Elenco
