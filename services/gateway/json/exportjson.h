// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "gateway/json/jsonfields.h"
#include "gateway/records/exportjob.h"

#include <QUrl>

namespace Elenco {

/// One export of a list of them; a misfit when it has no id.
ExportJob exportFromJson(JsonValue value, Misfit &misfit);
/// The answer to the wish for one: perhaps an id, perhaps nothing.
Result<ExportJob> startedExportFromJson(const QByteArray &body);
/// Where the file stands that an answer is about; Unknown where it does not say.
ExportState exportStateFrom(const QByteArray &body);
/// The http(s) address that stands somewhere in the answer, a bare text included: of several the one under a key that
/// speaks of a download. None, or more than one that could be meant, is unreadable.
Result<QUrl> exportUrlFrom(const QByteArray &body);
QByteArray exportToJson(const ExportQuery &query);

} // namespace Elenco
