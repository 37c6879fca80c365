// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QRawFont>

#include <array>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

// Drawn at this size and scaled: the font's own grid is 24 units.
constexpr qreal grid = 24;

constexpr std::array<char16_t, size_t(Icon::Count_)> codePoints{
    u'\0',
#define ELENCO_ICON(name, code) char16_t(code),
#include "ui/theme/iconlist.h"
#undef ELENCO_ICON
};

/// The outline of an icon, in a square of 24 units.
const QPainterPath &outline(Icon name)
{
    static const std::array<QPainterPath, codePoints.size()> outlines = [] {
        uiFontFamily(); // makes the resources known
        QFile file(u":/elenco/icons/lucide.ttf"_s);
        std::array<QPainterPath, codePoints.size()> paths;
        if (!file.open(QIODevice::ReadOnly))
            return paths;
        const QRawFont font(file.readAll(), grid, QFont::PreferNoHinting);
        for (size_t i = 1; i < paths.size(); ++i) {
            const QList<quint32> glyphs = font.glyphIndexesForString(QString(QChar(codePoints[i])));
            if (!glyphs.isEmpty())
                paths[i] = font.pathForGlyph(glyphs.first()).translated(0, grid);
        }
        return paths;
    }();
    return outlines[size_t(name)];
}

QColor colour(IconTint tint, const Tokens &t)
{
    switch (tint) {
    case IconTint::Text: return t.text;
    case IconTint::Muted: return t.muted;
    case IconTint::Faint: return t.faint;
    case IconTint::OnAccent: return t.onAccent;
    case IconTint::Accent: return t.accentText;
    case IconTint::Ok: return t.ok;
    case IconTint::Warn: return t.warn;
    case IconTint::Bad: return t.bad;
    case IconTint::Violet: return t.violet;
    }
    return t.text;
}

/// Paints the outline each time it is asked, so that a new theme or another screen needs no new icon.
class FontIconEngine : public QIconEngine
{
public:
    FontIconEngine(Icon name, IconTint tint) : m_name(name), m_tint(tint) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Tokens &t = tokens(QGuiApplication::palette());
        QColor shown = colour(m_tint, t);
        if (mode == QIcon::Disabled) {
            shown = t.faint;
            shown.setAlphaF(0.6F);
        }
        paintIcon(*painter, m_name, rect, shown);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }
    QIconEngine *clone() const override { return new FontIconEngine(*this); }

private:
    Icon m_name;
    IconTint m_tint;
};

} // namespace

QIcon icon(Icon name, IconTint tint)
{
    return name == Icon::None ? QIcon() : QIcon(new FontIconEngine(name, tint));
}

void paintIcon(QPainter &painter, Icon name, const QRectF &rect, const QColor &colour)
{
    const qreal side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2);
    painter.scale(side / grid, side / grid);
    painter.fillPath(outline(name), colour);
    painter.restore();
}

} // namespace Elenco
