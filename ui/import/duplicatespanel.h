// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/imports/importduplicatemodel.h"

#include <QWidget>

class QPushButton;

namespace Elenco {

class Label;
class RowTable;

/// Who in the file equals somebody, and whom: for each a person says whether it is somebody of its own. Hidden while
/// there is nobody.
class DuplicatesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DuplicatesPanel(ImportSession &session, QWidget *parent = nullptr);

private:
    void refresh();
    void toggle();

    ImportSession &m_session;
    ImportDuplicateModel *m_model;
    RowTable *m_table;
    Label *m_heading;
    Label *m_explanation;
    QPushButton *m_apart;
};

} // namespace Elenco
