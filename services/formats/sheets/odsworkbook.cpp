// SPDX-License-Identifier: Apache-2.0
#include "formats/sheets/odsworkbook.h"

#include "formats/sheets/odssheetreader.h"
#include "formats/sheets/sheetxml.h"

#include <QCoreApplication>
#include <QSet>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

const QString content = u"content.xml"_s;
constexpr char mimeType[] = "application/vnd.oasis.opendocument.spreadsheet";
constexpr qint64 mostManifest = 1 << 20;

} // namespace

bool OdsWorkbook::isOne(const ZipPackage &package)
{
    const QByteArray type = package.start(u"mimetype"_s, 200);
    return package.contains(content) &&
           (type.isEmpty() ? package.contains(u"META-INF/manifest.xml"_s) : type.startsWith(mimeType));
}

bool OdsWorkbook::isProtected() const
{
    return m_package.start(u"META-INF/manifest.xml"_s, mostManifest).contains("encryption-data");
}

Result<std::unique_ptr<Workbook>> OdsWorkbook::open(ZipPackage package)
{
    std::unique_ptr<OdsWorkbook> workbook(new OdsWorkbook(std::move(package)));
    if (workbook->isProtected())
        return Error{ErrorKind::Unsupported, workbook->m_package.path(),
                     QCoreApplication::translate("FileKind", "a password-protected workbook")};
    if (const Result<void> read = workbook->readStructure(); !read)
        return read.error();
    return Result<std::unique_ptr<Workbook>>(std::move(workbook));
}

// All tables are in one part: their names are known when it has been read to its end.
Result<void> OdsWorkbook::readStructure()
{
    Result<std::unique_ptr<ZipPart>> part = m_package.part(content);
    if (!part)
        return part.error();
    SheetXml xml(std::move(*part), m_package.path());
    QSet<QString> hiddenStyles;
    QString style;
    while (xml.next() != QXmlStreamReader::Invalid) {
        const bool isTable = OdsSheetReader::isSheet(xml);
        if (isTable || xml.isStart("style"_L1) || xml.isStart("table-properties"_L1)) {
            const QXmlStreamAttributes attributes = xml.attributes();
            if (isTable) {
                const QString name = attributeOf(attributes, "style-name"_L1).toString();
                m_sheets.append({attributeOf(attributes, "name"_L1).toString(),
                                 hiddenStyles.contains(name) ? SheetInfo::State::Hidden : SheetInfo::State::Visible});
                xml.skip();
            } else if (xml.isStart("style"_L1)) {
                style = attributeOf(attributes, "name"_L1).toString();
            } else if (attributeOf(attributes, "display"_L1) == "false"_L1) {
                hiddenStyles.insert(style);
            }
        }
    }
    if (const auto failure = xml.failure())
        return *failure;
    return {};
}

Result<std::unique_ptr<SheetReader>> OdsWorkbook::read(qsizetype sheet)
{
    Result<std::unique_ptr<ZipPart>> part = m_package.part(content);
    if (!part)
        return part.error();
    return Result<std::unique_ptr<SheetReader>>(std::make_unique<OdsSheetReader>(std::move(*part), m_package, sheet));
}

} // namespace Elenco
