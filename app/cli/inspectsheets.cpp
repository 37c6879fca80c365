// SPDX-License-Identifier: Apache-2.0
#include "app/cli/inspectsheets.h"

#include "app/cli/output.h"
#include "app/cli/outputlines.h"
#include "formats/jsontext.h"
#include "formats/sheets/numberformat.h"
#include "formats/sheets/sheettable.h"

#include <algorithm>

namespace Elenco {

namespace {

const char *stateWord(SheetInfo::State state)
{
    switch (state) {
    case SheetInfo::State::Visible: return "visible";
    case SheetInfo::State::Hidden: return "hidden";
    case SheetInfo::State::VeryHidden: return "veryHidden";
    }
    Q_UNREACHABLE();
}

void appendRow(std::string &out, const SheetRow &row)
{
    out += "{\"row\":" + std::to_string(row.number) + ",\"cells\":[";
    int column = 0;
    for (const SheetCell &cell : row.cells) {
        for (; column < cell.column; ++column)
            out += column > 0 ? ",\"\"" : "\"\"";
        out += column > 0 ? "," : "";
        // A file that keeps a duration as a number says nothing about its form.
        const bool isNumber = cell.kind == SheetCell::Kind::Elapsed && cell.text.find(':') == cell.text.npos;
        appendJson(out, isNumber ? daysAndTimeText(cell.number) : cell.text);
        ++column;
    }
    out += "]}";
}

/// False once standard output is closed, or somebody stops it.
Result<bool> inspectSheet(Workbook &workbook, qsizetype sheet, const CommandContext &context)
{
    OutputLines output;
    SheetRow row;
    qint64 rows = 0;
    int columns = 0;
    // Twice: the first line says how many rows follow.
    for (const bool printing : {false, true}) {
        Result<std::unique_ptr<SheetReader>> reader = workbook.read(sheet);
        if (!reader)
            return reader.error();
        if (printing) {
            const SheetInfo &info = workbook.sheets().at(sheet);
            output.line += "{\"kind\":\"sheet\",\"name\":";
            appendJson(output.line, info.name.toStdString());
            output.line += std::string(",\"state\":\"") + stateWord(info.state) +
                           "\",\"rows\":" + std::to_string(rows) + ",\"columns\":" + std::to_string(columns) + "}";
            output.endLine();
        }
        for (;;) {
            const Result<bool> next = (*reader)->next(row);
            if (!next)
                return next.error();
            if (context.control.isCancelled())
                return false;
            if (!*next)
                break;
            rows = std::max(rows, row.number);
            columns = std::max(columns, row.cells.back().column + 1);
            if (!printing)
                continue;
            appendRow(output.line, row);
            if (!output.endLine())
                return false;
        }
    }
    return output.flush();
}

} // namespace

int inspectSheets(const QString &path, const std::optional<QString> &wanted, const CommandContext &context)
{
    const Result<std::unique_ptr<Workbook>> workbook = Workbook::open(path);
    if (!workbook)
        return refuse(workbook.error());
    qsizetype begin = 0, end = (*workbook)->sheets().size();
    if (wanted) {
        const Result<qsizetype> sheet = findSheet(path, *wanted, (*workbook)->sheets());
        if (!sheet)
            return refuse(sheet.error());
        begin = *sheet;
        end = begin + 1;
    }
    std::optional<Error> failure;
    for (qsizetype sheet = begin; sheet < end; ++sheet) {
        const Result<bool> goesOn = inspectSheet(**workbook, sheet, context);
        if (goesOn && !*goesOn)
            return Refused;
        if (!goesOn && !failure) // the others may be sound
            failure = Error{goesOn.error().kind, (*workbook)->sheets().at(sheet).name, goesOn.error().detail};
    }
    return failure ? refuse(*failure) : Done;
}

} // namespace Elenco
