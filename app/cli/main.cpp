// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "app/cli/phonecommand.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Elenco;

namespace {

constexpr Command commands[] = {
    {"phone", "phone [--region IT] < numbers", phoneCommand},
    {nullptr, nullptr, nullptr},
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStringList arguments = app.arguments().mid(1);
    CommandContext context;
    while (!arguments.isEmpty() && arguments.first().startsWith(QLatin1String("--"))) {
        const QString option = arguments.takeFirst();
        if (option == QLatin1String("--json"))
            context.json = true;
        else if (option == QLatin1String("--workspace") && !arguments.isEmpty())
            context.workspace = arguments.takeFirst();
    }
    const QString name = arguments.isEmpty() ? QString() : arguments.takeFirst();
    for (const Command &command : commands) {
        if (command.name && name == QLatin1String(command.name))
            return command.run(arguments, context);
    }
    std::fprintf(stderr, "usage: elenco-cli [--workspace FILE] [--json] COMMAND …\n");
    return WrongUsage;
}
