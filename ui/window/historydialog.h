// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"

#include <QDialog>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace Elenco {

/// Every change of the address book, the newest first; each can be taken back.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    HistoryDialog(AddressBook &addressBook, QWidget *parent);

Q_SIGNALS:
    void undoRequested(const Elenco::ChangeSet &change);
    void failed(const QString &title, const Elenco::Error &error);

private:
    void refresh();
    void fill(QList<ChangeSet> changes);
    QString stateText(const ChangeSet &change) const;
    const ChangeSet *currentChange() const;
    void showButton();

    AddressBook &m_addressBook;
    QTreeWidget *m_list;
    QPushButton *m_undo;
    QList<ChangeSet> m_changes;
    QHash<ImportId, ImportDelivery> m_deliveries;
    Task<QList<ChangeSet>> m_task;
    Task<QHash<ImportId, ImportDelivery>> m_deliveryTask;
};

} // namespace Elenco
