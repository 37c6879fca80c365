// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/answer.h"

#include "tests/gateway/gzip.h"
#include "tests/gateway/jsonwriter.h"
#include "tests/gateway/manner.h"

#include <QDateTime>
#include <QLocale>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 307: return "Temporary Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 505: return "HTTP Version Not Supported";
    default: return "Unknown";
    }
}

Answer answerOf(const Refusal &refusal, const Manner &manner)
{
    JsonWriter json;
    json.beginObject();
    // The rate limit's body is the same in every source.
    const ErrorShape shape = refusal.status == 429 ? ErrorShape::Status : manner.errors;
    switch (shape) {
    case ErrorShape::Status:
        json.key("status").value(refusal.status);
        json.key("error").value(reasonOf(refusal.status));
        json.key("message").value(refusal.message);
        if (refusal.status == 429)
            json.key("retryAfter").value(refusal.retryAfter);
        break;
    case ErrorShape::Code:
        json.key("status").value(std::string_view("error"));
        json.key("message").value(refusal.message);
        json.key("code").value(refusal.status);
        break;
    case ErrorShape::Fail:
        json.key("status").value(std::string_view("fail"));
        json.key("data").beginObject().key(refusal.field).value(refusal.message);
        json.endObject();
        break;
    }
    json.endObject();
    Answer answer{refusal.status, json.bytes(), "application/json", {}};
    if (refusal.status == 401)
        answer.headers.append(std::pair<QByteArray, QByteArray>("WWW-Authenticate", "ApiKey"));
    return answer;
}

QByteArray httpBytes(const Answer &answer, const AnswerForm &form)
{
    static constexpr qsizetype worthCompressing = 1024;
    const bool compresses = form.isCompressed && answer.body.size() >= worthCompressing;
    const QByteArray body = compresses ? gzip(answer.body) : answer.body;
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reasonOf(answer.status) + "\r\n";
    bytes += "Date: " +
             QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1() +
             "\r\n";
    if (!body.isEmpty())
        bytes += "Content-Type: " + answer.type + "\r\n";
    if (compresses)
        bytes += "Content-Encoding: gzip\r\nVary: Accept-Encoding\r\n";
    for (const auto &[name, value] : answer.headers)
        bytes += name + ": " + value + "\r\n";
    const bool chunked = form.isChunked && !body.isEmpty();
    bytes += chunked ? QByteArray("Transfer-Encoding: chunked\r\n")
                     : "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    bytes += form.closes ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
    if (!form.hasBody)
        return bytes;
    if (!chunked)
        return bytes + body;
    static constexpr qsizetype piece = 16 * 1024;
    for (qsizetype at = 0; at < body.size(); at += piece) {
        const QByteArray part = body.mid(at, piece);
        bytes += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
    }
    return bytes + "0\r\n\r\n";
}

} // namespace Elenco::Practice
