// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/clientstate.h"

#include <QCoreApplication>

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
      clock(surroundings.clock),
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

bool isSilent(const HttpAnswer &answer)
{
    if (answer.status == 204)
        return true;
    const auto document = JsonDocument::parse(answer.body);
    if (!document || !document->root().isObject())
        return false;
    const JsonValue value = payload(document->root());
    return value["id"].isNothing() && value["contactId"].isNothing() && value["listId"].isNothing();
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
