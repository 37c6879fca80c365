// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Elenco::Practice {

class State;
struct Options;

/// Fills a new state with options.contacts invented people in options.lists lists, and some campaigns when there are
/// lists. The same options give the same people. Not empty: a sentence about why it could not be done.
QString seedState(State &state, const Options &options);

} // namespace Elenco::Practice
