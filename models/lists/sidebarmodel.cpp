// SPDX-License-Identifier: Apache-2.0
#include "models/lists/sidebarmodel.h"

#include "models/contacts/contactdrag.h"

namespace Elenco {

SidebarModel::SidebarModel(AddressBook &addressBook, QObject *parent)
    : QAbstractListModel(parent), m_addressBook(addressBook)
{
    for (EntryKind kind :
         {EntryKind::AllContacts, EntryKind::ImportedRecently, EntryKind::NeedsAttention, EntryKind::ListsHeader})
        m_entries.append({kind, {}, -1});
    connect(&addressBook, &AddressBook::changed, this, [this](const BookChange &change) {
        if (change.isAboutContacts() || change.isAboutLists) // all that it counts
            refresh();
    });
    refresh();
}

void SidebarModel::refresh()
{
    m_overview = m_addressBook.lists().overview(this);
    m_overview.then([this](const Result<Overview> &overview) {
        if (overview)
            apply(*overview);
        else
            Q_EMIT failed(overview.error());
    });
}

// Fixed entries change their counts only. Lists are in the sequence of their names: the new ones are walked beside
// the old ones, so that a list that stays keeps its row, its selection and its place under the mouse.
void SidebarModel::apply(const Overview &overview)
{
    const qint64 counts[] = {overview.all, overview.recent, overview.needsAttention};
    for (int i = 0; i < 3; ++i)
        m_entries[i].count = counts[i];
    const int fixed = static_cast<int>(EntryKind::List);
    for (int i = 0; i < overview.lists.size(); ++i) {
        const ContactList &list = overview.lists[i];
        const int row = fixed + i;
        const auto staysLater = [&](const Entry &entry) {
            return std::any_of(overview.lists.begin() + i, overview.lists.end(),
                               [&](const ContactList &other) { return other.id == entry.list.id; });
        };
        while (row < m_entries.size() && m_entries[row].list.id != list.id && !staysLater(m_entries[row])) {
            beginRemoveRows({}, row, row);
            m_entries.removeAt(row);
            endRemoveRows();
        }
        if (row < m_entries.size() && m_entries[row].list.id == list.id) {
            m_entries[row] = {EntryKind::List, list, list.count};
            continue;
        }
        for (int old = row + 1; old < m_entries.size(); ++old) { // renamed: it comes from further below
            if (m_entries[old].list.id != list.id)
                continue;
            beginRemoveRows({}, old, old);
            m_entries.removeAt(old);
            endRemoveRows();
        }
        beginInsertRows({}, row, row);
        m_entries.insert(row, {EntryKind::List, list, list.count});
        endInsertRows();
    }
    const int end = fixed + static_cast<int>(overview.lists.size());
    if (end < m_entries.size()) {
        beginRemoveRows({}, end, static_cast<int>(m_entries.size()) - 1);
        m_entries.resize(end);
        endRemoveRows();
    }
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

Filter SidebarModel::scope(int row) const
{
    switch (m_entries[row].kind) {
    case EntryKind::AllContacts:
    case EntryKind::ListsHeader: return everybody();
    case EntryKind::ImportedRecently: return importedRecently();
    case EntryKind::NeedsAttention: return needingAttention();
    case EntryKind::List: return membersOf(m_entries[row].list.id);
    }
    Q_UNREACHABLE();
}

int SidebarModel::rowOf(const Filter &wanted) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries[row].kind != EntryKind::ListsHeader && scope(row) == wanted)
            return row;
    }
    return -1;
}

QString SidebarModel::title(const Filter &scope) const
{
    const int row = rowOf(scope);
    return row < 0 ? QString() : data(index(row), Qt::DisplayRole).toString();
}

ContactList SidebarModel::list(const Filter &scope) const
{
    const int row = listOfScope(scope).isValid() ? rowOf(scope) : -1;
    return row < 0 ? ContactList() : m_entries[row].list;
}

QList<ContactList> SidebarModel::lists() const
{
    QList<ContactList> lists;
    for (const Entry &entry : m_entries) {
        if (entry.kind == EntryKind::List)
            lists.append(entry.list);
    }
    return lists;
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries[index.row()];
    const auto text = [&] {
        switch (entry.kind) {
        case EntryKind::AllContacts: return tr("All contacts");
        case EntryKind::ImportedRecently: return tr("Imported recently");
        case EntryKind::NeedsAttention: return tr("Needs attention");
        case EntryKind::ListsHeader: return tr("Lists");
        case EntryKind::List: return entry.list.name;
        }
        Q_UNREACHABLE();
    };
    switch (role) {
    case Qt::DisplayRole: return text();
    case Qt::AccessibleTextRole: return entry.count < 0 ? text() : tr("%1, %2 contacts").arg(text()).arg(entry.count);
    case Qt::ToolTipRole:
        return entry.kind == EntryKind::List
                   ? QVariant(entry.list.description.isEmpty() ? entry.list.name : entry.list.description)
                   : QVariant();
    case EntryKindRole: return static_cast<int>(entry.kind);
    case CountRole: return entry.count < 0 ? QVariant() : QVariant(entry.count);
    case ScopeRole: return entry.kind == EntryKind::ListsHeader ? QVariant() : QVariant::fromValue(scope(index.row()));
    case IsTestListRole: return entry.list.isTest;
    default: return {};
    }
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (m_entries[index.row()].kind == EntryKind::ListsHeader)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren | Qt::ItemIsDropEnabled;
}

QStringList SidebarModel::mimeTypes() const
{
    return {contactDragType(), QStringLiteral("text/uri-list")};
}

bool SidebarModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent) const
{
    if (!parent.isValid())
        return false;
    if (!draggedFiles(data).isEmpty())
        return m_entries[parent.row()].kind != EntryKind::ListsHeader;
    return m_entries[parent.row()].kind == EntryKind::List && draggedContacts(data, m_addressBook.path());
}

bool SidebarModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                const QModelIndex &parent)
{
    if (action != Qt::CopyAction || !canDropMimeData(data, action, row, column, parent))
        return false;
    const Entry &entry = m_entries[parent.row()];
    if (const QStringList files = draggedFiles(data); !files.isEmpty()) {
        Q_EMIT filesDropped(files, entry.list.id);
        return true;
    }
    Q_EMIT contactsDropped(*draggedContacts(data, m_addressBook.path()), entry.list);
    return true;
}

} // namespace Elenco
