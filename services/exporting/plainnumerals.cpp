// SPDX-License-Identifier: Apache-2.0
#include "exporting/plainnumerals.h"

#include <QtGlobal>

#include <clocale>
#include <string>

#ifdef Q_OS_MACOS
#include <xlocale.h>
#endif

namespace Elenco {

#ifdef Q_OS_WIN

struct PlainNumerals::Before {
    int scope = _configthreadlocale(_ENABLE_PER_THREAD_LOCALE);
    std::string numerals = std::setlocale(LC_NUMERIC, nullptr);
};

PlainNumerals::PlainNumerals() : m_before(std::make_unique<Before>())
{
    std::setlocale(LC_NUMERIC, "C");
}

PlainNumerals::~PlainNumerals()
{
    std::setlocale(LC_NUMERIC, m_before->numerals.c_str());
    _configthreadlocale(m_before->scope);
}

#else

struct PlainNumerals::Before {
    locale_t plain = newlocale(LC_ALL_MASK, "C", locale_t());
    locale_t before = uselocale(plain);
};

PlainNumerals::PlainNumerals() : m_before(std::make_unique<Before>())
{
}

PlainNumerals::~PlainNumerals()
{
    uselocale(m_before->before);
    freelocale(m_before->plain);
}

#endif

} // namespace Elenco
