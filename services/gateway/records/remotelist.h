// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/records/page.h"

#include "core/remoteid.h"

#include <QByteArray>
#include <QString>

namespace Elenco {

/// A list as the gateway has it (gateway.md section 3).
struct RemoteList {
    RemoteId id;
    QString name;
    std::optional<QString> description;
    std::optional<bool> isTest;
    std::optional<bool> isDeleted; ///< a tombstone, shown with `includeDeleted`
    std::optional<qint64> contactCount;
    QString createdAt; ///< ISO 8601 as sent
    QByteArray extra;  ///< the keys we do not know, as one raw JSON object; empty when there are none

    friend bool operator==(const RemoteList &, const RemoteList &) = default;
};

/// Which lists. Empty or nullopt: not asked.
struct RemoteListQuery {
    QString search;
    RemoteId id;
    QList<RemoteId> contactIds; ///< lists that hold these contacts
    std::optional<bool> isTest;
    bool includeDeleted = false;
    /// Deleted ones even where nothing tells them from the others (Capabilities::marksDeletedLists): whoever asks does.
    bool evenUnmarked = false;
    QString sortBy; ///< empty: "id" where the account can
    SortOrder order = SortOrder::Ascending;
    PageRequest page;

    /// True if the row answers the question, as far as the row shows it.
    bool matches(const RemoteList &row) const;

    friend bool operator==(const RemoteListQuery &, const RemoteListQuery &) = default;
};

/// The fields to write of a list: nullopt leaves a field as it is. A new list needs a name.
struct ListChange {
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<bool> isTest;

    friend bool operator==(const ListChange &, const ListChange &) = default;
};

/// What the gateway says it did with memberships; each source says something else. For showing, not for deciding: the
/// list itself is read for that.
struct MembershipOutcome {
    std::optional<qint64> added;
    std::optional<qint64> skipped; ///< were members already
    std::optional<qint64> invalid;
    std::optional<qint64> removed;
    std::optional<qint64> totalInList;
    QList<RemoteId> associations; ///< for removeAssociation()

    friend bool operator==(const MembershipOutcome &, const MembershipOutcome &) = default;
};

} // namespace Elenco
