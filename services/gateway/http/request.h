// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remoteid.h"
#include "gateway/http/credential.h"
#include "gateway/http/transport.h"
#include "gateway/pacing/priority.h"
#include "gateway/records/account.h"

#include <QList>
#include <QStringList>

namespace Elenco {

/// What one call wants, before it is an address: the account's root and the key are added when it leaves.
struct Request {
    QByteArray verb = "GET";
    QString path; ///< a template below the root: "/partner-gateway/v1/contacts/{id}"
    RemoteId id;  ///< for "{id}"
    struct Parameter {
        QString name;
        QString value;
    };
    QList<Parameter> query;
    QByteArray body;
    QByteArray contentType = "application/json";
    QUrl elsewhere; ///< instead of root and path: no key goes there

    Priority priority = Priority::Person;
    bool repeatable = true;  ///< may be sent again after an unknown outcome
    bool goneIsDone = false; ///< a 404 after a try of unknown outcome says that it had worked
    bool quotaOn409 = false; ///< the one meaning that a 409 has for this call
    bool anyType = false;    ///< the answer need not be JSON
    int mostTries = 0;       ///< 0: as many as the priority has
    QString subject;         ///< what errors are about; empty: the gateway's host
    std::function<bool(QByteArrayView)> sink;
    /// Hears every answer as it came, before it is judged.
    std::function<void(const HttpAnswer &)> answeredWith;
    /// Hears the words of a 400 or 422 of the gateway's, all of them, before the request ends.
    std::function<void(const QString &)> refusedWith;

    bool isWrite() const { return verb != "GET"; }
    void ask(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            query.append({name, value});
    }
};

/// The request as it goes out. Every value is percent-encoded (RFC 3986 section 2.1): "+" as %2B, since servers take a
/// bare one for a blank (sync.md section 0).
HttpRequest wireRequest(const Request &request, const Account &account, const Credential &credential);

/// The names that it says: of parameters, and of the members of its body.
QStringList sentNames(const Request &request);
/// What it is about, in the user's language: "the contact", "the list".
QString thingOf(const Request &request);

/// The query for a log that is being debugged: numbers shortened, texts as their length only.
QString redactedQuery(const Request &request);

} // namespace Elenco
