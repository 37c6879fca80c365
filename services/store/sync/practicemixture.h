// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/changeset.h"
#include "core/contact.h"
#include "core/jobcontrol.h"
#include "core/result.h"

#include <vector>

namespace Elenco {

class Workspace;

/// What a person's own address book holds after it was in step with the practice gateway (which has an address book of
/// its own since): who is theirs, and who is invented. Told by where a contact is from: an import, or somebody who
/// typed it, has left its mark here; whoever came with a reading of the gateway and by nothing else is invented.
struct PracticeMixture {
    qint64 own = 0;
    std::vector<ContactId> invented;
    std::vector<ListId> inventedLists; ///< came with a reading, and have no member who is the person's own
};

/// Empty when the workspace's account is not the practice gateway. Any thread.
Result<PracticeMixture> practiceMixture(Workspace &workspace);

/// Takes the invented people and lists out, as one deletion that can be undone, frees everybody else of the ids that
/// the practice gateway gave them, and forgets the account with all that waited for it. Done halfway (the program was
/// ended), it can be done again. On the writer thread. The id is invalid when nobody was invented.
Result<ChangeSetId> separatePractice(Workspace &workspace, const JobControl &control = JobControl());

} // namespace Elenco
