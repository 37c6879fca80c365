// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/import/importpage.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QTableView;

namespace Elenco {

class FlowLayout;
class Label;

/// Step 4: which lists the people join, which tags they get, and what happens to those who are here already.
class DestinationPage : public ImportPage
{
    Q_OBJECT

public:
    /// `lists`: the lists there are; `preselected`: where the file was dropped.
    DestinationPage(ImportSession &session, QList<ContactList> lists, ListId preselected, QWidget *parent = nullptr);

    QString title() const override { return tr("Destination"); }
    void enter() override;
    void leave() override;
    bool isComplete() const override;

private:
    QWidget *updates();
    QWidget *section(const QString &title, const QString &explanation);
    ListChoice choiceOf(const QString &name) const;
    void addList(const ListChoice &choice);
    void addTags();
    void rebuildChips();
    void apply();
    void refresh();

    QList<ContactList> m_known;
    ImportChoices m_choices;
    QComboBox *m_listBox;
    FlowLayout *m_listChips;
    QLineEdit *m_tagEdit;
    FlowLayout *m_tagChips;
    QButtonGroup *m_strategy;
    QCheckBox *m_addExisting;
    Label *m_summary;
    Label *m_nothing;
    Label *m_room;
    QWidget *m_updates;
};

} // namespace Elenco
