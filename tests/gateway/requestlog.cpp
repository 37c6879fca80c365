// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/requestlog.h"

#include "tests/gateway/callpattern.h"

#include <algorithm>

namespace Elenco::Practice {

QList<LoggedRequest> RequestLog::matching(const CallPattern &call) const
{
    QList<LoggedRequest> found;
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(found),
                 [&call](const LoggedRequest &request) { return call.matches(request); });
    return found;
}

qsizetype RequestLog::count(const CallPattern &call) const
{
    return std::count_if(m_entries.begin(), m_entries.end(),
                         [&call](const LoggedRequest &request) { return call.matches(request); });
}

void RequestLog::clear()
{
    m_entries.clear();
    m_dangers.clear();
}

void RequestLog::arrived(const Request &request)
{
    LoggedRequest &entry = m_entries.emplace_back();
    static_cast<Request &>(entry) = request;
    entry.hadKey = request.hasHeader("x-api-key");
    entry.hadBasic = request.hasHeader("authorization");
    entry.headers.removeIf([](const auto &header) {
        return header.first == "x-api-key" || header.first == "authorization" || header.first == "proxy-authorization";
    });
    entry.bodySize = request.body.size();
    if (!m_keepBodies)
        entry.body.clear();
    while (count() > m_limit)
        m_entries.pop_front();
}

void RequestLog::ended(qint64 number, int status, Fault fault, int applied)
{
    // Nearly always the last one.
    const auto entry = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                    [number](const LoggedRequest &request) { return request.number == number; });
    if (entry == m_entries.rend())
        return;
    entry->status = status;
    entry->fault = fault;
    entry->applied = applied;
}

} // namespace Elenco::Practice
