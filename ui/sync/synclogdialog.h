// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"

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
    SyncLogDialog(AddressBook &addressBook, NumberJudge judge, QWidget *parent);

    void refresh();

Q_SIGNALS:
    void failed(const QString &title, const Elenco::Error &error);

private:
    void fillLog(const QList<SyncLogEntry> &entries);
    void fillReplaced(const QList<ReplacedEntry> &entries);
    void restore(const ReplacedEntry &entry);
    void dismiss(qint64 id);
    const ReplacedEntry *current() const;
    void showButtons();

    AddressBook &m_addressBook;
    const NumberJudge m_judge;
    QTreeWidget *m_log;
    QWidget *m_replacedBox;
    QTreeWidget *m_replaced;
    QPushButton *m_restore;
    QPushButton *m_dismiss;
    QList<ReplacedEntry> m_entries;
    Task<QList<SyncLogEntry>> m_reading;
    Task<QList<ReplacedEntry>> m_readingReplaced;
    Task<ChangeSetId> m_restoring;
    Task<void> m_dismissing;
};

} // namespace Elenco
