// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/badgedelegate.h"

namespace Elenco {

/// The name column: avatar, name, badges.
class ContactDelegate : public BadgeDelegate
{
    Q_OBJECT

public:
    using BadgeDelegate::BadgeDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Elenco
