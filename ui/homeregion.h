// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QSettings;

namespace Elenco {

/// Whose numbers are meant where a number does not say so: as chosen for the last import, else the system's region.
QString homeRegion(const QSettings &settings);
void setHomeRegion(QSettings &settings, const QString &region);

} // namespace Elenco
