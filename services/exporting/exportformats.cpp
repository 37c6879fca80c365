// SPDX-License-Identifier: Apache-2.0
#include "exporting/exportformats.h"

#include "exporting/cardtext.h"
#include "exporting/jsonlineswriter.h"
#include "exporting/tablewriter.h"
#include "exporting/workbookwriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace Elenco {

namespace {

using Opened = Result<std::unique_ptr<ContactWriter>>;

class CardWriter final : public TextFileWriter
{
public:
    CardWriter(const QString &path, CardVersion version) : TextFileWriter(path), m_version(version) {}

private:
    void append(std::string &out, const Contact &contact, const QStringList &) override
    {
        writeCard(out, cardOf(contact), m_version);
    }

    const CardVersion m_version;
};

template <typename Writer, typename... Arguments>
Opened opened(const QString &path, const Arguments &...arguments)
{
    auto writer = std::make_unique<Writer>(path, arguments...);
    if (const Result<void> done = writer->open(); !done)
        return done.error();
    return std::unique_ptr<ContactWriter>(std::move(writer));
}

template <CardVersion Version>
Opened openCards(const QString &path, const ExportStyle &)
{
    return opened<CardWriter>(path, Version);
}

Opened openSpreadsheet(const QString &path, const ExportStyle &style)
{
    return opened<TableWriter>(path, style, TableWriter::For::Spreadsheets);
}

// Programs have no locale: RFC 4180's comma, a point, and the keys that the command line takes.
Opened openPlainTable(const QString &path, const ExportStyle &style)
{
    return opened<TableWriter>(path, ExportStyle{style.columns, std::nullopt}, TableWriter::For::Programs);
}

constexpr ExportFormatInfo formats[] = {
    {ExportFormat::Csv, "csv", ".csv", QT_TRANSLATE_NOOP("Export", "CSV table for spreadsheets"), true,
     &openSpreadsheet},
    {ExportFormat::Workbook, "workbook", ".xlsx", QT_TRANSLATE_NOOP("Export", "Excel workbook"), true,
     &opened<WorkbookWriter, ExportStyle>},
    {ExportFormat::VCard, "vcard", ".vcf", QT_TRANSLATE_NOOP("Export", "vCard, as each card came"), false,
     &openCards<CardVersion::Unknown>},
    {ExportFormat::VCard4, "vcard4", ".vcf", QT_TRANSLATE_NOOP("Export", "vCard 4.0"), false,
     &openCards<CardVersion::V40>},
    {ExportFormat::VCard3, "vcard3", ".vcf", QT_TRANSLATE_NOOP("Export", "vCard 3.0"), false,
     &openCards<CardVersion::V30>},
    {ExportFormat::PlainCsv, "plaincsv", ".csv", QT_TRANSLATE_NOOP("Export", "CSV table for programs"), true,
     &openPlainTable},
    {ExportFormat::JsonLines, "jsonlines", ".jsonl", QT_TRANSLATE_NOOP("Export", "JSON lines for programs"), true,
     &opened<JsonLinesWriter, ExportStyle>},
};

} // namespace

std::span<const ExportFormatInfo> exportFormats()
{
    return formats;
}

const ExportFormatInfo &exportFormat(ExportFormat format)
{
    return *std::find_if(std::begin(formats), std::end(formats),
                         [format](const ExportFormatInfo &info) { return info.format == format; });
}

QString exportFormatText(const ExportFormatInfo &format)
{
    return QCoreApplication::translate("Export", format.label);
}

std::optional<ExportFormat> exportFormatOf(const QString &path)
{
    for (const ExportFormatInfo &info : formats) {
        if (path.endsWith(QLatin1String(info.suffix), Qt::CaseInsensitive))
            return info.format;
    }
    return {};
}

} // namespace Elenco
