// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/fault.h"
#include "tests/gateway/ids.h"
#include "tests/gateway/manner.h"
#include "tests/gateway/query.h"
#include "tests/gateway/request.h"
#include "tests/gateway/requestlog.h"
#include "tests/gateway/state.h"

#include <QStringList>

class QJsonObject;

namespace Elenco::Practice {

/// What the calls work on; one for a gateway.
struct Service {
    Service(const Options &options, State &state, RequestLog &log, const QString &server)
        : options(options),
          manner(mannerOf(options)),
          state(state),
          log(log),
          ids(manner, state.lists()),
          server(server)
    {
    }

    const Options &options;
    const Manner manner;
    State &state;
    RequestLog &log;
    const Ids ids;
    const QString server; ///< "http://127.0.0.1:PORT"
};

/// One request on its way through the API: what the router found out about it.
struct Call {
    const Request &request;
    Query query;                   ///< without what this server ignores
    QString id;                    ///< what stands for "{…}" in the path
    Fault pageFault = Fault::None; ///< ShiftedPage, ShortPage or EmptyList
};

/// The body as a JSON object; refused when it is none.
QJsonObject objectOf(const Call &call);
/// The ids of a comma-separated parameter; refused when one is no id or there are more than 1,000.
QList<qint64> contactIdsIn(const Service &service, const Call &call, QStringView name);
QList<qint64> listIdsIn(const Service &service, const Call &call, QStringView name);
/// "true" or "false"; none when it is not there; anything else is refused.
std::optional<bool> flagIn(const Call &call, QStringView name);
/// A moment in the dialect's form.
QByteArray timeText(const Manner &manner, qint64 msSinceEpoch);

} // namespace Elenco::Practice
