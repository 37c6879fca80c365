// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/wordlabel.h"

#include <QFontMetrics>

#include <algorithm>

namespace Elenco {

namespace {
constexpr int leastWidth = 20;
} // namespace

WordLabel::WordLabel(TextSize size, Ink ink, QWidget *parent) : Label({}, size, ink, parent)
{
    setWordWrap(true);
}

void WordLabel::setValue(const QString &value)
{
    m_value = value;
    fit();
}

QSize WordLabel::minimumSizeHint() const
{
    return {leastWidth, fontMetrics().height()};
}

void WordLabel::resizeEvent(QResizeEvent *event)
{
    Label::resizeEvent(event);
    fit();
}

void WordLabel::fit()
{
    QStringList words = m_value.split(u' ');
    const QFontMetrics metrics(font());
    for (QString &word : words)
        word = metrics.elidedText(word, Qt::ElideRight, std::max(leastWidth, width()));
    const QString shown = words.join(u' ');
    setToolTip(shown == m_value ? QString() : m_value);
    if (shown != text())
        setText(shown);
}

} // namespace Elenco
