// SPDX-License-Identifier: Apache-2.0
#include "formats/sheets/xlsworkbook.h"

#include "formats/sheets/xlssheetreader.h"
#include "formats/textencoding.h"

#include <QCoreApplication>
#include <QHash>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 biff5 = 0x0500, biff8 = 0x0600;

std::string encodingOf(quint32 codePage)
{
    constexpr quint32 macRoman = 0x8000, ansi = 0x8001, macRomanToo = 10'000;
    if (codePage == macRoman || codePage == macRomanToo)
        return encodingName("macintosh");
    const std::string name = codePage == ansi ? std::string() : encodingName("cp" + std::to_string(codePage));
    return name.empty() ? "windows-1252" : name;
}

} // namespace

Result<std::unique_ptr<Workbook>> XlsWorkbook::open(const Result<CompoundFile> &file, const QString &path)
{
    if (!file)
        return file.error();
    if (file->contains(u"EncryptedPackage"))
        return Error{ErrorKind::Unsupported, path,
                     QCoreApplication::translate("FileKind", "a password-protected workbook")};
    const bool isNew = file->contains(u"Workbook");
    if (!isNew && !file->contains(u"Book"))
        return Error{ErrorKind::NotRecognised, path, QCoreApplication::translate("FileKind", "an Office document")};
    Result<std::string> stream = file->stream(isNew ? u"Workbook" : u"Book");
    if (!stream)
        return stream.error();
    return of(std::move(*stream), path);
}

Result<std::unique_ptr<Workbook>> XlsWorkbook::of(std::string stream, const QString &path)
{
    auto workbook = std::make_unique<XlsWorkbook>();
    workbook->m_path = path;
    workbook->m_context.stream = std::move(stream);
    if (const Result<void> read = workbook->readGlobals(); !read)
        return read.error();
    return Result<std::unique_ptr<Workbook>>(std::move(workbook));
}

Result<void> XlsWorkbook::readGlobals()
{
    BiffStream records(m_context.stream);
    BiffRecord record;
    const auto damaged = [this] {
        return damagedWorkbook(m_path, QT_TRANSLATE_NOOP("Workbook", "it is damaged or cut off"));
    };
    if (!records.next(record) || record.type != Biff::Bof)
        return damaged();
    const quint32 version = BiffCursor(record).number(2);
    if (version != biff5 && version != biff8)
        return damaged();
    m_context.isUnicode = version == biff8;
    QHash<quint32, NumberFormat> own;
    for (;;) {
        if (!records.next(record))
            return damaged();
        BiffCursor cursor(record);
        switch (record.type) {
        case Biff::Eof: return {};
        case Biff::FilePass:
            return Error{ErrorKind::Unsupported, m_path,
                         QCoreApplication::translate("FileKind", "a password-protected workbook")};
        case Biff::CodePage: m_context.encoding = encodingOf(cursor.number(2)); break;
        case Biff::Date1904: m_context.from1904 = cursor.number(2) == 1; break;
        case Biff::BoundSheet: readSheet(record); break;
        case Biff::Sst: readStrings(record); break;
        case Biff::Format: {
            const quint32 id = cursor.number(2);
            const std::string code = m_context.isUnicode ? cursor.unicode(cursor.number(2))
                                                         : toUtf8(cursor.bytes(cursor.number(1)), m_context.encoding);
            own.insert(id, readNumberFormat(QString::fromUtf8(code)));
            break;
        }
        case Biff::Xf: {
            cursor.skip(2);
            const quint32 id = cursor.number(2);
            m_context.formats.push_back(own.contains(id) ? own.value(id) : builtInNumberFormat(static_cast<int>(id)));
            break;
        }
        default: break;
        }
    }
}

void XlsWorkbook::readSheet(const BiffRecord &record)
{
    BiffCursor cursor(record);
    const size_t start = cursor.number(4);
    const quint32 state = cursor.number(1) & 3;
    const quint32 type = cursor.number(1);
    const quint32 length = cursor.number(1);
    const std::string name =
        m_context.isUnicode ? cursor.unicode(length) : toUtf8(cursor.bytes(length), m_context.encoding);
    if (type != 0) // a chart, macros
        return;
    m_sheets.append({QString::fromUtf8(name), state == 1   ? SheetInfo::State::Hidden
                                              : state == 2 ? SheetInfo::State::VeryHidden
                                                           : SheetInfo::State::Visible});
    m_starts.push_back(start);
}

void XlsWorkbook::readStrings(const BiffRecord &record)
{
    BiffCursor cursor(record, 8); // how often they are used, and how many there are
    while (!cursor.isAtEnd()) {
        const quint32 length = cursor.number(2);
        std::string text = cursor.unicode(length);
        if (cursor.isCut())
            return;
        m_context.strings.push_back(std::move(text));
    }
}

Result<std::unique_ptr<SheetReader>> XlsWorkbook::read(qsizetype sheet)
{
    return Result<std::unique_ptr<SheetReader>>(
        std::make_unique<XlsSheetReader>(m_context, m_starts[static_cast<size_t>(sheet)], m_path));
}

} // namespace Elenco
