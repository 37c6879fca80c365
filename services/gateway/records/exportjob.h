// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remoteid.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Elenco {

/// Where a file made by the gateway stands (gateway.md section 5).
enum class ExportState { Pending, Ready, Expired, Failed, Unknown };

/// A file of contacts that the gateway makes on request.
struct ExportJob {
    RemoteId id;
    ExportState state = ExportState::Unknown;
    QString createdAt; ///< ISO 8601 as sent
    QByteArray extra;  ///< the keys we do not know, as one raw JSON object; empty when there are none

    friend bool operator==(const ExportJob &, const ExportJob &) = default;
};

/// What goes into the file: the members of lists, or single contacts, or (both empty) everyone.
struct ExportQuery {
    QList<RemoteId> listIds;
    QList<RemoteId> contactIds;

    friend bool operator==(const ExportQuery &, const ExportQuery &) = default;
};

} // namespace Elenco
