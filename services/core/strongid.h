// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace Elenco {

/// A number that can't be mistaken for another kind of number: StrongId<ContactTag> is never a StrongId<ListTag>.
/// 0 is "none"; ids in the store start at 1.
template <typename Tag>
struct StrongId {
    qint64 value = 0;

    constexpr StrongId() = default;
    constexpr explicit StrongId(qint64 v) : value(v) {}
    constexpr bool isValid() const { return value > 0; }
    friend constexpr auto operator<=>(StrongId, StrongId) = default;
    friend size_t qHash(StrongId id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

/// A contact of this desk; never reused, never sent to the gateway.
using ContactId = StrongId<struct ContactTag>;
/// A list of this desk.
using ListId = StrongId<struct ListTag>;
/// One finished or rehearsed import.
using ImportId = StrongId<struct ImportTag>;
/// One entry of the journal: what History shows and Undo takes back.
using ChangeSetId = StrongId<struct ChangeSetTag>;

} // namespace Elenco

Q_DECLARE_METATYPE(Elenco::ContactId)
Q_DECLARE_METATYPE(Elenco::ListId)
