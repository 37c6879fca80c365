// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>

class QAbstractButton;

namespace Elenco {

/// Stands before buttons that change their meaning under the mouse: the second press of a double click, a third one,
/// and the repeats of a key that is held down were meant for what the button was, and are dropped.
class PressGuard : public QObject
{
    Q_OBJECT

public:
    explicit PressGuard(QObject *parent = nullptr);

    void watch(QAbstractButton *button);
    /// The buttons do something else from now on, whatever is written on them.
    void noteNewMeaning() { ++m_meaning; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isMeant(const QAbstractButton &button, const QEvent &event);

    QElapsedTimer m_sincePress;
    quint64 m_pressTime = 0; ///< as the display said; 0 when it said nothing
    const QObject *m_pressed = nullptr;
    QString m_text;
    int m_meaning = 0;
    int m_meaningPressed = 0;
    bool m_isDropping = false;
};

} // namespace Elenco
