// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"

#include <QDialog>

class QPushButton;
class QTreeWidget;

namespace Elenco {

class Label;

/// Everything that is not on the gateway yet, as sentences; each can be taken back, all of it sent now.
class OutboxDialog : public QDialog
{
    Q_OBJECT

public:
    OutboxDialog(AddressBook &addressBook, NumberJudge judge, QWidget *parent);

    /// Whether there is a gateway to send to, and it is not being sent already.
    void setCanSend(bool canSend);

Q_SIGNALS:
    void sendRequested();
    void discarded(const QString &what);
    void failed(const QString &title, const Elenco::Error &error);

private:
    void refresh();
    void fill(const QList<OutboxEntry> &entries);
    void discard(const QList<OutboxEntry> &entries);
    bool isDiscarding() const;
    void showButtons();
    QList<OutboxEntry> chosen() const;

    AddressBook &m_addressBook;
    const NumberJudge m_judge;
    QList<OutboxEntry> m_entries;
    Label *m_title;
    Label *m_hint;
    QTreeWidget *m_tree;
    Label *m_more;
    QPushButton *m_discard;
    QPushButton *m_send;
    bool m_canSend = false;
    Task<QList<OutboxEntry>> m_reading;
    Task<UnsentCounts> m_counting;
    std::vector<Command<ChangeSetId>> m_discarding;
};

} // namespace Elenco
