// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filter.h"
#include "core/result.h"

#include <QJsonObject>

namespace Elenco {

/// A filter as it is stored:
///
///     {"all": [{"key": "city", "is": ["Milano", "Torino"]},
///              {"any": [{"key": "tag", "is": ["vip"]}, {"key": "totalSpent", "greater": ["5000"]}]},
///              {"none": [{"key": "email", "empty": []}]},
///              {"word": "rossi"}]}
///
/// Groups are all, any, none; comparisons is, contains, begins, ends, less, lessOrEqual, greater, greaterOrEqual,
/// between, empty, present; values are texts in canonical form. A filter that asks nothing is {"all": []}.
QJsonObject filterToJson(const Filter &filter);

/// The same filter. Nothing is dropped or guessed: what is not as above is InvalidInput, with the piece as its subject
/// and a sentence. Whether keys and values mean something in an address book is FilterVocabulary::check()'s business.
Result<Filter> filterFromJson(const QJsonObject &json);

} // namespace Elenco
