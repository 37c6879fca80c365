// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterparser.h"
#include "core/filter/filtersentence.h"
#include "tests/support/goldencases.h"

#include <QTest>
#include <QTranslator>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

QString sentenceIn(const QString &language, const QString &filter)
{
    const QList<CustomField> fields{{u"totalSpent"_s, ValueKind::Number},
                                    {u"lastPurchaseDate"_s, ValueKind::Date},
                                    {u"Socio"_s, ValueKind::Bool},
                                    {u"Codice cliente"_s, ValueKind::Text},
                                    {u"preferredChannel"_s, ValueKind::Text}};
    FilterVocabulary vocabulary(fields,
                                ValueLocale(QLocale(language == "it"_L1 ? u"it_IT"_s : u"en_US"_s), {2026, 11, 29}));
    vocabulary.setListNames({{ListId(1), u"Clienti"_s}});
    QTranslator translator;
    if (!translator.load(u":/i18n/elenco_%1.qm"_s.arg(language)))
        qFatal("no translation");
    const ParsedFilter parsed = readFilter(filter, FilterVocabulary(fields));
    if (!parsed.problems.isEmpty())
        return parsed.problems.first().text();
    QCoreApplication::installTranslator(&translator); // until it goes
    return describeFilter(parsed.filter, vocabulary);
}

const QList<GoldenCase> &sentences()
{
    static const QList<GoldenCase> cases = goldenCases(QStringLiteral(ELENCO_TEST_DATA "/filters/sentences"));
    return cases;
}

} // namespace

/// A filter as people say it, in both languages: files of filters and sentences in tests/data/filters/sentences.
class TestFilterSentence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!writesGoldenFiles())
            return;
        QList<GoldenCase> cases = sentences();
        for (GoldenCase &golden : cases) {
            const QString filter = golden.lines.first();
            golden.lines = {filter, u"en: "_s + sentenceIn(u"en"_s, filter), u"it: "_s + sentenceIn(u"it"_s, filter)};
        }
        writeGoldenCases(cases);
    }

    void says_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("sentence");
        for (const GoldenCase &golden : sentences()) {
            for (const QString &line : golden.lines.mid(1))
                QTest::addRow("%s %s", qPrintable(line.left(2)), qPrintable(golden.lines.first()))
                    << golden.lines.first() << line.left(2) << line.mid(4);
        }
        QVERIFY(sentences().size() >= 60);
    }
    void says()
    {
        QFETCH(QString, filter);
        QFETCH(QString, language);
        QTEST(sentenceIn(language, filter), "sentence");
    }
};

QTEST_GUILESS_MAIN(TestFilterSentence)
#include "tst_filtersentence.moc"
