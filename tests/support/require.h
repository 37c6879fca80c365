// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QtGlobal>

#include <utility>

namespace Elenco {

/// The value of a Result that a test can't do without; an Error ends the test program with its words.
template <typename T>
T require(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return std::move(*result);
}

inline void require(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
}

} // namespace Elenco
