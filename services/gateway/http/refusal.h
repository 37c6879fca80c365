// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "gateway/http/transport.h"

#include <QStringList>

namespace Elenco {

/// What a status above 299 came with, in any of the shapes of gateway.md section 1.
struct Refusal {
    /// Who speaks: the gateway in one of its own shapes, nobody (an empty body), or something else (a page, a text).
    enum class Voice { Gateway, Nobody, Stranger };
    struct Field {
        QString name;
        QString text;
        friend bool operator==(const Field &, const Field &) = default;
    };
    Voice voice = Voice::Nobody;
    QString message; ///< for people, never to be matched on; one line, at most 300 characters
    QString code;
    QList<Field> fields;              ///< of {"status":"fail","data":{…}}
    std::optional<qint64> retryAfter; ///< seconds

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

/// The one decoder for all shapes of errors.
Refusal refusalFrom(const HttpAnswer &answer);

/// Those of `names` that occur in `text` as whole words: what a refusal is about, in whatever words.
QStringList namedIn(const QString &text, const QStringList &names);

/// How long to wait, in milliseconds: `retryAfter` of the body, else the header Retry-After (RFC 9110 section 10.2.3)
/// in seconds or as a date, which counts from the answer's own Date. nullopt when nothing usable is said.
std::optional<qint64> waitAskedFor(const HttpAnswer &answer, const Refusal &refusal);

/// The kind of a complete answer outside 200–299, as far as a status alone decides; `subject` is the host.
Error errorFrom(const HttpAnswer &answer, const Refusal &refusal, const QString &subject);

/// True if the body claims to be JSON, or claims nothing.
bool claimsJson(const HttpAnswer &answer);

} // namespace Elenco
