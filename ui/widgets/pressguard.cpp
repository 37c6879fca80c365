// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/pressguard.h"

#include <QAbstractButton>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QStyleHints>

namespace Elenco {

PressGuard::PressGuard(QObject *parent) : QObject(parent)
{
}

void PressGuard::watch(QAbstractButton *button)
{
    button->installEventFilter(this);
}

// A press that follows another one at once belongs to it; if the button has changed between, it is not for the new
// meaning, and neither is one that follows a dropped one.
bool PressGuard::isMeant(const QAbstractButton &button, const QEvent &event)
{
    // The time at which it was pressed counts: what the button did in between may have taken long.
    const quint64 time = event.isInputEvent() ? static_cast<const QInputEvent &>(event).timestamp() : 0;
    const qint64 since = time > 0 && m_pressTime > 0 ? qint64(time - m_pressTime) : m_sincePress.elapsed();
    const bool isNext = m_sincePress.isValid() && m_pressed == &button &&
                        since <= QGuiApplication::styleHints()->mouseDoubleClickInterval();
    const bool hasChanged = m_text != button.text() || m_meaning != m_meaningPressed;
    m_isDropping = isNext && (hasChanged || m_isDropping);
    m_sincePress.start();
    m_pressTime = time;
    m_pressed = &button;
    m_text = button.text();
    m_meaningPressed = m_meaning;
    return !m_isDropping;
}

bool PressGuard::eventFilter(QObject *watched, QEvent *event)
{
    const auto *button = qobject_cast<const QAbstractButton *>(watched);
    if (!button)
        return false;
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::Shortcut: return !isMeant(*button, *event);
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool presses = key->key() == Qt::Key_Space || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        return presses && (key->isAutoRepeat() || !isMeant(*button, *event));
    }
    default: return false;
    }
}

} // namespace Elenco
