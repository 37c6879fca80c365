// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QAbstractButton>

namespace Elenco {

/// A few words with a dot in the colour of what they mean; pressed for more.
class StatePill : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StatePill(QWidget *parent = nullptr);

    void setState(const QString &text, Tone tone);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Plain;
};

} // namespace Elenco
