// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/contactsdoor.h"
#include "core/task.h"
#include "models/contacts/contactcolumns.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>

#include <map>

namespace Elenco {

class AddressBook;
struct BookChange;

/// The rows of a query, any number of them: the order is a vector of ids made in the background, the rows come in
/// windows as they are looked at. Until a window is there its cells are empty; a count is known from the order at once.
class ContactTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ContactIdRole = Qt::UserRole, ///< ContactId
        IsLoadedRole,                 ///< bool: the row's window is there
        ValidRole,                    ///< bool
        LineKindRole,                 ///< int, LineKind
        TagsRole,                     ///< QStringList
        SyncMarkRole,                 ///< int, SyncMark
        NumberRefusedRole,            ///< bool: the gateway says that the number is not valid
        RoleCount
    };

    explicit ContactTableModel(AddressBook &addressBook, QObject *parent = nullptr);
    ~ContactTableModel() override;

    const ContactQuery &query() const { return m_query; }
    /// Asks for other rows; what is shown stays until the answer is there. A newer query supersedes an older one.
    void setQuery(const ContactQuery &query);
    void setColumns(const QList<ContactColumn> &columns);
    const QList<ContactColumn> &columns() const { return m_columns; }

    ContactId contactId(int row) const;
    /// -1 when the contact is not among the rows. Linear: for selections, not for every cell.
    int rowOf(ContactId id) const;
    ContactOrder order() const { return m_order; }
    /// A query's answer is awaited.
    bool isLoading() const { return m_orderTask.isRunning(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    /// The dragged contacts' ids; see contactdrag.h.
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

Q_SIGNALS:
    /// The order is that of query() now.
    void orderChanged();
    void failed(const Elenco::Error &error);

private:
    static constexpr int windowSize = 128;
    using Window = std::vector<ShownContact>;

    void refresh(const BookChange &change);
    /// `isOld(window, its contacts)`.
    template <typename Test>
    void forgetWindows(Test isOld);
    void forgetRowsFrom(int first);
    void applyOrder(ContactOrder order);
    void resort(const std::vector<ContactId> &ids);
    const ShownContact *contactAt(int row) const;
    void request(int window) const;

    AddressBook &m_addressBook;
    ContactQuery m_query;
    QList<ContactColumn> m_columns;
    ContactOrder m_order;
    Task<ContactOrder> m_orderTask;
    // A view asks through const functions; what it has not been given yet is fetched because it asked.
    mutable QCache<int, Window> m_windows{64};
    mutable std::map<int, Task<Window>> m_requests;
    QHash<ContactId, ShownContact> m_stale; ///< as last seen, until the row's window is there
    mutable int m_lastRequested = 0;
    bool m_isUnreadable = false; ///< until something else is asked
    bool m_hasTold = false;      ///< until it could be read again
};

} // namespace Elenco
