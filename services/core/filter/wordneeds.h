// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"
#include "core/filter/filter.h"

#include <string>
#include <vector>

namespace Elenco {

/// What typed words ask of the words that a contact is found by (SearchText): beginnings, and how they hang together.
/// The store makes FTS5 of it; wordsOf() and isMetBy() answer the same of one contact. Texts are folded and consist of
/// letters and figures alone.
struct WordNeeds {
    enum class Kind {
        All,      ///< every part (no part: nothing is asked)
        Any,      ///< at least one
        Beginning ///< some word begins with `beginning`
    };
    Kind kind = Kind::All;
    std::string beginning;
    std::vector<WordNeeds> parts;

    bool isEmpty() const { return kind == Kind::All && parts.empty(); }
    /// `words` are sorted.
    bool isMetBy(const std::vector<std::string> &words) const;

    /// A word of a contact that begins so, every part of "d'ang"; a number in any notation, by its beginning or by its
    /// end.
    static WordNeeds ofWord(const QString &word);
    /// The digits of a number; nothing is asked where there are none.
    static WordNeeds ofNumber(std::string_view number);
};

/// The words that a contact is found by, sorted.
std::vector<std::string> wordsOf(const Contact &contact);
/// Those of its number alone.
std::vector<std::string> wordsOfNumber(std::string_view number);

/// A filter cut in two: the words, which an index answers directly, and the rest. Runs of figures that stand side by
/// side may be one number that was typed with blanks ("340 123 4567").
struct SplitFilter {
    WordNeeds words;
    QList<Filter> rest; ///< all of them are asked
};
SplitFilter splitWords(const Filter &filter);

} // namespace Elenco
