// SPDX-License-Identifier: Apache-2.0
#include "core/values/valuelocale.h"

#include "core/values/booltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

DateOrder orderOf(const QString &format)
{
    const qsizetype year = format.indexOf(u'y'), month = format.indexOf(u'M'), day = format.indexOf(u'd');
    return year < month && year < day ? DateOrder::YearMonthDay
           : month < day              ? DateOrder::MonthDayYear
                                      : DateOrder::DayMonthYear;
}

std::optional<QString> toText(const std::optional<std::string> &value)
{
    return value ? std::optional(QString::fromStdString(*value)) : std::nullopt;
}

} // namespace

QString shownDateFormat(const QLocale &locale)
{
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains("yyyy"_L1))
        format.replace("yy"_L1, "yyyy"_L1);
    return format;
}

QString shownValue(const QLocale &locale, ValueKind kind, const QString &stored)
{
    switch (kind) {
    case ValueKind::Number: {
        bool isNumber = false;
        const double number = stored.toDouble(&isNumber);
        if (!isNumber || !qIsFinite(number))
            return stored;
        const qsizetype point = stored.indexOf(u'.');
        const auto decimals = point < 0 ? 0 : std::max<int>(2, int(stored.size() - point - 1));
        return locale.toString(number, 'f', decimals);
    }
    case ValueKind::Date: {
        const QDate date = QDate::fromString(stored, Qt::ISODate);
        return date.isValid() ? locale.toString(date, shownDateFormat(locale)) : stored;
    }
    case ValueKind::Bool:
        return stored == "true"_L1    ? QCoreApplication::translate("Field", "Yes")
               : stored == "false"_L1 ? QCoreApplication::translate("Field", "No")
                                      : stored;
    case ValueKind::Text: return stored;
    }
    Q_UNREACHABLE();
}

ValueLocale::ValueLocale(const QLocale &locale, QDate today)
    : m_locale(locale),
      m_thisYear(today.year()),
      m_dateFormat(shownDateFormat(locale)),
      m_order(orderOf(m_dateFormat)),
      m_sign(locale.decimalPoint() == ","_L1 ? DecimalSign::Comma : DecimalSign::Point)
{
}

std::optional<QString> ValueLocale::read(ValueKind kind, const QString &typed) const
{
    const QString text = typed.trimmed();
    if (text.isEmpty() || kind == ValueKind::Text)
        return text;
    const std::string bytes = text.toStdString();
    switch (kind) {
    case ValueKind::Number: return toText(readTypedNumber(bytes, m_sign));
    case ValueKind::Bool: return toText(readBool(bytes));
    case ValueKind::Date: {
        if (const auto date = readDate(bytes, m_order, m_thisYear))
            return toText(date);
        // Names of months of other languages, and separators of their own.
        for (const QString &format : {m_dateFormat, u"d MMM yyyy"_s, u"d MMMM yyyy"_s}) {
            if (const QDate date = m_locale.toDate(text, format); date.isValid() && date.year() >= 1000)
                return date.toString(Qt::ISODate);
        }
        return {};
    }
    case ValueKind::Text: return text;
    }
    Q_UNREACHABLE();
}

QString ValueLocale::plain(ValueKind kind, const QString &stored) const
{
    if (kind != ValueKind::Number)
        return shown(kind, stored);
    return m_sign == DecimalSign::Comma && canonicalNumber(stored.toStdString()) ? QString(stored).replace(u'.', u',')
                                                                                 : stored;
}

} // namespace Elenco
