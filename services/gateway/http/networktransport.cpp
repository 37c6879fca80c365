// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/networktransport.h"

#include "gateway/http/networkexchange.h"
#include "gateway/records/account.h"

#include <QNetworkProxyFactory>
#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

/// The system's proxies, for this network access only: the application's own default stays as it is.
class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        QUrl url;
        url.setHost(query.peerHostName());
        return isLoopback(url) ? QList{QNetworkProxy(QNetworkProxy::NoProxy)} : systemProxyForQuery(query);
    }
};

} // namespace

QByteArray HttpAnswer::header(QByteArrayView name) const
{
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

NetworkTransport::NetworkTransport(const TransportOptions &options)
    : m_options(options), m_tls(QSslConfiguration::defaultConfiguration())
{
    m_tls.setProtocol(QSsl::TlsV1_2OrLater);
    m_tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!options.extraCertificates.isEmpty())
        m_tls.addCaCertificates(QSslCertificate::fromData(options.extraCertificates, QSsl::Pem));
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (options.systemProxy)
        m_network.setProxyFactory(new SystemProxies); // owned by the network access
    else
        m_network.setProxy(QNetworkProxy::NoProxy);
}

QNetworkRequest NetworkTransport::prepared(const HttpRequest &request) const
{
    QNetworkRequest prepared(request.url);
    prepared.setSslConfiguration(m_tls);
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // One connection carries one request at a time, so a lost one is one request that is lost.
    prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    prepared.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    for (const HttpHeader &header : request.headers)
        prepared.setRawHeader(header.name, header.value);
    return prepared;
}

std::unique_ptr<HttpExchange> NetworkTransport::send(HttpRequest request, std::function<void(HttpAnswer)> done)
{
    auto exchange = std::make_unique<NetworkExchange>(request, m_options, std::move(done));
    if (request.url.scheme() != "https"_L1 && !(request.url.scheme() == "http"_L1 && isLoopback(request.url))) {
        exchange->refuse({ErrorKind::InvalidInput, request.url.host(), request.url.scheme()});
        return exchange;
    }
    QNetworkRequest prepared = this->prepared(request);
    if (!request.isWrite) {
        exchange->watch(m_network.get(prepared), nullptr);
        return exchange;
    }
    prepared.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    prepared.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    auto *body = new OneShotBody(std::move(request.body), nullptr);
    QNetworkReply *reply = m_network.sendCustomRequest(prepared, request.verb, body);
    body->setParent(reply);
    exchange->watch(reply, body);
    return exchange;
}

std::shared_ptr<Transport> networkTransport(const TransportOptions &options)
{
    return std::make_shared<NetworkTransport>(options);
}

} // namespace Elenco
