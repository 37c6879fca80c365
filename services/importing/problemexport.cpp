// SPDX-License-Identifier: Apache-2.0
#include "importing/rehearsal.h"

#include "core/packing.h"
#include "formats/csvwriter.h"
#include "formats/formulaguard.h"
#include "formats/safefile.h"
#include "store/database/workspace.h"

#include <QCoreApplication>

namespace Elenco {

Result<void> exportProblems(Workspace &workspace, ImportId id, const QString &path)
{
    const Result<ImportRun> run = importRun(workspace, id);
    if (!run)
        return run.error();
    const Result<QList<ImportProblem>> problems = importProblems(workspace, id);
    if (!problems)
        return problems.error();
    const ImportSettings settings = ImportSettings::unpack(run->settings);
    SafeFile file(path);
    if (Result<void> opened = file.open(); !opened)
        return opened;
    if (settings.origin.hasMark)
        file.buffer() += "\xEF\xBB\xBF";
    CsvWriter writer(file.buffer(), settings.origin.separator);
    std::vector<std::string> header;
    for (const Column &column : settings.columns)
        header.push_back(withGuard(column.name.toStdString())); // as it stood in the file
    if (!settings.files.isEmpty())
        header.push_back(QCoreApplication::translate("Ledger", "file").toStdString());
    header.push_back((settings.options.sheet ? QCoreApplication::translate("Ledger", "row")
                                             : QCoreApplication::translate("Ledger", "line"))
                         .toStdString());
    header.push_back(QCoreApplication::translate("Ledger", "reason").toStdString());
    writer.write(std::vector<std::string_view>(header.begin(), header.end()));
    for (const ImportProblem &problem : *problems) {
        std::vector<std::string_view> cells = unpacked(problem.raw);
        // A card that could not be read has no cells; its name, as far as it was found, stands in the first one.
        const std::string name = problem.name.toStdString();
        if (cells.empty())
            cells.push_back(name);
        cells.resize(static_cast<size_t>(settings.columns.size()));
        const std::string line = std::to_string(problem.line), reason = problem.reason.toStdString();
        const std::string within = settings.fileOfRow(problem.row).toStdString();
        if (!settings.files.isEmpty())
            cells.push_back(within);
        cells.push_back(line);
        cells.push_back(reason);
        writer.write(cells);
        if (Result<void> flushed = file.flush(); !flushed)
            return flushed;
    }
    return file.commit();
}

} // namespace Elenco
