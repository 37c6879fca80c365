// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/values.h"

#include <optional>

namespace Elenco::Practice {

/// A vCard file (RFC 2426, RFC 6350), as far as the gateway takes something from it.
struct CardFile {
    struct Card {
        int line = 0;      ///< of its BEGIN, from 1
        Contact contact;   ///< the number as it stands there
        QString complaint; ///< not empty: the card can't be imported, and why
    };
    QList<Card> cards;

    /// None: not UTF-8, no card at all, or one that does not end.
    static std::optional<CardFile> of(const QByteArray &bytes);
};

} // namespace Elenco::Practice
