// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/edgebar.h"

#include "ui/theme/tokens.h"

#include <QPainter>

namespace Elenco {

void EdgeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(palette());
    painter.fillRect(rect(), m_edge == Qt::RightEdge ? t.bg : t.panel);
    painter.setPen(t.line);
    if (m_edge == Qt::RightEdge)
        painter.drawLine(width() - 1, 0, width() - 1, height());
    else
        painter.drawLine(0, m_edge == Qt::TopEdge ? 0 : height() - 1, width(),
                         m_edge == Qt::TopEdge ? 0 : height() - 1);
}

} // namespace Elenco
