// SPDX-License-Identifier: Apache-2.0
#include "ui/screenfit.h"

#include <QDialog>
#include <QEvent>
#include <QScreen>

#include <algorithm>

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

// In the middle of its window, as long as its lower edge with the buttons stays on the screen.
void bringOnScreen(QWidget &dialog)
{
    const QRect room = dialog.screen()->availableGeometry();
    const QSize size = dialog.size() + frame;
    const QRect around = dialog.parentWidget() ? dialog.parentWidget()->window()->frameGeometry() : room;
    const QPoint middle = around.center() - QPoint(size.width() / 2, size.height() / 2);
    dialog.move(std::max(room.left(), std::min(middle.x(), room.right() + 1 - size.width())),
                std::max(room.top(), std::min(middle.y(), room.bottom() + 1 - size.height())));
}

bool ScreenFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show) {
        auto *dialog = qobject_cast<QDialog *>(watched);
        if (dialog && dialog->isWindow() && dialog->windowType() == Qt::Dialog) {
            resizeToFit(*dialog, dialog->size());
            bringOnScreen(*dialog);
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Elenco
