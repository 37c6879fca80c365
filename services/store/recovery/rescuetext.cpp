// SPDX-License-Identifier: Apache-2.0
#include "store/recovery/rescue.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace Elenco {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Rescue", text);
}

QString digits(qint64 number)
{
    return QLocale().toString(number);
}

QString lossText(const SalvageLosses &losses)
{
    if (losses.isAll)
        return words(QT_TRANSLATE_NOOP("Rescue", "Nothing of the damaged file could be read."));
    QString text;
    if (losses.contactsAtMost > 0)
        text = words(QT_TRANSLATE_NOOP("Rescue", "Contacts that are lost: %1 for certain, at most %2."))
                   .arg(digits(losses.contacts), digits(losses.contacts + losses.contactsAtMost));
    else if (losses.contacts > 0)
        text = words(QT_TRANSLATE_NOOP("Rescue", "Contacts that are lost: %1.")).arg(digits(losses.contacts));
    if (losses.others > 0)
        text += (text.isEmpty() ? QLatin1String() : QLatin1String(" ")) +
                words(QT_TRANSLATE_NOOP("Rescue", "Other rows, such as the history, that could not be read: at most "
                                                  "%1."))
                    .arg(digits(losses.others));
    return text;
}

QString lineNumbers(const std::vector<qint64> &lines)
{
    constexpr size_t most = 20;
    QStringList numbers;
    for (size_t i = 0; i < lines.size() && i < most; ++i)
        numbers += QString::number(lines[i]);
    return numbers.join(QLatin1String(", ")) + (lines.size() > most ? QLatin1String(", …") : QLatin1String());
}

} // namespace

// Numbers stand behind a colon, so that one sentence serves any of them in any language.
QString rescueText(const RescueReport &report)
{
    QStringList sentences{words(QT_TRANSLATE_NOOP("Rescue", "The damaged address book was built anew.")),
                          words(QT_TRANSLATE_NOOP("Rescue", "Contacts: %1, lists: %2."))
                              .arg(digits(report.contacts), digits(report.lists))};
    if (report.hasAccount)
        sentences += words(QT_TRANSLATE_NOOP("Rescue", "Changes that wait to be sent: %1.")).arg(digits(report.unsent));
    if (report.fromLog > 0)
        sentences += words(QT_TRANSLATE_NOOP("Rescue", "Changes that only the log beside the file still had: %1."))
                         .arg(digits(report.fromLog));
    sentences += lossText(report.losses);
    if (!report.wrongLogLines.empty())
        sentences +=
            words(QT_TRANSLATE_NOOP("Rescue", "Lines of the log that are damaged too, and were left out: %1 (%2)."))
                .arg(digits(static_cast<qint64>(report.wrongLogLines.size())), lineNumbers(report.wrongLogLines));
    for (const MissingImport &import : report.missingImports)
        sentences +=
            words(QT_TRANSLATE_NOOP("Rescue", "Contacts of the import of “%1” that are missing: %2. Import the "
                                              "file again."))
                .arg(import.name, digits(import.missing));
    if (report.hasAccount)
        sentences += words(QT_TRANSLATE_NOOP("Rescue", "The next sync reads everything and brings the rest."));
    sentences += words(QT_TRANSLATE_NOOP("Rescue", "The damaged file is kept in “%1”."))
                     .arg(QDir::toNativeSeparators(report.folder));
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

} // namespace Elenco
