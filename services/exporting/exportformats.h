// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/valuelocale.h"
#include "exporting/contactwriter.h"
#include "exporting/exportcolumns.h"

#include <memory>
#include <optional>
#include <span>

namespace Elenco {

/// Csv: for spreadsheets. PlainCsv: RFC 4180 and nothing more. VCard: each card in the version that it came in, 3.0
/// where it came in none or in 2.1.
enum class ExportFormat { Workbook, Csv, VCard, VCard4, VCard3, PlainCsv, JsonLines };

/// How contacts are written.
struct ExportStyle {
    QList<ExportColumn> columns; ///< of a table and of JSON lines; a vCard has all that is known
    /// Names of columns, separator, decimal sign and dates as spreadsheets of that locale and language have them;
    /// without one, and in formats for programs: keys, comma, point, ISO 8601.
    std::optional<ValueLocale> locale;
};

/// A format that contacts are exported in, in one row: command line and window read it. A new format is one row in
/// exportformats.cpp, and its writer.
struct ExportFormatInfo {
    ExportFormat format;
    const char *name;   ///< remembered by it: "workbook"
    const char *suffix; ///< ".xlsx"
    const char *label;  ///< source text, context "Export"
    bool hasColumns;    ///< which of them, and in which sequence, can be chosen
    /// A writer of the file at `path`. Errors: NoPermission, IsDirectory.
    Result<std::unique_ptr<ContactWriter>> (*open)(const QString &path, const ExportStyle &style);
};

/// The formats in the sequence in which they are offered.
std::span<const ExportFormatInfo> exportFormats();
const ExportFormatInfo &exportFormat(ExportFormat format);
/// In the user's language: "Excel workbook".
QString exportFormatText(const ExportFormatInfo &format);
/// By the file's extension, the first of those that have it; nothing for an unknown one.
std::optional<ExportFormat> exportFormatOf(const QString &path);

} // namespace Elenco
