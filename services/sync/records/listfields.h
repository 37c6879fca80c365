// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/records/remotelist.h"
#include "store/sync/synclists.h"

#include <optional>

namespace Elenco {

// What both sides have of a list, three ways (sync.md section 2.5): a list's field can't conflict as a contact's can.
// Pure; any thread.

/// What it does not say is as `known` has it: an absent key is no cleared field.
ListFields fieldsOf(const RemoteList &list, const ListFields &known = {});

/// What is not changed here is what it is there.
ListFields merged(const ListFields &base, const ListFields &here, const ListFields &there);

/// The base after a change of ours whose answer was lost (`sent`): what is over there by it is nobody else's edit.
ListFields settledBase(ListFields base, const std::optional<ListFields> &sent, const ListFields &there);

/// The body that makes `there` what `wanted` says.
ListChange changeTo(const ListFields &wanted, const ListFields &there);

} // namespace Elenco
