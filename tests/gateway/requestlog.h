// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/fault.h"
#include "tests/gateway/request.h"

#include <QStringList>

#include <deque>

namespace Elenco::Practice {

class CallPattern;

/// A request and what became of it. X-Api-Key and Authorization are not among its headers.
struct LoggedRequest : Request {
    bool hadKey = false;   ///< X-Api-Key was there
    bool hadBasic = false; ///< Authorization was there
    qint64 bodySize = 0;   ///< also when bodies are not kept
    int status = 0;        ///< of the answer; 0: none was written (yet)
    Fault fault = Fault::None;
    int applied = 0; ///< how often it was carried out with success (2xx); writes: how often the state changed
};

/// What reached the gateway, for tests to read and count. Requests that HTTP could not read are not in it.
class RequestLog
{
public:
    explicit RequestLog(int limit = 1'000'000, bool keepBodies = true) : m_limit(limit), m_keepBodies(keepBodies) {}

    const std::deque<LoggedRequest> &entries() const { return m_entries; }
    QList<LoggedRequest> matching(const CallPattern &call) const;
    qsizetype count(const CallPattern &call) const;
    qsizetype count() const { return static_cast<qsizetype>(m_entries.size()); }
    /// Forgets requests and dangers.
    void clear();

    /// What must never happen, one sentence each: contacts deleted by notIds or without ids, money spent by a
    /// confirmed campaign, allContacts used, the API key sent to a download. Tests demand that it is empty.
    const QStringList &dangers() const { return m_dangers; }

    // For the gateway.
    void arrived(const Request &request);
    void ended(qint64 number, int status, Fault fault, int applied);
    void danger(const QString &sentence) { m_dangers.append(sentence); }

private:
    std::deque<LoggedRequest> m_entries;
    QStringList m_dangers;
    int m_limit;
    bool m_keepBodies;
};

} // namespace Elenco::Practice
