// SPDX-License-Identifier: Apache-2.0
#include "secrets/passphrasestrength.h"

#include <QChar>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace Elenco {

namespace {

// Bits that a guess by trying all has to get through. Trying one takes a tenth of a second and 64 MB
// (secrets/passphrasefile.h), so that 2^40 of them are some thousand years of one computer.
constexpr double fairBits = 40, strongBits = 65;

constexpr double letters = 26, digits = 10, signs = 32, blank = 1;

} // namespace

PassphraseStrength strengthOf(QStringView passphrase)
{
    if (passphrase.trimmed().size() < shortestPassphrase)
        return PassphraseStrength::TooShort;
    bool hasLower = false, hasUpper = false, hasDigit = false, hasSign = false, hasBlank = false;
    int counted = 0;
    char16_t before = 0;
    for (const QChar character : passphrase) {
        hasLower = hasLower || character.isLower();
        hasUpper = hasUpper || character.isUpper();
        hasDigit = hasDigit || character.isDigit();
        hasBlank = hasBlank || character.isSpace();
        hasSign = hasSign || !(character.isLetterOrNumber() || character.isSpace());
        if (counted == 0 || std::abs(int(character.unicode()) - int(before)) > 1)
            ++counted;
        before = character.unicode();
    }
    const double kinds =
        hasLower * letters + hasUpper * letters + hasDigit * digits + hasSign * signs + hasBlank * blank;
    const double bits = counted * std::log2(std::max(kinds, 2.0));
    return bits < fairBits     ? PassphraseStrength::Weak
           : bits < strongBits ? PassphraseStrength::Fair
                               : PassphraseStrength::Strong;
}

} // namespace Elenco
