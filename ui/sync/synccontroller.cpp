// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/synccontroller.h"

#include "sync/bulk/temporarylist.h"
#include "ui/account/accountwords.h"
#include "ui/inspector/inspector.h"
#include "ui/mainwindow.h"
#include "ui/prompts.h"
#include "ui/sync/conflictsdialog.h"
#include "ui/sync/missingdialog.h"
#include "ui/sync/outboxdialog.h"
#include "ui/sync/overwrittenbar.h"
#include "ui/sync/synclogdialog.h"
#include "ui/sync/syncwords.h"
#include "ui/sync/trashdialog.h"
#include "ui/window/statusline.h"

#include <QAction>

namespace Elenco {

namespace {

constexpr qint64 silenceToSay = 20'000; // ms without any answer

// What only the second page has was deleted, unless the first one was cut short.
QList<RemoteList> deletedLists(const Page<RemoteList> &alive, const Page<RemoteList> &all)
{
    const bool isWhole = !alive.hasMore.value_or(false) && alive.total.value_or(0) <= alive.rowsGiven;
    QList<RemoteList> deleted;
    for (const RemoteList &list : all.rows) {
        const bool isAlive = std::any_of(alive.rows.begin(), alive.rows.end(),
                                         [&list](const RemoteList &other) { return other.id == list.id; });
        if (list.isDeleted.value_or(isWhole && !isAlive) && !isTemporaryList(list.name))
            deleted += list;
    }
    return deleted;
}

} // namespace

SyncController::SyncController(AddressBook &addressBook, AccountLink &link, Prompts &prompts, MainWindow &window,
                               Clock &clock, const QString &region)
    : m_addressBook(addressBook),
      m_link(link),
      m_prompts(prompts),
      m_window(window),
      m_judge(numberJudge(region.toStdString())),
      m_scheduler(addressBook.outbox().makeScheduler(clock, m_judge)),
      m_opened(addressBook.outbox().makeOpenedReading(*m_scheduler, clock, m_judge)),
      m_clock(clock),
      m_replaced(addressBook, m_judge)
{
    bindActions();
    m_overwritten = new OverwrittenBar(m_replaced);
    window.addBar(m_overwritten);
    connect(m_overwritten, &OverwrittenBar::allRequested, this, &SyncController::openLog);
    connect(&m_replaced, &ReplacedValues::restoreFailed, this, [this](const Error &error) {
        m_prompts.showError(&m_window, tr("The value could not be put back."), error);
    });
    connect(&link, &AccountLink::changed, this, &SyncController::followAccount);
    connect(m_scheduler.get(), &SyncScheduler::changed, this, &SyncController::showState);
    connect(&window.inspector(), &Inspector::opened, m_opened.get(), &OpenedReading::open);
    connect(m_opened.get(), &OpenedReading::read, this, [this](bool hasNews) {
        if (!hasNews)
            m_window.inspector().readAgain(); // its age alone
    });
    connect(m_scheduler.get(), &SyncScheduler::noticed, this, [this](const QString &subject, const QString &words) {
        m_window.status().showMessage(subject + QStringLiteral(": ") + words); // the log keeps it
    });
    connect(m_opened.get(), &OpenedReading::changed, this, &SyncController::noteAccount);
    connect(&m_figures, &AccountFigures::changed, this, &SyncController::showFigures);
    connect(&m_network, &NetworkWatch::changed, this,
            [this] { m_scheduler->setNetwork(m_network.isReachable(), m_network.isMetered()); });
    connect(&m_power, &PowerWatch::changed, this, [this] { m_scheduler->setPowerSaving(m_power.isSaving()); });
    connect(&window.status(), &StatusLine::stateClicked, this, &SyncController::openWhatMatters);
    m_scheduler->setNetwork(m_network.isReachable(), m_network.isMetered());
    followAccount();
}

SyncController::~SyncController()
{
    delete m_overwritten; // before what it shows
}

void SyncController::bindActions()
{
    const auto bind = [this](ActionId id, auto what) {
        m_window.actions().bind(id, this, std::function<void()>(what));
    };
    bind(ActionId::SyncNow, [this] { m_scheduler->syncNow(); });
    bind(ActionId::StopSync, [this] { m_scheduler->stop(); });
    bind(ActionId::ShowOutbox, [this] { openOutbox(); });
    bind(ActionId::ShowConflicts, [this] { openConflicts(); });
    bind(ActionId::ShowSyncLog, [this] { openLog(); });
    bind(ActionId::ShowTrash, [this] { openTrash(); });
    QList<QAction *> actions;
    for (ActionId id :
         {ActionId::SyncNow, ActionId::StopSync, ActionId::ShowOutbox, ActionId::ShowConflicts, ActionId::ShowSyncLog})
        actions += m_window.actions().action(id);
    m_window.status().setStateActions(actions);
}

void SyncController::followAccount()
{
    Client *const client = m_link.state() == AccountLink::State::Ready ? m_link.client() : nullptr;
    m_scheduler->setClient(client);
    m_opened->setClient(client);
    m_figures.setClient(client);
    m_known = -1;
    if (client)
        connect(client, &Client::capabilitiesChanged, this, &SyncController::noteAccount, Qt::UniqueConnection);
    noteAccount();
    showState();
}

void SyncController::showState()
{
    using State = SyncScheduler::State;
    const State state = m_scheduler->state();
    const bool canSync = state != State::Off && state != State::Syncing;
    m_window.actions().setEnabled(ActionId::SyncNow, canSync);
    m_window.actions().setShown(ActionId::SyncNow, state != State::Syncing);
    m_window.actions().setShown(ActionId::StopSync, state == State::Syncing);
    m_window.actions().setEnabled(ActionId::StopSync, state == State::Syncing && !m_scheduler->isStopping());
    for (ActionId id : {ActionId::ShowOutbox, ActionId::ShowConflicts, ActionId::ShowSyncLog, ActionId::ShowTrash})
        m_window.actions().setEnabled(id, m_link.account().has_value());
    if (m_outbox)
        m_outbox->setCanSend(canSync);
    const bool isRefused = state == State::Stuck && (m_scheduler->problem()->kind == ErrorKind::KeyRefused ||
                                                     m_scheduler->problem()->kind == ErrorKind::NotAllowed);
    m_link.noteRefusal(isRefused ? m_scheduler->problem() : std::nullopt);
    if (state == State::Off)
        return; // what the account needs is said by others
    if (state == State::Syncing)
        m_pace.note(m_scheduler->progress().phase, m_scheduler->progress().total, leftToSync(*m_scheduler),
                    m_clock.milliseconds());
    else
        m_pace.forget();
    if (state == State::Resting && m_scheduler->attempts() > 0) {
        m_figures.refresh(m_known >= 0 && m_known != m_scheduler->unsent().known);
        m_known = m_scheduler->unsent().known;
    }
    const SyncWords words = syncWords(*m_scheduler, m_pace.remaining(), m_link.silentFor() >= silenceToSay);
    const bool isPractice = m_link.account() && m_link.account()->account.practice;
    m_window.status().setState(isPractice ? tr("Practice gateway · %1").arg(words.text) : words.text, words.tone,
                               words.toolTip);
}

// What the account keeps and hides is known from its answers, and changes with them.
void SyncController::noteAccount()
{
    const std::optional<SavedAccount> &account = m_link.account();
    m_window.inspector().setAccount(account ? std::optional(account->capabilities) : std::nullopt,
                                    m_opened->hasFailed());
}

void SyncController::showFigures()
{
    const FigureWords words = figureWords(m_figures.quota(), m_figures.credit());
    m_window.status().setAccount(words.text, words.toolTip, words.isScarce ? Ink::Warn : Ink::Muted);
}

// The state says what is the matter; a click goes there.
void SyncController::openWhatMatters()
{
    using State = SyncScheduler::State;
    const UnsentCounts &unsent = m_scheduler->unsent();
    if (m_scheduler->state() == State::Off)
        return;
    if (m_scheduler->state() == State::Stuck && m_scheduler->problem()->kind == ErrorKind::OtherAccount)
        askAboutAccount();
    else if (m_scheduler->state() == State::Stuck)
        m_window.actions().action(ActionId::ShowAccount)->trigger();
    else if (m_scheduler->missing() > 0)
        askAboutMissing();
    else if (unsent.conflicts > 0)
        openConflicts();
    else if (m_scheduler->overwritten() > 0 && unsent.blocked + unsent.waiting == 0)
        openLog();
    else if (unsent.total() > 0)
        openOutbox();
    else
        openLog();
}

void SyncController::openOutbox()
{
    if (!m_outbox) {
        m_outbox = new OutboxDialog(m_addressBook, m_judge, &m_window);
        connect(m_outbox, &OutboxDialog::sendRequested, m_scheduler.get(), &SyncScheduler::syncNow);
        connect(m_outbox, &OutboxDialog::discarded, this,
                [this](const QString &what) { m_window.status().showMessage(tr("Taken back: %1").arg(what)); });
        connect(m_outbox, &OutboxDialog::failed, this,
                [this](const QString &title, const Error &error) { m_prompts.showError(m_outbox, title, error); });
        showState();
    }
    m_outbox->open();
    m_outbox->raise();
}

void SyncController::openConflicts()
{
    if (!m_conflicts) {
        m_conflicts = new ConflictsDialog(m_addressBook, m_judge, &m_window);
        connect(m_conflicts, &ConflictsDialog::failed, this,
                [this](const QString &title, const Error &error) { m_prompts.showError(m_conflicts, title, error); });
        connect(m_conflicts, &ConflictsDialog::resolved, this,
                [this] { m_window.status().showMessage(tr("Your choice is kept, and can be undone.")); });
    }
    m_conflicts->open();
    m_conflicts->raise();
}

void SyncController::openLog()
{
    if (!m_log) {
        m_log = new SyncLogDialog(m_addressBook, m_replaced, &m_window);
        connect(m_log, &SyncLogDialog::failed, this,
                [this](const QString &title, const Error &error) { m_prompts.showError(m_log, title, error); });
    }
    m_log->open();
    m_log->raise();
}

void SyncController::openTrash()
{
    if (!m_trash) {
        m_trash = new TrashDialog(m_addressBook, &m_window);
        connect(m_trash, &TrashDialog::failed, this,
                [this](const QString &title, const Error &error) { m_prompts.showError(m_trash, title, error); });
        connect(m_trash, &TrashDialog::restored, this,
                [this](const QString &what) { m_window.status().showMessage(tr("Brought back: %1").arg(what)); });
        askForDeletedLists();
    }
    m_trash->open();
    m_trash->raise();
}

// Without a gateway the contacts are shown all the same. Some accounts mark the lists that were deleted, others only
// show more lists when asked for them.
void SyncController::askForDeletedLists()
{
    Client *const client = m_link.state() == AccountLink::State::Ready ? m_link.client() : nullptr;
    if (!client)
        return;
    m_lists = client->lists({});
    m_lists.then([this, client = QPointer(client)](const Result<Page<RemoteList>> &there) {
        if (!client || !there)
            return;
        RemoteListQuery query;
        query.includeDeleted = true;
        query.evenUnmarked = true;
        m_lists = client->lists(query);
        m_lists.then([this, alive = *there](const Result<Page<RemoteList>> &all) {
            if (m_trash && all)
                m_trash->setDeletedLists(deletedLists(alive, *all));
        });
    });
}

void SyncController::askAboutAccount()
{
    // What is there has answered it already: only another account, or another address book, helps.
    if (const Error &problem = *m_scheduler->problem(); !problem.detail.isEmpty())
        return m_prompts.showError(&m_window, tr("This is another account"), problem,
                                   [this] { m_window.actions().action(ActionId::ShowAccount)->trigger(); });
    const Question question{.title = tr("Is this the same account?"),
                            .text = m_scheduler->problem()->text(),
                            .detail = tr("If it was emptied or set up anew, go on: you are asked what is to become of "
                                         "the contacts that it no longer has."),
                            .accept = tr("It is the same, go on"),
                            .destructive = true};
    m_prompts.ask(&m_window, question, [this](bool isSame) {
        if (!isSame)
            return;
        m_answering = m_addressBook.account().confirm(this);
        m_answering.then([this](const Result<void> &kept) {
            if (kept)
                m_scheduler->syncNow();
            else
                m_prompts.showError(&m_window, tr("Your answer could not be kept."), kept.error());
        });
    });
}

void SyncController::askAboutMissing()
{
    if (m_missing)
        return m_missing->raise();
    m_missing = new MissingDialog(m_scheduler->missing(), &m_window);
    connect(m_missing, &MissingDialog::answered, this, [this](MissingAnswer answer) {
        m_answering = m_addressBook.outbox().answerMissing(this, answer);
        m_answering.then([this](const Result<void> &kept) {
            if (kept)
                m_scheduler->syncNow();
            else
                m_prompts.showError(&m_window, tr("Your answer could not be kept."), kept.error());
        });
    });
    m_missing->open();
}

} // namespace Elenco
