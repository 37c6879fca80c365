// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contacts/contacttablemodel.h"

#include <QItemSelectionModel>

namespace Elenco {

/// The selected contacts, kept by id: they stay selected when the table is sorted, filtered or changed. A contact that
/// a filter hides is not selected while it is hidden, and is again when it comes back, until the user selects anew.
/// "All" is one range, so that a million rows are selected at once.
class ContactSelection final : public QItemSelectionModel
{
    Q_OBJECT

public:
    explicit ContactSelection(ContactTableModel &model, QObject *parent = nullptr);

    /// How many contacts are selected.
    qint64 count() const;
    bool isAll() const;
    /// In the table's sequence.
    std::vector<ContactId> ids() const;
    /// The contact that has the keyboard; invalid when there is none.
    ContactId current() const;
    void toggleAll();
    /// While the selection of before is put on the new rows: nobody asked to see another row.
    bool isRestoring() const { return m_isRestoring; }

Q_SIGNALS:
    /// Other contacts are selected, or another one is current; once per turn of the event loop.
    void contactsChanged();

private:
    // More pieces than this make every look at the selection slow; nobody selected them one by one.
    static constexpr qsizetype mostRanges = 4096;

    void keep();
    void restore();
    void announce();

    ContactTableModel &m_contacts;
    std::vector<bool> m_kept; ///< by id
    ContactId m_keptCurrent;
    int m_keptColumn = 0;
    bool m_isKeeping = false;   ///< between the first sign of a change of rows and its end
    bool m_userSelected = true; ///< m_kept is older than the selection
    bool m_isRestoring = false;
    bool m_isAnnouncing = false;
};

} // namespace Elenco
