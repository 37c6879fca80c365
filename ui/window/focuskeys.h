// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QWidget;

namespace Elenco {

class Actions;

/// Whose Del, F2 and Ctrl+Backspace are: the list's while the side bar has the focus, the contacts' while the table
/// has it, and nobody's elsewhere. Menus show the keys as they are.
class FocusKeys : public QObject
{
    Q_OBJECT

public:
    FocusKeys(Actions &actions, QWidget &sidebar, QWidget &table, QObject *parent);

    /// The table shows a list: its contacts are taken off it, and only Shift+Del deletes them.
    void setShowsList(bool showsList);

private:
    enum class Place { Sidebar, Table, Elsewhere };
    void follow(QWidget *focused);
    void assign();

    Actions &m_actions;
    QWidget &m_sidebar;
    QWidget &m_table;
    Place m_place = Place::Table;
    bool m_showsList = false;
};

} // namespace Elenco
