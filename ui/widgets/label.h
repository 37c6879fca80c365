// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QLabel>

namespace Elenco {

/// The sizes of text that the design knows.
enum class TextSize { Title, Heading, Body, Strong, Small, Section, Number };
/// How far text stands back.
enum class Ink { Text, Muted, Faint, Accent, Ok, Warn, Bad, Violet };

QColor inkColour(Ink ink, const Tokens &tokens);
QFont textFont(TextSize size);

/// A label in one of the design's sizes and inks; keeps its ink when the theme changes.
class Label : public QLabel
{
    Q_OBJECT

public:
    explicit Label(const QString &text = {}, TextSize size = TextSize::Body, Ink ink = Ink::Text,
                   QWidget *parent = nullptr);

    Ink ink() const { return m_ink; }
    void setInk(Ink ink);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    Ink m_ink;
};

} // namespace Elenco
