// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/label.h"

#include <QWidget>

namespace Elenco {

class ProgressStrip;

/// A number that matters, with what it counts above it; or a progress bar in the number's place.
class StatCard : public QWidget
{
    Q_OBJECT

public:
    explicit StatCard(const QString &label, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    /// "…" until it is known.
    void setValue(const QString &value, Ink ink = Ink::Text);
    QString value() const;
    /// Shows a bar in the number's place.
    ProgressStrip *showProgress();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    Label *m_label;
    Label *m_value;
    ProgressStrip *m_progress = nullptr;
};

} // namespace Elenco
