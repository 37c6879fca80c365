// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/gatewaycommand.h"
#include "app/cli/inspectcommand.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/phonecommand.h"
#include "app/cli/synccommand.h"
#include "app/coredumps.h"
#include "app/paths.h"

#include <QCoreApplication>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

constexpr Command commands[] = {
    {"import", importUsage, importCommand},      {"contacts", contactsUsage, contactsCommand},
    {"lists", listsUsage, listsCommand},         {"export", exportUsage, exportCommand},
    {"history", historyUsage, historyCommand},   {"undo", undoUsage, undoCommand},
    {"check", checkUsage, checkCommand},         {"rescue", rescueUsage, rescueCommand},
    {"gateway", gatewayUsage, gatewayCommand},   {"sync", syncUsage, syncCommand},
    {"outbox", outboxUsage, outboxCommand},      {"conflicts", conflictsUsage, conflictsCommand},
    {"resolve", resolveUsage, resolveCommand},   {"log", logUsage, logCommand},
    {"inspect", "inspect FILE", inspectCommand}, {"phone", "phone [--region IT] < numbers", phoneCommand},
    {"layouts", layoutsUsage, layoutsCommand},
};

constexpr char synopsis[] = "[--workspace FILE] [--json] COMMAND ...";

int usage()
{
    printLine(u"elenco-cli %1\nusage: elenco-cli %2\n"_s.arg(QLatin1String(ELENCO_VERSION), QLatin1String(synopsis)));
    for (const Command &command : commands)
        printLine("  "_L1 + QString::fromUtf8(command.usage));
    return Done;
}

} // namespace

int main(int argc, char **argv)
{
    forbidCoreDumps();
    const Interrupt interrupt;
    QCoreApplication app(argc, argv);
    nameApplication();
    CommandContext context{defaultWorkspacePath(), false, JobControl(interrupt.token())};
    QStringList arguments = app.arguments().mid(1);
    while (!arguments.isEmpty() && arguments.first().startsWith("--"_L1)) {
        const QString option = arguments.takeFirst();
        if (option == "--json"_L1)
            context.json = true;
        else if (option == "--workspace"_L1 && !arguments.isEmpty())
            context.workspace = arguments.takeFirst();
        else if (option.startsWith("--workspace="_L1))
            context.workspace = option.mid(12);
        else if (option == "--help"_L1)
            return usage();
        else if (option == "--version"_L1)
            return printLine(QLatin1String(ELENCO_VERSION)), Done;
        else
            return wrongUsage(u"unknown option %1"_s.arg(option), synopsis);
    }
    // "--json" after the command's name is meant the same.
    context.json = arguments.removeAll("--json"_L1) > 0 || context.json;
    const QString name = arguments.isEmpty() ? QString() : arguments.takeFirst();
    for (const Command &command : commands) {
        if (name == QLatin1String(command.name))
            return command.run(arguments, context);
    }
    return wrongUsage(name.isEmpty() ? u"no command given"_s : u"unknown command %1"_s.arg(name), synopsis);
}
