// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/imports/importproblemmodel.h"
#include "ui/import/importpage.h"

class QMenu;
class QPushButton;
class QStackedWidget;

namespace Elenco {

class Label;
class ProblemsTable;

/// Step 3: the rows that can't be imported as they are; numbers are mended in place, repairs accepted one by one or all
/// of a kind.
class ProblemsPage : public ImportPage
{
    Q_OBJECT

public:
    explicit ProblemsPage(ImportSession &session, QWidget *parent = nullptr);

    QString title() const override { return tr("Review problems"); }
    void enter() override;
    bool isComplete() const override;

private:
    void refresh();
    void offerRepairs();

    ImportProblemModel *m_model;
    ProblemsTable *m_table;
    QStackedWidget *m_stack;
    Label *m_heading;
    Label *m_explanation;
    QPushButton *m_repairAll;
    QMenu *m_repairKinds;
    QPushButton *m_repairOne;
    QPushButton *m_takeBack;
};

} // namespace Elenco
