// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/imports/importpreviewmodel.h"
#include "ui/import/importpage.h"

class QMenu;

namespace Elenco {

class ElidedLabel;
class FieldsPanel;
class MappingHeader;
class PreviewTable;
class StatCard;
class ProgressStrip;
class Label;

/// Step 2: the columns of the file are matched to fields, with the rehearsal's numbers below at every moment.
class ColumnsPage : public ImportPage
{
    Q_OBJECT

public:
    explicit ColumnsPage(ImportSession &session, QWidget *parent = nullptr);

    QString title() const override { return tr("Match columns"); }
    void enter() override;
    bool isComplete() const override;

private:
    QWidget *cards();
    void showMenu(int column, const QPoint &position);
    void askNewField(int column);
    void refreshNumbers();
    void refreshHint();
    void fitColumns();

    ImportPreviewModel *m_preview;
    MappingHeader *m_header;
    PreviewTable *m_table;
    FieldsPanel *m_fields;
    ElidedLabel *m_hint;
    StatCard *m_ready;
    StatCard *m_here;
    StatCard *m_invalid;
    StatCard *m_suppressed;
    StatCard *m_noSms;
    StatCard *m_checked;
    ProgressStrip *m_progress;
    bool m_needsFit = false;
};

} // namespace Elenco
