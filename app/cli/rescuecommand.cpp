// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "store/recovery/rescue.h"

#include <QJsonArray>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const RescueReport &report)
{
    QJsonArray lines, imports;
    for (qint64 line : report.wrongLogLines)
        lines.append(line);
    for (const MissingImport &import : report.missingImports)
        imports.append(QJsonObject{{"name"_L1, import.name},
                                   {"path"_L1, import.path},
                                   {"rows"_L1, import.rows},
                                   {"missing"_L1, import.missing}});
    return {{"contacts"_L1, report.contacts},
            {"lists"_L1, report.lists},
            {"unsent"_L1, report.unsent},
            {"fromLog"_L1, report.fromLog},
            {"lostContacts"_L1, report.losses.contacts},
            {"unreadableContacts"_L1, report.losses.contacts + report.losses.contactsAtMost}, // at most
            {"unreadableOthers"_L1, report.losses.others},
            {"nothingReadable"_L1, report.losses.isAll},
            {"wrongLogLines"_L1, lines},
            {"missingImports"_L1, imports},
            {"folder"_L1, report.folder}};
}

} // namespace

int rescueCommand(const QStringList &rest, const CommandContext &context)
{
    Arguments arguments(rest);
    const QStringList operands = arguments.operands();
    if (!arguments.error().isEmpty() || operands.size() > 1)
        return wrongUsage(u"rescue takes the file of one address book"_s, rescueUsage);
    const Result<RescueReport> report = rescueWorkspace(
        operands.isEmpty() ? context.workspace : operands.first(),
        context.control.scaled([](Progress progress) { return showProgress(u"rescuing"_s, progress), progress; }));
    if (!report)
        return refuse(report.error());
    endProgress();
    if (context.json)
        printJson(toJson(*report));
    else
        printLine(rescueText(*report));
    return Done;
}

} // namespace Elenco
