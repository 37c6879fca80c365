// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "core/task.h"
#include "gateway/client/client.h"
#include "store/database/workspace.h"
#include "store/sync/accountrecord.h"
#include "store/sync/pullruns.h"
#include "store/sync/synclists.h"
#include "store/sync/syncrows.h"
#include "sync/plan/outcome.h"
#include "sync/plan/rowmapping.h"
#include "sync/records/syncreport.h"

#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace Elenco {

/// Where a sync works: the address book's file, the one thread that writes it, and the gateway.
struct SyncDesk {
    Workspace &workspace;
    QThreadPool &writer;
    Client &client;
    NumberJudge judge;
    std::function<double()> random;         ///< evenly in [0, 1)
    qint64 mostSingles = 300;               ///< new contacts that are sent one by one; more of them go in files
    std::function<qint64()> freeBytes = {}; ///< on the disk of the address book; empty: the disk is asked
};

/// One run of a sync while it is under way: its doors, and what its parts have to know of each other. Lives on the
/// context's thread; what runs on the writer thread gets values and shared values only, since it may outlive the run.
class SyncCourse
{
public:
    SyncCourse(SyncDesk desk, QObject *context) : m_desk(std::move(desk)), m_context(context) {}

    Client &client() { return m_desk.client; }
    const NumberJudge &judge() const { return m_desk.judge; }
    double random() const { return m_desk.random(); }
    qint64 mostSingles() const { return m_desk.mostSingles; }
    Workspace &workspace() { return m_desk.workspace; }
    /// -1: nobody knows.
    qint64 freeBytes() const
    {
        return m_desk.freeBytes ? m_desk.freeBytes() : Elenco::freeBytes(m_desk.workspace.path());
    }

    /// Runs on the writer thread. An Error of the store ends the run: see heedStore(). What the account begins to show
    /// (AccountFields::begun) is told apart in the rows before.
    template <typename T>
    Task<T> write(std::function<Result<T>(Workspace &)> work)
    {
        return Task<T>::start(m_desk.writer, m_context,
                              [&workspace = m_desk.workspace, work = std::move(work),
                               separate = separation()](const JobControl &control) {
                                  if (control.isCancelled())
                                      return Result<T>(Error{ErrorKind::Cancelled, {}, {}});
                                  if (separate) {
                                      if (const Result<void> separated = separate(workspace); !separated)
                                          return Result<T>(separated.error());
                                  }
                                  return work(workspace);
                              });
    }
    /// SyncRows::update() of one row, in the change set of this run.
    Task<qint64> update(ContactId id, SyncRows::Decision decide);
    Task<qint64> update(std::vector<ContactId> ids, SyncRows::Decision decide);
    /// The row's request is over, and the row waits for its next turn. False: the store failed.
    Routine<bool> release(ContactId id) { return hold(id, SendState::Idle, SendTrouble::None, {}); }
    /// The row's request is over, and is sent again only when its time has come or something changes; nothing is said
    /// to the gateway meanwhile. `refusal` is what a person reads. False: the store failed.
    Routine<bool> block(ContactId id, Error refusal);
    /// There is no room over there for a new contact until somebody makes some. False: the store failed.
    Routine<bool> waitForQuota(ContactId id);
    /// Asks how many more contacts the account takes, and notes it (store/sync/contactroom.h). nullopt: it does not
    /// say, or the course may not go on.
    Routine<std::optional<Quota>> askRoom();
    std::shared_ptr<ChangeSetId> changeSet() const { return m_changeSet; }

    /// What the end of a request means; a run that has to end does so (mayGoOn()).
    template <typename T>
    Outcome heed(SyncCall call, const Result<T> &answer)
    {
        return heed(call, answer ? std::nullopt : std::optional(answer.error()));
    }
    Outcome heed(SyncCall call, const std::optional<Error> &error);
    /// False: the store failed, which ends the run.
    template <typename T>
    bool heedStore(const Result<T> &result)
    {
        if (!result)
            end(result.error());
        return result.has_value();
    }
    void end(Error error);
    bool mayGoOn() const { return !m_report.stopped; }

    /// What an answer says of a contact; what it shows of the account is noted.
    SeenRecord seen(const RemoteContact &contact, SeenIn in);
    /// The same of the answer to a write that had `sent` in it; `before`: what was there.
    SeenRecord answered(const RemoteContact &contact, const SyncRecord &sent, const SyncRecord &before);
    /// What of `sent` left: fields that the account refuses were left out, and are what they were `before`, where the
    /// answer says so or others have something in them.
    SyncRecord leftOf(const SyncRecord &sent, const SyncRecord &before, const SeenRecord &answer);
    /// The same of an answer by id about a contact that was known as `known`.
    SeenRecord readAgain(const RemoteContact &contact, const SyncRecord &known);
    /// Answers by id have this key of AccountFields::byId no more.
    void noteNotById(const std::string &key);
    /// Contacts that a listing showed without what they had; some of them, to be read by their ids in this run.
    const std::vector<ContactId> &unsure() const { return m_unsure; }
    void noteUnsure(const std::vector<ContactId> &ids);
    /// What is known of the account from now on, by what comes to be seen in this run too.
    std::shared_ptr<const AccountFields> keep(AccountFields fields);
    /// Contacts to which something was sent that nobody knows yet whether the account keeps; a few.
    struct Trial {
        RemoteId id;
        std::vector<std::string> keys;
    };
    const std::vector<Trial> &trials() const { return m_trials; }
    void noteTrial(const RemoteId &id, const SyncRecord &sent);

    SyncReport &report() { return m_report; }
    void progress(SyncPhase phase, qint64 done, qint64 total);
    std::function<void(const SyncProgress &)> onProgress;

private:
    const AccountFields &fields() const { return m_desk.client.capabilities().fields; }
    Routine<bool> hold(ContactId id, SendState state, SendTrouble trouble, QString detail);
    std::function<Result<void>(Workspace &)> separation();
    bool isWithheld(std::string_view key) const;

    SyncDesk m_desk;
    QObject *m_context;
    std::shared_ptr<ChangeSetId> m_changeSet = std::make_shared<ChangeSetId>();
    SyncReport m_report;
    std::shared_ptr<const AccountFields> m_fields; ///< as the client has them
    std::vector<Trial> m_trials;
    std::vector<ContactId> m_unsure;
    std::map<std::string, RemoteId, std::less<>> m_alive; ///< keys of answers by id in this run, and whose it was
    int m_failures = 0; ///< in a row
    AccountFields::Keys m_separating; ///< in a job of the writer
    std::shared_ptr<std::atomic<bool>> m_isSeparated; ///< that job is done
};

} // namespace Elenco
