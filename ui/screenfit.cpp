// SPDX-License-Identifier: Apache-2.0
#include "ui/screenfit.h"

#include <QDialog>
#include <QEvent>
#include <QScreen>

namespace Elenco {

namespace {
// What window managers put around a window; what it really is, is known only when the window is there.
constexpr QSize frame(12, 40);
} // namespace

QSize roomOn(const QScreen &screen)
{
    return screen.availableGeometry().size() - frame;
}

void resizeToFit(QWidget &window, const QSize &wanted)
{
    window.resize(wanted.boundedTo(roomOn(*window.screen())));
}

bool ScreenFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show) {
        auto *dialog = qobject_cast<QDialog *>(watched);
        if (dialog && dialog->isWindow())
            resizeToFit(*dialog, dialog->size());
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Elenco
