// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importing/columnprofile.h"

#include <QLocale>

#include <vector>

namespace Elenco {

/// Finds a target for every column: from what a vCard column is, from header aliases in five languages, and from the
/// look of the values, and never against what the values cannot be: a column of tax numbers is nobody's phone, a column
/// of "unsubscribed" no region. Columns that match nothing become custom fields, so that nothing is lost; columns
/// without any value are left out. Of two columns of one name the first with values has its field. `existingFields`
/// are the custom fields of the workspace (name, kind): none of them takes a header from a standard field. `region`: of
/// numbers without prefix. What is too doubtful is left open (ColumnTarget::askedBelow).
ColumnMapping guessMapping(const QList<Column> &columns, const std::vector<ColumnProfile> &profiles,
                           const QList<std::pair<QString, ValueKind>> &existingFields, const QLocale &locale,
                           const QString &region = {}, bool hasHeaders = true);

/// Sets what only the whole column tells (date order, decimal sign) for a target that the user has chosen.
ColumnTarget withProfile(ColumnTarget target, const ColumnProfile &profile, const QLocale &locale);

} // namespace Elenco
