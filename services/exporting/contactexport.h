// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exporting/tabletext.h"
#include "store/contacts/contactquery.h"

#include <optional>
#include <vector>

namespace Elenco {

/// VCard: each card in the version that it came in, 3.0 where it came in none or in 2.1.
enum class ExportFormat { Csv, VCard4, VCard3, VCard };

/// By the file's extension; nothing for an unknown one.
std::optional<ExportFormat> exportFormatOf(const QString &path);

/// Which contacts are exported, and as what.
struct ExportRequest {
    ContactQuery query;                        ///< all of these, in its sequence
    std::optional<std::vector<ContactId>> ids; ///< or these alone, in theirs
    ExportFormat format = ExportFormat::Csv;
    TableStyle style; ///< of a table
};

/// Writes the contacts as they are at one moment, and gives how many. UTF-8; CSV with a column for every standard
/// field, tags, lists and every custom field; vCard (RFC 6350, RFC 2426) with the properties that were kept from an
/// import, as they came. Who is gone is left out. Any thread. An existing file is replaced only when everything is
/// written. Errors: NoPermission, WriteFailed, DiskFull, Cancelled, InvalidInput (ContactQueries::order()).
Result<qint64> exportContacts(Workspace &workspace, const ExportRequest &request, const QString &path,
                              const JobControl &control = JobControl());

} // namespace Elenco
