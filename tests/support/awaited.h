// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/task.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

namespace Elenco {

/// Runs the event loop until the Task has ended; a Task that does not end in time is a hang. Not QTest::qWaitFor(),
/// which sleeps ten milliseconds between two looks: a suite makes thousands of requests.
template <typename T>
Result<T> awaited(Task<T> task, int milliseconds = 20'000)
{
    std::optional<Result<T>> result;
    QEventLoop loop;
    task.then([&](Result<T> ended) {
        result.emplace(std::move(ended));
        loop.quit();
    });
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
    if (!result)
        qFatal("a task did not end within %d ms", milliseconds);
    return std::move(*result);
}

/// The kind of the Error, or nullopt for a value.
template <typename T>
std::optional<ErrorKind> kindOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error().kind);
}

} // namespace Elenco

namespace QTest {

template <>
inline char *toString(const std::optional<Elenco::ErrorKind> &kind)
{
    return qstrdup(kind ? qPrintable(QStringLiteral("error %1").arg(int(*kind))) : "a value");
}

} // namespace QTest
