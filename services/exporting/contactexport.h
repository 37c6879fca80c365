// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/contactquery.h"

#include <optional>

namespace Elenco {

enum class ExportFormat { Csv, VCard4, VCard3 };

/// By the file's extension; nothing for an unknown one.
std::optional<ExportFormat> exportFormatOf(const QString &path);

/// Writes the contacts of a query, in its sequence, and gives how many. UTF-8; CSV by RFC 4180 with a column for every
/// standard field, tags, lists and every custom field; vCard 4.0 (RFC 6350) with the properties that were kept from an
/// import. Any thread. An existing file is replaced only when everything is written.
/// Errors: NoPermission, WriteFailed, DiskFull, Cancelled.
Result<qint64> exportContacts(Workspace &workspace, const ContactQuery &query, const QString &path, ExportFormat format,
                              const JobControl &control = JobControl());

} // namespace Elenco
