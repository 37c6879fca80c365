// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Elenco {

/// What is wrong with a piece of a filter's text, and where.
struct FilterProblem {
    enum class Kind {
        OpenQuote,    ///< the quotation mark that closes it is missing
        OpenBracket,  ///< the bracket that closes it is missing
        NoValue,      ///< "city:" and nothing more so far; `detail`: the key, where its value may be missing
        StrayBracket, ///< one that closes nothing
        TooDeep,      ///< more brackets in each other than anybody means
        UnknownField, ///< `detail`: a field that it may have been meant for
        NoDate,       ///< `detail`: the field; so below
        NoNumber,
        NoPhone,
        NoBool,
        NoInteger,
        NoCanonicalDate,   ///< a date, but not as it is written here
        NoCanonicalNumber, ///< a number, but not as it is written here
        NotComparable,     ///< "<" or ">" of a field whose values have no order
        NoPiece,           ///< "begins with" of a field that holds no texts
        StarInside,        ///< a star that is neither before nor behind; `detail`: the field
        NotListed,         ///< "has:valid", of what everybody is or is not
        UnknownWord,       ///< `detail`: the words that may stand there
    };
    qsizetype position = 0;
    qsizetype length = 0;
    Kind kind = Kind::OpenQuote;
    QString subject; ///< the piece, without its quotes
    QString detail;

    /// It may still become right by typing on; what stands before it counts already.
    bool isUnfinished() const { return kind <= Kind::NoValue; }
    /// One sentence in the user's language.
    QString text() const;
    friend bool operator==(const FilterProblem &, const FilterProblem &) = default;
};

} // namespace Elenco
