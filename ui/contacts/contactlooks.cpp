// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/contactlooks.h"

#include "core/reach.h"
#include "models/contacts/contacttablemodel.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace Elenco {

namespace {

QList<Badge> syncBadges(SyncMark mark)
{
    switch (mark) {
    case SyncMark::None: return {};
    case SyncMark::Waiting: return {{QCoreApplication::translate("ContactLooks", "waiting"), Tone::Warn}};
    case SyncMark::Refused: return {{QCoreApplication::translate("ContactLooks", "refused"), Tone::Bad}};
    case SyncMark::Conflict: return {{QCoreApplication::translate("ContactLooks", "conflict"), Tone::Bad}};
    }
    Q_UNREACHABLE();
}

} // namespace

CellLook contactCellLook(const QModelIndex &index)
{
    CellLook look;
    const auto *model = qobject_cast<const ContactTableModel *>(index.model());
    if (!model || !index.data(ContactTableModel::IsLoadedRole).toBool())
        return look;
    const ContactColumn &column = model->columns()[index.column()];
    if (column.valueKind == ValueKind::Number)
        look.align = Qt::AlignRight;
    look.isWholeOrNothing = column.valueKind == ValueKind::Number || column.valueKind == ValueKind::Date ||
                            (column.kind == ContactColumn::Kind::Standard && column.field == Field::Phone);
    if (column.kind == ContactColumn::Kind::Name) {
        look.badges = syncBadges(static_cast<SyncMark>(index.data(ContactTableModel::SyncMarkRole).toInt()));
    } else if (column.kind == ContactColumn::Kind::Tags) {
        look.isTextShown = false;
        look.badgeHeight = 20;
        const QStringList tags = index.data(ContactTableModel::TagsRole).toStringList();
        for (const QString &tag : tags)
            look.badges.append({tag, Tone::Violet});
    } else if (column.kind == ContactColumn::Kind::Standard && column.field == Field::Email) {
        look.ink = Ink::Muted;
    } else if (column.kind == ContactColumn::Kind::Standard && column.field == Field::Phone) {
        const QString text = index.data().toString();
        const auto kind = static_cast<LineKind>(index.data(ContactTableModel::LineKindRole).toInt());
        if (!index.data(ContactTableModel::ValidRole).toBool()) {
            look.badges = {{text.isEmpty() ? QCoreApplication::translate("ContactLooks", "no number")
                                           : QCoreApplication::translate("ContactLooks", "invalid"),
                            Tone::Bad}};
            look.ink = Ink::Muted;
        } else if (index.data(ContactTableModel::NumberRefusedRole).toBool()) {
            look.badges = {{QCoreApplication::translate("ContactLooks", "gateway: invalid"), Tone::Warn}};
        } else if (!takesSms(kind)) {
            look.badges = {{kind == LineKind::Unknown ? QCoreApplication::translate("ContactLooks", "no SMS")
                                                       : QLocale().toLower(lineKindText(kind)),
                             Tone::Warn}};
        }
    }
    return look;
}

} // namespace Elenco
