// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>

class QPalette;

namespace Elenco {

/// A foreground and the soft background that goes with it.
struct TonePair {
    QColor text;
    QColor soft;
};

/// What a colour means; chips, badges, cards and icons are told this, never a colour.
enum class Tone { Plain, Accent, Ok, Warn, Bad, Violet };

/// The colours of the design, for one appearance.
struct Tokens {
    QColor bg, panel, sunken, line, line2;
    QColor text, muted, faint;
    QColor accent, accentSoft, accentText, onAccent;
    QColor ok, okSoft, warn, warnSoft, bad, badSoft, violet, violetSoft;
    bool dark = false;

    TonePair tone(Tone tone) const;
};

const Tokens &lightTokens();
const Tokens &darkTokens();
/// The tokens that a palette was made of: painting code asks its own palette, so that no one has to hand them around.
const Tokens &tokens(const QPalette &palette);
QPalette makePalette(const Tokens &tokens);

/// Sizes of the design, in device-independent pixels.
namespace Metric {
inline constexpr int radius = 6;
inline constexpr int button = 30;
inline constexpr int chip = 24;
inline constexpr int badge = 18;
inline constexpr int tableRow = 32;
inline constexpr int tableHeader = 30;
inline constexpr int sideRow = 28;
inline constexpr int icon = 16;
inline constexpr int avatar = 22;
inline constexpr int font = 13;
} // namespace Metric

} // namespace Elenco
