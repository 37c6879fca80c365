// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "gateway/records/upload.h"

namespace Elenco {

/// The answer to an upload: an analysis when it has an uploadId, else what was imported. An empty body is
/// UnreadableAnswer: it says neither.
Result<UploadOutcome> uploadFromJson(const QByteArray &body);
/// The answer to a confirmation.
Result<ImportOutcome> importFromJson(const QByteArray &body);
/// The body that commits an analysed table.
QByteArray mappingToJson(const QString &uploadId, const QList<ColumnChoice> &mapping, const RemoteId &listId);
/// The body that commits analysed cards.
QByteArray vcardConfirmationToJson(const QString &uploadId, const RemoteId &listId);

} // namespace Elenco
