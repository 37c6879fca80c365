// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.h"
#include "store/database/workspace.h"

#include <optional>

namespace Elenco {

/// A connection of its own for one answer, or the one that is held.
class QueryReader
{
public:
    explicit QueryReader(Workspace::ReaderLease lease) : m_lease(std::move(lease)), m_connection(&**m_lease) {}
    explicit QueryReader(Connection &held) : m_connection(&held) {}
    Connection &operator*() const { return *m_connection; }
    Connection *operator->() const { return m_connection; }

private:
    std::optional<Workspace::ReaderLease> m_lease;
    Connection *m_connection;
};

/// The custom fields, in the sequence in which they were made.
QList<CustomField> readFields(Connection &connection);

} // namespace Elenco
