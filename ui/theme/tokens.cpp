// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/tokens.h"

#include <QPalette>

namespace Elenco {

namespace {

QColor rgb(QRgb value)
{
    return QColor(value);
}

Tokens makeLight()
{
    Tokens t;
    t.bg = rgb(0xf6f7f9);
    t.panel = rgb(0xffffff);
    t.sunken = rgb(0xeef0f3);
    t.line = rgb(0xdfe3e8);
    t.line2 = rgb(0xeceff2);
    t.text = rgb(0x1b1f24);
    t.muted = rgb(0x5e6873);
    t.faint = rgb(0x8c96a1);
    t.accent = rgb(0x2f6fed);
    t.accentSoft = rgb(0xe6eefd);
    t.accentText = rgb(0x1d55c4);
    t.onAccent = rgb(0xffffff);
    t.ok = rgb(0x1f8a5b);
    t.okSoft = rgb(0xe2f4eb);
    t.warn = rgb(0xa86400);
    t.warnSoft = rgb(0xfdf1dc);
    t.bad = rgb(0xc0362c);
    t.badSoft = rgb(0xfce8e6);
    t.violet = rgb(0x6b4fd8);
    t.violetSoft = rgb(0xeeeafc);
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.bg = rgb(0x16181c);
    t.panel = rgb(0x1e2126);
    t.sunken = rgb(0x121417);
    t.line = rgb(0x30353c);
    t.line2 = rgb(0x272b31);
    t.text = rgb(0xe8ebef);
    t.muted = rgb(0xa3adb8);
    t.faint = rgb(0x76808b);
    t.accent = rgb(0x6b9bff);
    t.accentSoft = rgb(0x22314f);
    t.accentText = rgb(0xa9c5ff);
    t.onAccent = rgb(0x0d1526);
    t.ok = rgb(0x5fca97);
    t.okSoft = rgb(0x1b3329);
    t.warn = rgb(0xe3ab52);
    t.warnSoft = rgb(0x3a2e18);
    t.bad = rgb(0xf2857c);
    t.badSoft = rgb(0x402320);
    t.violet = rgb(0xa995f5);
    t.violetSoft = rgb(0x2d2847);
    t.dark = true;
    return t;
}

} // namespace

TonePair Tokens::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Plain: return {muted, sunken};
    case Tone::Accent: return {accentText, accentSoft};
    case Tone::Ok: return {ok, okSoft};
    case Tone::Warn: return {warn, warnSoft};
    case Tone::Bad: return {bad, badSoft};
    case Tone::Violet: return {violet, violetSoft};
    }
    return {muted, sunken};
}

const Tokens &lightTokens()
{
    static const Tokens light = makeLight();
    return light;
}

const Tokens &darkTokens()
{
    static const Tokens dark = makeDark();
    return dark;
}

const Tokens &tokens(const QPalette &palette)
{
    // By the background: labels change their own foreground, hardly any widget its window colour.
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? darkTokens() : lightTokens();
}

QPalette makePalette(const Tokens &t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.bg);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.panel);
    palette.setColor(QPalette::AlternateBase, t.bg);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::Button, t.panel);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.bad);
    palette.setColor(QPalette::PlaceholderText, t.faint);
    palette.setColor(QPalette::Highlight, t.accentSoft);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Link, t.accentText);
    palette.setColor(QPalette::LinkVisited, t.violet);
    palette.setColor(QPalette::ToolTipBase, t.panel);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Light, t.panel);
    palette.setColor(QPalette::Midlight, t.line2);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.faint);
    palette.setColor(QPalette::Shadow, t.line);
    for (const auto role : {QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, t.faint);
    return palette;
}

} // namespace Elenco
