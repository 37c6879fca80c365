// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QRectF>

class QPainter;

namespace Elenco {

enum class Icon {
    None,
#define ELENCO_ICON(name, code) name,
#include "ui/theme/iconlist.h"
#undef ELENCO_ICON
    Count_
};

/// What an icon is painted in; the colour itself comes from the palette of the moment.
enum class IconTint { Text, Muted, Faint, OnAccent, Accent, Ok, Warn, Bad, Violet };

/// An icon of the carried font: sharp at any scale, follows the theme, greys out when disabled.
QIcon icon(Icon name, IconTint tint = IconTint::Muted);
/// The same for code that paints: fills the square in the middle of `rect`.
void paintIcon(QPainter &painter, Icon name, const QRectF &rect, const QColor &colour);

} // namespace Elenco
