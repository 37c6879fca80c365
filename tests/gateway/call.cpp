// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/call.h"

#include "tests/gateway/refusal.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype idMaximum = 1000;

template <typename IdOf>
QList<qint64> idsIn(const Call &call, QStringView name, IdOf idOf)
{
    QList<qint64> ids;
    for (const QString &text : call.query.value(name).split(u',', Qt::SkipEmptyParts)) {
        const qint64 id = idOf(text.trimmed());
        if (id == 0)
            throw Refusal{400, "filter", u"%1: %2 is not an id."_s.arg(name, text)};
        ids.append(id);
    }
    if (ids.size() > idMaximum)
        throw Refusal{400, "filter", u"%1: more than 1,000 ids."_s.arg(name)};
    return ids;
}

} // namespace

QJsonObject objectOf(const Call &call)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(call.request.body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        throw Refusal{400, "body", u"The body is not a JSON object."_s};
    return document.object();
}

QList<qint64> contactIdsIn(const Service &service, const Call &call, QStringView name)
{
    return idsIn(call, name, [&service](const QString &text) { return service.ids.contactOf(text); });
}

QList<qint64> listIdsIn(const Service &service, const Call &call, QStringView name)
{
    return idsIn(call, name, [&service](const QString &text) { return service.ids.listOf(text); });
}

std::optional<bool> flagIn(const Call &call, QStringView name)
{
    if (!call.query.has(name))
        return std::nullopt;
    const QString text = call.query.value(name);
    if (text != u"true" && text != u"false")
        throw Refusal{400, "filter", u"%1 is true or false, not %2."_s.arg(name, text)};
    return text == u"true";
}

QByteArray timeText(const Manner &manner, qint64 msSinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch + manner.hoursFromUtc * 3'600'000LL, Qt::UTC)
        .toString(QLatin1StringView(manner.timeFormat))
        .toLatin1();
}

} // namespace Elenco::Practice
