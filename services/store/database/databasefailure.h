// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QString>

#include <type_traits>

namespace Elenco {

/// What SQLite reported, thrown inside services/store only: any failing statement unwinds to the one place (guarded())
/// that turns it into an Error, and rolls back on its way. Nothing in this folder's public functions throws.
struct DatabaseFailure {
    /// Not SQLite's: Qt's driver for it is missing, or has another SQLite inside than the one that we link
    /// (store/database/sqlfunctions.h).
    static constexpr int noSharedSqlite = -1;

    int code = 0; ///< SQLite's extended result code, or noSharedSqlite
    QString message;

    Error toError(const QString &subject) const;
};

/// Runs `work` and turns a DatabaseFailure into an Error about `subject`.
template <typename Work>
auto guarded(const QString &subject, Work work) -> Result<decltype(work())>
{
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const DatabaseFailure &failure) {
        return failure.toError(subject);
    }
}

/// For work that is itself a Result.
template <typename Work>
auto guardedResult(const QString &subject, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const DatabaseFailure &failure) {
        return failure.toError(subject);
    }
}

} // namespace Elenco
