// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/client/client.h"
#include "gateway/http/refusal.h"
#include "gateway/http/request.h"
#include "gateway/pacing/pacer.h"

#include <unordered_map>

namespace Elenco {

/// Sends requests: paced, tried again where that is safe, logged, and ended exactly once, as done, refused or of
/// unknown outcome (sync.md section 2.5). Knows HTTP and who speaks in an error; what an answer means is its caller's.
class Channel
{
public:
    using Ticket = quint64;
    /// Reads a complete 2xx answer; an Error means that it could not be read.
    using Reader = std::function<std::optional<Error>(const HttpAnswer &)>;
    /// nullopt: done. Called once, never from inside send() or stop().
    using Ending = std::function<void(std::optional<Error>)>;

    Channel(Account account, Credential credential, ClientSurroundings surroundings);
    ~Channel();

    Ticket send(Request request, Reader reader, Ending ending);
    /// Ends the request: Cancelled while nothing has left, OutcomeUnknown when a write may have been done.
    void stop(Ticket ticket);
    /// Ends it without a word.
    void forget(Ticket ticket);

    const Account &account() const { return m_account; }
    /// Nothing was answered to the last two requests, and their time has run out: who hangs is not asked again and
    /// again, half a minute each.
    bool isHanging() const { return m_timeouts >= 2; }

private:
    struct Job;
    using JobPointer = std::shared_ptr<Job>;

    void wait(const JobPointer &job);
    void leave(const JobPointer &job);
    void arrive(const JobPointer &job, const HttpAnswer &answer);
    Error judge(Job &job, const HttpAnswer &answer);
    void retryOrEnd(const JobPointer &job, Error error);
    void pauseAll(const JobPointer &job, const HttpAnswer &answer);
    bool outlasts(const Job &job) const;
    Error tooLongToWait(const Job &job) const;
    void end(const JobPointer &job, std::optional<Error> error);
    void note(const Job &job, const HttpAnswer &answer, std::optional<ErrorKind> error);
    void release(Job &job);

    Account m_account;
    Credential m_credential;
    ClientSurroundings m_with;
    Pacer m_pacer;
    std::unordered_map<Ticket, JobPointer> m_jobs;
    Ticket m_lastTicket = 0;
    int m_timeouts = 0; ///< in a row
};

} // namespace Elenco
