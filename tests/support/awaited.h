// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/task.h"

#include <QDeadlineTimer>
#include <QTest>

#include <optional>

namespace Elenco {

/// The Result of a Task, waited for with the test's own event loop; a test that waits for more than a minute fails.
template <typename T>
Result<T> awaited(Task<T> task)
{
    std::optional<Result<T>> result;
    task.then([&result](Result<T> answer) { result.emplace(std::move(answer)); });
    const QDeadlineTimer deadline(60'000);
    while (!result && !deadline.hasExpired())
        QTest::qWait(1);
    if (!result)
        qFatal("a task did not end");
    return std::move(*result);
}

} // namespace Elenco
