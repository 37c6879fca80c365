// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace Elenco {

/// Whether the system saves its battery: power profiles of Linux desktops, the battery saver of Windows, the low power
/// mode of macOS. Where it tells nothing, it saves nothing. Lives on one thread, whose event loop brings the news.
class PowerWatch : public QObject
{
    Q_OBJECT

public:
    explicit PowerWatch(QObject *parent = nullptr);

    bool isSaving() const { return m_isSaving; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void refresh();

private:
    void setSaving(bool saves);

    bool m_isSaving = false;
};

} // namespace Elenco
