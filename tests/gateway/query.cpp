// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/query.h"

#include <algorithm>

namespace Elenco::Practice {

namespace {

QString decoded(QByteArray text)
{
    text.replace('+', ' ');
    const QString decoded = QString::fromUtf8(QByteArray::fromPercentEncoding(text));
    return decoded.isNull() ? QStringLiteral("") : decoded;
}

} // namespace

Query::Query(const QByteArray &encoded)
{
    for (const QByteArray &part : encoded.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const qsizetype nameSize = equals < 0 ? part.size() : equals;
        m_parameters.append({decoded(part.first(nameSize)), decoded(part.mid(nameSize + 1))});
    }
}

bool Query::has(QStringView name) const
{
    return std::any_of(m_parameters.begin(), m_parameters.end(), [name](auto &p) { return p.first == name; });
}

QString Query::value(QStringView name) const
{
    for (const auto &[key, value] : m_parameters) {
        if (key == name)
            return value;
    }
    return {};
}

QStringList Query::names() const
{
    QStringList names;
    for (const auto &[key, value] : m_parameters)
        names.append(key);
    return names;
}

void Query::remove(QStringView name)
{
    m_parameters.removeIf([name](const auto &p) { return p.first == name; });
}

void Query::remove(const QStringList &names)
{
    m_parameters.removeIf([&names](const auto &p) { return names.contains(p.first); });
}

} // namespace Elenco::Practice
