// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace Elenco {

class CheckCorner;
class ContactHeader;
class ContactSelection;
class ContactTableModel;

/// The table of contacts: rows of one height, check boxes before them, contacts to be dragged onto lists.
class ContactTableView : public QTableView
{
    Q_OBJECT

public:
    /// `workspace` goes along with dragged contacts.
    ContactTableView(ContactTableModel &model, ContactSelection &selection, QString workspace,
                     QWidget *parent = nullptr);

    ContactHeader *header() const { return m_header; }
    /// What a drag of the selected contacts carries: ids, however many rows there are.
    std::unique_ptr<QMimeData> dragData() const;

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void startDrag(Qt::DropActions actions) override;
    void keyPressEvent(QKeyEvent *event) override;
    void updateGeometries() override;

private:
    QPixmap dragPicture() const;

    ContactTableModel &m_model;
    ContactSelection &m_selection;
    QString m_workspace;
    ContactHeader *m_header;
    CheckCorner *m_corner;
};

} // namespace Elenco
