// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/request.h"

#include "gateway/http/requestlog.h"
#include "gateway/json/json.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

constexpr qint64 answerLimit = 32 * 1024 * 1024;           // a page of 1,000 contacts is below 1 MB
constexpr qint64 downloadLimit = 4LL * 1024 * 1024 * 1024; // goes to a file, not to memory

QUrl urlOf(const Request &request, const Account &account)
{
    if (!request.elsewhere.isEmpty())
        return request.elsewhere;
    QByteArray encoded = account.root.toEncoded();
    QByteArray path = request.path.toLatin1();
    path.replace("{id}", QUrl::toPercentEncoding(request.id.value));
    encoded += path;
    char separator = '?';
    for (const Request::Parameter &parameter : request.query) {
        encoded += separator + QUrl::toPercentEncoding(parameter.name) + '=' + QUrl::toPercentEncoding(parameter.value);
        separator = '&';
    }
    return QUrl::fromEncoded(encoded, QUrl::StrictMode);
}

} // namespace

HttpRequest wireRequest(const Request &request, const Account &account, const Credential &credential)
{
    HttpRequest wire;
    wire.verb = request.verb;
    wire.url = urlOf(request, account);
    wire.body = request.body;
    wire.isWrite = request.isWrite();
    wire.sink = request.sink;
    wire.answerLimit = request.sink ? downloadLimit : answerLimit;
    wire.headers.append(HttpHeader{"User-Agent", "Elenco/" ELENCO_VERSION});
    if (!request.elsewhere.isEmpty())
        return wire;
    wire.headers.append(HttpHeader{"Accept", "application/json"});
    if (!request.body.isEmpty())
        wire.headers.append(HttpHeader{"Content-Type", request.contentType});
    if (!credential.isEmpty()) {
        const QByteArray secret(credential.secret().data(), qsizetype(credential.secret().size()));
        if (account.authentication == Authentication::ApiKey)
            wire.headers.append(HttpHeader{"X-Api-Key", secret});
        else
            wire.headers.append(
                HttpHeader{"Authorization", "Basic " + (account.user.toUtf8() + ':' + secret).toBase64()});
    }
    return wire;
}

QStringList sentNames(const Request &request)
{
    QStringList names;
    for (const Request::Parameter &parameter : request.query)
        names.append(parameter.name);
    if (request.contentType != "application/json")
        return names;
    const auto document = JsonDocument::parse(request.body);
    for (JsonCursor member(document ? document->root() : JsonValue()); document && member; member.next())
        names.append(QString::fromUtf8(member.key().data(), qsizetype(member.key().size())));
    return names;
}

QString thingOf(const Request &request)
{
    if (request.path.contains("/upload"_L1) || request.path.contains("/mapped/"_L1))
        return QCoreApplication::translate("Error", "the upload");
    if (request.path.endsWith("/contacts"_L1) || request.path.endsWith("/contacts/{id}"_L1))
        return QCoreApplication::translate("Error", "the contact");
    if (request.path.contains("/list"_L1))
        return QCoreApplication::translate("Error", "the list");
    return request.subject;
}

QString redactedQuery(const Request &request)
{
    QString text;
    for (const Request::Parameter &parameter : request.query) {
        static const QStringList shown{u"page"_s, u"limit"_s, u"size"_s, u"offset"_s, u"sortBy"_s, u"sortOrder"_s};
        text += text.isEmpty() ? u'?' : u'&';
        text += parameter.name + u'=';
        if (shown.contains(parameter.name))
            text += parameter.value;
        else if (parameter.name == "phoneNumber"_L1)
            text += redactedNumber(parameter.value);
        else
            text += u"(%1)"_s.arg(parameter.value.size());
    }
    return text;
}

} // namespace Elenco
