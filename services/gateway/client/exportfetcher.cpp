// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/exportfetcher.h"

#include "gateway/json/exportjson.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

constexpr qint64 between = 5'000; // ms
constexpr int mostLooks = 360;    // half an hour

// No such page: which files there are is not shown.
bool isUnlisted(const Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Refused ||
           error.kind == ErrorKind::NotTheGateway;
}

Error failed(ErrorKind kind)
{
    return {kind, QCoreApplication::translate("Error", "the file of contacts"), {}};
}

} // namespace

ExportFetcher::ExportFetcher(ClientState &state, Sink sink)
    : m_state(state), m_flow(state.begin<qint64>()), m_sink(std::move(sink))
{
}

Task<qint64> ExportFetcher::fetch(ClientState &state, const ExportQuery &query, Sink sink)
{
    const std::shared_ptr<ExportFetcher> fetcher(new ExportFetcher(state, std::move(sink)));
    auto task = fetcher->m_flow->task();
    fetcher->readBefore(query);
    return task;
}

void ExportFetcher::readJobs(std::function<void(Result<Page<ExportJob>>)> next)
{
    const auto build = [](const Capabilities &known) {
        Request request = readRequest(gatewayPath(u"/exports"), Priority::Background);
        askPage(request, {}, listPages, known);
        return request;
    };
    m_state.readPage<qint64, ExportJob>(
        m_flow.get(), {listPages, {}, build},
        [](const HttpAnswer &answer) {
            return pageFromJson<ExportJob>(answer.body, {"content", "exports"}, exportFromJson,
                                           [](const ExportJob &) { return true; });
        },
        std::move(next));
}

// The answer to an order may not name it: then it is the one that was not there before.
void ExportFetcher::readBefore(const ExportQuery &query)
{
    readJobs([self = shared_from_this(), query](const Result<Page<ExportJob>> &page) {
        if (!page && !isUnlisted(page.error()))
            return self->m_flow->finish(page.error());
        self->m_isListed = page.has_value();
        for (const ExportJob &job : page ? page->rows : QList<ExportJob>())
            self->m_before.append(job.id);
        self->order(query);
    });
}

void ExportFetcher::order(const ExportQuery &query)
{
    m_flow->step<ExportJob>(
        writeRequest("POST", gatewayPath(u"/exports/contacts"), exportToJson(query), Priority::Background),
        [](const HttpAnswer &answer) { return startedExportFromJson(answer.body); },
        [self = shared_from_this()](const Result<ExportJob> &job) {
            // An order whose answer was lost may have been taken: it will show.
            if (!job && job.error().kind != ErrorKind::OutcomeUnknown)
                return self->m_flow->finish(job.error());
            if (job)
                self->m_id = job->id;
            if (!self->m_isListed && !self->m_id.isValid()) // nobody could say which file it is
                return self->m_flow->finish(failed(ErrorKind::UnreadableAnswer));
            self->look();
        });
}

void ExportFetcher::wait()
{
    if (m_looks == mostLooks)
        return m_flow->finish(failed(ErrorKind::TimedOut));
    m_alarm = m_state.clock->after(between, [self = shared_from_this()] {
        const std::unique_ptr<Alarm> rung = std::move(self->m_alarm);
        self->look();
    });
}

void ExportFetcher::look()
{
    ++m_looks;
    if (!m_isListed)
        return readAddress();
    readJobs([self = shared_from_this()](const Result<Page<ExportJob>> &page) {
        if (!page)
            return self->m_flow->finish(page.error());
        self->judge(*page);
    });
}

void ExportFetcher::judge(const Page<ExportJob> &page)
{
    const auto job = std::find_if(page.rows.begin(), page.rows.end(), [this](const ExportJob &each) {
        return m_id.isValid() ? each.id == m_id : !m_before.contains(each.id);
    });
    if (job == page.rows.end())
        return wait();
    m_id = job->id;
    switch (job->state) {
    case ExportState::Pending: return wait();
    case ExportState::Ready:
    case ExportState::Unknown: return readAddress(); // a word that no source has: its address says whether it is there
    case ExportState::Expired: return renew();
    case ExportState::Failed: return m_flow->finish(failed(ErrorKind::Refused));
    }
    Q_UNREACHABLE();
}

void ExportFetcher::readAddress()
{
    Request request = readRequest(gatewayPath(u"/exports/{id}"), Priority::Background);
    request.id = m_id;
    request.anyType = true;
    const auto said = std::make_shared<ExportState>(ExportState::Unknown);
    m_flow->step<QUrl>(
        request,
        [said](const HttpAnswer &answer) {
            *said = exportStateFrom(answer.body);
            const Result<QUrl> url = exportUrlFrom(answer.body);
            return url || !JsonDocument::parse(answer.body) ? url : Result<QUrl>(QUrl()); // it speaks of the file alone
        },
        [self = shared_from_this(), said](const Result<QUrl> &url) {
            if (*said == ExportState::Failed)
                return self->m_flow->finish(failed(ErrorKind::Refused));
            if (*said == ExportState::Expired)
                return self->renew();
            if (url && *said != ExportState::Pending && !url->isEmpty())
                return self->download(*url);
            if (url)
                return self->wait();
            const ErrorKind kind = url.error().kind;
            if (kind == ErrorKind::NotFound || kind == ErrorKind::UnreadableAnswer)
                return self->wait(); // not there yet
            kind == ErrorKind::Refused ? self->renew() : self->m_flow->finish(url.error());
        });
}

void ExportFetcher::renew()
{
    if (m_wasRenewed)
        return m_flow->finish(failed(ErrorKind::NotFound));
    m_wasRenewed = true;
    Request request = writeRequest("POST", gatewayPath(u"/exports/{id}"), {}, Priority::Background);
    request.id = m_id;
    m_flow->step<void>(request, ignoredAnswer, [self = shared_from_this()](const Result<void> &result) {
        if (!result && result.error().kind != ErrorKind::OutcomeUnknown)
            return self->m_flow->finish(result.error());
        self->wait();
    });
}

void ExportFetcher::download(const QUrl &url)
{
    Request request = readRequest({}, Priority::Background);
    request.elsewhere = url; // without the key
    request.anyType = true;
    request.mostTries = 1; // what has reached the sink can't be called back
    const auto hasBegun = std::make_shared<bool>(false);
    request.sink = [self = shared_from_this(), hasBegun](QByteArrayView piece) {
        *hasBegun = true;
        return self->m_sink(piece);
    };
    m_flow->step<qint64>(
        request,
        [](const HttpAnswer &answer) -> Result<qint64> {
            if (answer.header("Content-Type").startsWith("text/html"))
                return Error{ErrorKind::NotTheGateway, {}, u"text/html"_s};
            return answer.bytesReceived;
        },
        [self = shared_from_this(), hasBegun](const Result<qint64> &bytes) {
            // An address that is good no longer: the file is asked for again.
            const bool isExpired = !bytes && bytes.error().kind == ErrorKind::NotFound && !*hasBegun;
            isExpired ? self->renew() : self->m_flow->finish(bytes);
        });
}

} // namespace Elenco
