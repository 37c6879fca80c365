// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/import/fieldcatalog.h"

#include <QListWidget>

class QComboBox;

namespace Elenco {

class SearchField;

/// A list of fields that can be dragged onto columns; Return matches the chosen field to the current column.
class FieldList : public QListWidget
{
    Q_OBJECT

public:
    explicit FieldList(QWidget *parent = nullptr);
    void setChoices(const QList<FieldChoice> &choices);
    int heightForRows() const;

Q_SIGNALS:
    void fieldChosen(const Elenco::ColumnTarget &target);

protected:
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QList<QListWidgetItem *> &items) const override;

private:
    QList<FieldChoice> m_choices;
};

/// The right-hand side of the mapping step: all fields, a search among them, and the country of numbers without prefix.
class FieldsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FieldsPanel(ImportSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void fieldChosen(const Elenco::ColumnTarget &target);
    void newFieldRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void fillRegions();

    ImportSession &m_session;
    SearchField *m_search;
    FieldList *m_standard;
    FieldList *m_custom;
    QComboBox *m_region;
};

} // namespace Elenco
