// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exporting/exportformats.h"
#include "store/contacts/contactquery.h"

#include <optional>
#include <vector>

namespace Elenco {

/// Which contacts are exported, and as what.
struct ExportRequest {
    ContactQuery query;                        ///< all of these, in its sequence
    std::optional<std::vector<ContactId>> ids; ///< or these alone, in theirs
    ExportFormat format = ExportFormat::Csv;
    QStringList columns;               ///< as in chosenColumns(), where the format has columns
    std::optional<ValueLocale> locale; ///< as in ExportStyle
};

/// Writes the contacts as they are at one moment, and gives how many. UTF-8; a table has a column for every standard
/// field, tags, lists and every custom field, or the chosen ones; vCard (RFC 6350, RFC 2426) has the properties that
/// were kept from an import, as they came. Who is gone is left out. Any thread. An existing file is replaced only when
/// everything is written. Errors: those of ContactWriter, NoPermission, IsDirectory, Cancelled, InvalidInput
/// (ContactQueries::order()).
Result<qint64> exportContacts(Workspace &workspace, const ExportRequest &request, const QString &path,
                              const JobControl &control = JobControl());

} // namespace Elenco
