// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/ids.h"

#include "tests/gateway/jsonwriter.h"
#include "tests/gateway/listtable.h"
#include "tests/gateway/manner.h"

#include <QJsonValue>

#include <algorithm>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

// Digits only; 0 when it is not a number.
qint64 numberOf(QStringView text)
{
    const bool isNumber = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? text.toLongLong() : 0;
}

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

} // namespace

bool Ids::areNumbers() const
{
    return *m_manner.idSeparator == '\0';
}

QString Ids::contactText(qint64 id) const
{
    if (areNumbers())
        return QString::number(id);
    return u"cnt%1%2"_s.arg(QLatin1StringView(m_manner.idSeparator)).arg(id, 3, 10, QChar(u'0'));
}

QString Ids::listText(qint64 id) const
{
    if (areNumbers())
        return QString::number(id);
    const QLatin1StringView separator(m_manner.idSeparator);
    QString slug = m_lists.slugOf(id);
    slug.replace(u'-', separator);
    return u"list"_s + separator + (slug.isEmpty() ? slug : slug + separator) + QString::number(id);
}

qint64 Ids::contactOf(const QString &text) const
{
    if (areNumbers())
        return numberOf(text);
    const qint64 id = numberOf(QStringView(text).mid(4));
    return contactText(id) == text ? id : 0;
}

qint64 Ids::listOf(const QString &text) const
{
    if (areNumbers())
        return numberOf(text);
    const qint64 id = numberOf(QStringView(text).mid(text.lastIndexOf(QLatin1StringView(m_manner.idSeparator)) + 1));
    return id > 0 && listText(id) == text ? id : 0;
}

qint64 Ids::contactOf(const QJsonValue &value) const
{
    return contactOf(textOf(value));
}

qint64 Ids::listOf(const QJsonValue &value) const
{
    return listOf(textOf(value));
}

void Ids::writeContact(JsonWriter &json, qint64 id) const
{
    if (areNumbers())
        json.value(id);
    else
        json.value(contactText(id));
}

void Ids::writeList(JsonWriter &json, qint64 id) const
{
    if (areNumbers())
        json.value(id);
    else
        json.value(listText(id));
}

} // namespace Elenco::Practice
