// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolBar>

class QHBoxLayout;
class QMenu;
class QPushButton;

namespace Elenco {

class SearchField;

/// The bar at the top of the window: import, search, and the two menus that are filled when they open.
class ToolBar : public QToolBar
{
    Q_OBJECT

public:
    explicit ToolBar(QWidget *parent = nullptr);

    SearchField &search() { return *m_search; }
    /// Whether there is somebody to be added.
    void setAddToListEnabled(bool enabled);

Q_SIGNALS:
    void importRequested();
    /// The menu is about to open, and is empty.
    void listMenuRequested(QMenu &menu);
    void exportMenuRequested(QMenu &menu);

private:
    QPushButton *addMenu(QHBoxLayout &layout, const QString &text, void (ToolBar::*requested)(QMenu &));

    SearchField *m_search;
    QPushButton *m_addToList;
};

} // namespace Elenco
