// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QAbstractButton>

namespace Elenco {

/// A pill that says something and may be taken away: filters, tags, lists.
/// Space or Enter presses it; Delete or Backspace takes it away where that is allowed.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, Tone tone = Tone::Plain, QWidget *parent = nullptr);

    Tone tone() const { return m_tone; }
    void setTone(Tone tone);
    bool isRemovable() const { return m_removable; }
    void setRemovable(bool removable);
    /// Shown before the text.
    void setLeadingIcon(Icon icon);
    /// A chip that only says something takes no focus and reacts to nothing.
    void setPassive(bool passive);
    /// 24 unless told.
    void setChipHeight(int height);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user wants it gone; the chip stays until its owner removes it.
    void removeRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRect crossRect() const;
    void describe();

    Tone m_tone;
    Icon m_icon = Icon::None;
    int m_height = Metric::chip;
    bool m_removable = false;
    bool m_crossHovered = false;
    bool m_crossPressed = false;
};

} // namespace Elenco
