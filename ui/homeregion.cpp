// SPDX-License-Identifier: Apache-2.0
#include "ui/homeregion.h"

#include "phone/region.h"

#include <QLocale>
#include <QSettings>

namespace Elenco {

namespace {
const QString key = QStringLiteral("import/region");
}

QString homeRegion(const QSettings &settings)
{
    return settings.value(key, defaultRegion(QLocale())).toString();
}

void setHomeRegion(QSettings &settings, const QString &region)
{
    settings.setValue(key, region);
}

} // namespace Elenco
