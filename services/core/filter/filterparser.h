// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "core/filter/filtervocabulary.h"

#include <optional>

namespace Elenco {

/// What a filter's text says, and what is wrong with it. Conditions with a problem are not in the filter.
struct ParsedFilter {
    struct Part {
        qsizetype position = 0;
        qsizetype length = 0;
        bool isWord = false;
        bool isEither = false; ///< alternatives without brackets around them
    };
    Filter filter;
    QList<FilterProblem> problems; ///< in the sequence of the text
    QList<Part> parts;             ///< what stands side by side at the top: words, conditions, groups

    /// Nothing is wrong but what may still be typed to its end.
    bool isUsable() const;
    /// The first problem, with the part of `text` that it is in; nothing when all is well.
    std::optional<Error> error(const QString &text) const;
};

/// Reads what was typed, at every keystroke: what is understood is read, whatever stands beside it.
ParsedFilter readFilter(const QString &text, const FilterVocabulary &vocabulary);

} // namespace Elenco
