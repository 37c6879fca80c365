// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QString>

class QPainter;

namespace Elenco {

/// A rectangle with round corners, its border inside `rect` and on whole pixels. Invalid colours are left out.
void paintBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border = {},
              qreal width = 1);
/// A wave along the lower edge of `rect`, as under a misspelt word.
void paintWave(QPainter &painter, const QRect &rect, const QColor &colour);
/// What shows keyboard focus, just inside `rect`.
void paintFocusRing(QPainter &painter, const QRectF &rect, qreal radius, const Tokens &tokens);

enum class CheckState { Off, Partly, On };
/// A check box of 16 pixels in the middle of `rect`.
void paintCheckBox(QPainter &painter, const QRectF &rect, CheckState state, bool enabled, bool hovered,
                   const Tokens &tokens);

/// The fonts of chips (24 pixels high) and badges (18 and 20 pixels high).
QFont chipFont(int height);
/// How wide a chip of that height gets for its text, without a close button.
int chipWidth(const QString &text, int height);
/// A pill with text in the middle, elided where it does not fit.
void paintChip(QPainter &painter, const QRectF &rect, const QString &text, const TonePair &tone);

} // namespace Elenco
