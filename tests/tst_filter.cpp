// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterjson.h"
#include "core/filter/filterparser.h"
#include "core/filter/scopes.h"
#include "tests/support/hostilefilters.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 29);

const QList<CustomField> &fields()
{
    static const QList<CustomField> list{{u"totalSpent"_s, ValueKind::Number},
                                         {u"lastPurchaseDate"_s, ValueKind::Date},
                                         {u"Codice cliente"_s, ValueKind::Number},
                                         {u"Socio"_s, ValueKind::Bool},
                                         {u"ID"_s, ValueKind::Text},
                                         {u"Città di nascita"_s, ValueKind::Text},
                                         {u"say \"hi\""_s, ValueKind::Text}};
    return list;
}

FilterVocabulary canonical()
{
    return FilterVocabulary(fields());
}

FilterVocabulary typed(const QString &locale)
{
    return FilterVocabulary(fields(), ValueLocale(QLocale(locale), today));
}

QString problemsOf(const ParsedFilter &parsed)
{
    QStringList texts;
    for (const FilterProblem &problem : parsed.problems)
        texts += u"%1+%2 %3"_s.arg(problem.position).arg(problem.length).arg(problem.text());
    return texts.join(u" | "_s);
}

} // namespace

/// The filter language: what is typed, what it means, and what is wrong with it.
class TestFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsWhatItParses()
    {
        for (quint32 seed = 1; seed <= 30000; ++seed) {
            const Filter filter = HostileFilters(seed).filter();
            const QString text = filterText(filter);
            const ParsedFilter parsed = readFilter(text, FilterVocabulary());
            QVERIFY2(parsed.problems.isEmpty(), qPrintable(text + u" # "_s + problemsOf(parsed)));
            QVERIFY2(parsed.filter == filter, qPrintable(text + u" # "_s + filterText(parsed.filter)));
        }
    }

    void jsonKeepsEverything()
    {
        for (quint32 seed = 1; seed <= 30000; ++seed) {
            const Filter filter = HostileFilters(seed).filter();
            const QByteArray stored = QJsonDocument(filterToJson(filter)).toJson();
            const Result<Filter> read = filterFromJson(QJsonDocument::fromJson(stored).object());
            QVERIFY2(read, qPrintable(filterText(filter)));
            QVERIFY2(*read == filter, qPrintable(filterText(filter) + u" # "_s + filterText(*read)));
        }
        QCOMPARE(QJsonDocument(filterToJson(parseFilter(u"city:(Milano, Torino) -(tag:vip or spent>5000) ada"_s)))
                     .toJson(QJsonDocument::Compact),
                 QByteArray(R"({"all":[{"is":["Milano","Torino"],"key":"city"},{"none":[{"is":["vip"],"key":"tag"},)"
                            R"({"greater":["5000"],"key":"totalSpent"}]},{"word":"ada"}]})"));
    }

    void jsonIsRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *json, const char *why) {
            QTest::newRow(json) << QByteArray(json) << QString::fromUtf8(why);
        };
        const char *neither = "This is neither a group nor a condition.";
        row("{}", neither);
        row(R"({"all":[{}]})", neither);
        row(R"({"word":5})", neither);
        row(R"({"word":"a","all":[]})", neither);
        row(R"({"all":[],"any":[]})", neither);
        row(R"({"some":[]})", neither);
        row(R"({"all":{}})", "“all” takes a list of conditions.");
        row(R"({"any":["city:Milano"]})", "“any” takes a list of conditions.");
        row(R"({"key":"city"})", "A condition has a key and one comparison.");
        row(R"({"key":"city","is":["a"],"less":["b"]})", "A condition has a key and one comparison.");
        row(R"({"key":5,"is":["a"]})", "A condition has a key and one comparison.");
        row(R"({"key":"city","like":["a"]})", "This comparison is not known.");
        row(R"({"key":"city","is":[]})", "“is” takes another number of values.");
        row(R"({"key":"city","is":"a"})", "“is” takes another number of values.");
        row(R"({"key":"city","between":["a"]})", "“between” takes another number of values.");
        row(R"({"key":"city","empty":["a"]})", "“empty” takes another number of values.");
        row(R"({"key":"city","is":[5]})", "The values of a condition are texts.");
    }
    void jsonIsRefusedInWords()
    {
        QFETCH(QByteArray, json);
        const Result<Filter> read = filterFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
        QTEST(read.error().detail, "why");
        QJsonObject deep{{"word"_L1, u"a"_s}};
        for (int i = 0; i < 100; ++i)
            deep = {{"all"_L1, QJsonArray{deep}}};
        QVERIFY(!filterFromJson(deep));
    }

    void groupsHaveOneForm()
    {
        const Filter a = Filter::word(u"a"_s), b = Filter::condition(u"city"_s, u"b"_s);
        QCOMPARE(Filter::all({a}), a);
        QCOMPARE(Filter::any({Filter(), b}), b);
        QCOMPARE(Filter::none({Filter::any({a, b})}), Filter::none({a, b}));
        QVERIFY(Filter::none({Filter()}).isEmpty());
        QCOMPARE(Filter::joined(membersOf(ListId(5)), Filter::all({a, b})), Filter::all({membersOf(ListId(5)), a, b}));
        QCOMPARE(listOfScope(membersOf(ListId(5))), ListId(5));
        QVERIFY(!listOfScope(importedRecently()).isValid());
        QCOMPARE(Filter::condition(u"city"_s, QString()), Filter::condition(u"city"_s, Filter::Comparison::Empty, {}));
        int pieces = 0;
        Filter::all({a, Filter::none({a, b})}).walk([&](const Filter &) { ++pieces; });
        QCOMPARE(pieces, 5);
    }

    void means_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("meaning");
        const auto row = [](const char *locale, const char *text, const char *meaning) {
            QTest::addRow("%s %s", locale, text)
                << QString::fromUtf8(locale) << QString::fromUtf8(text) << QString::fromUtf8(meaning);
        };
        for (const char *locale : {"", "it_IT", "en_US", "C"}) {
            row(locale, "rossi milano", "rossi milano");
            row(locale, "città:Milano", "city:Milano");
            row(locale, "Comune:Milano -tag:vip", "city:Milano -tag:vip");
            row(locale, "\"Codice cliente\":5", "\"Codice cliente\":5");
            row(locale, "codicecliente>5", "\"Codice cliente\">5");
            row(locale, "\"codice CLIENTE\">=5", "\"Codice cliente\">=5");
            row(locale, "has:\"Codice cliente\"", "has:\"Codice cliente\"");
            row(locale, "has:codicecliente", "has:\"Codice cliente\"");
            row(locale, "speso>5000", "totalSpent>5000");
            row(locale, "ultimoacquisto<2026", "lastPurchaseDate<2026");
            row(locale, "lastPurchaseDate>=2026-01", "lastPurchaseDate>=2026-01");
            row(locale, "id:5", "id:5");
            row(locale, "\"ID\":5", "\"custom:ID\":5");
            row(locale, "\"custom:ID\":5", "\"custom:ID\":5");
            row(locale, "\"Città di nascita\":Roma", "\"Città di nascita\":Roma");
            row(locale, "\"say \\\"hi\\\"\":x", "\"say \\\"hi\\\"\":x");
            row(locale, "socio:sì", "Socio:true");
            row(locale, "is:invalid valid:sì", "valid:no valid:yes");
            row(locale, "kind:cellulare", "kind:mobile");
            row(locale, "kind:FIXED_LINE", "kind:landline");
            row(locale, "has:tag -has:list", "has:tag -has:list");
            row(locale, "phone:\"340 12\"", "phoneNumber:\"340 12\"");
            row(locale, "phone:\"\"", "phoneNumber:\"\"");
            row(locale, "spent:\"\" rossi", "totalSpent:\"\" rossi");
            row(locale, "city:(Milano, San Donato or Como)", "city:(Milano, \"San Donato\", Como)");
            row(locale, "city:(Milano; Tor*)", "city:Milano or city:Tor*");
            row(locale, "città≠Milano city!=(a,b)", "-city:Milano -city:(a, b)");
            row(locale, "city:\"San D\"* city:*ano city:*an*", "city:\"San D\"* city:*ano city:*an*");
            row(locale, "city:\"*\" city:* name:a name=a name:a*", "city:\"*\" has:city name:a name=a name:a*");
            row(locale, "city:a..b", "city:\"a..b\"");
            row(locale, "empty:email senza:(city, tag)", "email:\"\" (city:\"\" or tag:\"\")");
            row(locale, "speso:100..500 spent:..5 spent:5..", "totalSpent:100..500 totalSpent<=5 totalSpent>=5");
            row(locale, "spent≥5 spent≤6", "totalSpent>=5 totalSpent<=6");
            row(locale, "ultimoacquisto<oggi-90g", "lastPurchaseDate<today-90d");
            row(locale, "ultimoacquisto:\"ultimi 90 giorni\"", "lastPurchaseDate:today-90d..today");
            row(locale, "lastPurchaseDate:\"next 3 months\"", "lastPurchaseDate:today..today+3m");
            row(locale, "lastPurchaseDate>-3m lastPurchaseDate>+1w",
                "lastPurchaseDate>today-3m lastPurchaseDate>today+1w");
            row(locale, "lastPurchaseDate:ieri", "lastPurchaseDate:today-1d");
            row(locale, "customFields.totalSpent>5", "totalSpent>5");
            row(locale, "customFields.lastPurchaseDate.before=2026-01-09", "lastPurchaseDate<2026-01-09");
            row(locale, "\"customFields.Codice cliente\":5", "\"Codice cliente\":5");
            row(locale, "customFields.id:5", "\"custom:ID\":5");
            row(locale, "is:(valid, suppressed) isValid=true", "(valid:yes or suppressed:yes) valid:yes");
            row(locale, "kind:(cell, fisso)", "kind:(mobile, landline)");
            row(locale, "a oppure b", "a or b");
            row(locale, "-(a or b) -(a b)", "-(a or b) -(a b)");
            row(locale, "import:(1, 2) listid:3", "import:(1, 2) listid:3");
        }
        row("", "city:", "city:\"\"");
        row("", "city: rossi", "city:\"\" rossi");
        row("it_IT", "speso>5.000", "totalSpent>5000");
        row("it_IT", "speso>5,5", "totalSpent>5.5");
        row("it_IT", "speso:(1,5, 2)", "totalSpent:(1.5, 2)");
        row("it_IT", "speso:1.000..2.000,50", "totalSpent:1000..2000.5");
        row("", "speso:(1,5, 2)", "totalSpent:(1, 5, 2)");
        row("it_IT", "lastPurchaseDate:01/03/2025..15/03/2025", "lastPurchaseDate:2025-03-01..2025-03-15");
        row("it_IT", "lastPurchaseDate:\"1 marzo 2025\"..\"15 marzo 2025\"", "lastPurchaseDate:2025-03-01..2025-03-15");
        row("it_IT", "lastPurchaseDate>15/03/2025", "lastPurchaseDate>2025-03-15");
        row("it_IT", "ultimoacquisto:\"15 marzo 2025\"", "lastPurchaseDate:2025-03-15");
        row("en_US", "speso>5,000", "totalSpent>5000");
        row("en_US", "speso>5.000", "totalSpent>5");
        row("en_US", "lastPurchaseDate>3/4/2025", "lastPurchaseDate>2025-03-04");
        row("C", "lastPurchaseDate>3/4/2025", "lastPurchaseDate>2025-04-03");
    }
    void means()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        const FilterVocabulary vocabulary = locale.isEmpty() ? canonical() : typed(locale);
        const ParsedFilter parsed = readFilter(text, vocabulary);
        QCOMPARE(problemsOf(parsed), QString());
        QTEST(filterText(parsed.filter), "meaning");
        QCOMPARE(readFilter(filterText(parsed.filter), canonical()).filter,
                 parsed.filter); // what is stored is understood
        QCOMPARE(parseFilter(filterText(parsed.filter)), parsed.filter);
    }

    void problems_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("rest");
        const auto row = [](const char *locale, const char *text, const char *problem, const char *rest) {
            QTest::addRow("%s %s", locale, text) << QString::fromUtf8(locale) << QString::fromUtf8(text)
                                                 << QString::fromUtf8(problem) << QString::fromUtf8(rest);
        };
        row("", "cita:Milano", "0+11 There is no field “cita”. Did you mean “city”?", "");
        row("", "rossi xyzzy:5", "6+7 There is no field “xyzzy”.", "rossi");
        row("", "company:Acme", "0+12 There is no field “company”.", ""); // nobody here has one
        row("", "lastPurchaseDate>15/03/2025",
            "17+10 “15/03/2025” is not a date as it is written here (2026-03-15, 2026-03 or 2026), and “Last purchase” "
            "holds dates.",
            "");
        row("", "rossi spent>5,000",
            "12+5 “5,000” is not a number as it is written here (5000 or 1090.76), and “Total spent” holds numbers.",
            "rossi");
        row("it_IT", "lastPurchaseDate>31/02/2025",
            "17+10 “31/02/2025” is not a date, and “Last purchase” holds dates.", "");
        row("it_IT", "spent>abc rossi", "6+3 “abc” is not a number, and “Total spent” holds numbers.", "rossi");
        row("", "spent>nan",
            "6+3 “nan” is not a number as it is written here (5000 or 1090.76), and “Total spent” holds numbers.", "");
        row("", "phone:abc", "6+3 “abc” is no part of a phone number: “Phone” takes digits.", "");
        row("", "city:(Milano, ", "0+14 The closing bracket is missing.", "");
        row("", "city:()", "0+7 “city” waits for a value; city:\"\" finds who has none.", "");
        row("", "spent:(5, abc)",
            "10+3 “abc” is not a number as it is written here (5000 or 1090.76), and “Total spent” "
            "holds numbers.",
            "");
        row("en_US", "spent:(5,7)", "7+3 “5,7” is not a number, and “Total spent” holds numbers.", "");
        row("", "spent:1..x",
            "6+4 “x” is not a number as it is written here (5000 or 1090.76), and “Total spent” holds "
            "numbers.",
            "");
        row("", "rossi city:a*b", "11+3 The star of “a*b” may stand before it or behind it; in quotes it is a star.",
            "rossi");
        row("", "has:valid", "4+5 “valid” is known of everybody.", "");
        row("", "customFields.x:5", "0+16 There is no field “customFields.x”.", "");
        row("", "lastPurchaseDate<today-999999d",
            "17+13 “today-999999d” is not a date as it is written here (2026-03-15, "
            "2026-03 or 2026), and “Last purchase” holds dates.",
            "");
        row("", "is:(valid, maybe)",
            "11+5 “is:maybe” says nothing here; it may be: valid, invalid, suppressed, recent.", "");
        row("", "-phone:abc", "7+3 “abc” is no part of a phone number: “Phone” takes digits.", "");
        row("", "city>m", "0+6 “City” holds neither numbers nor dates: less and more can’t be told.", "");
        row("", "is:maybe", "3+5 “is:maybe” says nothing here; it may be: valid, invalid, suppressed, recent.", "");
        row("", "kind:blue",
            "5+4 “kind:blue” says nothing here; it may be: mobile, landline, tollfree, premium, shared, voip, "
            "personal, pager, uan, voicemail, unknown.",
            "");
        row("", "socio:forse", "6+5 “forse” is neither yes nor no, and “Socio” holds these.", "");
        row("", "has:cita", "0+8 There is no field “cita”. Did you mean “city”?", "");
        row("", "id:x", "3+1 “x” is not a number: “id” takes a whole one.", "");
        row("", "rossi city:\"San Gi", "6+12 The quotation mark at the end is missing.", "rossi");
        row("", "(city:Milano", "0+1 The closing bracket is missing.", "city:Milano");
        row("", "milano)", "6+1 This bracket closes nothing.", "milano");
        row("it_IT", "rossi città:", "6+6 “città” waits for a value; city:\"\" finds who has none.", "rossi");
        row("it_IT", "rossi \"Codice cliente\">",
            "6+17 “Codice cliente” waits for a value; \"Codice cliente\":\"\" finds who has none.", "rossi");
    }
    void problems()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        const FilterVocabulary vocabulary = locale.isEmpty() ? canonical() : typed(locale);
        const ParsedFilter parsed = readFilter(text, vocabulary);
        QTEST(problemsOf(parsed), "problem");
        QTEST(filterText(parsed.filter), "rest");
        QVERIFY(parsed.error(text).has_value());
    }

    void labelsOfBothLanguagesAreKeys()
    {
        QFile file(QStringLiteral(ELENCO_SOURCE_DIR "/resources/i18n/elenco_it.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString all = QString::fromUtf8(file.readAll());
        const QString context = all.mid(all.indexOf(u"<name>Field</name>"_s)).section(u"</context>"_s, 0, 0);
        const auto italian = [&](const QString &label) {
            return context.section(u"<source>%1</source>"_s.arg(label), 1)
                .section(u"<translation>"_s, 1)
                .section(u"</translation>"_s, 0, 0);
        };
        QList<CustomField> known;
        for (const KnownCustomField &field : knownCustomFields())
            known.append({QLatin1String(field.name), field.kind});
        const FilterVocabulary vocabulary(known);
        const auto check = [&](const char *key, const char *label) {
            const QString english = QString::fromUtf8(label);
            for (const QString &name : {english, italian(english)}) {
                QVERIFY2(!name.isEmpty(), label);
                QVERIFY2(vocabulary.key(name, true) == QLatin1String(key),
                         qPrintable(name + u" -> "_s + vocabulary.key(name, true)));
                QVERIFY2(vocabulary.key(foldedHeader(name), false) == QLatin1String(key), qPrintable(name));
            }
        };
        for (const FieldInfo &info : fieldTable())
            check(info.key, info.label);
        for (const KnownCustomField &field : knownCustomFields())
            check(field.name, field.label);
    }

    void unfinishedIsUsable()
    {
        for (const char *text : {"rossi city:", "rossi \"San Gi", "(tag:vip or ", "spent>"})
            QVERIFY2(readFilter(QString::fromUtf8(text), typed(u"it_IT"_s)).isUsable(), text);
        for (const char *text : {"cita:Milano", "spent>abc", "phone:abc", "rossi)"})
            QVERIFY2(!readFilter(QString::fromUtf8(text), typed(u"it_IT"_s)).isUsable(), text);
        QVERIFY(!readFilter(QString(70, u'(') + u"a"_s, canonical()).isUsable());
    }

    void partsStandSideBySide()
    {
        const QString text = u" rossi  -city:\"San Gi\" (a or b) \"x y\""_s;
        QStringList parts;
        for (const ParsedFilter::Part &part : readFilter(text, canonical()).parts)
            parts += text.mid(part.position, part.length) + (part.isWord ? u"!"_s : QString());
        QCOMPARE(parts, (QStringList{u"rossi!"_s, u"-city:\"San Gi\""_s, u"(a or b)"_s, u"\"x y\"!"_s}));
        const QString either = u"a or city:b"_s;
        QCOMPARE(readFilter(either, canonical()).parts.size(), 1);
        QCOMPARE(readFilter(u"rossi cita:Milano"_s, canonical()).error(u"rossi cita:Milano"_s)->subject,
                 u"cita:Milano"_s);
    }
};

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
