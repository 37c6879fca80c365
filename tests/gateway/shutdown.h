// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Elenco::Practice {

/// Lets the application's event loop end in order on SIGTERM, SIGINT (Windows: Ctrl+C, a closed console). Called
/// before any thread is made, with a QCoreApplication in being.
void quitOnSignals();
/// The same when standard input is closed, as it is when the program that started this one is gone.
void quitWhenInputCloses();

} // namespace Elenco::Practice
