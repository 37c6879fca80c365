// SPDX-License-Identifier: Apache-2.0
#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

/// The one place for the words of this file: context "Words".
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString contactCount(qint64 count)
{
    return count == 1 ? Words::tr("1 contact") : Words::tr("%1 contacts").arg(numberText(count));
}

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

QString lineKindText(LineKind kind)
{
    switch (kind) {
    case LineKind::Unknown: return Words::tr("Number");
    case LineKind::Mobile:
    case LineKind::FixedLineOrMobile: return Words::tr("Mobile");
    case LineKind::FixedLine: return Words::tr("Landline");
    case LineKind::TollFree: return Words::tr("Toll-free");
    case LineKind::PremiumRate: return Words::tr("Premium rate");
    case LineKind::SharedCost: return Words::tr("Shared cost");
    case LineKind::Voip: return Words::tr("Internet phone");
    case LineKind::PersonalNumber: return Words::tr("Personal number");
    case LineKind::Pager: return Words::tr("Pager");
    case LineKind::Uan: return Words::tr("Company number");
    case LineKind::Voicemail: return Words::tr("Voicemail");
    }
    Q_UNREACHABLE();
}

QString changeText(const ChangeSet &change)
{
    switch (change.kind) {
    case ChangeKind::Import: return Words::tr("Import of %1").arg(change.subject);
    case ChangeKind::Undo: return Words::tr("Undo of: %1").arg(change.subject);
    case ChangeKind::TagsChanged:
        return change.subject.isEmpty() ? Words::tr("Tags changed") : Words::tr("Tag %1 changed").arg(change.subject);
    case ChangeKind::ListsChanged: return Words::tr("Members of %1 changed").arg(change.subject);
    case ChangeKind::ListCreated: return Words::tr("New list %1").arg(change.subject);
    case ChangeKind::ListRenamed: return Words::tr("List %1 renamed").arg(change.subject);
    case ChangeKind::ListDeleted: return Words::tr("List %1 deleted").arg(change.subject);
    case ChangeKind::Edit:
        return change.subject.isEmpty() ? Words::tr("Contacts edited") : Words::tr("%1 edited").arg(change.subject);
    case ChangeKind::Deleted:
        return change.contacts == 1 && !change.subject.isEmpty()
                   ? Words::tr("%1 deleted").arg(change.subject)
                   : Words::tr("%1 deleted").arg(contactCount(change.contacts));
    case ChangeKind::Sync: return Words::tr("Received from the gateway");
    case ChangeKind::ConflictResolved:
        return Words::tr("Choice made for %1")
            .arg(change.subject.isEmpty() ? contactCount(change.contacts) : change.subject);
    case ChangeKind::ContactCreated: return Words::tr("New contact %1").arg(change.subject);
    case ChangeKind::Discarded: return Words::tr("Not sent: %1").arg(change.subject);
    }
    Q_UNREACHABLE();
}

QString whenText(const QDateTime &when)
{
    const QDateTime local = when.toLocalTime();
    if (local.date() == QDate::currentDate())
        return Words::tr("today %1").arg(QLocale().toString(local.time(), QLocale::ShortFormat));
    return QLocale().toString(local.date(), u"d MMM yyyy"_s);
}

QStringList contactFileFilters()
{
    return {Words::tr("Contacts (*.vcf *.vcard *.csv *.tsv *.txt *.xlsx *.xlsm *.ods *.xls *.zip *.eml)"),
            Words::tr("All files (*)")};
}

QString fileNameText(const QString &text)
{
    static const QRegularExpression forbidden(uR"([\\/:*?"<>|\x00-\x1f])"_s);
    return QString(text).replace(forbidden, u"-"_s).simplified();
}

} // namespace Elenco
