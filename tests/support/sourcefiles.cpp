// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sourcefiles.h"

#include <QDirIterator>
#include <QFile>

namespace Elenco {

using namespace Qt::StringLiterals;

SourceSearch findInSources(const QRegularExpression &pattern, const QStringList &folders, const QStringList &names)
{
    const QDir root(QStringLiteral(ELENCO_SOURCE_DIR));
    SourceSearch search;
    for (const QString &folder : folders) {
        QDirIterator entries(root.filePath(folder), names, QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            QFile file(entries.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("can't read %s", qPrintable(file.fileName()));
            ++search.files;
            const QString text = QString::fromUtf8(file.readAll());
            for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
                const qsizetype line = QStringView(text).left(matches.next().capturedStart()).count(u'\n') + 1;
                search.places.append(u"%1:%2"_s.arg(root.relativeFilePath(file.fileName())).arg(line));
            }
        }
    }
    return search;
}

} // namespace Elenco
