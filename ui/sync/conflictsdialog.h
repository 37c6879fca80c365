// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"

#include <QDialog>

class QListWidget;
class QPushButton;
class QRadioButton;
class QStackedWidget;

namespace Elenco {

class ChoiceGrid;
class Label;

/// The choices that wait for a person, one contact after the other or all by one rule. Each is a change that can be
/// undone; nothing is sent before.
class ConflictsDialog : public QDialog
{
    Q_OBJECT

public:
    ConflictsDialog(AddressBook &addressBook, NumberJudge judge, QWidget *parent);

    /// Contacts and lists on the left.
    int count() const { return int(m_groups.size()); }

Q_SIGNALS:
    void resolved(Elenco::ChangeSetId change);
    void failed(const QString &title, const Elenco::Error &error);

private:
    void refresh();
    void show(QList<Conflict> conflicts);
    void showCurrent();
    void orderTabs();
    void showFields(const QList<Conflict> &group);
    void resolve(const QList<Decision> &decisions);
    void resolveAll(Choice choice);
    QList<Decision> current() const;

    AddressBook &m_addressBook;
    const NumberJudge m_judge;
    QList<QList<Conflict>> m_groups; ///< by contact or list
    Label *m_title;
    QPushButton *m_allMine;
    QPushButton *m_allTheirs;
    QListWidget *m_list;
    QStackedWidget *m_pages;
    Label *m_hint;
    ChoiceGrid *m_grid;
    Label *m_what;
    qint64 m_shownRecord = 0; ///< the conflict that the record's page is about
    QRadioButton *m_mine;
    QRadioButton *m_theirs;
    QPushButton *m_later;
    QPushButton *m_use;
    ContactId m_told; ///< whom the story is about
    MergeStory m_story;
    Task<QList<Conflict>> m_reading;
    Task<MergeStory> m_telling;
    Command<ChangeSetId> m_resolving;
};

} // namespace Elenco
