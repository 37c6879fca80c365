// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/commandline.h"
#include "tests/gateway/practicegateway.h"
#include "tests/gateway/shutdown.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Elenco::Practice;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const CommandLine line = CommandLine::parse(QCoreApplication::arguments());
    if (!line.answer.isEmpty()) {
        std::fputs(line.answer.toLocal8Bit().constData(), stdout);
        return 0;
    }
    QString why = line.error;
    if (why.isEmpty())
        quitOnSignals();
    const std::unique_ptr<Gateway> gateway = why.isEmpty() ? Gateway::start(line.options, &why) : nullptr;
    if (!gateway) {
        std::fprintf(stderr, "elenco-practice-gateway: %s\n", why.toLocal8Bit().constData());
        return 2;
    }
    std::printf("%s\n", gateway->root().toEncoded().constData());
    // A key that was chosen is known to who chose it, and stays out of logs; the fixed word is for everybody.
    const bool isFixedKey = line.options.key == Options().key;
    std::printf("key: %s\n", isFixedKey ? line.options.key.constData() : "(as given)");
    std::fflush(stdout);
    if (line.endsWithInput)
        quitWhenInputCloses();
    return QCoreApplication::exec();
}
