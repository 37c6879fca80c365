// SPDX-License-Identifier: Apache-2.0
#include "core/values/booltext.h"
#include "core/values/relativedate.h"
#include "core/values/valuelocale.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 29);

QString stored(const QString &locale, ValueKind kind, const QString &typed)
{
    return ValueLocale(QLocale(locale), today).read(kind, typed).value_or(u"refused"_s);
}

} // namespace

/// Values as people type and see them, and as they are kept.
class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typedDates_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        const auto row = [](const char *locale, const char *typed, const char *stored) {
            QTest::addRow("%s %s", locale, typed)
                << QString::fromUtf8(locale) << QString::fromUtf8(typed) << QString::fromUtf8(stored);
        };
        for (const char *locale : {"it_IT", "C", "en_US", "de_DE"}) {
            row(locale, "2026-03-15", "2026-03-15");
            row(locale, "15 marzo 2026", "2026-03-15");
            row(locale, "15 MAR 2026", "2026-03-15");
            row(locale, "15 March 2026", "2026-03-15");
            row(locale, "March 15, 2026", "2026-03-15");
            row(locale, "1 gen 2026", "2026-01-01");
            row(locale, "1 jan 2026", "2026-01-01");
            row(locale, "1º maggio 1961", "1961-05-01");
            row(locale, "31 aug 26", "2026-08-31");
            row(locale, "30 sett. 2026", "2026-09-30");
            row(locale, "2026-02-31", "refused");
            row(locale, "31 febbraio 2026", "refused");
            row(locale, "15 ma 2026", "refused");
            row(locale, "marzo", "refused");
            row(locale, "2026", "refused");
            row(locale, "ieri", "refused");
            row(locale, "0000-01-01", "refused");
        }
        for (const char *locale : {"it_IT", "C", "en_GB"}) {
            row(locale, "15/03/2026", "2026-03-15");
            row(locale, "5/3/26", "2026-03-05");
            row(locale, "15-03-2026", "2026-03-15");
            row(locale, "15.03.2026", "2026-03-15");
            row(locale, " 15/3/2026 ", "2026-03-15");
            row(locale, "31/02/2026", "refused");
            row(locale, "29/02/2025", "refused");
            row(locale, "29/02/2024", "2024-02-29");
            row(locale, "03/15/2026", "refused");
            row(locale, "5/3/202", "refused");
            row(locale, "5/3/46", "2046-03-05"); // today + 20
            row(locale, "5/3/47", "1947-03-05"); // today - 79
            row(locale, "5/3/00", "2000-03-05");
        }
        row("en_US", "3/15/2026", "2026-03-15");
        row("en_US", "5/3/26", "2026-05-03");
        row("en_US", "15/03/2026", "refused");
        row("de_DE", "15.03.26", "2026-03-15");
        row("sv_SE", "26-03-15", "2026-03-15");
    }
    void typedDates()
    {
        QFETCH(QString, locale);
        QFETCH(QString, typed);
        QTEST(::stored(locale, ValueKind::Date, typed), "stored");
    }

    void typedNumbers_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        const auto row = [](const char *locale, const char *typed, const char *stored) {
            QTest::addRow("%s %s", locale, typed)
                << QString::fromUtf8(locale) << QString::fromUtf8(typed) << QString::fromUtf8(stored);
        };
        for (const char *locale : {"it_IT", "C", "en_US"}) {
            for (const char *garbage : {"nan", "NaN", "inf", "-inf", "infinity", "0x10", "1e6", "1e+06", "1E400", "12a",
                                        "--5", "1..5", ".", ",", "-", "12 34", "5-", "1,2,3,4"})
                row(locale, garbage, "refused");
            row(locale, "0", "0");
            row(locale, "-0", "0");
            row(locale, "1000000", "1000000");
            row(locale, "1090.76", "1090.76");
            row(locale, "0.1", "0.1");
            row(locale, "-12.50", "-12.5");
            row(locale, "0.500", "0.5");
            row(locale, "1 000 000", "1000000");
            row(locale, "1'000'000", "1000000");
            row(locale, "007", "7");
            row(locale, "10000000000000000000", "10000000000000000000");
            row(locale, "12345678901234567890", "refused"); // it would be kept as another one
            row(locale, "€ 25", "25");
        }
        row("it_IT", "1.000.000", "1000000");
        row("it_IT", "5.000", "5000");
        row("it_IT", "5.5", "5.5");
        row("it_IT", "5,5", "5.5");
        row("it_IT", "0,1", "0.1");
        row("it_IT", "1.090,76", "1090.76");
        row("it_IT", "90.765", "90765");
        row("it_IT", "1090.765", "1090.765");
        row("it_IT", "1.09,76", "refused");
        row("it_IT", "1,090.76", "refused");
        for (const char *locale : {"C", "en_US"}) {
            row(locale, "1,000,000", "1000000");
            row(locale, "5.000", "5");
            row(locale, "5,000", "5000");
            row(locale, "5,5", "refused");
            row(locale, "1,090.76", "1090.76");
            row(locale, "1.090,76", "refused");
        }
    }
    void typedNumbers()
    {
        QFETCH(QString, locale);
        QFETCH(QString, typed);
        QTEST(::stored(locale, ValueKind::Number, typed), "stored");
    }

    // In whatever locale this runs: what is shown is what can be typed.
    void whatIsShownCanBeTyped()
    {
        const ValueLocale here(QLocale(), today);
        for (const char *number : {"0", "-1", "0.1", "5", "5.5", "5000", "999.99", "1000000", "-1090.76",
                                   "12345678.125", "10000000000000000000"}) {
            const QString shown = here.shown(ValueKind::Number, QLatin1String(number));
            QCOMPARE(here.read(ValueKind::Number, shown), std::optional(QString(QLatin1String(number))));
            const QString plain = here.plain(ValueKind::Number, QLatin1String(number));
            QCOMPARE(here.read(ValueKind::Number, plain), std::optional(QString(QLatin1String(number))));
        }
        for (QDate day(1948, 1, 1); day < QDate(2040, 1, 1); day = day.addDays(13)) {
            const QString iso = day.toString(Qt::ISODate), shown = here.shown(ValueKind::Date, iso);
            QVERIFY2(shown.contains(QString::number(day.year())), qPrintable(shown));
            QCOMPARE(here.read(ValueKind::Date, shown), std::optional(iso));
        }
        for (const QString &each : {u"true"_s, u"false"_s})
            QCOMPARE(here.read(ValueKind::Bool, here.shown(ValueKind::Bool, each)), std::optional(each));
    }

    void shownInTheLocale()
    {
        const ValueLocale italian(QLocale(u"it_IT"_s), today), american(QLocale(u"en_US"_s), today);
        QCOMPARE(italian.shown(ValueKind::Date, u"2026-03-05"_s), u"05/03/2026"_s);
        QCOMPARE(american.shown(ValueKind::Date, u"2026-03-05"_s), u"3/5/2026"_s);
        QCOMPARE(italian.shown(ValueKind::Number, u"1090.5"_s), u"1.090,50"_s);
        QCOMPARE(american.shown(ValueKind::Number, u"1000000"_s), u"1,000,000"_s);
        QCOMPARE(italian.plain(ValueKind::Number, u"1090.5"_s), u"1090,5"_s);
        // A whole number beyond what 64 bits hold.
        QCOMPARE(american.shown(ValueKind::Number, u"20000000000000000000"_s), u"20,000,000,000,000,000,000"_s);
        QCOMPARE(american.shown(ValueKind::Number, u"n.d."_s), u"n.d."_s);
    }

    void canonicalForms()
    {
        QCOMPARE(canonicalText(1e6), "1000000");
        QCOMPARE(canonicalText(0.1), "0.1");
        QCOMPARE(canonicalText(1e-7), "0.0000001");
        QCOMPARE(canonicalText(qQNaN()), "");
        QCOMPARE(canonicalText(qInf()), "");
        for (const char *text : {"nan", "inf", "-inf", "1e6", "007", "1.50", "", "-", "1.", ".5", "0x1", " 1"})
            QVERIFY2(!canonicalNumber(text), text);
        QCOMPARE(canonicalNumber("-1090.76"), std::optional(-1090.76));
        QVERIFY(isCanonicalDate("2024-02-29"));
        for (const char *text : {"2025-02-29", "2026-3-15", "2026-03", "15/03/2026", "2026-03-15x", ""})
            QVERIFY2(!isCanonicalDate(text), text);
        for (const char *text : {"2026", "2026-03", "2026-03-15"})
            QVERIFY2(isCanonicalPeriod(text), text);
        for (const char *text : {"26", "2026-13", "2026-", "03-2026", "abcd"})
            QVERIFY2(!isCanonicalPeriod(text), text);
        for (const char *text : {"5,000", "5.000,0", "1e3", "nan", "", "+5", "5 "})
            QVERIFY2(!readPlainNumber(text), text);
        for (const char *text : {"5.000", "-12.340", "999.990"})
            QVERIFY2(!readPlainNumber(text), text);
        QCOMPARE(readPlainNumber("5.125"), std::optional<std::string>("5.125"));
        QCOMPARE(readPlainNumber("0.500"), std::optional<std::string>("0.5"));
        QCOMPARE(readPlainNumber("5.00"), std::optional<std::string>("5"));
        QCOMPARE(readPlainNumber("1090.500"), std::optional<std::string>("1090.5"));
    }

    // A column's evidence decides there, and codes are no numbers.
    void cells()
    {
        QCOMPARE(readNumber("6.800,50 €", DecimalSign::Comma), std::optional<std::string>("6800.5"));
        QCOMPARE(readNumber("5.5", DecimalSign::Comma), std::nullopt);
        QCOMPARE(readNumber("00123", DecimalSign::Point), std::nullopt);
        QCOMPARE(readNumber("1234567890123456", DecimalSign::Point), std::nullopt);
        QCOMPARE(readNumber("nan", DecimalSign::Point), std::nullopt);
        QCOMPARE(readDate("2026-03-15T10:00:00", DateOrder::DayMonthYear, 2026),
                 std::optional<std::string>("2026-03-15"));
        QCOMPARE(readBool("Sì"), std::optional<std::string>("true"));
        QCOMPARE(readBool("forse"), std::nullopt);
    }

    void daysToldFromToday_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("canonical");
        QTest::addColumn<QString>("onThatDay"); // the last of March 2028
        const auto row = [](const char *typed, const char *canonical, const char *onThatDay) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(canonical)
                                 << QString::fromUtf8(onThatDay);
        };
        row("today", "today", "2028-03-31");
        row("Oggi", "today", "2028-03-31");
        row("ieri", "today-1d", "2028-03-30");
        row("tomorrow", "today+1d", "2028-04-01");
        row("today-90d", "today-90d", "2028-01-01");
        row("oggi - 90 giorni", "today-90d", "2028-01-01");
        row("-1m", "today-1m", "2028-02-29");
        row("today+1m", "today+1m", "2028-04-30");
        row("-1 mese", "today-1m", "2028-02-29");
        row("−2s", "today-2w", "2028-03-17");
        row("+1w", "today+1w", "2028-04-07");
        row("-1y", "today-1y", "2027-03-31");
        row("-1a", "today-1y", "2027-03-31");
        row("today-0d", "today", "2028-03-31");
        row("today-100y", "today-100y", "1928-03-31");
        row("today-101y", "refused", "");
        row("today-40000d", "refused", "");
        row("today-5", "refused", "");
        row("today 5d", "refused", "");
        row("90d", "refused", "");
        row("", "refused", "");
    }
    void daysToldFromToday()
    {
        QFETCH(QString, typed);
        const auto read = readRelativeDate(typed);
        QTEST(read ? read->text() : u"refused"_s, "canonical");
        QTEST(periodOn(typed, QDate(2028, 3, 31)), "onThatDay");
        if (read)
            QVERIFY(readRelativeDate(read->text()) == read);
    }

    void timesThatEndOrBeginToday_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("span");
        const auto row = [](const char *typed, const char *span) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(span);
        };
        row("last 90 days", "today-90d..today");
        row("Ultimi 90 giorni", "today-90d..today");
        row("negli ultimi 3 mesi", "today-3m..today");
        row("nelle ultime 2 settimane", "today-2w..today");
        row("nell’ultimo anno", "today-1y..today");
        row("last week", "today-1w..today");
        row("last90d", "today-90d..today");
        row("next 7 days", "today..today+7d");
        row("prossimo mese", "today..today+1m");
        row("last 0 days", "refused");
        row("last 200 years", "refused");
        row("90 days", "refused");
    }
    void timesThatEndOrBeginToday()
    {
        QFETCH(QString, typed);
        const auto span = readRelativeSpan(typed);
        QTEST(span ? span->first.text() + u".."_s + span->second.text() : u"refused"_s, "span");
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
