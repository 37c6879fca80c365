// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"
#include "core/values/datetext.h"
#include "core/values/numbertext.h"

#include <QDate>
#include <QLocale>

#include <optional>

namespace Elenco {

/// How people of one locale type values and see them. What is stored, sent and scripted is canonical (CustomValue).
class ValueLocale
{
public:
    /// `today` tells the century of a year of two digits.
    explicit ValueLocale(const QLocale &locale = QLocale(), QDate today = QDate::currentDate());

    /// In canonical form what was typed: as shown, as people of the locale write it, or canonical already. Nothing for
    /// what is no value of the kind. An empty text is empty.
    std::optional<QString> read(ValueKind kind, const QString &typed) const;
    /// A stored value as people read it; a text that is none of its kind as it is.
    QString shown(ValueKind kind, const QString &stored) const;
    /// As shown, without thousands: what a spreadsheet, or read(), takes for the same value.
    QString plain(ValueKind kind, const QString &stored) const;

    DateOrder dateOrder() const { return m_order; }
    DecimalSign decimalSign() const { return m_sign; }
    /// The short form of the locale, with all four figures of the year: two leave birthdays in doubt.
    QString dateFormat() const { return m_dateFormat; }

private:
    QLocale m_locale;
    int m_thisYear;
    QString m_dateFormat;
    DateOrder m_order;
    DecimalSign m_sign;
};

} // namespace Elenco
