// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/client/wireclient.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Elenco::Practice {

/// Calls of the API in one line each, over one connection that is renewed when it was closed.
class ApiClient
{
public:
    explicit ApiClient(const QUrl &root, const QByteArray &key = "practice-key", const QString &caFile = {});

    /// `path` below the API's prefix, with its query: "/contacts?limit=5"; "/subscription…" finds its own prefix.
    WireAnswer get(const QByteArray &path) { return call("GET", path); }
    WireAnswer post(const QByteArray &path, const QJsonObject &body) { return call("POST", path, bytesOf(body)); }
    WireAnswer put(const QByteArray &path, const QJsonObject &body) { return call("PUT", path, bytesOf(body)); }
    WireAnswer remove(const QByteArray &path) { return call("DELETE", path); }
    WireAnswer remove(const QByteArray &path, const QJsonObject &body) { return call("DELETE", path, bytesOf(body)); }
    /// A multipart form with a file.
    WireAnswer upload(const QByteArray &path, const QByteArray &fileName, const QByteArray &content,
                      const QList<std::pair<QByteArray, QByteArray>> &fields = {});
    WireAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                    const QByteArray &headers = {});
    /// All of it as bytes, for sending by hand.
    QByteArray request(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                       const QByteArray &headers = {}) const;
    WireClient &wire();
    void setKey(const QByteArray &key) { m_key = key; }

private:
    static QByteArray bytesOf(const QJsonObject &body);

    QUrl m_root;
    QByteArray m_key;
    QString m_caFile;
    std::unique_ptr<WireClient> m_wire;
};

} // namespace Elenco::Practice
