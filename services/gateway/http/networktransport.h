// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/http/transport.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

namespace Elenco {

/// Transport over QNetworkAccessManager; see networkTransport().
class NetworkTransport : public Transport
{
public:
    explicit NetworkTransport(const TransportOptions &options);

    std::unique_ptr<HttpExchange> send(HttpRequest request, std::function<void(HttpAnswer)> done) override;

private:
    QNetworkRequest prepared(const HttpRequest &request) const;

    TransportOptions m_options;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
};

} // namespace Elenco
