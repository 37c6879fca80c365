// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "store/sync/outbox.h"
#include "sync/course/synccourse.h"

#include <QObject>

#include <memory>

namespace Elenco {

class BulkLane;
class ListSync;
class ContactPush;

/// How much a sync does.
struct SyncOptions {
    bool reads = true;           ///< also what changed over there; without it only what waits here is sent
    bool allMembers = false;     ///< reads every list, also those whose number of members is as it was
    bool asksRoom = false;       ///< how many more contacts the account takes
    bool retriesRefused = false; ///< sends again what was refused, as it is, however long it has waited
    qint64 waited = 0;           ///< ms since the last run of this program: what was refused waits that much less
};

/// Judges numbers as an import does. One object is called on one thread; a copy of it shares nothing, so that a job
/// that has its own may run anywhere.
NumberJudge numberJudge(const std::string &region);

/// Brings one workspace and one account into step (sync.md section 2): lists, then what waits about contacts, then what
/// changed over there, then members. Each part may be cut short by anything; the next run starts at the top and repeats
/// only what is safe to repeat. Lives on the thread of the Client; one run at a time.
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    explicit SyncEngine(SyncDesk desk, QObject *parent = nullptr);
    ~SyncEngine() override;

    void start(const SyncOptions &options = {});
    bool isRunning() const { return m_course != nullptr; }
    /// Ends the run where it waits. What has left and was not answered stays noted as unknown. finished() follows.
    void stop();

Q_SIGNALS:
    void progressed(const Elenco::SyncProgress &progress);
    void finished(const Elenco::SyncReport &report);

private:
    Routine<bool> run(SyncOptions options);
    Routine<bool> noteFact(QString key, QString value);
    Routine<bool> readFirst(BulkLane &bulk, ContactPush &push);
    Routine<bool> members(ListSync &lists, bool all);
    void end();

    SyncDesk m_desk;
    std::unique_ptr<SyncCourse> m_course;
    Routine<bool> m_run;
    QList<OutboxEntry> m_waitedBefore; ///< the first few, for the log
    Task<qint64> m_logging;
};

} // namespace Elenco
