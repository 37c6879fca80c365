// SPDX-License-Identifier: Apache-2.0
#include "models/contacts/contactselection.h"

#include <algorithm>

namespace Elenco {

ContactSelection::ContactSelection(ContactTableModel &model, QObject *parent)
    : QItemSelectionModel(nullptr, parent), m_contacts(model)
{
    // Before the base class hears of it: it would make an index for every selected row.
    connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this, &ContactSelection::keep);
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ContactSelection::keep);
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, &ContactSelection::keep);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &ContactSelection::keep);
    setModel(&model);
    connect(&model, &ContactTableModel::orderChanged, this, &ContactSelection::restore);
    // After the views, which forget their selection when a model is reset.
    connect(&model, &QAbstractItemModel::modelReset, this, &ContactSelection::restore, Qt::QueuedConnection);
    connect(this, &QItemSelectionModel::selectionChanged, this, [this] {
        m_userSelected = true;
        announce();
    });
    connect(this, &QItemSelectionModel::currentChanged, this, &ContactSelection::announce);
}

qint64 ContactSelection::count() const
{
    qint64 rows = 0;
    for (const QItemSelectionRange &range : selection())
        rows += range.height();
    return rows;
}

bool ContactSelection::isAll() const
{
    return m_contacts.rowCount() > 0 && count() == m_contacts.rowCount();
}

std::vector<ContactId> ContactSelection::ids() const
{
    QItemSelection ranges = selection();
    std::sort(ranges.begin(), ranges.end(), [](const auto &a, const auto &b) { return a.top() < b.top(); });
    std::vector<ContactId> ids;
    const std::vector<ContactId> &order = *m_contacts.order();
    for (const QItemSelectionRange &range : std::as_const(ranges))
        ids.insert(ids.end(), order.begin() + range.top(), order.begin() + range.bottom() + 1);
    return ids;
}

ContactId ContactSelection::current() const
{
    return m_contacts.contactId(currentIndex().row());
}

void ContactSelection::toggleAll()
{
    if (isAll()) {
        clearSelection();
        return;
    }
    if (m_contacts.rowCount() > 0)
        select({m_contacts.index(0, 0), m_contacts.index(m_contacts.rowCount() - 1, m_contacts.columnCount() - 1)},
               ClearAndSelect);
}

void ContactSelection::keep()
{
    if (m_isKeeping)
        return;
    m_isKeeping = true;
    if (m_userSelected) {
        m_kept.clear();
        for (ContactId id : ids()) {
            const auto bit = static_cast<size_t>(id.value);
            if (bit >= m_kept.size())
                m_kept.resize(std::max(bit + 1, m_kept.size() * 2));
            m_kept[bit] = true;
        }
        m_userSelected = false;
    }
    if (currentIndex().isValid()) {
        m_keptCurrent = current();
        m_keptColumn = currentIndex().column();
    }
    reset(); // quietly: the rows are the old ones still
}

void ContactSelection::restore()
{
    if (!m_isKeeping)
        return;
    m_isKeeping = false;
    if (m_userSelected) // after the new rows came, before this was heard of: what is chosen now counts
        return;
    const std::vector<ContactId> &order = *m_contacts.order();
    const auto isKept = [this](ContactId id) {
        return static_cast<size_t>(id.value) < m_kept.size() && m_kept[static_cast<size_t>(id.value)];
    };
    const int lastColumn = m_contacts.columnCount() - 1;
    QItemSelection ranges;
    for (size_t row = 0; row < order.size() && !m_kept.empty() && ranges.size() <= mostRanges; ++row) {
        if (!isKept(order[row]))
            continue;
        const size_t first = row;
        while (row + 1 < order.size() && isKept(order[row + 1]))
            ++row;
        ranges.append(
            {m_contacts.index(static_cast<int>(first), 0), m_contacts.index(static_cast<int>(row), lastColumn)});
    }
    m_isRestoring = true;
    if (ranges.size() <= mostRanges)
        select(ranges, ClearAndSelect);
    if (const int row = m_keptCurrent.isValid() ? m_contacts.rowOf(m_keptCurrent) : -1; row >= 0)
        setCurrentIndex(m_contacts.index(row, std::min(m_keptColumn, lastColumn)), NoUpdate);
    m_isRestoring = false;
    m_userSelected = false;
    announce();
}

// A click changes the selection and the current contact, a sort takes both away and brings them back: one word for all.
void ContactSelection::announce()
{
    if (m_isAnnouncing)
        return;
    m_isAnnouncing = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isAnnouncing = false;
            Q_EMIT contactsChanged();
        },
        Qt::QueuedConnection);
}

} // namespace Elenco
