// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

#include <optional>
#include <utility>

namespace Elenco {

/// A day told from today, or from the day on which the question is asked. Canonical: "today", "today-90d", "today+1w",
/// "today-3m", "today-1y". A month before 31 March is the last day of February.
struct RelativeDate {
    int amount = 0;  ///< negative: in the past
    char unit = 'd'; ///< d, w, m, y

    QString text() const;
    QDate on(QDate today) const;
    friend bool operator==(const RelativeDate &, const RelativeDate &) = default;
};

/// "today-90d", "-3m", "+1w", "yesterday", "oggi-90g", "oggi - 2 settimane", "ieri": English and Italian, up to a
/// hundred years. Nothing for every other text.
std::optional<RelativeDate> readRelativeDate(const QString &text);

/// A time that ends or begins today: "last 90 days" is today-90d to today, "prossimi 3 mesi" today to today+3m. Both
/// days are in it.
std::optional<std::pair<RelativeDate, RelativeDate>> readRelativeSpan(const QString &text);

/// A date of a condition, canonical (isCanonicalPeriod()) or told from today, as the period that it is on that day:
/// "2026-03-15", "2026-03", "2026". Empty for what is neither.
QString periodOn(const QString &date, QDate today);

} // namespace Elenco
