// SPDX-License-Identifier: Apache-2.0
#include "store/database/bookchange.h"

#include <utility>

namespace Elenco {

namespace {

// Whoever needs more than this asks for everything anew.
void limit(BookChange &change)
{
    if (change.contacts.size() > BookChange::mostContacts)
        change.isAboutEverybody = true;
    if (change.isAboutEverybody)
        change.contacts = {};
}

void sort(std::vector<ContactId> &ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

} // namespace

void BookChange::join(const BookChange &later)
{
    isAboutLists |= later.isAboutLists;
    isAboutEverybody |= later.isAboutEverybody;
    const auto middle = static_cast<std::ptrdiff_t>(contacts.size());
    contacts.insert(contacts.end(), later.contacts.begin(), later.contacts.end());
    std::inplace_merge(contacts.begin(), contacts.begin() + middle, contacts.end());
    contacts.erase(std::unique(contacts.begin(), contacts.end()), contacts.end());
    limit(*this);
}

void ChangeNotes::contact(ContactId id)
{
    std::vector<ContactId> &ids = m_open.contacts;
    if (m_open.isAboutEverybody || (!ids.empty() && ids.back() == id))
        return; // the parts of one contact are written one after the other
    ids.push_back(id);
    if (ids.size() == 2 * BookChange::mostContacts) {
        sort(ids);
        limit(m_open);
    }
}

void ChangeNotes::contacts(ContactId first, ContactId last)
{
    if (last.value - first.value >= qint64(BookChange::mostContacts))
        return everybody();
    for (qint64 id = first.value; id <= last.value; ++id)
        contact(ContactId(id));
}

void ChangeNotes::everybody()
{
    m_open.isAboutEverybody = true;
    limit(m_open);
}

void ChangeNotes::commit()
{
    sort(m_open.contacts);
    const BookChange now = std::exchange(m_open, {});
    if (m_committed)
        m_committed->join(now);
}

void CommittedChanges::join(const BookChange &change)
{
    const std::lock_guard guard(m_mutex);
    m_change.join(change);
}

std::optional<BookChange> CommittedChanges::take()
{
    const std::lock_guard guard(m_mutex);
    BookChange taken = std::exchange(m_change, {});
    if (taken == BookChange())
        return {};
    return taken;
}

} // namespace Elenco
