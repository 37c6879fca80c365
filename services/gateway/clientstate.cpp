// SPDX-License-Identifier: Apache-2.0
#include "gateway/clientstate.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Elenco {

QString gatewayPath(QStringView below)
{
    return u"/partner-gateway/v1"_s + below.toString();
}

QString subscriptionPath(QStringView below)
{
    return u"/v1/partner-gateway/subscription"_s + below.toString();
}

ClientState::ClientState(Client *client, Account account, Credential credential, Capabilities capabilities,
                         ClientSurroundings surroundings)
    : client(client),
      random(surroundings.random),
      capabilities(std::move(capabilities)),
      channel(std::move(account), std::move(credential), std::move(surroundings))
{
}

void ClientState::learn(const std::function<void(Capabilities &)> &change)
{
    const Capabilities before = capabilities;
    change(capabilities);
    // Through the event loop: whoever listens may do anything, even end the client.
    if (capabilities != before)
        QMetaObject::invokeMethod(client, &Client::capabilitiesChanged, Qt::QueuedConnection);
}

void ClientState::learnPaging(PagingStyle Capabilities::*style, const PageRequest &asked, int rowsGiven,
                              const PageEcho &echo)
{
    learn([&](Capabilities &known) {
        if (echo.offset)
            known.*style = PagingStyle::OffsetAndLimit;
        // Pages counted from 1, where the first asked for was 0.
        if (asked.page == 0 && known.firstPage == 0 && echo.page == 1 && rowsGiven > 0)
            known.firstPage = 1;
    });
}

int ClientState::limitOf(const PageRequest &page) const
{
    return std::clamp(page.limit > 0 ? page.limit : capabilities.pageLimit, 1, 1000);
}

void ClientState::askPage(Request &request, const PageRequest &page, PagingStyle Capabilities::*style) const
{
    const int limit = limitOf(page);
    switch (capabilities.*style) {
    case PagingStyle::PageAndLimit:
    case PagingStyle::PageAndSize:
        request.ask(u"page"_s, QString::number(page.page + capabilities.firstPage));
        request.ask(capabilities.*style == PagingStyle::PageAndSize ? u"size"_s : u"limit"_s, QString::number(limit));
        break;
    case PagingStyle::OffsetAndLimit:
        request.ask(u"offset"_s, QString::number(page.page * limit));
        request.ask(u"limit"_s, QString::number(limit));
        break;
    }
}

Request readRequest(const QString &path, Priority priority)
{
    Request request;
    request.path = path;
    request.priority = priority;
    return request;
}

Request writeRequest(const QByteArray &verb, const QString &path, const QByteArray &body, Priority priority)
{
    Request request;
    request.verb = verb;
    request.path = path;
    request.body = body;
    request.priority = priority;
    request.repeatable = false;
    return request;
}

Error unusableId(const RemoteId &id)
{
    return {ErrorKind::InvalidInput, id.value,
            QCoreApplication::translate("Error", QT_TRANSLATE_NOOP("Error", "this is no id of the gateway"))};
}

Result<void> ignoredAnswer(const HttpAnswer &)
{
    return {};
}

QString joined(const QList<RemoteId> &ids)
{
    QString text;
    for (const RemoteId &id : ids)
        text += (text.isEmpty() ? QString() : u","_s) + id.value;
    return text;
}

QString boolText(const std::optional<bool> &value)
{
    return !value ? QString() : *value ? u"true"_s : u"false"_s;
}

} // namespace Elenco
