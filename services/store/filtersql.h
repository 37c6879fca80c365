// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter.h"
#include "store/contactquery.h"
#include "store/sqlite.h"

#include <variant>
#include <vector>

namespace Elenco {

/// A WHERE expression over the table contact (by its name) with its values.
struct SqlCondition {
    std::string sql;
    std::vector<std::variant<std::string, double, qint64>> values;

    /// Binds the values from parameter `first` on. The condition must outlive the statement's run.
    void bindTo(Statement &statement, int first = 1) const;
};

/// A filter cut in two: the words, as one FTS5 expression that the index answers directly, and the rest.
struct SplitFilter {
    std::string match; ///< empty: no words
    Filter rest;
};
SplitFilter splitWords(const Filter &filter);

/// Compiles the filter language to SQL. Values are always bound, never written into the text.
SqlCondition compileFilter(const Filter &filter);
SqlCondition compileScope(const Scope &scope);

} // namespace Elenco
