// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/label.h"

#include "ui/theme/theme.h"

#include <QEvent>

namespace Elenco {

QColor inkColour(Ink ink, const Tokens &t)
{
    switch (ink) {
    case Ink::Text: return t.text;
    case Ink::Muted: return t.muted;
    case Ink::Faint: return t.faint;
    case Ink::Accent: return t.accentText;
    case Ink::Ok: return t.ok;
    case Ink::Warn: return t.warn;
    case Ink::Bad: return t.bad;
    case Ink::Violet: return t.violet;
    }
    return t.text;
}

QFont textFont(TextSize size)
{
    switch (size) {
    case TextSize::Title: return uiFont(17, 700);
    case TextSize::Heading: return uiFont(14, 700);
    case TextSize::Body: return uiFont();
    case TextSize::Strong: return uiFont(0, 600);
    case TextSize::Small: return uiFont(12);
    case TextSize::Section: {
        QFont font = uiFont(11, 600);
        font.setLetterSpacing(QFont::PercentageSpacing, 104);
        return font;
    }
    case TextSize::Number: return uiFont(22, 700);
    }
    return uiFont();
}

Label::Label(const QString &text, TextSize size, Ink ink, QWidget *parent) : QLabel(text, parent), m_ink(ink)
{
    setFont(textFont(size));
    // Contact data is shown in labels: what a file says must not become markup.
    setTextFormat(Qt::PlainText);
    // Not inherited: on a widget with another background role the text would be drawn in another role.
    setForegroundRole(QPalette::WindowText);
    tint();
}

void Label::setInk(Ink ink)
{
    m_ink = ink;
    tint();
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void Label::tint()
{
    const QColor colour = inkColour(m_ink, tokens(palette()));
    if (palette().color(QPalette::WindowText) == colour)
        return;
    QPalette own;
    own.setColor(QPalette::WindowText, colour);
    setPalette(own); // only this role is set: the rest still comes from the application
}

} // namespace Elenco
