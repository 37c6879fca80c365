// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contacts/replacedvalues.h"

#include <QDialog>

class QPushButton;
class QTreeWidget;

namespace Elenco {

/// What sync did, in words and over restarts; and which values of ours somebody else replaced, to be put back or
/// agreed to.
class SyncLogDialog : public QDialog
{
    Q_OBJECT

public:
    SyncLogDialog(AddressBook &addressBook, ReplacedValues &replaced, QWidget *parent);

    void refresh();

Q_SIGNALS:
    void failed(const QString &title, const Elenco::Error &error);

private:
    void fillLog(const QList<SyncLogEntry> &entries);
    void fillReplaced();
    const ReplacedEntry *current() const;
    void showButtons();

    AddressBook &m_addressBook;
    ReplacedValues &m_values;
    QTreeWidget *m_log;
    QWidget *m_replacedBox;
    QTreeWidget *m_replaced;
    QPushButton *m_restore;
    QPushButton *m_dismiss;
    QPushButton *m_dismissAll;
    Task<QList<SyncLogEntry>> m_reading;
};

} // namespace Elenco
