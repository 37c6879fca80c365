// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/channel.h"

#include <algorithm>
#include <cmath>

namespace Elenco {

namespace {

/// How patient a request is: a person is told sooner.
struct Patience {
    int tries;
    qint64 pause;   ///< ms, the longest wait after a 429
    qint64 backOff; ///< ms, the longest wait after a failure
};

Patience patienceOf(Priority priority)
{
    switch (priority) {
    case Priority::Person: return {3, 30'000, 4'000};
    case Priority::Background: return {5, 900'000, 300'000};
    }
    Q_UNREACHABLE();
}

// What may be over in a moment (gateway.md section 1: network failure, 408, 5xx; and an answer that came in pieces).
bool isPassing(ErrorKind kind)
{
    return kind == ErrorKind::ConnectionLost || kind == ErrorKind::ConnectionRefused || kind == ErrorKind::TimedOut ||
           kind == ErrorKind::ServerFailed || kind == ErrorKind::UnreadableAnswer || kind == ErrorKind::OutcomeUnknown;
}

// What a refusal is about, for whoever reads it: the name of ours that it names, else the field that it names, else
// what the request was about; never the host.
QString subjectOf(const Request &request, const QString &words, const Error &error)
{
    const QStringList named = namedIn(words, sentNames(request));
    if (!named.isEmpty())
        return named.first();
    return error.subject == request.subject ? thingOf(request) : error.subject;
}

} // namespace

struct Channel::Job {
    Ticket ticket = 0;
    Request request;
    Reader reader;
    Ending ending;
    int tries = 0; ///< that left, but for those that a 429 sent back
    int throttled = 0;
    bool mayBeDone = false; ///< a try of a write ended without an answer that says otherwise
    qint64 sentAt = 0;
    Pacer::Turn turn = 0;
    std::unique_ptr<HttpExchange> exchange;
    std::unique_ptr<Alarm> alarm;

    int mostTries() const
    {
        if (request.isWrite() && !request.repeatable)
            return 1;
        return request.mostTries > 0 ? request.mostTries : patienceOf(request.priority).tries;
    }
};

Channel::Channel(Account account, Credential credential, ClientSurroundings surroundings)
    : m_account(std::move(account)),
      m_credential(std::move(credential)),
      m_with(std::move(surroundings)),
      m_pacer(m_with.clock, m_with.random, m_account.plan)
{
}

Channel::~Channel()
{
    // Jobs hold what calls them back, and that holds them. Nothing else may leave any more, so no turn is given back.
    for (const auto &[ticket, job] : m_jobs) {
        job->exchange.reset();
        job->alarm.reset();
    }
}

Channel::Ticket Channel::send(Request request, Reader reader, Ending ending)
{
    auto job = std::make_shared<Job>();
    job->ticket = ++m_lastTicket;
    if (request.subject.isEmpty())
        request.subject = request.elsewhere.isEmpty() ? m_account.root.host() : request.elsewhere.host();
    job->request = std::move(request);
    job->reader = std::move(reader);
    job->ending = std::move(ending);
    m_jobs.emplace(job->ticket, job);
    wait(job);
    return job->ticket;
}

void Channel::stop(Ticket ticket)
{
    const auto found = m_jobs.find(ticket);
    if (found == m_jobs.end())
        return;
    const JobPointer job = found->second;
    const bool unknown =
        job->request.isWrite() && (job->mayBeDone || (job->exchange && job->exchange->mayHaveArrived()));
    end(job, Error{unknown ? ErrorKind::OutcomeUnknown : ErrorKind::Cancelled, job->request.subject, {}});
}

void Channel::forget(Ticket ticket)
{
    if (const auto found = m_jobs.find(ticket); found != m_jobs.end()) {
        const JobPointer job = found->second;
        m_jobs.erase(found);
        release(*job);
    }
}

bool Channel::outlasts(const Job &job) const
{
    return m_pacer.pauseLeft() <= patienceOf(job.request.priority).pause;
}

Error Channel::tooLongToWait(const Job &job) const
{
    // A try that may have been carried out is not taken back by the next one's having to wait.
    const ErrorKind kind = job.mayBeDone ? ErrorKind::OutcomeUnknown : ErrorKind::RateLimited;
    return {kind, job.request.subject, QString::number(m_pacer.pauseLeft() / 1000)};
}

void Channel::wait(const JobPointer &job)
{
    if (!outlasts(*job)) {
        // Through the event loop: the caller has not got its ticket yet.
        job->alarm = m_with.clock->after(0, [this, job] { end(job, tooLongToWait(*job)); });
        return;
    }
    job->turn = m_pacer.enqueue(job->request.priority, job->request.isWrite(), [this, job] { leave(job); });
}

void Channel::leave(const JobPointer &job)
{
    ++job->tries;
    job->sentAt = m_with.clock->milliseconds();
    job->exchange = m_with.transport->send(wireRequest(job->request, m_account, m_credential),
                                           [this, job](const HttpAnswer &answer) {
                                               // arrive() ends the exchange, and with it this function's own job.
                                               const JobPointer held = job;
                                               arrive(held, answer);
                                           });
}

void Channel::arrive(const JobPointer &job, const HttpAnswer &answer)
{
    const bool throttled = !answer.failure && answer.status == 429;
    if (!answer.failure)
        m_timeouts = 0;
    else if (answer.failure->kind == ErrorKind::TimedOut)
        ++m_timeouts;
    if (job->request.answeredWith)
        job->request.answeredWith(answer);
    std::optional<Error> error;
    if (answer.failure || answer.status < 200 || answer.status > 299)
        error = judge(*job, answer);
    else if (!job->request.anyType && !answer.body.isEmpty() && !claimsJson(answer))
        error = Error{ErrorKind::NotTheGateway, {}, QString::fromLatin1(answer.header("Content-Type"))};
    else
        error = job->reader(answer);
    if (error && error->subject.isEmpty())
        error->subject = job->request.subject;
    note(*job, answer, error ? std::optional(error->kind) : std::nullopt);
    release(*job);

    const auto number = [&](QByteArrayView name) -> std::optional<qint64> {
        bool ok = false;
        const qint64 value = answer.header(name).trimmed().toLongLong(&ok);
        return ok ? std::optional(value) : std::nullopt;
    };
    m_pacer.hear(number("X-RateLimit-Limit"), number("X-RateLimit-Remaining"));
    if (throttled)
        return pauseAll(job, answer);
    if (!answer.failure)
        m_pacer.succeed();
    if (!error)
        return end(job, std::nullopt);
    // Whatever an answer that can't be read belongs to, a write was answered as done.
    if (job->request.isWrite() && !answer.failure && answer.status < 300 && error->kind != ErrorKind::OutcomeUnknown)
        error = Error{ErrorKind::OutcomeUnknown, job->request.subject, error->detail};
    retryOrEnd(job, std::move(*error));
}

Error Channel::judge(Job &job, const HttpAnswer &answer)
{
    const QString &subject = job.request.subject;
    const bool isWrite = job.request.isWrite();
    if (answer.failure) {
        Error error = *answer.failure;
        error.subject = subject;
        if (isWrite && answer.mayHaveArrived)
            return {ErrorKind::OutcomeUnknown, subject, error.detail};
        return error;
    }
    // A file's address is good for a while only; who keeps the files speaks no language of ours.
    if (!job.request.elsewhere.isEmpty() && answer.status >= 400 && answer.status < 500)
        return {ErrorKind::NotFound, subject, QString::number(answer.status)};
    const Refusal refusal = refusalFrom(answer);
    Error error = errorFrom(answer, refusal, subject);
    if (error.kind == ErrorKind::NotFound && job.request.goneIsDone && job.mayBeDone)
        return error;
    if (error.kind == ErrorKind::Refused && (answer.status == 400 || answer.status == 422)) {
        const QString words = QString::fromUtf8(answer.body);
        error.subject = subjectOf(job.request, words, error);
        if (job.request.refusedWith)
            job.request.refusedWith(words);
    }
    if (error.kind == ErrorKind::Conflict && job.request.quotaOn409)
        error.kind = ErrorKind::QuotaExhausted;
    // Whoever failed, or spoke in the gateway's place, may have let the request through before.
    const bool surelyRefused =
        answer.status >= 400 && answer.status < 500 && answer.status != 408 && error.kind != ErrorKind::NotTheGateway;
    if (isWrite && !surelyRefused)
        return {ErrorKind::OutcomeUnknown, subject, QString::number(answer.status)};
    return error;
}

void Channel::retryOrEnd(const JobPointer &job, Error error)
{
    if (error.kind == ErrorKind::NotFound && job->request.goneIsDone && job->mayBeDone)
        return end(job, std::nullopt);
    if (error.kind == ErrorKind::OutcomeUnknown)
        job->mayBeDone = true;
    if (isPassing(error.kind) && job->tries < job->mostTries() && !isHanging()) {
        const double most =
            std::min(double(patienceOf(job->request.priority).backOff), 1000 * std::pow(2, job->tries - 1));
        job->alarm = m_with.clock->after(qint64(m_with.random() * most), [this, job] {
            const std::unique_ptr<Alarm> keep = std::move(job->alarm);
            wait(job);
        });
        return;
    }
    // What an earlier try may have done is not undone by the refusal of a later one.
    if (job->mayBeDone && error.kind != ErrorKind::OutcomeUnknown)
        error = Error{ErrorKind::OutcomeUnknown, job->request.subject, error.detail};
    end(job, std::move(error));
}

void Channel::pauseAll(const JobPointer &job, const HttpAnswer &answer)
{
    // Refused before it was looked at: not a try, but not for ever either.
    --job->tries;
    ++job->throttled;
    m_pacer.throttle(job->sentAt, waitAskedFor(answer, refusalFrom(answer)));
    std::vector<JobPointer> impatient;
    for (const auto &[ticket, other] : m_jobs) {
        if (!other->exchange && !outlasts(*other))
            impatient.push_back(other);
    }
    const bool endures = outlasts(*job) && job->throttled < 10 && job->request.mostTries != 1;
    if (!endures && std::find(impatient.begin(), impatient.end(), job) == impatient.end())
        impatient.push_back(job);
    for (const JobPointer &other : impatient)
        end(other, tooLongToWait(*other));
    if (endures)
        wait(job);
}

void Channel::end(const JobPointer &job, std::optional<Error> error)
{
    if (m_jobs.erase(job->ticket) == 0)
        return;
    const Ending ending = std::move(job->ending);
    release(*job);
    // Last: the ending may send more, or end everything.
    ending(std::move(error));
}

void Channel::release(Job &job)
{
    job.exchange.reset();
    job.alarm.reset();
    if (const Pacer::Turn turn = std::exchange(job.turn, 0))
        m_pacer.leave(turn);
}

void Channel::note(const Job &job, const HttpAnswer &answer, std::optional<ErrorKind> error)
{
    if (!m_with.log)
        return;
    RequestLine line;
    line.verb = QString::fromLatin1(job.request.verb);
    line.path = job.request.elsewhere.isEmpty() ? job.request.path : QStringLiteral("{download}");
    if (m_with.debug)
        line.detail = redactedQuery(job.request);
    line.status = answer.status;
    line.bytesSent = job.request.body.size();
    line.bytesReceived = answer.bytesReceived;
    line.milliseconds = m_with.clock->milliseconds() - job.sentAt;
    line.attempt = job.tries;
    line.error = error;
    m_with.log->append(line);
}

} // namespace Elenco
