// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/refusal.h"

#include "gateway/json/jsonfields.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

// Words of a stranger, made fit for a line of ours.
QString oneLine(const QString &text)
{
    QString line = text.simplified().left(300);
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u' ';
    }
    return line;
}

QString shown(JsonValue value)
{
    if (value.type() == JsonValue::Type::Text)
        return oneLine(value.text());
    return oneLine(QString::fromUtf8(value.raw().data(), qsizetype(value.raw().size())));
}

void readFail(JsonValue data, Refusal &refusal)
{
    for (JsonCursor member(data); data.isObject() && member; member.next()) {
        const std::string_view key = member.key();
        refusal.fields.append({oneLine(QString::fromUtf8(key)), shown(member.value())});
    }
    if (!refusal.fields.isEmpty())
        refusal.message = refusal.fields.first().text;
    else if (data.type() == JsonValue::Type::Text)
        refusal.message = shown(data);
}

// RFC 9110 section 5.6.7, the form that servers send.
QDateTime httpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

} // namespace

bool claimsJson(const HttpAnswer &answer)
{
    const QByteArray type = answer.header("Content-Type").split(';').first().trimmed().toLower();
    return type.isEmpty() || type == "application/json" || type == "text/json" ||
           (type.startsWith("application/") && type.endsWith("+json"));
}

namespace {

// {"message": …}, {"error": …} and the like: of what was asked for these statuses say only that it is not taken, and
// nothing is deleted for them. Of a 404 more is wanted, since others in between say so too (sync.md F1).
bool isPlainRefusal(int status, JsonValue root)
{
    static constexpr int statuses[] = {400, 405, 409, 413, 415, 422};
    return std::find(std::begin(statuses), std::end(statuses), status) != std::end(statuses) &&
           !(root["message"].isNothing() && root["error"].isNothing() && root["detail"].isNothing() &&
             root["errors"].isNothing());
}

} // namespace

Refusal refusalFrom(const HttpAnswer &answer)
{
    Refusal refusal;
    if (answer.body.trimmed().isEmpty())
        return refusal;
    refusal.voice = Refusal::Voice::Stranger;
    const auto document = claimsJson(answer) ? JsonDocument::parse(answer.body) : std::nullopt;
    if (!document || !document->root().isObject())
        return refusal;
    const JsonValue root = document->root();
    const JsonValue status = root["status"];
    const QString word = status.text();
    const bool numbered = status.type() == JsonValue::Type::Number && status.raw() == std::to_string(answer.status) &&
                          !(root["error"].isNothing() && root["message"].isNothing());
    if (!numbered && word != "fail"_L1 && word != "error"_L1 && !isPlainRefusal(answer.status, root))
        return refusal;
    refusal.voice = Refusal::Voice::Gateway;
    if (word == "fail"_L1)
        readFail(root["data"], refusal);
    if (refusal.message.isEmpty() && !root["message"].isNothing())
        refusal.message = shown(root["message"]);
    for (const char *key : {"error", "detail", "errors"}) {
        if (refusal.message.isEmpty() && !root[key].isNothing())
            refusal.message = shown(root[key]);
    }
    if (!root["code"].isNothing())
        refusal.code = shown(root["code"]);
    Misfit ignored; // a wait that can't be read is none
    readField(root["retryAfter"], "retryAfter", refusal.retryAfter, ignored);
    return refusal;
}

QStringList namedIn(const QString &text, const QStringList &names)
{
    const auto isPart = [](QChar c) { return c.isLetterOrNumber() || c == u'_'; };
    QStringList named;
    for (const QString &name : names) {
        if (name.isEmpty() || named.contains(name))
            continue;
        for (qsizetype at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            const qsizetype end = at + name.size();
            if ((at == 0 || !isPart(text[at - 1])) && (end == text.size() || !isPart(text[end]))) {
                named.append(name);
                break;
            }
        }
    }
    return named;
}

std::optional<qint64> waitAskedFor(const HttpAnswer &answer, const Refusal &refusal)
{
    // Whoever asks for more than this is not listened to: the wait ends, and the next answer says the same again.
    static constexpr qint64 longest = qint64{24} * 3600;
    const auto seconds = [](qint64 count) -> std::optional<qint64> {
        if (count < 0)
            return std::nullopt;
        return std::min(count, longest) * 1000;
    };
    if (refusal.retryAfter && *refusal.retryAfter >= 0)
        return seconds(*refusal.retryAfter);
    const QByteArray header = answer.header("Retry-After").trimmed();
    bool isNumber = false;
    if (const qint64 count = header.toLongLong(&isNumber); isNumber)
        return seconds(count);
    const QDateTime until = httpDate(header);
    const QDateTime now = httpDate(answer.header("Date").trimmed());
    if (until.isValid() && now.isValid())
        return seconds(std::max<qint64>(0, now.secsTo(until)));
    return std::nullopt;
}

Error errorFrom(const HttpAnswer &answer, const Refusal &refusal, const QString &subject)
{
    const int status = answer.status;
    const bool own = refusal.voice == Refusal::Voice::Gateway;
    const QString statusText = QString::number(status);
    const auto about = [&](ErrorKind kind, const QString &detail = {}) { return Error{kind, subject, detail}; };
    switch (status) {
    case 401: return about(ErrorKind::KeyRefused, refusal.message);
    case 403: return about(ErrorKind::NotAllowed, refusal.message);
    case 404: return own ? about(ErrorKind::NotFound) : about(ErrorKind::NotTheGateway, statusText);
    case 407: return about(ErrorKind::ProxyFailed, statusText);
    case 408: return about(ErrorKind::TimedOut, statusText);
    // Of a number that is there, or of a quota that is used up: the call knows, or looks (RefusedContact).
    case 409: return about(ErrorKind::Conflict, refusal.message);
    case 413: return about(ErrorKind::TooLarge, refusal.message);
    case 429: return about(ErrorKind::RateLimited);
    case 511: return about(ErrorKind::NotTheGateway, statusText); // RFC 6585 section 6: a network's login
    default: break;
    }
    if (status >= 500)
        return about(ErrorKind::ServerFailed, statusText);
    if (status >= 400 && own) {
        Error error{ErrorKind::Refused, subject, refusal.message};
        if (!refusal.fields.isEmpty())
            error.subject = refusal.fields.first().name;
        return error;
    }
    if (status >= 400 && refusal.voice == Refusal::Voice::Nobody)
        return about(ErrorKind::Refused, statusText);
    return about(ErrorKind::NotTheGateway, statusText);
}

} // namespace Elenco
