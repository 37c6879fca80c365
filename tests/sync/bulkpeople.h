// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sync/office.h"

namespace Elenco {

constexpr int few = 20;  ///< Desk's `mostSingles` where files are what is tried
constexpr int many = 70; ///< more than that

/// The numbers of importPeople().
QString fileNumber(int i);
/// `count` people from the file people.csv, from `first` on: "Name00001 Surname00001" with an e-mail address; with
/// `isMore` also of Milano, with a custom field.
void importPeople(Desk &desk, int count, bool isMore = false, int first = 1, const QStringList &lists = {});

/// Whether an upload to the account of fetchedOptions() has to be confirmed.
bool isTwoStep();

} // namespace Elenco
