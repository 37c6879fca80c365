// SPDX-License-Identifier: Apache-2.0
#include "formats/sheets/numberformat.h"

#include <QDate>
#include <QTime>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace Elenco {

namespace {

constexpr double firstDay1900 = 1, lastDay = 2'958'465; // 31 December 9999
constexpr double leapDay1900 = 60;                      // 29 February 1900, which never was
constexpr qint64 dayMs = qint64(86'400) * 1000, dayUs = dayMs * 1000;

/// Formats that show one part of a day or of a duration: openpyxl, Gnumeric and LibreOffice agree on the bare number.
constexpr QLatin1StringView partsAlone[] = {
    QLatin1StringView("d"),    QLatin1StringView("h"),   QLatin1StringView("s"),   QLatin1StringView("[H]"),
    QLatin1StringView("[HH]"), QLatin1StringView("[S]"), QLatin1StringView("[SS]")};

/// What the signs of a format's first section say.
struct Signs {
    bool hasDay = false, hasTime = false, hasMonth = false, isElapsed = false;
    int zeros = 0;
    bool isZerosAlone = true;
};

bool isOneOf(QChar c, QLatin1StringView signs)
{
    return signs.contains(c.toLower());
}

// "[h]", "[mm]": hours that go beyond a day. Colours, conditions and languages stand in brackets too.
bool isElapsed(QStringView bracket)
{
    return !bracket.isEmpty() && std::all_of(bracket.begin(), bracket.end(), [&](QChar c) {
        return c.toLower() == bracket.front().toLower() && isOneOf(c, QLatin1StringView("hms"));
    });
}

Signs readSigns(QStringView code)
{
    Signs signs;
    for (qsizetype i = 0; i < code.size() && code[i] != u';'; ++i) {
        const QChar c = code[i];
        if (c == u'0') {
            ++signs.zeros;
            continue;
        }
        signs.isZerosAlone = false;
        if (c == u'"' || c == u'[') {
            const qsizetype end = code.indexOf(c == u'"' ? u'"' : u']', i + 1);
            if (end < 0)
                break;
            signs.isElapsed = signs.isElapsed || (c == u'[' && isElapsed(code.sliced(i + 1, end - i - 1)));
            i = end;
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i; // the next sign is text, or room
        } else if (isOneOf(c, QLatin1StringView("yd"))) {
            signs.hasDay = true;
        } else if (isOneOf(c, QLatin1StringView("hs"))) {
            signs.hasTime = true;
        } else if (c.toLower() == u'm') {
            signs.hasMonth = true; // or minutes
        }
    }
    return signs;
}

std::string padded(qint64 number, size_t digits)
{
    const std::string text = std::to_string(number);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::string isoTime(qint64 ms)
{
    const QTime time = QTime::fromMSecsSinceStartOfDay(static_cast<int>(ms));
    return time.toString(ms % 1000 == 0 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm:ss.zzz")).toStdString();
}

std::string isoDay(qint64 day, bool from1904)
{
    if (!from1904 && day == qint64(leapDay1900))
        return "1900-02-29";
    const QDate first = from1904 ? QDate(1904, 1, 1) : QDate(1899, 12, day > 0 && day < leapDay1900 ? 31 : 30);
    return first.addDays(day).toString(Qt::ISODate).toStdString();
}

} // namespace

NumberFormat readNumberFormat(QStringView code)
{
    using Kind = NumberFormat::Kind;
    if (code.startsWith(QLatin1StringView("General"), Qt::CaseInsensitive))
        return {};
    if (std::find(std::begin(partsAlone), std::end(partsAlone), code) != std::end(partsAlone))
        return {};
    const Signs signs = readSigns(code);
    if (signs.isElapsed)
        return {Kind::Elapsed, 0};
    if (signs.hasDay || (signs.hasMonth && !signs.hasTime))
        return {signs.hasTime ? Kind::DateTime : Kind::Date, 0};
    if (signs.hasTime)
        return {Kind::Time, 0};
    return {Kind::Number, signs.isZerosAlone && signs.zeros > 1 ? signs.zeros : 0};
}

NumberFormat builtInNumberFormat(int id)
{
    using Kind = NumberFormat::Kind;
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 34 && id <= 36) || (id >= 50 && id <= 58))
        return {Kind::Date, 0};
    if (id == 22)
        return {Kind::DateTime, 0};
    if ((id >= 18 && id <= 21) || id == 32 || id == 33 || id == 45 || id == 47)
        return {Kind::Time, 0};
    return {id == 46 ? Kind::Elapsed : Kind::Number, 0};
}

std::string elapsedText(double days)
{
    const auto seconds = static_cast<qint64>(std::llround(std::abs(days) * 86'400));
    return (days < 0 && seconds > 0 ? "-" : "") + padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" +
           padded(seconds % 60, 2);
}

std::string daysAndTimeText(double days)
{
    const auto total = static_cast<qint64>(std::llround(days * static_cast<double>(dayUs)));
    const qint64 us = (total % dayUs + dayUs) % dayUs, seconds = us / 1'000'000, fraction = us % 1'000'000;
    const qint64 whole = (total - us) / dayUs;
    return (whole == 0 ? "" : std::to_string(whole) + (std::abs(whole) == 1 ? " day, " : " days, ")) +
           std::to_string(seconds / 3600) + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2) +
           (fraction == 0 ? "" : "." + padded(fraction, 6));
}

std::string shortestText(double number)
{
    char buffer[64];
    const bool isUsual = number == 0 || (std::abs(number) < 1e21 && std::abs(number) >= 1e-20);
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number == 0 ? 0.0 : number,
                                   isUsual ? std::chars_format::fixed : std::chars_format::scientific);
    return {buffer, end.ptr};
}

void setNumber(SheetCell &cell, double number, const NumberFormat &format, bool from1904)
{
    using Kind = NumberFormat::Kind;
    cell.kind = SheetCell::Kind::Number;
    cell.number = number;
    cell.shownDigits = format.digits;
    cell.text = shortestText(number);
    cell.isNoDay = false;
    if (format.kind == Kind::Number || !std::isfinite(number) || std::abs(number) > lastDay)
        return;
    cell.kind = format.kind == Kind::Elapsed ? SheetCell::Kind::Elapsed : SheetCell::Kind::Date;
    if (format.kind == Kind::Elapsed)
        return;
    const auto ms = static_cast<qint64>(std::llround(number * static_cast<double>(dayMs)));
    const qint64 msOfDay = (ms % dayMs + dayMs) % dayMs;
    const bool isMoment = number >= 0 && number < firstDay1900; // of no day
    cell.isNoDay = isMoment && format.kind != Kind::Time && !from1904;
    cell.text = isMoment && !(from1904 && format.kind != Kind::Time) ? isoTime(msOfDay)
                                                                     : isoDay((ms - msOfDay) / dayMs, from1904);
    if (format.kind != Kind::Date && cell.text.find('-') != std::string::npos)
        cell.text += "T" + isoTime(msOfDay);
}

} // namespace Elenco
