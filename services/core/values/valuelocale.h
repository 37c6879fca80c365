// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"
#include "core/values/datetext.h"
#include "core/values/numbertext.h"

#include <QDate>
#include <QLocale>

#include <optional>

namespace Elenco {

/// A stored value as people of the locale read it; a text that is none of its kind as it is.
QString shownValue(const QLocale &locale, ValueKind kind, const QString &stored);
/// The short form of dates, with all four figures of the year: two leave birthdays in doubt.
QString shownDateFormat(const QLocale &locale);

/// How people of one locale type values and see them. What is stored, sent and scripted is canonical (CustomValue).
class ValueLocale
{
public:
    /// `today` tells the century of a year of two digits.
    explicit ValueLocale(const QLocale &locale = QLocale(), QDate today = QDate::currentDate());

    /// In canonical form what was typed: as shown, as people of the locale write it, or canonical already. Nothing for
    /// what is no value of the kind. An empty text is empty.
    std::optional<QString> read(ValueKind kind, const QString &typed) const;
    QString shown(ValueKind kind, const QString &stored) const { return shownValue(m_locale, kind, stored); }
    /// As shown, without thousands: what a spreadsheet, or read(), takes for the same value.
    QString plain(ValueKind kind, const QString &stored) const;

    DateOrder dateOrder() const { return m_order; }
    DecimalSign decimalSign() const { return m_sign; }

private:
    QLocale m_locale;
    int m_thisYear;
    QString m_dateFormat;
    DateOrder m_order;
    DecimalSign m_sign;
};

} // namespace Elenco
