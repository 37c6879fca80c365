// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <span>

namespace Elenco {

class Connection;

/// "Elnc": marks our files among SQLite databases (PRAGMA application_id).
inline constexpr int applicationId = 0x456c6e63;

/// The schema step that this program writes (PRAGMA user_version).
int currentSchemaStep();

/// Brings the file of `connection` to the current step, each step in one transaction. Before anything is changed in a
/// file with content, it is copied to "<path>.step<N>.backup" by SQLite's backup API.
/// Errors: NewerVersion, NotAWorkspace (nothing is written in both cases), and what SQLite reports.
Result<void> migrate(Connection &connection, const QString &path);

/// The indexes that a large load drops and makes anew at its end; each a CREATE statement with its name.
struct BulkIndex {
    const char *name;
    const char *create;
};
std::span<const BulkIndex> bulkIndexes();

} // namespace Elenco
