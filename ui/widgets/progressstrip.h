// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobcontrol.h"
#include "ui/theme/tokens.h"

#include <QProgressBar>

namespace Elenco {

/// How far a job is, as a bar of six pixels.
class ProgressStrip : public QProgressBar
{
    Q_OBJECT

public:
    explicit ProgressStrip(QWidget *parent = nullptr);

    /// A total of 0 is "not known yet".
    void setProgress(Progress progress);
    void setTone(Tone tone);

    QSize sizeHint() const override { return {140, 6}; }
    QSize minimumSizeHint() const override { return {40, 6}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Accent;
};

} // namespace Elenco
