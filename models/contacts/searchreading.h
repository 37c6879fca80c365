// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filterparser.h"

#include <QStringList>

namespace Elenco {

/// What stands in the search field, read: which contacts it asks for, and what is wrong where.
struct SearchReading {
    Filter filter;                 ///< of all that is understood
    bool isUsable = true;          ///< nothing is wrong but what may still be typed to its end
    QList<FilterProblem> problems; ///< of the text that is being typed, positions in it
    QStringList tokenProblems;     ///< by token: a sentence, empty where all is well
    friend bool operator==(const SearchReading &, const SearchReading &) = default;

    /// `tokens` are conditions, each readable alone.
    static SearchReading of(const QStringList &tokens, const QString &text, const FilterVocabulary &vocabulary);
    /// What is wrong first; empty when nothing is.
    QString sentence() const;
};

/// A search as tokens and the text beside them: conditions become tokens, words stay text.
struct SearchParts {
    QStringList tokens;
    QString text;

    static SearchParts of(const QString &search, const FilterVocabulary &vocabulary);
};

/// Where the condition begins that ends `text` and may become a token; -1 when there is none.
qsizetype conditionAtEnd(const QString &text, const FilterVocabulary &vocabulary);

} // namespace Elenco
