// SPDX-License-Identifier: Apache-2.0
#include "exporting/workbookwriter.h"

#include "exporting/plainnumerals.h"
#include "formats/formulaguard.h"
#include "formats/sheets/zippackage.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 32'767; // of a cell: ECMA-376 says nothing, Excel does
constexpr qint64 piece = 1 << 20;
const QString composedName = u"workbook.xlsx"_s;
// Days before it are counted differently by Excel and by everybody else (29 February 1900).
const QDate firstSafeDay(1900, 3, 1);

double widthOf(const ExportColumn &column, const QString &header)
{
    const auto usual = [&]() -> double {
        if (column.key == "email"_L1)
            return 30;
        if (column.key == "phoneNumber"_L1 || column.kind == ExportColumn::Kind::Tags ||
            column.kind == ExportColumn::Kind::Lists)
            return 20;
        return column.valueKind == ValueKind::Text ? 18 : 12;
    }();
    return std::clamp(double(header.size() + 3), usual, 40.0);
}

// As the sheet has it: what looks like an escape of the format ("_x000D_", ECMA-376 Part 1, 22.4.2.4) and is text has
// its underscore escaped; what our import would take for a guard (formats/formulaguard.h) is guarded. Nothing else is:
// a cell that is a text is never run.
QString cellText(const QString &text)
{
    static const QRegularExpression escape(u"_(x[0-9A-Fa-f]{4}_)"_s);
    QString cell = text;
    if (const std::string bytes = text.toStdString(); text.startsWith(u'\'') && withoutGuard(bytes) != bytes)
        cell.prepend(u'\'');
    return cell.contains("_x"_L1) ? cell.replace(escape, u"_x005F_\\1"_s) : cell;
}

} // namespace

WorkbookWriter::WorkbookWriter(const QString &path, const ExportStyle &style) : m_file(path), m_style(style)
{
}

WorkbookWriter::~WorkbookWriter()
{
    const PlainNumerals numerals;
    if (m_workbook)
        workbook_close(m_workbook); // there is no other way to let go of it; its folder goes with this object
}

Result<void> WorkbookWriter::open()
{
    const PlainNumerals numerals;
    if (Result<void> opened = m_file.open(); !opened)
        return opened;
    if (!m_folder.isValid())
        return Error{ErrorKind::WriteFailed, m_folder.path(), m_folder.errorString()};
    m_composed = QFile::encodeName(m_folder.filePath(composedName)).toStdString();
    m_scratch = QFile::encodeName(m_folder.path()).toStdString();
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_scratch.data();
    m_workbook = workbook_new_opt(m_composed.c_str(), &options);
    if (!m_workbook)
        return failure();
    m_header = workbook_add_format(m_workbook);
    format_set_bold(m_header);
    m_day = workbook_add_format(m_workbook);
    format_set_num_format_index(m_day, 14); // the short date of who looks at it (ECMA-376 Part 1, 18.8.30)
    return beginSheet();
}

Result<void> WorkbookWriter::beginSheet()
{
    ++m_sheets;
    const QString name = QCoreApplication::translate("Export", "Contacts");
    m_sheet = workbook_add_worksheet(m_workbook,
                                     (m_sheets == 1 ? name : u"%1 %2"_s.arg(name).arg(m_sheets)).toUtf8().constData());
    if (!m_sheet)
        return failure();
    m_row = 0;
    lxw_col_t at = 0;
    for (const ExportColumn &column : m_style.columns) {
        const QString header = m_style.locale ? column.label : column.key;
        worksheet_set_column(m_sheet, at, at, widthOf(column, header), nullptr);
        worksheet_write_string(m_sheet, 0, at, cellText(header).left(longestText).toUtf8().constData(), m_header);
        ++at;
    }
    worksheet_freeze_panes(m_sheet, 1, 0);
    m_row = 1;
    return {};
}

Result<void> WorkbookWriter::write(const Contact &contact, const QStringList &lists)
{
    const PlainNumerals numerals;
    if (m_row == LXW_ROW_MAX) {
        if (Result<void> begun = beginSheet(); !begun)
            return begun;
    }
    int at = 0;
    for (const ExportColumn &column : m_style.columns) {
        const QString text = exportText(column, contact, lists);
        if (!text.isEmpty() && !writeCell(at, column.valueKind, text)) {
            return Error{ErrorKind::InvalidInput, contact.displayName(),
                         QCoreApplication::translate(
                             "Export",
                             "“%1” has more characters than a cell of a workbook holds (%2); a CSV table has no "
                             "such limit")
                             .arg(column.label)
                             .arg(longestText)};
        }
        ++at;
    }
    ++m_row;
    return m_row % 1024 == 0 ? checkWritten() : Result<void>();
}

// False: the text is too long.
bool WorkbookWriter::writeCell(int column, ValueKind kind, const QString &text)
{
    const auto at = static_cast<lxw_col_t>(column);
    if (kind == ValueKind::Number) {
        // What a number would print otherwise ("1.10", "0042") stays as it was written.
        if (const std::optional<double> number = canonicalNumber(text.toStdString())) {
            worksheet_write_number(m_sheet, m_row, at, *number, nullptr);
            return true;
        }
    }
    if (kind == ValueKind::Bool && (text == "true"_L1 || text == "false"_L1)) {
        worksheet_write_boolean(m_sheet, m_row, at, text == "true"_L1 ? 1 : 0, nullptr);
        return true;
    }
    if (kind == ValueKind::Date) {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        if (day.isValid() && day >= firstSafeDay && day.year() <= 9999) {
            lxw_datetime when = {day.year(), day.month(), day.day(), 0, 0, 0};
            worksheet_write_datetime(m_sheet, m_row, at, &when, m_day);
            return true;
        }
    }
    const QString cell = cellText(text);
    if (cell.size() > longestText)
        return false;
    return worksheet_write_string(m_sheet, m_row, at, cell.toUtf8().constData(), nullptr) == LXW_NO_ERROR;
}

// The library does not look at whether its rows could be written: a disk that is full would give a sheet that ends
// early.
Result<void> WorkbookWriter::checkWritten() const
{
    FILE *rows = m_sheet->optimize_tmpfile;
    if (rows && (std::fflush(rows) != 0 || std::ferror(rows) != 0))
        return failure();
    return {};
}

Error WorkbookWriter::failure() const
{
    return writeFailure(m_file.path(), m_folder.path(),
                        QCoreApplication::translate("Export", "it could not be composed in %1").arg(m_folder.path()));
}

Result<void> WorkbookWriter::finish()
{
    const PlainNumerals numerals;
    if (Result<void> written = checkWritten(); !written)
        return written;
    if (m_row > 1 && !m_style.columns.isEmpty())
        worksheet_autofilter(m_sheet, 0, 0, m_row - 1, static_cast<lxw_col_t>(m_style.columns.size() - 1));
    if (workbook_close(std::exchange(m_workbook, nullptr)) != LXW_NO_ERROR || !isWhole())
        return failure();
    QFile composed(m_folder.filePath(composedName));
    if (!composed.open(QIODevice::ReadOnly))
        return failure();
    for (QByteArray bytes = composed.read(piece); !bytes.isEmpty(); bytes = composed.read(piece)) {
        m_file.buffer().append(bytes.constData(), static_cast<size_t>(bytes.size()));
        if (Result<void> flushed = m_file.flush(); !flushed)
            return flushed;
    }
    return m_file.commit();
}

// Nor does it look at whether the parts that it packed are whole.
bool WorkbookWriter::isWhole() const
{
    const Result<ZipPackage> package = ZipPackage::open(m_folder.filePath(composedName));
    for (int sheet = 1; package && sheet <= m_sheets; ++sheet) {
        const Result<std::unique_ptr<ZipPart>> part = package->part(u"xl/worksheets/sheet%1.xml"_s.arg(sheet));
        if (!part)
            return false;
        QByteArray end;
        for (QByteArray bytes = (*part)->read(piece); !bytes.isEmpty(); bytes = (*part)->read(piece))
            end = (end + bytes).right(64);
        if ((*part)->failure() || !end.trimmed().endsWith("</worksheet>"))
            return false;
    }
    return bool(package);
}

} // namespace Elenco
