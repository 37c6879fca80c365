// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QFrame>

namespace Elenco {

class Label;

/// A sentence or two in a soft box with an icon: how something went, or what is the matter. Grows with its text.
class Notice : public QFrame
{
    Q_OBJECT

public:
    explicit Notice(QWidget *parent = nullptr);

    /// Read out by screen readers as it changes.
    void show(const QString &text, Tone tone, Icon icon);
    QString text() const;
    Tone tone() const { return m_tone; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_text;
    Tone m_tone = Tone::Plain;
    Icon m_icon = Icon::None;
};

} // namespace Elenco
