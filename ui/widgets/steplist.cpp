// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/steplist.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QVBoxLayout>

namespace Elenco {

/// One step: a numbered circle and its name.
class StepButton : public QAbstractButton
{
public:
    enum class State { Done, Current, ToCome };

    StepButton(const QString &text, int number, QWidget *parent) : QAbstractButton(parent), m_number(number)
    {
        setText(text);
        setFixedHeight(34);
        setAttribute(Qt::WA_Hover);
    }

    void show(State state, bool usable)
    {
        m_state = state;
        setEnabled(usable || state == State::Current);
        setFocusPolicy(usable ? Qt::StrongFocus : Qt::NoFocus);
        setCursor(usable ? Qt::PointingHandCursor : Qt::ArrowCursor);
        setAttribute(Qt::WA_TransparentForMouseEvents, !usable);
        const QString status = state == State::Done      ? StepList::tr("done")
                               : state == State::Current ? StepList::tr("current step")
                                                         : StepList::tr("to come");
        setAccessibleName(StepList::tr("Step %1, %2: %3").arg(m_number).arg(text(), status));
        update();
    }

    QSize sizeHint() const override { return {36 + QFontMetrics(uiFont(0, 600)).horizontalAdvance(text()) + 8, 34}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(palette());
        QPainter painter(this);
        const QRectF circle(6, (height() - 20) / 2.0, 20, 20);
        const bool current = m_state == State::Current;
        if (m_state == State::Done) {
            paintBox(painter, circle, 10, t.ok);
            paintIcon(painter, Icon::Check, circle.adjusted(4, 4, -4, -4), t.onAccent);
        } else {
            paintBox(painter, circle, 10, current ? t.accent : QColor(), current ? t.accent : t.line, 1.5);
            painter.setFont(uiFont(11, current ? 600 : 400));
            painter.setPen(current ? t.onAccent : t.muted);
            painter.drawText(circle, Qt::AlignCenter, QString::number(m_number));
        }
        painter.setFont(uiFont(0, current ? 600 : 400));
        painter.setPen(current || (underMouse() && m_state == State::Done) ? t.text : t.muted);
        painter.drawText(rect().adjusted(36, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, text());
        if (hasFocus())
            paintFocusRing(painter, QRectF(rect()).adjusted(0, 3, 0, -3), Metric::radius, t);
    }

private:
    int m_number;
    State m_state = State::ToCome;
};

StepList::StepList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(8, 18, 8, 18);
    m_layout->setSpacing(0);
    m_layout->addStretch();
    setMinimumWidth(200);
}

void StepList::setSteps(const QStringList &steps)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (int i = 0; i < steps.size(); ++i) {
        auto *button = new StepButton(steps[i], i + 1, this);
        m_layout->insertWidget(i, button);
        m_buttons.append(button);
        connect(button, &QAbstractButton::clicked, this, [this, i] {
            if (i < m_current && m_backAllowed)
                Q_EMIT stepChosen(i);
        });
    }
    refresh();
}

void StepList::setCurrent(int step)
{
    m_current = step;
    refresh();
}

void StepList::setGoingBackAllowed(bool allowed)
{
    m_backAllowed = allowed;
    refresh();
}

void StepList::refresh()
{
    using State = StepButton::State;
    for (int i = 0; i < m_buttons.size(); ++i) {
        const State state = i < m_current ? State::Done : i == m_current ? State::Current : State::ToCome;
        m_buttons[i]->show(state, m_backAllowed && state == State::Done);
    }
}

} // namespace Elenco
