// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"

namespace Elenco {

/// The values of ours that somebody else replaced on the gateway, read again whenever the address book changes. Each
/// is there until a person has put it back or agreed to what it is now. GUI thread.
class ReplacedValues : public QObject
{
    Q_OBJECT

public:
    /// `judge` sees to a number that is put back.
    ReplacedValues(AddressBook &addressBook, NumberJudge judge, QObject *parent = nullptr);

    /// The loud ones first, the newest of them first; a thousand at most.
    const QList<ReplacedEntry> &entries() const { return m_entries; }
    /// One is being put back or agreed to.
    bool isBusy() const { return m_restoring.isRunning() || m_dismissing.isRunning(); }

    /// Makes the contact have our value again: an edit like any other, sent and undone like one.
    void restore(const ReplacedEntry &entry);
    /// The value may stay as it is.
    void agree(const ReplacedEntry &entry);
    /// So may all, also those beyond the thousand; not those that came since.
    void agreeToAll();

Q_SIGNALS:
    /// The entries are others, or one is busy or not any more.
    void changed();
    void restoreFailed(const Elenco::Error &error);

private:
    void refresh();
    void dismiss(qint64 id);
    void wait(Command<void> dismissing);

    AddressBook &m_addressBook;
    const NumberJudge m_judge;
    QList<ReplacedEntry> m_entries;
    Task<QList<ReplacedEntry>> m_reading;
    Command<ChangeSetId> m_restoring;
    Command<void> m_dismissing;
};

} // namespace Elenco
