// SPDX-License-Identifier: Apache-2.0
#include "sync/run/listing.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

QList<RemoteId> ids(const QByteArray &words)
{
    QList<RemoteId> ids;
    for (const QByteArray &word : words.split(' ')) {
        if (!word.isEmpty())
            ids.append({QString::fromUtf8(word)});
    }
    return ids;
}

/// A page in words: "ids 1 2 3, total 7, page 2, offset 6, limit 3, dropped 1".
Page<RemoteContact> page(const QByteArray &words)
{
    Page<RemoteContact> page;
    for (const QByteArray &part : words.split(',')) {
        const QByteArrayList pieces = part.trimmed().split(' ');
        const qint64 number = pieces.value(1).toLongLong();
        if (pieces[0] == "ids") {
            for (const RemoteId &id : ids(part.trimmed().mid(3))) {
                RemoteContact contact;
                contact.id = id;
                page.rows.append(contact);
            }
        } else if (pieces[0] == "total") {
            page.total = number;
        } else if (pieces[0] == "page") {
            page.echo.page = number;
        } else if (pieces[0] == "offset") {
            page.echo.offset = number;
        } else if (pieces[0] == "limit") {
            page.echo.limit = number;
        } else if (pieces[0] == "dropped") {
            page.rowsDropped = int(number);
        }
    }
    page.rowsGiven = int(page.rows.size()) + page.rowsDropped;
    return page;
}

QByteArray word(PageVerdict verdict)
{
    static constexpr const char *words[] = {"good",       "no total",    "wrong place",    "wrong length",
                                            "unfiltered", "repeated id", "repeats itself", "fell too far"};
    return words[static_cast<int>(verdict)];
}

QByteArray word(MissingStep step)
{
    static constexpr const char *words[] = {"nothing", "prove each", "read again", "prove sample", "ask"};
    return words[static_cast<int>(step)];
}

} // namespace

/// Which listings are believed, and when something is gone (sync.md section 2.4).
class SyncListingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<qint64>("number"); // of the page; 3 rows each
        QTest::addColumn<QByteArray>("verdict");
        QTest::addColumn<QByteArray>("forwards");
        const auto row = [](const char *words, qint64 number, const char *verdict, const char *forwards = nullptr) {
            QTest::newRow(words) << QByteArray(words) << number << QByteArray(verdict)
                                 << QByteArray(forwards ? forwards : verdict);
        };
        row("ids 1 2 3, total 7", 0, "good");
        row("ids 7, total 7", 2, "good");
        row("total 7", 3, "good");
        row("total 6", 2, "good");
        row("ids 7, total 7, page 2, limit 3, offset 6", 2, "good");
        row("ids 7, total 7, page 2, limit 1", 2, "good"); // "size" of what came
        row("ids cnt_1 cnt_2 cnt_3, total 3", 0, "good");
        row("total 0", 0, "good");
        // Answers that lie.
        row("ids 1 2 3", 0, "no total", "good");
        row("ids 1 2", 0, "no total", "good");
        row("", 0, "no total", "good");
        row("ids 1 2 3 4", 0, "no total", "wrong length");
        row("ids 1, total -1", 0, "no total");
        row("ids 1 2, total 7", 0, "wrong length");
        row("total 7", 0, "wrong length");
        row("ids 1 2 3 4, total 7", 0, "wrong length");
        row("ids 7 8, total 7", 2, "wrong length");
        row("ids 1 2 3, total 7", 3, "wrong length");
        row("ids 1 2 3, total 7, page 1", 0, "wrong place");
        row("ids 7, total 7, page 3", 2, "wrong place");
        row("ids 1 2 3, total 7, offset 3", 0, "wrong place");
        row("ids 1 2 3, total 7, limit 2", 0, "wrong place");
        row("ids 1 2 2, total 7", 0, "repeated id");
        row("ids 91 92 93, total 12", 1, "repeats itself");
        row("ids 93 92 91, total 12", 1, "good");
        row("ids 1 2, dropped 1, total 7", 0, "unfiltered");
    }
    void pages()
    {
        QFETCH(QByteArray, words);
        QFETCH(qint64, number);
        PageExpectation expected{number, 3, 0, true, std::nullopt, ids("91 92 93")};
        QTEST(word(judgePage(expected, page(words))), "verdict");
        expected.needsTotal = false;
        QTEST(word(judgePage(expected, page(words))), "forwards");
    }

    void pagesThatCountFromOne()
    {
        const PageExpectation expected{2, 3, 1, true, std::nullopt, {}};
        QCOMPARE(word(judgePage(expected, page("ids 7, total 7, page 3"))), QByteArray("good"));
        QCOMPARE(word(judgePage(expected, page("ids 7, total 7, page 2"))), QByteArray("wrong place"));
    }

    void falls_data()
    {
        QTest::addColumn<qint64>("before");
        QTest::addColumn<qint64>("now");
        QTest::addColumn<bool>("isTooFar");
        const auto row = [](qint64 before, qint64 now, bool isTooFar) {
            QTest::addRow("%lld to %lld", before, now) << before << now << isTooFar;
        };
        row(0, 0, false);
        row(1000, 1001, false);
        row(1000, 1000, false);
        row(1000, 800, false);
        row(1000, 799, true);
        row(1'000'000, 799'999, true);
        row(1, 0, true);
        row(1000, 0, true);
        row(100, 50, false); // few
        row(100, 49, true);
        row(3, 2, false);
    }
    void falls()
    {
        QFETCH(qint64, before);
        QFETCH(qint64, now);
        QFETCH(bool, isTooFar);
        // A page beyond either total: empty, and the total is all there is to see.
        const PageExpectation expected{5000, 1000, 0, true, before, {}};
        QCOMPARE(word(judgePage(expected, page("total " + QByteArray::number(now)))),
                 QByteArray(isTooFar ? "fell too far" : "good"));
    }

    void orders_data()
    {
        QTest::addColumn<bool>("ascends");
        QTest::newRow("") << true;
        QTest::newRow("7") << true;
        QTest::newRow("9 10 11") << true;
        QTest::newRow("10 9") << false;
        QTest::newRow("9 9") << false;
        QTest::newRow("cnt_1 cnt_2") << false;
    }
    void orders()
    {
        QFETCH(bool, ascends);
        QCOMPARE(ascendsById(page("ids " + QByteArray(QTest::currentDataTag()))), ascends);
    }

    void missing()
    {
        QVERIFY(isMissing(false, 4, 5));
        QVERIFY(!isMissing(true, 4, 5));
        QVERIFY(!isMissing(false, 5, 5)); // made while the pages were read
        QVERIFY(!isMissing(true, 5, 5));
    }

    void missingRows_data()
    {
        QTest::addColumn<qint64>("missing");
        QTest::addColumn<qint64>("bound");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        const auto row = [](qint64 missing, qint64 bound, const char *first, const char *second) {
            QTest::addRow("%lld of %lld", missing, bound)
                << missing << bound << QByteArray(first) << QByteArray(second);
        };
        row(0, 1000, "nothing", "nothing");
        row(0, 0, "nothing", "nothing");
        row(1, 1, "prove each", "prove each");
        row(50, 50, "prove each", "prove each");
        row(50, 1000, "prove each", "prove each");
        row(51, 1000, "read again", "prove sample");
        row(51, 1020, "prove each", "prove each"); // 5 %
        row(51, 1019, "read again", "prove sample");
        row(500, 10'000, "prove each", "prove each");
        row(501, 1'000'000, "read again", "prove sample");
        row(12'345, 1'000'000, "read again", "prove sample");
    }
    void missingRows()
    {
        QFETCH(qint64, missing);
        QFETCH(qint64, bound);
        QFETCH(QByteArray, second);
        QTEST(word(missingStep({missing, bound, 1, false})), "first");
        QTEST(word(missingStep({missing, bound, 2, false})), "second");
        QCOMPARE(word(missingStep({missing, bound, 2, true})), second == "prove sample" ? QByteArray("ask") : second);
    }

    void samples()
    {
        QRandomGenerator generator(7);
        const auto random = [&] { return generator.generateDouble(); };
        std::vector<RemoteId> rows;
        for (int i = 0; i < 1000; ++i)
            rows.push_back({QString::number(i)});
        QCOMPARE(sampleOf({}, 200, random).size(), size_t(0));
        QCOMPARE(sampleOf({rows[0]}, 200, random), std::vector<RemoteId>{rows[0]});
        QList<int> hits(1000, 0);
        for (int round = 0; round < 500; ++round) {
            QSet<RemoteId> once;
            for (const RemoteId &id : sampleOf(rows, 200, random)) {
                once.insert(id);
                ++hits[id.value.toInt()];
            }
            QCOMPARE(once.size(), 200);
        }
        // A hundred times each, give or take.
        QVERIFY(*std::min_element(hits.begin(), hits.end()) > 50);
        QVERIFY(*std::max_element(hits.begin(), hits.end()) < 150);
        QCOMPARE(sampleOf(rows, 1, [] { return 0.999999999999999999; }).size(), size_t(1));
    }

    void sightings_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("isDenied");
        QTest::newRow("the gateway's own 404") << ErrorKind::NotFound << true;
        QTest::newRow("a page's 404") << ErrorKind::NotTheGateway << false;
        QTest::newRow("429") << ErrorKind::RateLimited << false;
        QTest::newRow("500") << ErrorKind::ServerFailed << false;
        QTest::newRow("no answer") << ErrorKind::TimedOut << false;
        QTest::newRow("unreadable") << ErrorKind::UnreadableAnswer << false;
        QTest::newRow("400") << ErrorKind::Refused << false;
    }
    void sightings()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(bool, isDenied);
        QCOMPARE(sightingOf(Result<RemoteContact>(Error{kind, {}, {}})),
                 isDenied ? Sighting::Denied : Sighting::Unclear);
        QCOMPARE(sightingOf(Result<RemoteContact>(RemoteContact())), Sighting::There);
    }

    void canaries_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("canary");
        QTest::newRow("a row") << QByteArray("ids 3, total 9") << QByteArray("3");
        QTest::newRow("a row without a total") << QByteArray("ids 3") << QByteArray("3");
        QTest::newRow("nobody") << QByteArray("total 0") << QByteArray("nobody");
        QTest::newRow("an empty array") << QByteArray("") << QByteArray("nobody");
        QTest::newRow("nobody of nine") << QByteArray("total 9") << QByteArray("unclear");
        QTest::newRow("the missing one") << QByteArray("ids 7, total 9") << QByteArray("unclear");
        QTest::newRow("rows that were not asked for") << QByteArray("dropped 1, total 9") << QByteArray("unclear");
    }
    void canaries()
    {
        QFETCH(QByteArray, answer);
        static constexpr const char *picks[] = {"", "nobody", "unclear"};
        const Canary canary = canaryOf(Result<Page<RemoteContact>>(page(answer)), RemoteId{u"7"_s});
        QTEST(QByteArray(picks[static_cast<int>(canary.pick)] + canary.id.value.toUtf8()), "canary");
        QCOMPARE(canaryOf(Result<Page<RemoteContact>>(Error{ErrorKind::TimedOut, {}, {}}), RemoteId{u"7"_s}), Canary());
    }

    void absences_data()
    {
        QTest::addColumn<Absence>("absence");
        const auto row = [](const char *what, Absence absence) { QTest::newRow(what) << absence; };
        // The row, the canary and what it says, whether rows were seen before.
        row("there row:there seen", Absence::Alive);
        row("there unclear", Absence::Alive);
        row("unclear row:there seen", Absence::Unproved);
        row("denied row:there seen", Absence::Proved);
        row("denied row:there", Absence::Proved);
        row("denied row:denied seen", Absence::Unproved);
        row("denied row:unclear seen", Absence::Unproved);
        row("denied row", Absence::Unproved); // not asked for
        row("denied nobody", Absence::Proved);
        row("denied nobody seen", Absence::Unproved);
        row("denied unclear", Absence::Unproved);
    }
    void absences()
    {
        QFETCH(Absence, absence);
        const QByteArrayList words = QByteArray(QTest::currentDataTag()).split(' ');
        const auto sighting = [](const QByteArray &word) {
            return word == "there" ? Sighting::There : word == "denied" ? Sighting::Denied : Sighting::Unclear;
        };
        const QByteArrayList canary = words[1].split(':');
        const Canary::Pick pick = canary[0] == "row"      ? Canary::Pick::Row
                                  : canary[0] == "nobody" ? Canary::Pick::NobodyThere
                                                          : Canary::Pick::Unclear;
        QCOMPARE(absenceOf(sighting(words[0]), {pick, {}},
                           canary.size() > 1 ? std::optional(sighting(canary[1])) : std::nullopt, words.size() > 2),
                 absence);
    }
};

QTEST_GUILESS_MAIN(SyncListingTest)
#include "tst_sync_listing.moc"
