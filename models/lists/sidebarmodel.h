// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"
#include "core/filter/scopes.h"

#include <QAbstractListModel>

namespace Elenco {

/// The sidebar: fixed views of the address book, then the lists, with their counts.
class SidebarModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class EntryKind { AllContacts, ImportedRecently, NeedsAttention, ListsHeader, List };
    enum Role {
        EntryKindRole = Qt::UserRole, ///< int, EntryKind
        CountRole,                    ///< qint64; invalid until known
        ScopeRole,                    ///< Filter; invalid for headers
        IsTestListRole,               ///< bool
        RoleCount
    };

    explicit SidebarModel(AddressBook &addressBook, QObject *parent = nullptr);

    Filter scope(int row) const;
    /// The row of a scope, -1 when it has none.
    int rowOf(const Filter &scope) const;
    QString title(const Filter &scope) const;
    QList<ContactList> lists() const;
    /// The list that a scope shows; id 0 when it shows none.
    ContactList list(const Filter &scope) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Contacts may be dropped on lists; files are the window's business, which asks canDropFiles().
    QStringList mimeTypes() const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;
    Qt::DropActions supportedDropActions() const override { return Qt::CopyAction; }

Q_SIGNALS:
    /// Files were dropped on a list, or on another entry (an id of nothing).
    void filesDropped(const QStringList &paths, Elenco::ListId list);
    /// Contacts were dropped on a list and are to join it.
    void contactsDropped(const std::vector<Elenco::ContactId> &ids, const Elenco::ContactList &list);
    void failed(const Elenco::Error &error);

private:
    struct Entry {
        EntryKind kind = EntryKind::AllContacts;
        ContactList list;
        qint64 count = -1;
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    void refresh();
    void apply(const Overview &overview);

    AddressBook &m_addressBook;
    QList<Entry> m_entries;
    Task<Overview> m_overview;
};

} // namespace Elenco

Q_DECLARE_METATYPE(Elenco::Filter)
