// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace Elenco::Practice {

/// What a connection does with the answer to one request.
struct Delivery {
    enum class Then {
        KeepOpen,
        Close, ///< when all is written
        Reset, ///< at once, without a goodbye (RST)
        Hang,  ///< nothing more is written or read; the client has to give up
    };
    QByteArray bytes;
    Then then = Then::KeepOpen;
    int delayMs = 0;    ///< before the first byte
    int pieceBytes = 0; ///< written in pieces of this size; 0: at once
    int pieceMs = 0;    ///< between two pieces
};

} // namespace Elenco::Practice
