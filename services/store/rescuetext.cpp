// SPDX-License-Identifier: Apache-2.0
#include "store/rescue.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace Elenco {

namespace {

QString words(const char *text, qint64 number)
{
    return QCoreApplication::translate("Rescue", text, nullptr, static_cast<int>(number))
        .replace(QLatin1String("%L1"), QLocale().toString(number));
}

QString words(const char *text)
{
    return QCoreApplication::translate("Rescue", text);
}

} // namespace

QString rescueText(const RescueReport &report)
{
    QStringList sentences;
    sentences += words(QT_TRANSLATE_NOOP("Rescue", "The address book was damaged and was built anew."));
    sentences += words(QT_TRANSLATE_N_NOOP("Rescue", "It has %L1 contact(s)"), report.contacts) + QLatin1Char(' ') +
                 words(QT_TRANSLATE_N_NOOP("Rescue", "and %L1 list(s)."), report.lists);
    if (report.hasAccount)
        sentences += words(QT_TRANSLATE_N_NOOP("Rescue", "%L1 change(s) wait to be sent."), report.unsent);
    if (report.fromLog > 0)
        sentences += words(
            QT_TRANSLATE_N_NOOP("Rescue", "%L1 change(s) that the damaged file had lost came from the log beside it."),
            report.fromLog);
    if (report.losses.isAll)
        sentences += words(QT_TRANSLATE_NOOP("Rescue", "Nothing of the damaged file could be read."));
    else if (report.losses.contacts > 0)
        sentences += words(QT_TRANSLATE_N_NOOP("Rescue", "Up to %L1 contact(s) of the damaged file could not be read."),
                           report.losses.contacts);
    if (!report.losses.isAll && report.losses.others > 0)
        sentences +=
            words(QT_TRANSLATE_N_NOOP("Rescue", "%L1 other part(s) of it, such as the history, could not be read."),
                  report.losses.others);
    if (!report.wrongLogLines.empty()) {
        QStringList lines;
        for (qint64 line : report.wrongLogLines)
            lines += QString::number(line);
        sentences += words(QT_TRANSLATE_NOOP("Rescue", "Lines of the log that are damaged too and were left out: %1."))
                         .arg(lines.mid(0, 20).join(QLatin1String(", ")));
    }
    for (const MissingImport &import : report.missingImports)
        sentences += words(QT_TRANSLATE_N_NOOP("Rescue", "%L1 contact(s) of the import of “%1” are missing: import the "
                                                         "file again."),
                           import.missing)
                         .replace(QLatin1String("%1"), import.name);
    if (report.hasAccount)
        sentences += words(QT_TRANSLATE_NOOP("Rescue", "The next sync reads everything and brings the rest."));
    sentences += words(QT_TRANSLATE_NOOP("Rescue", "The damaged file is kept in “%1”."))
                     .arg(QDir::toNativeSeparators(report.folder));
    return sentences.join(QLatin1Char(' '));
}

} // namespace Elenco
