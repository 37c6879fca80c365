// SPDX-License-Identifier: Apache-2.0
#include "core/values/relativedate.h"

#include "core/values/datetext.h"

#include <QRegularExpression>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

const QString unitPattern = u"(d|days?|g|giorn[oi]|w|weeks?|s|settiman[ae]|m|months?|mes[ei]|y|years?|a|ann[oi])"_s;

char unitOf(const QString &word)
{
    switch (word.at(0).toLower().unicode()) {
    case u'd':
    case u'g': return 'd';
    case u'w':
    case u's': return 'w';
    case u'm': return 'm';
    default: return 'y';
    }
}

bool isWithinReach(int amount, char unit)
{
    const int most = unit == 'd' ? 36525 : unit == 'w' ? 5218 : unit == 'm' ? 1200 : 100;
    return amount <= most;
}

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(text), QRegularExpression::CaseInsensitiveOption);
}

} // namespace

QString RelativeDate::text() const
{
    if (amount == 0)
        return u"today"_s;
    return u"today%1%2%3"_s.arg(QLatin1Char(amount < 0 ? '-' : '+')).arg(qAbs(amount)).arg(QLatin1Char(unit));
}

QDate RelativeDate::on(QDate today) const
{
    switch (unit) {
    case 'd': return today.addDays(amount);
    case 'w': return today.addDays(7 * qint64{amount});
    case 'm': return today.addMonths(amount);
    default: return today.addYears(amount);
    }
}

std::optional<RelativeDate> readRelativeDate(const QString &text)
{
    const QString word = text.trimmed().toLower();
    if (word == "today"_L1 || word == "oggi"_L1)
        return RelativeDate();
    if (word == "yesterday"_L1 || word == "ieri"_L1)
        return RelativeDate{-1, 'd'};
    if (word == "tomorrow"_L1 || word == "domani"_L1)
        return RelativeDate{1, 'd'};
    static const QRegularExpression expression =
        pattern(uR"((?:today|oggi)?\s*([-+−])\s*([0-9]{1,5})\s*)"_s + unitPattern);
    const QRegularExpressionMatch match = expression.match(word);
    if (!match.hasMatch())
        return {};
    const int amount = match.captured(2).toInt();
    const char unit = unitOf(match.captured(3));
    if (!isWithinReach(amount, unit))
        return {};
    return amount == 0 ? RelativeDate() : RelativeDate{match.captured(1) == u"+"_s ? amount : -amount, unit};
}

std::optional<std::pair<RelativeDate, RelativeDate>> readRelativeSpan(const QString &text)
{
    static const QRegularExpression expression = pattern(
        uR"((?:(last|past|(?:negli |nelle |nell['’])?ultim[oaie])|(next|(?:nei |nelle |nel )?prossim[oaie]))\s*([0-9]{1,5})?\s*)"_s +
        unitPattern);
    const QRegularExpressionMatch match = expression.match(text.simplified());
    if (!match.hasMatch())
        return {};
    const int amount = match.captured(3).isEmpty() ? 1 : match.captured(3).toInt();
    const char unit = unitOf(match.captured(4));
    if (amount == 0 || !isWithinReach(amount, unit))
        return {};
    if (match.captured(1).isEmpty())
        return std::pair(RelativeDate(), RelativeDate{amount, unit});
    return std::pair(RelativeDate{-amount, unit}, RelativeDate());
}

QString periodOn(const QString &date, QDate today)
{
    if (isCanonicalPeriod(date.toStdString()))
        return date;
    const std::optional<RelativeDate> relative = readRelativeDate(date);
    return relative ? relative->on(today).toString(Qt::ISODate) : QString();
}

} // namespace Elenco
