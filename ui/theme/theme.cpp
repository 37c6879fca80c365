// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/theme.h"

#include "ui/theme/elencostyle.h"

#include <QApplication>
#include <QFont>
#include <QFontDatabase>
#include <QPalette>
#include <QToolTip>

using namespace Qt::StringLiterals;

// The resources are in a static library: without this call the linker leaves them out. Not allowed in a namespace.
static void initResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace Elenco {

Theme::Theme(QApplication &app, Appearance appearance, QObject *parent)
    : QObject(parent),
      m_app(app),
      m_appearance(appearance),
      // Qt 6.4 does not name the system's colour scheme; its palette tells.
      m_systemIsDark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128)
{
    m_app.setStyle(new ElencoStyle);
    QApplication::setFont(uiFont());
    apply();
}

bool Theme::isDark() const
{
    return m_appearance == Appearance::System ? m_systemIsDark : m_appearance == Appearance::Dark;
}

void Theme::setAppearance(Appearance appearance)
{
    if (m_appearance == appearance)
        return;
    const bool wasDark = isDark();
    m_appearance = appearance;
    if (isDark() == wasDark)
        return;
    apply();
    // The application tells its widgets by a posted event; this comes after it.
    QMetaObject::invokeMethod(this, &Theme::changed, Qt::QueuedConnection);
}

void Theme::apply()
{
    const QPalette palette = makePalette(tokens());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

QString uiFontFamily()
{
    static const QString family = [] {
        initResources();
        QString name;
        for (const QString &weight : {u"Regular"_s, u"Medium"_s, u"SemiBold"_s, u"Bold"_s}) {
            const int id = QFontDatabase::addApplicationFont(u":/elenco/fonts/ElencoSans-%1.otf"_s.arg(weight));
            if (id >= 0 && name.isEmpty())
                name = QFontDatabase::applicationFontFamilies(id).value(0);
        }
        return name.isEmpty() ? QFont().family() : name;
    }();
    return family;
}

QFont uiFont(int pixels, int weight)
{
    QFont font(uiFontFamily());
    font.setPixelSize(pixels > 0 ? pixels : Metric::font);
    font.setWeight(QFont::Weight(weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace Elenco
