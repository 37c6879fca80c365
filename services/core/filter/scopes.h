// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filter.h"
#include "core/strongid.h"

namespace Elenco {

// What the side bar selects, as filters: joined with a search by Filter::joined().

inline Filter everybody()
{
    return {};
}
/// New with, or updated by, the last import that was not undone.
Filter importedRecently();
/// The number is not valid.
Filter needingAttention();
Filter membersOf(ListId list);

/// The list whose members a scope is; an id of nothing for every other filter.
ListId listOfScope(const Filter &scope);

} // namespace Elenco
