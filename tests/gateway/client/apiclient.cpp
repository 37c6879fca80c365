// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/client/apiclient.h"

#include <QJsonDocument>

namespace Elenco::Practice {

ApiClient::ApiClient(const QUrl &root, const QByteArray &key, const QString &caFile)
    : m_root(root), m_key(key), m_caFile(caFile)
{
}

WireClient &ApiClient::wire()
{
    if (!m_wire || !m_wire->isConnected())
        m_wire = std::make_unique<WireClient>(m_root, m_caFile);
    return *m_wire;
}

QByteArray ApiClient::bytesOf(const QJsonObject &body)
{
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray ApiClient::request(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                              const QByteArray &headers) const
{
    QByteArray target = path.startsWith("/subscription") ? QByteArray("/v1/partner-gateway") : "/partner-gateway/v1";
    target = m_root.path().toUtf8() + target + path;
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: " + m_root.authority().toUtf8() + "\r\n";
    if (!m_key.isEmpty())
        bytes += "X-Api-Key: " + m_key + "\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PUT")
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + headers + "\r\n" + body;
}

WireAnswer ApiClient::call(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                           const QByteArray &headers)
{
    WireClient &wire = this->wire();
    wire.send(request(method, path, body, headers));
    return wire.receive(method == "HEAD");
}

WireAnswer ApiClient::upload(const QByteArray &path, const QByteArray &fileName, const QByteArray &content,
                             const QList<std::pair<QByteArray, QByteArray>> &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields)
        body += "--b0undary\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    body += "--b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName +
            "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--b0undary--\r\n";
    return call("POST", path, body, "Content-Type: multipart/form-data; boundary=b0undary\r\n");
}

} // namespace Elenco::Practice
