// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filtervocabulary.h"
#include "core/result.h"
#include "store/database/sqlite.h"

#include <QDate>

#include <variant>
#include <vector>

namespace Elenco {

/// A WHERE expression over the table contact (by its name) with its values. It is 0 or 1 for every row, never NULL.
struct SqlCondition {
    std::string sql;
    std::vector<std::variant<std::string, double, qint64>> values;

    /// Binds the values from parameter `first` on. The condition must outlive the statement's run.
    void bindTo(Statement &statement, int first = 1) const;
};

/// Compiles the filter language to SQL, which finds whom judge() (core/filter/filterverdict.h) lets in. Values are
/// always bound, never written into the text; `today` is what dates are told from. Errors: InvalidInput, for a field
/// that is not there, a comparison that it does not take, and a value that is none of its kind.
Result<SqlCondition> compileFilter(const Filter &filter, const FilterVocabulary &vocabulary, QDate today);

} // namespace Elenco
