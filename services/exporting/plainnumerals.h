// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

namespace Elenco {

/// While it lives, this thread's C library writes numbers as programs read them ("6800.5"), whatever the desktop's
/// locale is: QCoreApplication puts that one in force on Unix, and libxlsxwriter's printf would write "6800,5" into the
/// XML. Other threads are not touched. Made and let go of on one thread, the last one first.
class PlainNumerals
{
public:
    PlainNumerals();
    ~PlainNumerals();
    PlainNumerals(const PlainNumerals &) = delete;
    PlainNumerals &operator=(const PlainNumerals &) = delete;

private:
    struct Before;
    std::unique_ptr<Before> m_before;
};

} // namespace Elenco
