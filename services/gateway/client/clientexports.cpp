// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/client.h"
#include "gateway/client/clientstate.h"
#include "gateway/client/exportfetcher.h"
#include "gateway/json/exportjson.h"

using namespace Qt::StringLiterals;

namespace Elenco {

Task<ExportJob> Client::startExport(const ExportQuery &query, Priority priority)
{
    return m_state->run<ExportJob>(
        writeRequest("POST", gatewayPath(u"/exports/contacts"), exportToJson(query), priority),
        [](const HttpAnswer &answer) { return startedExportFromJson(answer.body); });
}

Task<Page<ExportJob>> Client::exports(const PageRequest &page, Priority priority)
{
    const auto build = [page, priority](const Capabilities &known) {
        Request request = readRequest(gatewayPath(u"/exports"), priority);
        askPage(request, page, listPages, known);
        return request;
    };
    return m_state->runPage<ExportJob>({listPages, page, build}, [](const HttpAnswer &answer) {
        return pageFromJson<ExportJob>(answer.body, {"content", "exports"}, exportFromJson,
                                       [](const ExportJob &) { return true; });
    });
}

Task<void> Client::renewExport(const RemoteId &id, Priority priority)
{
    if (!isUsableId(id))
        return m_state->refuse<void>(unusableId(id));
    Request request = writeRequest("POST", gatewayPath(u"/exports/{id}"), {}, priority);
    request.id = id;
    return m_state->run<void>(request, ignoredAnswer);
}

Task<QUrl> Client::exportUrl(const RemoteId &id, Priority priority)
{
    if (!isUsableId(id))
        return m_state->refuse<QUrl>(unusableId(id));
    Request request = readRequest(gatewayPath(u"/exports/{id}"), priority);
    request.id = id;
    request.anyType = true; // the address may come as a bare text
    return m_state->run<QUrl>(request, [](const HttpAnswer &answer) { return exportUrlFrom(answer.body); });
}

Task<qint64> Client::downloadExport(const QUrl &url, std::function<bool(QByteArrayView)> sink)
{
    Request request = readRequest({}, Priority::Background);
    request.elsewhere = url;
    request.anyType = true;
    request.sink = std::move(sink);
    request.mostTries = 1; // what has reached the sink can't be called back
    return m_state->run<qint64>(request, [](const HttpAnswer &answer) -> Result<qint64> {
        if (answer.header("Content-Type").startsWith("text/html"))
            return Error{ErrorKind::NotTheGateway, {}, u"text/html"_s};
        return answer.bytesReceived;
    });
}

Task<qint64> Client::fetchExport(const ExportQuery &query, std::function<bool(QByteArrayView)> sink)
{
    return ExportFetcher::fetch(*m_state, query, std::move(sink));
}

} // namespace Elenco
