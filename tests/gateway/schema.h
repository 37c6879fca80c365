// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Elenco::Practice {

class Database;

/// Marks a file as a practice gateway's ("Elpg") and says which tables it has.
inline constexpr int applicationId = 0x456c7067;
inline constexpr int schemaVersion = 1;

/// Makes the tables in an empty database.
void createTables(Database &database);
/// Makes those that are missing.
void createIndexes(Database &database);
/// A seeding of a million is quicker without; createIndexes() comes after it.
void dropIndexes(Database &database);

} // namespace Elenco::Practice
