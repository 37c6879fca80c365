// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/faultanswers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

Answer page(int status, const QByteArray &title, const QByteArray &text)
{
    return {status,
            "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head>\n<body><h1>" + title + "</h1><p>" + text +
                "</p></body></html>\n",
            "text/html; charset=utf-8",
            {}};
}

// The same form with every value of another type: no reader may take one for what it should be.
QJsonValue mistyped(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null: return true;
    case QJsonValue::Bool: return u"perhaps"_s;
    case QJsonValue::Double: return QJsonArray{value};
    case QJsonValue::String: return QJsonObject{{u"text"_s, value}};
    case QJsonValue::Array: return u"rows"_s;
    case QJsonValue::Object: {
        QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            *member = mistyped(*member);
        return object;
    }
    case QJsonValue::Undefined: break;
    }
    return value;
}

QByteArray mistyped(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isArray()) {
        QJsonArray rows = document.array();
        for (QJsonValueRef row : rows)
            row = row.isObject() ? mistyped(QJsonValue(row)) : QJsonValue(QJsonArray{row});
        return QJsonDocument(rows).toJson(QJsonDocument::Compact);
    }
    return QJsonDocument(mistyped(QJsonValue(document.object())).toObject()).toJson(QJsonDocument::Compact);
}

} // namespace

std::optional<Answer> answerInstead(Fault fault, const Service &service, int retryAfter, const QString &redirectTo)
{
    const auto refused = [&service, retryAfter](int status, const char *field, const QString &message) {
        return answerOf({status, field, message, retryAfter}, service.manner);
    };
    switch (fault) {
    case Fault::Throttle: {
        Answer answer = refused(429, "", u"Too many requests."_s);
        answer.headers.append({"Retry-After", QByteArray::number(retryAfter)});
        return answer;
    }
    case Fault::Unauthorised: return refused(401, "authentication", u"Invalid or missing API key"_s);
    case Fault::Forbidden: return refused(403, "authentication", u"This address is not on the allow-list."_s);
    case Fault::Error: return refused(500, "server", u"Something went wrong."_s);
    case Fault::RequestTimeout: return refused(408, "server", u"The request took too long."_s);
    case Fault::BadGateway: return refused(502, "server", u"No answer from the service behind."_s);
    case Fault::Unavailable: return Answer{503, {}, {}, {{"Retry-After", QByteArray::number(retryAfter)}}};
    case Fault::HtmlError: return page(502, "502 Bad Gateway", "The server behind this proxy gave no valid answer.");
    case Fault::HtmlOk: return page(200, "Welcome", "Please log in to use this network.");
    case Fault::HtmlNotFound: return page(404, "404 Not Found", "The requested address was not found on this server.");
    case Fault::Redirect: return Answer{307, {}, {}, {{"Location", redirectTo.toUtf8()}}};
    default: return std::nullopt; // the many that let the request through, or answer nothing
    }
}

Answer spoiled(Fault fault, const Service &service, const Answer &answer)
{
    Answer bad = answer;
    switch (fault) {
    case Fault::ErrorApplied: return answerOf({500, "server", u"Something went wrong."_s}, service.manner);
    case Fault::GatewayTimeout:
        return page(504, "504 Gateway Time-out", "The server behind this proxy did not answer in time.");
    case Fault::WrongType: bad.type = "text/html"; break;
    case Fault::EmptyBody: bad.body.clear(); break;
    case Fault::WrongJson: bad.body = answer.body.isEmpty() ? QByteArray("17") : mistyped(answer.body); break;
    default: break; // the many that leave the answer as it is
    }
    return bad;
}

} // namespace Elenco::Practice
