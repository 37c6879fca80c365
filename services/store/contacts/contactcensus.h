// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobcontrol.h"

#include <QtGlobal>

#include <vector>

namespace Elenco {

class Connection;

/// Larger ids were never given; they are overwritten bytes.
constexpr qint64 mostId = qint64{1} << 40;

/// Who was in a damaged file, by everything in it that names a contact: the table, its indexes, the search index, what
/// hangs on contacts. A page that is lost to one of them is seldom lost to all, and what was read of the table alone
/// says nothing of the pages that a damaged one led to.
struct ContactCensus {
    std::vector<qint64> ids; ///< ascending, each once
    /// Something that names every contact was read from end to end without a fault: nobody is missing in `ids`.
    bool isComplete = false;
    /// Where it is not complete: so many ids more were given, and nothing tells of their deletion.
    qint64 unaccounted = 0;
};

/// Reads all of the file several times. On a connection to the damaged file; never throws DatabaseFailure for what is
/// damaged. Stops early when cancelled.
ContactCensus contactCensus(Connection &damaged, const JobControl &control);

/// How many of the census are not in `rescued`, and were not deleted by a person (its tombstones and trash say so).
/// Throws DatabaseFailure for what happens to `rescued`.
qint64 missingContacts(const ContactCensus &census, Connection &rescued);

} // namespace Elenco
