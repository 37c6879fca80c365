// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "account/accountfigures.h"
#include "account/accountlink.h"
#include "gateway/http/networkwatch.h"
#include "models/contacts/replacedvalues.h"
#include "sync/run/openedreading.h"
#include "sync/run/powerwatch.h"
#include "sync/run/syncscheduler.h"
#include "ui/sync/syncpace.h"

#include <QPointer>

#include <memory>

namespace Elenco {

class ConflictsDialog;
class MainWindow;
class MissingDialog;
class OutboxDialog;
class OverwrittenBar;
class Prompts;
class SyncLogDialog;
class TrashDialog;

/// Sync in the window: lets it run with the account there is, says at the bottom how things stand, and opens what a
/// person has to see.
class SyncController : public QObject
{
    Q_OBJECT

public:
    /// `region`: whose numbers are meant where a number does not say so. The clock outlives the controller.
    SyncController(AddressBook &addressBook, AccountLink &link, Prompts &prompts, MainWindow &window, Clock &clock,
                   const QString &region);
    ~SyncController() override;

    SyncScheduler &scheduler() { return *m_scheduler; }

private:
    void bindActions();
    void followAccount();
    void showState();
    void showFigures();
    void noteAccount();
    void openWhatMatters();
    void openOutbox();
    void openConflicts();
    void openLog();
    void openTrash();
    void askForDeletedLists();
    void askAboutMissing();
    void askAboutAccount();

    AddressBook &m_addressBook;
    AccountLink &m_link;
    Prompts &m_prompts;
    MainWindow &m_window;
    const NumberJudge m_judge;
    NetworkWatch m_network;
    PowerWatch m_power;
    std::unique_ptr<SyncScheduler> m_scheduler;
    std::unique_ptr<OpenedReading> m_opened;
    AccountFigures m_figures;
    SyncPace m_pace;
    Clock &m_clock;
    ReplacedValues m_replaced;
    QPointer<OverwrittenBar> m_overwritten;
    QPointer<OutboxDialog> m_outbox;
    QPointer<ConflictsDialog> m_conflicts;
    QPointer<SyncLogDialog> m_log;
    QPointer<MissingDialog> m_missing;
    QPointer<TrashDialog> m_trash;
    Task<Page<RemoteList>> m_lists;
    Command<void> m_answering;
    qint64 m_known = -1; ///< contacts over there, when the figures were asked for
};

} // namespace Elenco
