// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/notice.h"

#include "ui/theme/paint.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace Elenco {

Notice::Notice(QWidget *parent) : QFrame(parent), m_text(new Label)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(38, 10, 12, 10);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_text);
}

void Notice::show(const QString &text, Tone tone, Icon icon)
{
    m_text->setText(text);
    m_tone = tone;
    m_icon = icon;
    setAccessibleName(text);
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
    setVisible(true);
    update();
}

QString Notice::text() const
{
    return m_text->text();
}

void Notice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const TonePair pair = tokens(palette()).tone(m_tone);
    paintBox(painter, rect(), Metric::radius, pair.soft);
    paintIcon(painter, m_icon, QRectF(12, 10, 18, 18), pair.text);
}

} // namespace Elenco
