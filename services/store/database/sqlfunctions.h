// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Elenco {

/// The functions that our SQL calls, fold() and number_words(): SQLite gives them to every connection while it opens.
/// To who opens one this way they prove that it was opened by the SQLite that we link. Two copies of SQLite in one
/// process can't be let near one file: a handle of the one is nothing to the other, and closing a file in one ends the
/// locks that the other holds on it. Versions that are equal prove nothing; some builds of Qt have a copy inside.
///
/// expectFunctions() before opening, hasFunctions() behind it, on the same thread; nothing is opened between. Throws
/// DatabaseFailure.
void expectFunctions();
/// `handle` is what Qt's driver has opened, a sqlite3 * of some SQLite.
bool hasFunctions(const void *handle);

} // namespace Elenco
