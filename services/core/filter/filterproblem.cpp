// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterproblem.h"

#include <QCoreApplication>

namespace Elenco {

namespace {

/// Context "FilterProblem".
class FilterProblemText
{
    Q_DECLARE_TR_FUNCTIONS(FilterProblem)
};

} // namespace

QString FilterProblem::text() const
{
    switch (kind) {
    case Kind::OpenQuote: return FilterProblemText::tr("The quotation mark at the end is missing.");
    case Kind::OpenBracket: return FilterProblemText::tr("The closing bracket is missing.");
    case Kind::NoValue:
        return detail.isEmpty() ? FilterProblemText::tr("“%1” waits for a value.").arg(subject)
                                : FilterProblemText::tr("“%1” waits for a value; %2:\"\" finds who has none.").arg(subject, detail);
    case Kind::StrayBracket: return FilterProblemText::tr("This bracket closes nothing.");
    case Kind::TooDeep: return FilterProblemText::tr("There are too many brackets in each other.");
    case Kind::UnknownField:
        return detail.isEmpty() ? FilterProblemText::tr("There is no field “%1”.").arg(subject)
                                : FilterProblemText::tr("There is no field “%1”. Did you mean “%2”?").arg(subject, detail);
    case Kind::NoDate: return FilterProblemText::tr("“%1” is not a date, and “%2” holds dates.").arg(subject, detail);
    case Kind::NoNumber: return FilterProblemText::tr("“%1” is not a number, and “%2” holds numbers.").arg(subject, detail);
    case Kind::NoPhone: return FilterProblemText::tr("“%1” is no part of a phone number: “%2” takes digits.").arg(subject, detail);
    case Kind::NoBool: return FilterProblemText::tr("“%1” is neither yes nor no, and “%2” holds these.").arg(subject, detail);
    case Kind::NoInteger: return FilterProblemText::tr("“%1” is not a number: “%2” takes a whole one.").arg(subject, detail);
    case Kind::NoCanonicalDate:
        return FilterProblemText::tr(
                   "“%1” is not a date as it is written here (2026-03-15, 2026-03 or 2026), and “%2” holds dates.")
            .arg(subject, detail);
    case Kind::NoCanonicalNumber:
        return FilterProblemText::tr("“%1” is not a number as it is written here (5000 or 1090.76), and “%2” holds numbers.")
            .arg(subject, detail);
    case Kind::NotComparable:
        return FilterProblemText::tr("“%1” holds neither numbers nor dates: less and more can’t be told.").arg(subject);
    case Kind::NoPiece: return FilterProblemText::tr("“%1” holds no texts: no piece of a value can be asked for.").arg(subject);
    case Kind::StarInside:
        return FilterProblemText::tr("The star of “%1” may stand before it or behind it; in quotes it is a star.").arg(subject);
    case Kind::NotListed: return FilterProblemText::tr("“%1” is known of everybody.").arg(subject);
    case Kind::UnknownWord: return FilterProblemText::tr("“%1” says nothing here; it may be: %2.").arg(subject, detail);
    }
    Q_UNREACHABLE();
}

} // namespace Elenco
