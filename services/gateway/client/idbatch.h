// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remoteid.h"
#include "core/result.h"

#include <QList>

namespace Elenco {

/// True if the text can be an id in an address: not empty, no comma (a list of ids would be read differently from what
/// was meant), no control characters or blanks, none of the words and dots that address something else.
bool isUsableId(const RemoteId &id);

namespace Internal {
/// `ids` without repetitions, or InvalidInput: none, more than `most`, or one that isUsableId() refuses.
Result<QList<RemoteId>> checkedIds(const QList<RemoteId> &ids, int most);
} // namespace Internal

/// At least one id and at most as many as one call takes: the calls that delete can't be made with fewer or more.
template <int Most>
class IdBatch
{
public:
    static constexpr int most = Most;

    static Result<IdBatch> of(const QList<RemoteId> &ids)
    {
        Result<QList<RemoteId>> checked = Internal::checkedIds(ids, Most);
        if (!checked)
            return checked.error();
        return IdBatch(std::move(*checked));
    }

    const QList<RemoteId> &ids() const { return m_ids; }

private:
    explicit IdBatch(QList<RemoteId> ids) : m_ids(std::move(ids)) {}

    QList<RemoteId> m_ids;
};

/// Ids for a deletion (gateway.md section 2).
using DeletionBatch = IdBatch<100>;
/// Contacts for a change of memberships (gateway.md section 3).
using MemberBatch = IdBatch<1000>;

} // namespace Elenco
