// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/database/workspace.h"
#include "store/journal/journal.h"
#include "sync/run/syncengine.h"
#include "tests/support/manualclock.h"
#include "tests/sync/directline.h"

#include <QTemporaryDir>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

struct sqlite3;

namespace Elenco {

/// A desk whose sync goes one request at a time, and whose program can die at any moment: file, engine and client are
/// the real ones, time and line are in the hands of whoever holds this.
class SeedDesk
{
public:
    SeedDesk(const QString &name, Practice::Exchange &exchange, const Capabilities &capabilities,
             qint64 mostSingles = 300);
    ~SeedDesk();

    QString name() const { return m_name; }
    QString path(const QString &file) const { return m_folder.filePath(file); }
    Workspace &workspace() { return *m_workspace; }
    Journal journal() { return Journal(*m_workspace); }
    Client &client() { return *m_client; }
    static const NumberJudge &judge();

    bool isSyncing() const { return m_engine && m_engine->isRunning(); }
    /// The request that a sync waits with; null: none runs.
    const HttpRequest *held() const { return m_line->held(); }
    /// Begins a sync and runs it to its first request.
    void begin(const SyncOptions &options = {});
    /// Lets the request through and runs to the next one, or to the end.
    void letThrough(Practice::Fault fault = Practice::Fault::None);
    void stop();
    /// What the last sync that came to its end said.
    const SyncReport &report() const { return m_report; }

    /// Runs to where nothing moves by itself; time passes as far as it is waited for.
    void settle();

    /// The program dies here and now, and is started again.
    void kill();
    /// The request that is held is carried out first.
    void killAfterRequest(Practice::Fault fault);
    /// It dies in the middle of the n-th commit (1, 2, …) from now on.
    void killAtCommit(int n);
    /// After something was written without the engine: dies if that was the commit.
    bool diedMeanwhile();
    int deaths() const { return m_deaths; }
    /// The n-th statement (1, 2, …) that the engine has the database carry out from now on fails; 0: none does.
    void failStatement(int n);
    /// As many have been carried out.
    bool statementCame() const { return m_statementsLeft == 0; }
    void forgetKills() { m_commitsLeft = 0; }

    /// What a look at the file after each start finds wrong; empty: nothing.
    QString damage() const { return m_damage; }
    /// Whatever the gateway forbids and was done: too many requests, none of its pauses kept. Empty: nothing.
    QString haste() const { return m_haste; }

private:
    void open();
    void close();
    void awaitWriter();
    /// Does it with both connections that write: this thread's and the one that the engine writes with.
    void withWriters(const std::function<void(sqlite3 *)> &work);
    void takeImage();
    void startFromImage();
    void watchPace();
    static int commits(void *desk);
    static int statementBegins(unsigned what, void *desk, void *statement, void *sql);
    static int statementGoesOn(void *desk);

    const QString m_name;
    Practice::Exchange &m_exchange;
    Capabilities m_capabilities;
    const qint64 m_mostSingles;
    QTemporaryDir m_folder;
    QThreadPool m_writer;
    std::unique_ptr<Workspace> m_workspace;
    std::shared_ptr<ManualClock> m_clock;
    std::shared_ptr<DirectLine> m_line;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<SyncEngine> m_engine;
    SyncReport m_report;
    int m_deaths = 0;
    QString m_damage, m_haste;
    QList<qint64> m_sendTimes;
    qint64 m_pauseUntil = 0;
    std::atomic<int> m_commitsLeft = 0;
    std::atomic<bool> m_hasImage = false;
    int m_statementsLeft = 0;
    bool m_isFailing = false;
};

} // namespace Elenco
