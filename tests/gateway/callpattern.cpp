// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/callpattern.h"

#include "tests/gateway/request.h"

namespace Elenco::Practice {

namespace {

bool isWild(QStringView segment)
{
    return segment == u"*" || (segment.startsWith(u'{') && segment.endsWith(u'}'));
}

bool pathMatches(QStringView pattern, QStringView path)
{
    if (pattern == u"*" || pattern == path)
        return true;
    const QList<QStringView> wanted = pattern.split(u'/'), segments = path.split(u'/');
    if (wanted.size() != segments.size())
        return false;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        // "{id}" of a pattern stands for an id only: "GET /contacts/{id}" is not "GET /contacts/list".
        if (wanted[i] != segments[i] && !(isWild(wanted[i]) && isWild(segments[i])))
            return false;
    }
    return true;
}

} // namespace

CallPattern::CallPattern(const QString &text) : m_text(text.simplified())
{
    const qsizetype blank = m_text.indexOf(u' ');
    m_method = blank < 0 ? QStringLiteral("*") : m_text.left(blank).toUpper();
    m_path = blank < 0 ? m_text : m_text.mid(blank + 1);
}

bool CallPattern::matches(const Request &request) const
{
    if (m_method != u"*" && m_method != QLatin1StringView(request.method))
        return false;
    const QStringView call = QStringView(request.call).mid(request.call.indexOf(u' ') + 1);
    return m_path == u"*" || m_path == request.apiPath || m_path == request.path || pathMatches(m_path, call);
}

} // namespace Elenco::Practice
