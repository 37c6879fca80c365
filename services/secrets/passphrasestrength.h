// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace Elenco {

/// How hard a passphrase is to guess, for whoever makes one.
enum class PassphraseStrength {
    TooShort, ///< not to be taken
    Weak,
    Fair,
    Strong,
};
/// Fewer characters than this are TooShort.
constexpr qsizetype shortestPassphrase = 8;

/// Judged by its length and the kinds of its characters; what repeats the character before it, or follows it in the
/// alphabet, counts for nothing. No dictionary: a word from one is weaker than this says.
PassphraseStrength strengthOf(QStringView passphrase);

} // namespace Elenco
