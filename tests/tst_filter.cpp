// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterparser.h"

#include <QFile>
#include <QRandomGenerator>
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

/// Filters with names as bad as they come.
class RandomFilter
{
public:
    explicit RandomFilter(quint32 seed) : m_random(seed) {}

    Filter filter(int depth = 3)
    {
        switch (m_random.bounded(depth > 0 ? 5 : 2)) {
        case 0: return Filter::text_(name() + u'x'); // a word has a letter
        case 1: return Filter::condition(name(), value(), static_cast<Filter::Op>(m_random.bounded(5)));
        case 2: return Filter::group(Filter::Kind::Not, {filter(depth - 1)});
        case 3: return group(Filter::Kind::All, depth);
        default: return group(Filter::Kind::Any, depth);
        }
    }

private:
    Filter group(Filter::Kind kind, int depth)
    {
        QList<Filter> children;
        for (int i = 0, count = 2 + m_random.bounded(3); i < count; ++i)
            children.append(filter(depth - 1));
        return Filter::group(kind, children);
    }
    QString name()
    {
        const QString text = value();
        const QString key = FilterVocabulary().key(text, true);
        return key.isEmpty() ? u"k"_s : key;
    }
    QString value()
    {
        static const QStringList pieces{u" "_s, u"\""_s, u":"_s, u"("_s,    u")"_s,      u"or"_s,
                                        u"-"_s, u"ü"_s,  u"😀"_s, u"5"_s,    u"\\"_s,     u"<"_s,
                                        u">"_s, u"="_s,  u"a"_s, u"tag"_s,  u"città"_s,  u"OR"_s,
                                        u"'"_s, u"\n"_s, u"*"_s, u"name"_s, u"\u00A0"_s, u"spent"_s};
        QString text;
        for (int i = 0, count = m_random.bounded(5); i < count; ++i)
            text += pieces[m_random.bounded(int(pieces.size()))];
        return text;
    }

    QRandomGenerator m_random;
};

} // namespace

/// The filter language: what is typed, what it means, and what is wrong with it.
class TestFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsWhatItParses()
    {
        for (quint32 seed = 1; seed <= 20000; ++seed) {
            const Filter filter = RandomFilter(seed).filter();
            const QString text = filter.toText();
            const ParsedFilter parsed = readFilter(text, FilterVocabulary());
            QVERIFY2(parsed.problems.isEmpty(), qPrintable(text + u" # "_s + problemsOf(parsed)));
            QVERIFY2(parsed.filter == filter, qPrintable(text + u" # "_s + parsed.filter.toText()));
        }
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
            row(locale, "is:invalid valid:sì", "is:invalid valid:yes");
            row(locale, "kind:cellulare", "kind:mobile");
            row(locale, "kind:FIXED_LINE", "kind:landline");
            row(locale, "has:tag -has:list", "has:tag -has:list");
            row(locale, "phone:\"340 12\"", "phoneNumber:\"340 12\"");
            row(locale, "phone:\"\"", "phoneNumber:\"\"");
            row(locale, "spent:\"\" rossi", "totalSpent:\"\" rossi");
        }
        row("", "city:", "city:\"\"");
        row("", "city: rossi", "city:\"\" rossi");
        row("it_IT", "speso>5.000", "totalSpent>5000");
        row("it_IT", "speso>5,5", "totalSpent>5.5");
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
        QTEST(parsed.filter.toText(), "meaning");
        QCOMPARE(readFilter(parsed.filter.toText(), canonical()).filter, parsed.filter); // what is stored is understood
        QCOMPARE(parseFilter(parsed.filter.toText()), parsed.filter);
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
        row("", "-phone:abc", "7+3 “abc” is no part of a phone number: “Phone” takes digits.", "");
        row("", "city>m", "0+6 “City” holds neither numbers nor dates: less and more can’t be told.", "");
        row("", "is:maybe", "3+5 “is:maybe” says nothing here; it may be: valid, invalid.", "");
        row("", "kind:blue", "5+4 “kind:blue” says nothing here; it may be: mobile, landline, tollfree, voip, unknown.",
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
        QTEST(parsed.filter.toText(), "rest");
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
