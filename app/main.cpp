// SPDX-License-Identifier: Apache-2.0
#include "app/coredumps.h"
#include "app/launch.h"
#include "app/paths.h"

#include <QApplication>

using namespace Elenco;

namespace {

// Usage and version can be asked for where there is no display.
void answerInWords(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView argument(argv[i]);
        if (argument != "--help" && argument != "-h" && argument != "--version" && argument != "-v")
            continue;
        const QCoreApplication app(argc, argv);
        nameApplication();
        parseOptions(QCoreApplication::arguments()); // does not come back
    }
}

} // namespace

int main(int argc, char **argv)
{
    forbidCoreDumps();
    answerInWords(argc, argv);
    QApplication app(argc, argv);
    nameApplication();
    const Options options = parseOptions(QApplication::arguments());
    installLanguage(app, options.language);
    Launch launch(app, options);
    if (launch.handOver())
        return 0;
    launch.open();
    return QApplication::exec();
}
