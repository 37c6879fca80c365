// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>
#include <QStringList>

namespace Elenco {

/// One case of a text file: what is asked in its first line, what is answered in the others. Cases are parted by an
/// empty line; lines that begin with "#" are for people.
struct GoldenCase {
    QString file; ///< its path
    QStringList lines;
};

/// The cases of every .txt file in a folder, by the names of the files.
inline QList<GoldenCase> goldenCases(const QString &folder)
{
    QList<GoldenCase> cases;
    const QDir dir(folder);
    const QStringList names = dir.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("can't read %s", qPrintable(file.fileName()));
        const QStringList blocks = QString::fromUtf8(file.readAll()).split(QStringLiteral("\n\n"), Qt::SkipEmptyParts);
        for (const QString &block : blocks) {
            QStringList lines = block.split(u'\n', Qt::SkipEmptyParts);
            lines.removeIf([](const QString &line) { return line.startsWith(u'#'); });
            if (!lines.isEmpty())
                cases.append({file.fileName(), lines});
        }
    }
    return cases;
}

/// With ELENCO_GOLDEN=write in the environment the answers of this run are written, for a person to read through.
inline bool writesGoldenFiles()
{
    return qgetenv("ELENCO_GOLDEN") == "write";
}

inline void writeGoldenCases(const QList<GoldenCase> &cases)
{
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const bool isFirst = i == 0 || cases[i].file != cases[i - 1].file;
        QFile file(cases[i].file);
        if (!file.open(isFirst ? QIODevice::WriteOnly : QIODevice::Append))
            qFatal("can't write %s", qPrintable(file.fileName()));
        file.write(((isFirst ? QString() : QStringLiteral("\n")) + cases[i].lines.join(u'\n') + u'\n').toUtf8());
    }
}

} // namespace Elenco
