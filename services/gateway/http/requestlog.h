// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QString>

#include <optional>

namespace Elenco {

/// One try of one request, as it may be kept: no key, no body, no values (sync.md section 5). With debugging switched
/// on the query is in `detail`, numbers as "+39…89".
struct RequestLine {
    QString verb;
    QString path;             ///< a template: "/partner-gateway/v1/contacts/{id}"
    QString detail;           ///< empty unless debugging is switched on
    int status = 0;           ///< HTTP; 0 when no answer came
    qint64 bytesSent = 0;     ///< of the body
    qint64 bytesReceived = 0; ///< of the body, unpacked
    qint64 milliseconds = 0;
    int attempt = 1;
    std::optional<ErrorKind> error;

    /// One line of text, in English: "GET /partner-gateway/v1/contacts 200 0/5123 B 38 ms try 1".
    QString text() const;
};

/// Where the lines go; handed in. Called on the client's thread.
class RequestLog
{
public:
    virtual ~RequestLog() = default;
    virtual void append(const RequestLine &line) = 0;
};

/// "+393471234589" as "+39…89": enough to tell two apart while looking, not enough to call.
QString redactedNumber(const QString &number);

} // namespace Elenco
