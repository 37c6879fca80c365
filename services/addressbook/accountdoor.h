// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/door.h"
#include "store/sync/accountrecord.h"
#include "store/sync/practicemixture.h"

#include <optional>

namespace Elenco {

/// The account on the partner's gateway that the address book belongs to (store/sync/accountrecord.h); no change set,
/// and not announced.
class AccountDoor : public Door
{
    Q_OBJECT

public:
    using Door::Door;

    Task<std::optional<AccountRecord>> read(QObject *context);
    Command<void> save(QObject *context, const AccountRecord &record);
    Command<void> saveCapabilities(QObject *context, const AccountRecord &record);
    Command<void> remove(QObject *context);
    /// The account has to prove that it is the one the contacts are in step with; confirmed, it need not.
    Command<void> doubt(QObject *context);
    Command<void> confirm(QObject *context);
    /// Who is a person's own and who is invented, where the practice gateway's people came in
    /// (store/sync/practicemixture.h).
    Task<PracticeMixture> practiceMixture(QObject *context);
    /// One change set.
    Command<ChangeSetId> separatePractice(QObject *context);
};

} // namespace Elenco
