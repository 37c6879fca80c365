// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "store/sync/outbox.h"
#include "sync/run/syncengine.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace Elenco {

/// What a scheduler works with; all of it outlives it.
struct SyncSurroundings {
    Workspace &workspace;
    QThreadPool &writer;
    QThreadPool &readers;
    Clock &clock;
    NumberJudge judge;
    std::function<double()> random; ///< evenly in [0, 1)
};

/// Decides when a sync runs (sync.md section 2.3): when there is an account, soon after edits, every quarter of an
/// hour, when the network is back, and when a person asks; one at a time. What can't be reached is tried again after
/// growing waits; what only a person can mend waits for one. Lives on the thread of the Client.
class SyncScheduler : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Off,     ///< no account that could be used
        Resting, ///< the last sync, if there was one, came to its end
        Syncing,
        Offline, ///< the gateway can't be reached; problem() says why
        Delayed, ///< it can, but could not go on; tried again by itself; problem()
        Stuck,   ///< nothing goes on without a person: the key, the disk; problem()
        Stopped, ///< a person ended it; goes on when asked to, or after a quarter of an hour, not for an edit
    };

    explicit SyncScheduler(const SyncSurroundings &surroundings, QObject *parent = nullptr);
    ~SyncScheduler() override;

    /// The account's client from now on; nullptr: none. A sync follows at once.
    void setClient(Client *client);
    void setNetwork(bool isReachable, bool isMetered);
    /// The system saves its battery: what nobody has asked for is read once an hour.
    void setPowerSaving(bool saves) { m_savesPower = saves; }
    /// Something may have been changed here. What is unsent is sent after a pause in the edits.
    void noteEdit();
    /// A person wants it now, and all of it.
    void syncNow();
    /// Ends the sync that runs. What went and came stays, what waits goes on to wait; Stopped follows when what is
    /// being written here is written. Not from within a signal of this object.
    void stop();
    /// stop() was said, and the run has not ended yet.
    bool isStopping() const { return m_isStopping; }

    State state() const { return m_state; }
    const SyncProgress &progress() const { return m_progress; }
    /// Milliseconds since the sync that runs began.
    qint64 elapsed() const;
    /// Something went over before problem() came up, since the last sync that came to its end.
    bool hasSent() const { return m_hasSent; }
    const std::optional<Error> &problem() const { return m_problem; }
    const UnsentCounts &unsent() const { return m_unsent; }
    /// Contacts that are gone over there and wait for a person's decision.
    qint64 missing() const { return m_missing; }
    /// Contacts of which only what listings show was read yet: what is hidden is read in the syncs to come.
    qint64 unread() const { return m_unread; }
    /// Values of ours that somebody else replaced in a way that should be looked at (store/sync/conflicts.h).
    qint64 overwritten() const { return m_overwritten; }
    /// When everything over there was last read to its end; UTC, invalid: never.
    QDateTime lastFullPull() const { return m_lastFullPull; }
    /// How many syncs were begun.
    qint64 attempts() const { return m_attempts; }
    /// Everything over there was read since the program began, nothing is open here.
    bool isInStep() const;

Q_SIGNALS:
    /// State, progress or counts.
    void changed();
    /// Contacts or lists here may be others now.
    void wrote();
    /// Something was settled without asking: whom or what it is about, and what somebody else had wanted.
    void noticed(const QString &subject, const QString &words);

private:
    enum class Depth {
        Send,    ///< what waits here
        All,     ///< and what changed over there
        Thorough ///< and the members of lists that are as large as they were
    };

    struct Counts {
        UnsentCounts unsent;
        qint64 overwritten = 0;
    };

    qint64 pullPause() const;
    void schedule(qint64 delay, Depth depth);
    void begin(Depth depth, bool byHand = false);
    void announce(qint64 pause);
    void ended(const SyncReport &report);
    void rest(const SyncReport &report);
    void halt();
    void retry(const Error &error);
    void watch();
    void refreshCounts(std::function<void()> then);
    void setState(State state, std::optional<Error> problem = {});

    SyncSurroundings m_surroundings;
    QPointer<Client> m_client; ///< an account that changes may end it before it says so
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<Alarm> m_alarm;
    std::unique_ptr<Alarm> m_watch; ///< while a sync runs
    qint64 m_due = 0; ///< of the alarm
    Depth m_dueDepth = Depth::Send;
    Depth m_depth = Depth::All; ///< of the run
    State m_state = State::Off;
    SyncProgress m_progress;
    std::optional<Error> m_problem;
    UnsentCounts m_unsent;
    UnsentCounts m_settled; ///< as the last run left them: what is the same still waits for the same reason
    qint64 m_missing = 0;
    qint64 m_unread = 0;
    qint64 m_overwritten = 0;
    QDateTime m_lastFullPull;
    qint64 m_started = -1;
    qint64 m_firstEdit = -1; ///< of those that wait for the pause
    qint64 m_announcedAt = -1;
    qint64 m_announcedRevision = 0;
    qint64 m_attempts = 0;
    int m_rounds = 0;
    int m_failures = 0;
    bool m_isFresh = false;
    bool m_isReachable = true;
    bool m_isMetered = false;
    bool m_savesPower = false;
    bool m_editedMeanwhile = false;
    bool m_isStopping = false;
    bool m_hasSent = false;
    bool m_isAnnouncing = false; ///< what is heard of then is our own doing
    Task<Counts> m_counting;
    Task<QString> m_facts;
};

} // namespace Elenco
