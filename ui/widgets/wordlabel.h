// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/label.h"

namespace Elenco {

/// A text that wraps at its blanks. A word wider than the room (an e-mail address, a name of sixty letters) would make
/// all around it wider: it is cut with "…", the whole of it in the tool tip.
class WordLabel : public Label
{
    Q_OBJECT

public:
    explicit WordLabel(TextSize size = TextSize::Body, Ink ink = Ink::Text, QWidget *parent = nullptr);

    void setValue(const QString &value);
    const QString &value() const { return m_value; }

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QString m_value;
};

} // namespace Elenco
