// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/import/importpage.h"

class QGridLayout;
class QPushButton;

namespace Elenco {

class Label;
class ProgressStrip;
class Prompts;

/// Step 5: the import runs, then its ledger: every row has one line to stand in, and they add up.
class ResultPage : public ImportPage
{
    Q_OBJECT

public:
    ResultPage(ImportSession &session, Prompts &prompts, QWidget *parent = nullptr);

    QString title() const override { return tr("Result"); }
    void enter() override;
    bool isComplete() const override { return session().state() == ImportSession::State::Done; }

private:
    void refresh();
    void fillLedger();

    Prompts &m_prompts;
    Label *m_heading;
    Label *m_detail;
    ProgressStrip *m_progress;
    QWidget *m_ledger;
    QGridLayout *m_grid;
    QPushButton *m_undo;
    QPushButton *m_export;
};

} // namespace Elenco
