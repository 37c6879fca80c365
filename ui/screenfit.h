// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSize>

class QScreen;
class QWidget;

namespace Elenco {

/// The largest inside of a window that fits the screen's free area with its frame and title bar (logical pixels: a
/// screen of 1366×768 at 150 % has some 900×470).
QSize roomOn(const QScreen &screen);

/// Gives a window the size that is wanted for it, or as much of it as its screen has room for.
void resizeToFit(QWidget &window, const QSize &wanted);

/// Moves a dialog over its window, wholly on the screen.
void bringOnScreen(QWidget &dialog);

/// Watches every dialog of the program as it opens: none is larger than its screen or partly outside, whatever its
/// contents ask for. (Contents that need more scroll: a dialog's least size fits the smallest screen that is supported,
/// see tst_screenfit.)
class ScreenFit : public QObject
{
    Q_OBJECT

public:
    /// To be installed on the application.
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Elenco
