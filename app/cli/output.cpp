// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"

#include <QJsonDocument>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#define isatty _isatty
#define fileno _fileno
#else
#include <unistd.h>
#endif

namespace Elenco {

void printLine(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
}

void printJson(const QJsonObject &object)
{
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
}

int refuse(const Error &error)
{
    return refuse(error.text());
}

int refuse(const QString &words)
{
    endProgress();
    std::fflush(stdout);
    std::fprintf(stderr, "%s\n", qUtf8Printable(words.simplified()));
    return Refused;
}

int wrongUsage(const QString &what, const char *usage)
{
    std::fprintf(stderr, "%s. Usage: elenco-cli %s\n", qUtf8Printable(what), usage);
    return WrongUsage;
}

void showProgress(const QString &what, Progress progress)
{
    if (isatty(fileno(stderr)) && progress.total > 0)
        std::fprintf(stderr, "\r%s %3d %%", qUtf8Printable(what),
                     static_cast<int>(100 * progress.done / progress.total));
}

void endProgress()
{
    if (isatty(fileno(stderr)))
        std::fprintf(stderr, "\r\033[K");
}

} // namespace Elenco
