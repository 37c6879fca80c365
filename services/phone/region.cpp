// SPDX-License-Identifier: Apache-2.0
#include "phone/region.h"

#include <phonenumbers/phonenumberutil.h>

#include <QLocale>

using i18n::phonenumbers::PhoneNumberUtil;

namespace Elenco {

const std::vector<Region> &regions()
{
    static const std::vector<Region> all = [] {
        std::set<std::string> codes;
        PhoneNumberUtil::GetInstance()->GetSupportedRegions(&codes);
        std::vector<Region> result;
        result.reserve(codes.size());
        for (const std::string &code : codes)
            result.push_back({code, PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(code)});
        return result;
    }();
    return all;
}

QString defaultRegion(const QLocale &locale)
{
    const QString code = QLocale::territoryToCode(locale.territory());
    if (locale.language() != QLocale::C && PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(code.toStdString()))
        return code;
    return QStringLiteral("IT");
}

} // namespace Elenco
