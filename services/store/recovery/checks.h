// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobcontrol.h"
#include "core/result.h"

#include <QStringList>

namespace Elenco {

class Workspace;

/// Looks over the whole file: SQLite's own integrity check, foreign keys, the full-text index, and our invariants
/// (derived columns say what they should, every import's ledger ties out, no valid number that is not E.164).
/// Gives one sentence a finding; none means all is well. Reads everything, so it takes a while.
/// Any thread for a workspace opened to read (the search index is then left out); else the writer thread.
Result<QStringList> checkWorkspace(Workspace &workspace, const JobControl &control = JobControl());

} // namespace Elenco
