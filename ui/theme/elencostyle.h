// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

class QAbstractButton;

namespace Elenco {

/// How loud a button is.
enum class ButtonKind { Plain, Primary, Ghost, Danger };

/// Kept as a dynamic property of the button, so that any QPushButton or QToolButton can have it.
void setButtonKind(QAbstractButton *button, ButtonKind kind);
ButtonKind buttonKind(const QWidget *button);

/// The design, drawn over Fusion: round corners, one accent, quiet headers, boxes that can be seen in the dark.
/// What each control looks like is in stylecontrols.h and styleviews.h.
class ElencoStyle : public QProxyStyle
{
    Q_OBJECT

public:
    ElencoStyle();

    void polish(QApplication *app) override;
    void unpolish(QApplication *app) override;
    void polish(QWidget *widget) override;
    void polish(QPalette &palette) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;

    /// Watches the Alt key: the letters that go with it are underlined only while it is held.
    bool eventFilter(QObject *watched, QEvent *event) override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QIcon standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const override;

private:
    bool m_altHeld = false;
};

} // namespace Elenco
