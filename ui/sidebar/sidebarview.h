// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/contacts/contactquery.h"

#include <QListView>

namespace Elenco {

class SidebarDelegate;
class SidebarModel;

/// The side bar: choose what the table shows; drop contacts and files on lists.
class SidebarView : public QListView
{
    Q_OBJECT

public:
    explicit SidebarView(SidebarModel &model, QWidget *parent = nullptr);

    /// Selects the entry of a scope without saying that it was chosen.
    void setScope(const Filter &scope);

    QSize sizeHint() const override { return {236, 400}; }
    QSize minimumSizeHint() const override { return {160, 100}; }

Q_SIGNALS:
    void scopeChosen(const Elenco::Filter &scope);
    void newListRequested();
    /// Files are dragged over a list, or over an entry without a list's name.
    void filesDraggedOver(const QStringList &paths, const QString &list);
    void dragEnded();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setDropRow(int row);

    SidebarModel &m_model;
    SidebarDelegate *m_delegate;
    bool m_isQuiet = false;
};

} // namespace Elenco
