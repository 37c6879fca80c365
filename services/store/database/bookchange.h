// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/strongid.h"

#include <QMetaType>

#include <algorithm>
#include <mutex>
#include <optional>
#include <vector>

namespace Elenco {

/// What committed writes made another, for whoever shows some of it or keeps a copy.
struct BookChange {
    /// More contacts than these are everybody.
    static constexpr size_t mostContacts = 20'000;

    /// Made, edited or removed, or with other tags, lists, or another standing with the gateway; ascending, each once.
    /// Empty where everybody may be another.
    std::vector<ContactId> contacts;
    bool isAboutEverybody = false;
    /// Lists were made, renamed or removed, or have other members; who was imported recently counts as one.
    bool isAboutLists = false;

    bool isAbout(ContactId id) const
    {
        return isAboutEverybody || std::binary_search(contacts.begin(), contacts.end(), id);
    }
    bool isAboutContacts() const { return isAboutEverybody || !contacts.empty(); }
    void join(const BookChange &later);
    friend bool operator==(const BookChange &, const BookChange &) = default;
};

/// What was committed since somebody asked, by whatever connection. Any thread.
class CommittedChanges
{
public:
    void join(const BookChange &change);
    /// Nothing when nothing was.
    std::optional<BookChange> take();

private:
    std::mutex m_mutex;
    BookChange m_change;
};

/// Collects what a connection's transactions make another. What is rolled back is the same as before. Used on the
/// thread of the connection.
class ChangeNotes
{
public:
    /// None: nobody wants to know.
    explicit ChangeNotes(CommittedChanges *committed) : m_committed(committed) {}

    void contact(ContactId id);
    /// Those from `first` to `last`.
    void contacts(ContactId first, ContactId last);
    void everybody();
    void lists() { m_open.isAboutLists = true; }

    void commit();
    void rollBack() { m_open = {}; }

private:
    BookChange m_open; ///< its contacts in no order, some more than once
    CommittedChanges *m_committed;
};

} // namespace Elenco

Q_DECLARE_METATYPE(Elenco::BookChange)
