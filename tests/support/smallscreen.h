// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QTest>
#include <QWidget>

namespace Elenco {

/// What a screen of 1366×768 at 150 % leaves inside a window's frame, a task bar taken off: logical pixels.
inline constexpr QSize smallScreen{896, 440};

/// Why a window can't be used on the small screen, made as small as it lets itself be made: it stays larger, or a
/// button of it is outside or squeezed. Empty when all is well.
inline QStringList troublesOnSmallScreen(QWidget &window)
{
    QStringList troubles;
    const QSize before = window.size();
    window.resize(smallScreen.boundedTo(window.size()));
    QTest::qWait(0); // texts that have just changed have their room then
    const QString name = QStringLiteral("%1: ").arg(QLatin1String(window.metaObject()->className()));
    if (window.width() > smallScreen.width() || window.height() > smallScreen.height())
        troubles += name + QStringLiteral("stays %1×%2").arg(window.width()).arg(window.height());
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        // What scrolls is reached by scrolling.
        if (!button->isVisible() || button->text().isEmpty() || button->window() != &window ||
            button->visibleRegion().isEmpty())
            continue;
        const QRect place(button->mapTo(&window, QPoint()), button->size());
        if (!window.rect().contains(place))
            troubles += name + button->text() + QStringLiteral(" is outside");
        if (button->width() < button->minimumSizeHint().width())
            troubles += name + button->text() + QStringLiteral(" is squeezed");
    }
    window.resize(before);
    return troubles;
}

} // namespace Elenco
