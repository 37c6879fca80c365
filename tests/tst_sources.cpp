// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sourcefiles.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <iterator>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

const QStringList product{u"app"_s, u"models"_s, u"services"_s, u"ui"_s};
const QStringList everything = product + QStringList{u"tests"_s};

} // namespace

/// What the compiler lets pass and has cost a person their work once.
class TestSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultsOfAKind_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("folders");
        QTest::addColumn<QStringList>("examples"); ///< what the pattern has to find, so that it can fail
        QTest::addColumn<QStringList>("innocent");
        // The beginning of one temporary and the end of another: f() called twice gives two lists, unless it happens
        // to return a reference. A range (std::ranges::none_of(f(), …)) or a local name is right in either case.
        QTest::newRow("both ends of two calls")
            << uR"(((?:[\w:]|\.|->|\([^()]*\))+\([^()]*\))\s*(?:\.|->)\s*c?r?begin\(\)\s*,\s*\1\s*(?:\.|->)\s*c?r?end\(\))"_s
            << everything
            << QStringList{u"std::none_of(m_session.customFields().begin(), m_session.customFields().end(), f)"_s,
                           u"std::any_of(table().cbegin(),\n        table().cend(), f)"_s,
                           u"assign(reader->fields(3).begin(), reader->fields(3).end())"_s}
            << QStringList{u"std::any_of(fields.begin(), fields.end(), f)"_s, u"lists().begin(), fields.end()"_s};
        // A list handed out as a copy invites the same, and costs an allocation (or a reference count) at each look.
        QTest::newRow("a member list by value")
            << uR"(\n\s+(?:QList<[^;{}()]*>|QStringList|QHash<[^;{}()]*>|QMap<[^;{}()]*>|std::vector<[^;{}()]*>) \w+\(\) const\s*\{ return m_\w+; \})"_s
            << everything << QStringList{u"\n    QList<CustomField> customFields() const { return m_customFields; }"_s}
            << QStringList{u"\n    const QList<CustomField> &customFields() const { return m_customFields; }"_s};
        // What a pointer points to that is gone before the first round: require() gives a Result's value, and a range
        // keeps that (a shared pointer) no longer than it takes to look through it.
        QTest::newRow("a range of what nobody holds") << uR"(for \([^;()]*: \*require\()"_s << everything
                                                      << QStringList{u"for (ContactId id : *require(order())) {"_s}
                                                      << QStringList{u"for (ContactId id : *order) {"_s};
        // Each of them runs the event loop inside a call: what the caller holds may be gone when it comes back.
        QTest::newRow("nested event loops")
            << uR"(\b(?:processEvents|QEventLoop)\b)"_s << product
            << QStringList{u"qApp->processEvents();"_s, u"QEventLoop loop;"_s} << QStringList{u"// processes events"_s};
    }
    void faultsOfAKind()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, folders);
        QFETCH(QStringList, examples);
        QFETCH(QStringList, innocent);
        const QRegularExpression expression(pattern);
        QVERIFY2(expression.isValid(), qPrintable(expression.errorString()));
        for (const QString &example : std::as_const(examples))
            QVERIFY2(expression.match(example).hasMatch(), qPrintable(example));
        for (const QString &text : std::as_const(innocent))
            QVERIFY2(!expression.match(text).hasMatch(), qPrintable(text));
        SourceSearch found = findInSources(expression, folders, {u"*.cpp"_s, u"*.h"_s});
        found.places.removeIf([](const QString &place) { return place.startsWith("tests/tst_sources.cpp"_L1); });
        QCOMPARE(found.places, QStringList());
        QVERIFY2(found.files > 350, qPrintable(QString::number(found.files))); // it still looks where it should
    }

    // Who asks past Qt Sql says why; store/database/query.h has the rule. Nobody else opens anything.
    void whoAsksPastQtSqlSaysWhy()
    {
        const QStringList store{u"services/store"_s}, sources{u"*.cpp"_s};
        const auto filesWith = [&](const QString &pattern) {
            QSet<QString> files;
            for (const QString &place : findInSources(QRegularExpression(pattern), store, sources).places)
                files.insert(place.section(u':', 0, 0));
            return files;
        };
        const auto outside = [](const QString &file) { return !file.startsWith("services/store/database/"_L1); };
        QStringList silent, idle, openers;
        const QSet<QString> asking = filesWith(uR"((?:\.|->)(?:prepare|cached)\()"_s);
        const QSet<QString> saying = filesWith(u"// On SQLite's own interface \\(store/database/query\\.h\\): \\w"_s);
        std::copy_if(asking.begin(), asking.end(), std::back_inserter(silent),
                     [&](const QString &file) { return outside(file) && !saying.contains(file); });
        std::copy_if(saying.begin(), saying.end(), std::back_inserter(idle),
                     [&](const QString &file) { return !asking.contains(file); });
        const QSet<QString> opening = filesWith(uR"(\b(?:sqlite3_open|addDatabase)\w*\()"_s);
        std::copy_if(opening.begin(), opening.end(), std::back_inserter(openers),
                     [](const QString &file) { return file != "services/store/database/sqlite.cpp"_L1; });
        QCOMPARE(silent, QStringList());
        QCOMPARE(idle, QStringList());
        QCOMPARE(openers, QStringList());
        QVERIFY(asking.size() > 20 && opening.size() == 1); // the patterns still find what they should
    }
};

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
