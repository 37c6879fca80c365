// SPDX-License-Identifier: Apache-2.0
#include "ui/window/statusline.h"

#include "ui/theme/elencostyle.h"
#include "ui/theme/paint.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/progressstrip.h"
#include "ui/window/statepill.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace Elenco {

StatusLine::StatusLine(QWidget *parent)
    : QFrame(parent),
      m_state(new StatePill),
      m_jobBox(new QWidget),
      m_message(new ElidedLabel({}, TextSize::Small, Ink::Text)),
      m_jobTitle(new ElidedLabel({}, TextSize::Small, Ink::Muted)),
      m_strip(new ProgressStrip),
      m_timeLeft(new Label({}, TextSize::Small, Ink::Muted)),
      m_cancel(new QPushButton(tr("Cancel"))),
      m_account(new Label({}, TextSize::Small, Ink::Muted)),
      m_selection(new Label({}, TextSize::Small, Ink::Muted))
{
    setFixedHeight(28);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 1, 12, 0);
    layout->setSpacing(14);
    m_state->setState(tr("Local address book"), Tone::Ok);
    connect(m_state, &QAbstractButton::clicked, this, &StatusLine::stateClicked);
    layout->addWidget(m_state);
    layout->addWidget(m_message, 1);
    auto *job = new QHBoxLayout(m_jobBox);
    job->setContentsMargins(0, 0, 0, 0);
    job->setSpacing(10);
    m_jobTitle->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_strip->setFixedWidth(140);
    setButtonKind(m_cancel, ButtonKind::Ghost);
    m_cancel->setFixedHeight(22);
    job->addWidget(m_jobTitle, 1);
    job->addWidget(m_strip);
    job->addWidget(m_timeLeft);
    job->addWidget(m_cancel);
    layout->addWidget(m_jobBox, 2);
    layout->addWidget(m_account);
    layout->addWidget(m_selection);
    m_account->hide();
    m_jobBox->hide();
    for (QTimer *timer : {&m_messageEnd, &m_jobStart})
        timer->setSingleShot(true);
    m_messageEnd.setInterval(12000);
    m_jobStart.setInterval(250);
    connect(&m_messageEnd, &QTimer::timeout, this, [this] { m_message->setText({}); });
    connect(&m_jobStart, &QTimer::timeout, m_jobBox, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (!m_jobs.isEmpty() && m_jobs.last().cancel)
            m_jobs.last().cancel();
    });
}

void StatusLine::setState(const QString &text, Tone tone, const QString &toolTip)
{
    m_state->setState(text, tone);
    m_state->setToolTip(toolTip);
}

void StatusLine::setAccount(const QString &text, const QString &toolTip, Ink ink)
{
    m_account->setText(text);
    m_account->setToolTip(toolTip);
    m_account->setInk(ink);
    m_account->setVisible(!text.isEmpty());
}

QString StatusLine::account() const
{
    return m_account->text();
}

QString StatusLine::state() const
{
    return m_state->text();
}

void StatusLine::setStateActions(const QList<QAction *> &actions)
{
    m_state->addActions(actions);
    m_state->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void StatusLine::showMessage(const QString &text)
{
    m_message->setText(text);
    m_messageEnd.start();
}

QString StatusLine::message() const
{
    return m_message->text();
}

void StatusLine::setSelection(const QString &text)
{
    m_selection->setText(text);
}

int StatusLine::startJob(const QString &title, std::function<void()> cancel)
{
    m_jobs.append({++m_lastJob, title, std::move(cancel)});
    showJob();
    m_jobStart.start();
    return m_lastJob;
}

void StatusLine::showJob()
{
    m_jobTitle->setText(m_jobs.last().title);
    m_strip->setProgress({0, 0});
    m_timeLeft->setText({});
    m_cancel->setVisible(bool(m_jobs.last().cancel));
    m_sinceStart.start();
}

void StatusLine::setProgress(int job, Progress progress)
{
    if (m_jobs.isEmpty() || job != m_jobs.last().number)
        return;
    m_strip->setProgress(progress);
    const qint64 elapsed = m_sinceStart.elapsed();
    if (progress.total <= 0 || progress.done <= 0 || elapsed < 1000)
        return;
    const qint64 left = elapsed * (progress.total - progress.done) / progress.done / 1000;
    m_timeLeft->setText(left < 60 ? tr("%1 s left").arg(left + 1) : tr("%1 min left").arg(left / 60 + 1));
}

void StatusLine::endJob(int job)
{
    const bool wasShown = !m_jobs.isEmpty() && m_jobs.last().number == job;
    m_jobs.removeIf([job](const Job &each) { return each.number == job; });
    if (m_jobs.isEmpty()) {
        m_jobStart.stop();
        m_jobBox->hide();
    } else if (wasShown) {
        showJob();
    }
}

void StatusLine::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.panel);
    painter.fillRect(0, 0, width(), 1, t.line);
}

} // namespace Elenco
