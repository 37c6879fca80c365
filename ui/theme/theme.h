// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>

class QApplication;

namespace Elenco {

/// Which appearance the user asked for. Stored in the settings: add at the end only.
enum class Appearance { System, Light, Dark };

/// Dresses the application: palette, style, font; and changes them while it runs.
class Theme : public QObject
{
    Q_OBJECT

public:
    /// Made once, before the first widget: the system's own palette is read here.
    explicit Theme(QApplication &app, Appearance appearance = Appearance::System, QObject *parent = nullptr);

    Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);
    bool isDark() const;
    const Tokens &tokens() const { return isDark() ? darkTokens() : lightTokens(); }

Q_SIGNALS:
    /// After every widget has its new palette: at the next turn of the event loop.
    void changed();

private:
    void apply();

    QApplication &m_app;
    Appearance m_appearance;
    bool m_systemIsDark;
};

/// The family of the carried font; loads it on first use.
QString uiFontFamily();
/// The interface font in a size and weight of the design. `pixels` 0: the usual size.
QFont uiFont(int pixels = 0, int weight = 400);

} // namespace Elenco
