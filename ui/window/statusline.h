// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobcontrol.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

#include <functional>

class QAction;
class QPushButton;

namespace Elenco {

class ElidedLabel;
class ProgressStrip;
class StatePill;

/// The bottom of the window: the state of the address book, what has just been done, the job that runs, the selection.
class StatusLine : public QFrame
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// Where the address book stands towards its account; a click asks for more.
    void setState(const QString &text, Tone tone, const QString &toolTip);
    QString state() const;
    /// What the state's context menu offers.
    void setStateActions(const QList<QAction *> &actions);

    /// What is left of the account: room, money; empty: nothing is known. `ink`: whether that needs a look.
    void setAccount(const QString &text, const QString &toolTip, Ink ink);
    QString account() const;

    /// What was done, for a while.
    void showMessage(const QString &text);
    QString message() const;
    void setSelection(const QString &text);

    /// Shows a job with its progress until endJob(); the newest of several is shown. Gives its number.
    int startJob(const QString &title, std::function<void()> cancel);
    void setProgress(int job, Progress progress);
    void endJob(int job);

Q_SIGNALS:
    void stateClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StatePill *m_state;
    QWidget *m_jobBox;
    ElidedLabel *m_message;
    ElidedLabel *m_jobTitle;
    ProgressStrip *m_strip;
    Label *m_timeLeft;
    QPushButton *m_cancel;
    Label *m_account;
    Label *m_selection;
    QTimer m_messageEnd;
    QTimer m_jobStart; ///< what ends at once needs no bar
    QElapsedTimer m_sinceStart;
    struct Job {
        int number = 0;
        QString title;
        std::function<void()> cancel;
    };
    void showJob();

    QList<Job> m_jobs; ///< that run; the last one is shown
    int m_lastJob = 0;
};

} // namespace Elenco
