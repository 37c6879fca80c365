// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Elenco {

/// Who waits for an answer. A person goes first, and is told sooner that something does not work.
enum class Priority {
    Person,
    Background, ///< synchronising: uses at most half of the account's pace, and has patience
};

} // namespace Elenco
