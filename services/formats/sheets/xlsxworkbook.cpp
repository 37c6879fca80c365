// SPDX-License-Identifier: Apache-2.0
#include "formats/sheets/xlsxworkbook.h"

#include "formats/sheets/xlsxsheetreader.h"

#include <QCoreApplication>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

/// What a part says of another one that it belongs to.
struct Relation {
    QString target; ///< from the package's root
    QString type;   ///< the last word of its address: "worksheet"
};
using Relations = QHash<QString, Relation>;

// "xl/worksheets/sheet1.xml" for "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml" or "../xl/…", seen from xl/.
QString resolved(const QString &folder, QString target)
{
    target.replace(u'\\', u'/');
    if (target.startsWith(u'/'))
        return target.mid(1);
    QStringList steps = folder.isEmpty() ? QStringList() : folder.split(u'/');
    for (const QString &step : target.split(u'/')) {
        if (step == ".."_L1) {
            if (!steps.isEmpty())
                steps.removeLast();
        } else if (step != "."_L1) {
            steps.append(step);
        }
    }
    return steps.join(u'/');
}

QString folderOf(const QString &part)
{
    return part.contains(u'/') ? part.section(u'/', 0, -2) : QString();
}

Result<Relations> relationsOf(const ZipPackage &package, const QString &part)
{
    const QString folder = folderOf(part);
    const QString name =
        (folder.isEmpty() ? QString() : folder + u'/') + "_rels/"_L1 + part.section(u'/', -1) + ".rels"_L1;
    Relations relations;
    if (!package.contains(name))
        return relations;
    Result<std::unique_ptr<ZipPart>> opened = package.part(name);
    if (!opened)
        return opened.error();
    SheetXml xml(std::move(*opened), package.path());
    while (xml.next() != QXmlStreamReader::Invalid) {
        if (!xml.isStart("Relationship"_L1))
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        relations.insert(attributeOf(attributes, "Id"_L1).toString(),
                         {resolved(folder, attributeOf(attributes, "Target"_L1).toString()),
                          attributeOf(attributes, "Type"_L1).toString().section(u'/', -1)});
    }
    if (const auto failure = xml.failure())
        return *failure;
    return relations;
}

QString targetOfType(const Relations &relations, QLatin1StringView type, const QString &otherwise)
{
    for (const Relation &relation : relations) {
        if (relation.type == type)
            return relation.target;
    }
    return otherwise;
}

bool isTrue(QStringView text)
{
    return text == "1"_L1 || text == "true"_L1 || text == "on"_L1;
}

Result<std::vector<NumberFormat>> readStyles(SheetXml &xml)
{
    QHash<int, NumberFormat> own;
    std::vector<NumberFormat> formats;
    bool inCells = false;
    while (xml.next() != QXmlStreamReader::Invalid) {
        if (xml.isStart("cellXfs"_L1) || xml.isEnd("cellXfs"_L1))
            inCells = xml.isStart("cellXfs"_L1);
        if (xml.isStart("dxfs"_L1)) // formats of conditions: their numbers may be used twice
            xml.skip();
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.isStart("numFmt"_L1)) {
            own.insert(attributeOf(attributes, "numFmtId"_L1).toInt(),
                       readNumberFormat(attributeOf(attributes, "formatCode"_L1)));
        } else if (inCells && xml.isStart("xf"_L1)) {
            const int id = attributeOf(attributes, "numFmtId"_L1).toInt();
            formats.push_back(own.contains(id) ? own.value(id) : builtInNumberFormat(id));
        }
    }
    if (const auto failure = xml.failure())
        return *failure;
    return formats;
}

SheetInfo::State stateOf(QStringView text)
{
    return text == "hidden"_L1       ? SheetInfo::State::Hidden
           : text == "veryHidden"_L1 ? SheetInfo::State::VeryHidden
                                     : SheetInfo::State::Visible;
}

} // namespace

bool XlsxWorkbook::isOne(const ZipPackage &package)
{
    return package.containsBelow(u"xl/"_s) || package.contains(u"xl/workbook.xml"_s) ||
           (package.contains(u"[Content_Types].xml"_s) && package.contains(u"workbook.xml"_s));
}

Result<std::unique_ptr<Workbook>> XlsxWorkbook::open(ZipPackage package)
{
    std::unique_ptr<XlsxWorkbook> workbook(new XlsxWorkbook(std::move(package)));
    if (const Result<void> read = workbook->readStructure(); !read)
        return read.error();
    return Result<std::unique_ptr<Workbook>>(std::move(workbook));
}

Result<void> XlsxWorkbook::readStructure()
{
    const Result<Relations> root = relationsOf(m_package, {});
    if (!root)
        return root.error();
    const QString book = targetOfType(*root, "officeDocument"_L1, u"xl/workbook.xml"_s);
    if (book.endsWith(".bin"_L1, Qt::CaseInsensitive) || m_package.contains(u"xl/workbook.bin"_s))
        return Error{ErrorKind::Unsupported, m_package.path(),
                     QCoreApplication::translate("Workbook", "a binary workbook (.xlsb): save it as .xlsx")};
    const Result<Relations> relations = relationsOf(m_package, book);
    if (!relations)
        return relations.error();
    Result<std::unique_ptr<ZipPart>> part = m_package.part(book);
    if (!part)
        return part.error();
    SheetXml xml(std::move(*part), m_package.path());
    while (xml.next() != QXmlStreamReader::Invalid) {
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.isStart("workbookPr"_L1))
            m_context.from1904 = isTrue(attributeOf(attributes, "date1904"_L1));
        if (!xml.isStart("sheet"_L1))
            continue;
        const auto id = std::find_if(attributes.begin(), attributes.end(), [](const QXmlStreamAttribute &each) {
            return each.name() == "id"_L1 && !each.prefix().isEmpty();
        });
        const Relation relation = id == attributes.end() ? Relation() : relations->value(id->value().toString());
        if (!relation.type.isEmpty() && relation.type != "worksheet"_L1)
            continue; // a chart, a dialogue, macros of 1992
        m_sheets.append({attributeOf(attributes, "name"_L1).toString(), stateOf(attributeOf(attributes, "state"_L1))});
        m_parts.append(relation.target);
    }
    if (const auto failure = xml.failure())
        return *failure;
    m_stringsPart = targetOfType(*relations, "sharedStrings"_L1, u"xl/sharedStrings.xml"_s);
    const QString styles = targetOfType(*relations, "styles"_L1, u"xl/styles.xml"_s);
    if (!m_package.contains(styles))
        return {};
    Result<std::unique_ptr<ZipPart>> stylesPart = m_package.part(styles);
    if (!stylesPart)
        return stylesPart.error();
    SheetXml stylesXml(std::move(*stylesPart), m_package.path());
    Result<std::vector<NumberFormat>> formats = readStyles(stylesXml);
    if (!formats)
        return formats.error();
    m_context.formats = std::move(*formats);
    return {};
}

Result<std::unique_ptr<SheetReader>> XlsxWorkbook::read(qsizetype sheet)
{
    if (m_package.contains(m_stringsPart)) {
        Result<std::unique_ptr<ZipPart>> part = m_package.part(m_stringsPart);
        if (!part)
            return part.error();
        SheetXml xml(std::move(*part), m_package.path());
        if (const Result<void> read = m_context.strings.read(xml, m_package.path()); !read)
            return read.error();
    }
    m_stringsPart.clear();
    Result<std::unique_ptr<ZipPart>> part = m_package.part(m_parts.at(sheet));
    if (!part)
        return part.error();
    return Result<std::unique_ptr<SheetReader>>(
        std::make_unique<XlsxSheetReader>(std::move(*part), m_package, m_context));
}

} // namespace Elenco
