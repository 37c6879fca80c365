// SPDX-License-Identifier: Apache-2.0
#include "models/contacts/contacttablemodel.h"

#include "addressbook/addressbook.h"
#include "models/contacts/contactdrag.h"

#include <QHash>
#include <QMimeData>

#include <algorithm>

namespace Elenco {

ContactTableModel::ContactTableModel(AddressBook &addressBook, QObject *parent)
    : QAbstractTableModel(parent),
      m_addressBook(addressBook),
      m_columns(contactColumns({})),
      m_order(std::make_shared<const std::vector<ContactId>>())
{
    connect(&addressBook, &AddressBook::changed, this, &ContactTableModel::refresh);
}

ContactTableModel::~ContactTableModel() = default;

void ContactTableModel::setQuery(const ContactQuery &query)
{
    m_query = query;
    m_orderTask = m_addressBook.contacts().order(this, m_query);
    m_orderTask.then([this](const Result<ContactOrder> &order) {
        if (order)
            applyOrder(*order);
        else if (order.error().kind != ErrorKind::Cancelled)
            Q_EMIT failed(order.error());
    });
}

// Cells of those who were changed are old, and so may the order be: also that of a search for a list by its name.
void ContactTableModel::refresh(const BookChange &change)
{
    if (!change.isAboutContacts() && !change.isAboutLists)
        return;
    const auto isOld = [&change](const Contact &contact) { return change.isAbout(contact.id); };
    forgetWindows([&](int, const Window &window) { return std::any_of(window.begin(), window.end(), isOld); });
    setQuery(m_query);
}

// Whatever was fetched, or is being fetched, belongs to other rows or is old. Until the new contents are there a
// contact that was on the screen is shown as it was: a table that goes blank at every keystroke can't be read.
template <typename Test>
void ContactTableModel::forgetWindows(Test isOld)
{
    m_requests.clear();
    m_isUnreadable = false;
    QList<int> old = m_windows.keys();
    old.removeIf([&](int window) { return !isOld(window, *m_windows.object(window)); });
    if (old.isEmpty())
        return;
    m_stale.clear();
    for (int window : old) {
        for (ShownContact &contact : *m_windows.object(window))
            m_stale.insert(contact.id, std::move(contact));
        m_windows.remove(window);
    }
}

void ContactTableModel::forgetRowsFrom(int first)
{
    forgetWindows([first](int window, const Window &) { return (window + 1) * windowSize > first; });
}

void ContactTableModel::setColumns(const QList<ContactColumn> &columns)
{
    if (m_columns == columns)
        return;
    beginResetModel();
    m_columns = columns;
    endResetModel();
}

// The smallest signals that lead from the old rows to the new ones: what both begin and end with stays; between, rows
// go and come. The same rows in another sequence move, so that selection and current row follow them.
void ContactTableModel::applyOrder(ContactOrder order)
{
    const std::vector<ContactId> &old = *m_order, &now = *order;
    const auto [oldFirst, nowFirst] = std::mismatch(old.begin(), old.end(), now.begin(), now.end());
    const auto first = static_cast<int>(oldFirst - old.begin());
    int oldEnd = static_cast<int>(old.size()), nowEnd = static_cast<int>(now.size());
    while (oldEnd > first && nowEnd > first &&
           old[static_cast<size_t>(oldEnd) - 1] == now[static_cast<size_t>(nowEnd) - 1])
        --oldEnd, --nowEnd;
    // Forgotten whenever the rows are others: whoever listens to these signals may look at cells in between.
    const auto forget = [this, first] { forgetRowsFrom(first); };
    const bool isSame = oldEnd == first && nowEnd == first;
    if (!isSame)
        forget();
    if (isSame) {
        m_order = std::move(order);
    } else if (old.size() == now.size()) {
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const ContactOrder previous = std::exchange(m_order, std::move(order));
        forget();
        resort(*previous);
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    } else {
        if (oldEnd > first) {
            beginRemoveRows({}, first, oldEnd - 1);
            auto kept = std::make_shared<std::vector<ContactId>>(old.begin(), old.begin() + first);
            kept->insert(kept->end(), old.begin() + oldEnd, old.end());
            m_order = std::move(kept);
            forget();
            endRemoveRows();
        }
        if (nowEnd > first)
            beginInsertRows({}, first, nowEnd - 1);
        m_order = std::move(order);
        forget();
        if (nowEnd > first)
            endInsertRows();
    }
    if (!m_order->empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT orderChanged();
}

void ContactTableModel::resort(const std::vector<ContactId> &previous)
{
    const QModelIndexList persistent = persistentIndexList();
    QHash<ContactId, int> rows;
    for (const QModelIndex &index : persistent)
        rows.insert(previous[static_cast<size_t>(index.row())], -1);
    for (size_t row = 0; row < m_order->size() && !rows.isEmpty(); ++row) {
        if (const auto found = rows.find((*m_order)[row]); found != rows.end())
            *found = static_cast<int>(row);
    }
    for (const QModelIndex &old : persistent) {
        const int row = rows.value(previous[static_cast<size_t>(old.row())], -1);
        changePersistentIndex(old, row < 0 ? QModelIndex() : index(row, old.column()));
    }
}

ContactId ContactTableModel::contactId(int row) const
{
    return row >= 0 && row < rowCount() ? (*m_order)[static_cast<size_t>(row)] : ContactId();
}

int ContactTableModel::rowOf(ContactId id) const
{
    const auto found = std::find(m_order->begin(), m_order->end(), id);
    return found == m_order->end() ? -1 : static_cast<int>(found - m_order->begin());
}

const ShownContact *ContactTableModel::contactAt(int row) const
{
    const int window = row / windowSize;
    if (const Window *contacts = m_windows.object(window)) {
        const auto offset = static_cast<size_t>(row % windowSize);
        return offset < contacts->size() ? &(*contacts)[offset] : nullptr;
    }
    request(window);
    const auto stale = m_stale.constFind(contactId(row));
    return stale == m_stale.constEnd() ? nullptr : &*stale;
}

void ContactTableModel::request(int window) const
{
    const int last = (rowCount() - 1) / windowSize;
    const int next = window + (window >= m_lastRequested ? 1 : -1); // read ahead the way the user scrolls
    m_lastRequested = window;
    for (int wanted : {window, next}) {
        if (m_isUnreadable || wanted < 0 || wanted > last || m_requests.contains(wanted) || m_windows.contains(wanted))
            continue;
        if (m_requests.size() > 8) // scrolled past them long ago
            m_requests.erase(m_requests.begin()->first == window ? std::next(m_requests.begin()) : m_requests.begin());
        const auto first = m_order->begin() + ptrdiff_t{wanted} * windowSize;
        const auto count = std::min<ptrdiff_t>(windowSize, m_order->end() - first);
        auto *self = const_cast<ContactTableModel *>(this);
        auto &task = m_requests[wanted];
        task = m_addressBook.contacts().rows(self, {first, first + count});
        task.then([self, wanted](Result<Window> contacts) {
            if (!contacts) {
                self->m_requests.erase(wanted);
                // Every look at the rows would fail alike: they are asked for again with the next query or change.
                self->m_isUnreadable = true;
                if (!std::exchange(self->m_hasTold, true))
                    Q_EMIT self->failed(contacts.error());
                return;
            }
            self->m_hasTold = false;
            const int first = wanted * windowSize, count = static_cast<int>(contacts->size());
            self->m_windows.insert(wanted, new Window(std::move(*contacts)));
            self->m_requests.erase(wanted);
            if (count > 0)
                Q_EMIT self->dataChanged(
                    self->index(first, 0),
                    self->index(std::min(first + count, self->rowCount()) - 1, self->columnCount() - 1));
        });
    }
}

int ContactTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order->size());
}

int ContactTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ContactTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == ContactIdRole)
        return QVariant::fromValue(contactId(index.row()));
    const ContactColumn &column = m_columns[index.column()];
    if (role == Qt::TextAlignmentRole)
        return QVariant(column.valueKind == ValueKind::Number ? Qt::AlignRight | Qt::AlignVCenter
                                                              : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole && role != IsLoadedRole &&
        role != ValidRole && role != LineKindRole && role != TagsRole && role != SyncMarkRole &&
        role != NumberRefusedRole)
        return {};
    const ShownContact *contact = contactAt(index.row());
    if (role == IsLoadedRole)
        return contact != nullptr;
    if (!contact)
        return {};
    switch (role) {
    case ValidRole: return contact->valid;
    case LineKindRole: return static_cast<int>(contact->lineKind);
    case SyncMarkRole: return static_cast<int>(contact->syncMark);
    case TagsRole: return contact->tags;
    case NumberRefusedRole: return contact->isNumberRefused;
    default: return displayText(column, *contact);
    }
}

QVariant ContactTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_columns[section].label;
    if (role == Qt::TextAlignmentRole)
        return QVariant(m_columns[section].valueKind == ValueKind::Number ? Qt::AlignRight | Qt::AlignVCenter
                                                                          : Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

void ContactTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= m_columns.size() || !m_columns[column].isSortable())
        return;
    ContactQuery query = m_query;
    query.sort = {{m_columns[column].key, order == Qt::DescendingOrder}};
    if (query.sort != m_query.sort)
        setQuery(query);
}

Qt::ItemFlags ContactTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : flags;
}

QStringList ContactTableModel::mimeTypes() const
{
    return {contactDragType()};
}

QMimeData *ContactTableModel::mimeData(const QModelIndexList &indexes) const
{
    std::vector<ContactId> ids;
    for (const QModelIndex &index : indexes)
        ids.push_back(contactId(index.row()));
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return contactDrag(ids, m_addressBook.path()).release();
}

} // namespace Elenco
