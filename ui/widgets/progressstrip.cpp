// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/progressstrip.h"

#include "ui/theme/paint.h"

#include <QPainter>

namespace Elenco {

ProgressStrip::ProgressStrip(QWidget *parent) : QProgressBar(parent)
{
    setTextVisible(false);
    setRange(0, 1000);
    setFixedHeight(6);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Progress"));
}

void ProgressStrip::setProgress(Progress progress)
{
    if (progress.total <= 0) {
        setRange(0, 0);
        return;
    }
    setRange(0, 1000);
    setValue(int(std::clamp(progress.done * 1000 / progress.total, qint64(0), qint64(1000))));
}

void ProgressStrip::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void ProgressStrip::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(palette());
    QPainter painter(this);
    const qreal radius = height() / 2.0;
    paintBox(painter, rect(), radius, t.sunken);
    const QColor colour = m_tone == Tone::Accent ? t.accent : t.tone(m_tone).text;
    if (maximum() <= minimum()) {
        // Nothing known: a part of the bar, pale, that promises nothing.
        QColor pale = colour;
        pale.setAlphaF(0.45F);
        paintBox(painter, QRectF(width() * 0.3, 0, width() * 0.4, height()), radius, pale);
        return;
    }
    if (value() <= minimum())
        return;
    const qreal share = qreal(value() - minimum()) / (maximum() - minimum());
    paintBox(painter, QRectF(0, 0, std::max<qreal>(height(), width() * share), height()), radius, colour);
}

} // namespace Elenco
