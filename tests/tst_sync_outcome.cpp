// SPDX-License-Identifier: Apache-2.0
#include "support/syncrecords.h"
#include "sync/plan/outcome.h"
#include "sync/run/numberlookup.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

constexpr int callCount = static_cast<int>(SyncCall::Upload) + 1;

/// A page in words: "7:+39333 8:+39334, total 3, more, dropped 1".
Page<RemoteContact> page(const QByteArray &words)
{
    Page<RemoteContact> page;
    for (const QByteArray &part : words.split(',')) {
        const QByteArrayList pieces = part.trimmed().split(' ');
        if (pieces[0] == "total") {
            page.total = pieces[1].toInt();
        } else if (pieces[0] == "more") {
            page.hasMore = true;
        } else if (pieces[0] == "dropped") {
            page.rowsDropped = pieces[1].toInt();
        } else {
            for (const QByteArray &row : pieces) {
                if (row.isEmpty())
                    continue;
                RemoteContact contact;
                contact.id.value = QString::fromUtf8(row.split(':').value(0));
                contact.phoneNumber = QString::fromUtf8(row.split(':').value(1));
                if (const QByteArray city = row.split(':').value(2); !city.isEmpty())
                    contact.city = QString::fromUtf8(city);
                page.rows.append(contact);
            }
        }
    }
    page.rowsGiven = int(page.rows.size()) + page.rowsDropped;
    return page;
}

} // namespace

/// What the end of a request means for the row and for the run (sync.md sections 2.5 and 2.7).
class SyncOutcomeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcomes_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QByteArray>("steps"); // one a call
        QTest::addColumn<QByteArray>("run");
        const auto row = [](const char *what, ErrorKind kind, const char *steps, const char *run) {
            QTest::newRow(what) << kind << QByteArray(steps).replace(" ", "") << QByteArray(run);
        };
        // Page, contact, look-up | create, update, delete a contact | lists, one list | create, update, delete one |
        // add, remove members | upload. Resend, keep unknown, look up, take the number back, prove absence, block, wait
        // for quota.
        const char *again = "RRR RRR RR RRR RR R", *unknown = "RRR KKK RR KKK KK K", *block = "BBB BBB BB BBB BB B";
        row("stopped", ErrorKind::Cancelled, again, "end");
        row("no network", ErrorKind::NoNetwork, again, "count");
        row("no host", ErrorKind::HostNotFound, again, "count");
        row("refused connection", ErrorKind::ConnectionRefused, again, "count");
        row("lost connection", ErrorKind::ConnectionLost, unknown, "count");
        row("timed out", ErrorKind::TimedOut, unknown, "count");
        row("5xx", ErrorKind::ServerFailed, unknown, "count");
        row("unreadable", ErrorKind::UnreadableAnswer, unknown, "count");
        row("unknown", ErrorKind::OutcomeUnknown, unknown, "count");
        row("a login page", ErrorKind::NotTheGateway, unknown, "stop");
        row("401", ErrorKind::KeyRefused, again, "stop");
        row("403", ErrorKind::NotAllowed, again, "stop");
        row("certificate", ErrorKind::TlsExpired, again, "stop");
        row("proxy", ErrorKind::ProxyFailed, again, "stop");
        row("429", ErrorKind::RateLimited, again, "wait");
        row("404", ErrorKind::NotFound, "PPB BPP BP BPP PP B", "on");
        row("409", ErrorKind::Conflict, "BBB LTB BB BBB BB B", "on");
        row("400", ErrorKind::Refused, "BBB LBB BB BBB BB B", "on");
        row("quota", ErrorKind::QuotaExhausted, "BBB QBB BB BBB BB Q", "on");
        row("413", ErrorKind::TooLarge, block, "on");
        row("refused by us", ErrorKind::InvalidInput, block, "on");
        row("a bug", ErrorKind::Internal, block, "on");
    }
    void outcomes()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(QByteArray, steps);
        QFETCH(QByteArray, run);
        static constexpr const char *runs[] = {"on", "count", "wait", "stop", "end"};
        QByteArray seen;
        for (int i = 0; i < callCount; ++i) {
            const auto call = static_cast<SyncCall>(i);
            const Outcome outcome = outcomeOf(call, Error{kind, {}, {}});
            seen += "SRKLTPBQ"[static_cast<int>(outcome.row)];
            QCOMPARE(QByteArray(runs[static_cast<int>(outcome.run)]), run);
            QCOMPARE(outcome.fate == RequestFate::Unknown, outcome.row == RowStep::KeepUnknown);
            QVERIFY(outcome.fate != RequestFate::Applied);
            QCOMPARE(outcome.waitSeconds, 0);
        }
        QCOMPARE(seen, steps);
    }

    void everyKindHasOne()
    {
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::OutcomeUnknown); ++kind) {
            for (int call = 0; call < callCount; ++call) {
                const Outcome outcome =
                    outcomeOf(static_cast<SyncCall>(call), Error{static_cast<ErrorKind>(kind), {}, {}});
                QVERIFY(outcome.fate != RequestFate::Applied);
                QVERIFY(outcome.row != RowStep::Settle);
            }
        }
    }

    void doneIsDone()
    {
        for (int call = 0; call < callCount; ++call)
            QCOMPARE(outcomeOf(static_cast<SyncCall>(call), std::nullopt),
                     (Outcome{RequestFate::Applied, RowStep::Settle, RunStep::GoOn, 0}));
        QCOMPARE(outcomeOf(SyncCall::CreateContact, Result<int>(5)).row, RowStep::Settle);
        QCOMPARE(outcomeOf(SyncCall::CreateContact, Result<int>(Error{ErrorKind::Conflict, {}, {}})).row,
                 RowStep::LookUpNumber);
    }

    void waits_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("30") << qint64(30);
        QTest::newRow("") << qint64(0);
        QTest::newRow("soon") << qint64(0);
        QTest::newRow("-5") << qint64(0);
    }
    void waits()
    {
        QFETCH(qint64, seconds);
        const Outcome outcome = outcomeOf(
            SyncCall::CreateContact, Error{ErrorKind::RateLimited, {}, QString::fromUtf8(QTest::currentDataTag())});
        QCOMPARE(outcome.run, RunStep::Wait);
        QCOMPARE(outcome.waitSeconds, seconds);
    }

    void lookUps_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("unknown"); // what it leads to for each reason
        QTest::addColumn<QByteArray>("known");
        QTest::addColumn<QByteArray>("refused");
        const auto row = [](const char *what, const char *answer, const char *unknown, const char *known,
                            const char *refused) {
            QTest::newRow(what) << QByteArray(answer) << QByteArray(unknown) << QByteArray(known)
                                << QByteArray(refused);
        };
        const auto all = [&](const char *what, const char *answer, const char *step) {
            row(what, answer, step, step, step);
        };
        row("nobody", "", "send again", "ask again", "block");
        row("nobody, in full", "total 0", "send again", "ask again", "block");
        all("one", "7:+39333", "adopt 7");
        all("one, written otherwise", "7:0039-333, total 1", "adopt 7");
        all("one of this desk", "99:+39333", "two cards 99");
        all("one of this desk and another", "99:+39333 7:+39333", "adopt 7");
        all("two", "7:+39333 8:+39333", "adopt 7");
        all("two, one of them is what was sent", "7:+39333 8:+39333:Roma", "adopt 8");
        row("somebody else's number", "7:+39334", "send again", "ask again", "block");
        all("cut short", "7:+39333, total 2", "ask again");
        all("empty, and says otherwise", "total 1", "ask again");
        all("more to come", "7:+39333, more", "ask again");
        all("the filter is ignored", "dropped 10, total 900", "wait for pull");
        all("the filter is ignored, and there it is", "7:+39333, dropped 9, total 900", "adopt 7");
    }
    void lookUps()
    {
        QFETCH(QByteArray, answer);
        static constexpr const char *steps[] = {"adopt",     "two cards",     "send again",
                                                "ask again", "wait for pull", "block"};
        const SyncRecord sent = record("phoneNumber=+39333; city=Roma");
        const auto decided = [&](LookUpReason reason, int looks) {
            const LookUpDecision decision = decideLookUp(
                reason, "+39333", &sent, page(answer), [](const RemoteId &id) { return id.value == "99"_L1; }, looks);
            return (QByteArray(steps[static_cast<int>(decision.step)]) + ' ' + decision.contact.value.toUtf8())
                .trimmed();
        };
        QTEST(decided(LookUpReason::OutcomeUnknown, 0), "unknown");
        QTEST(decided(LookUpReason::NumberKnown, 0), "known");
        QTEST(decided(LookUpReason::Refused, 0), "refused");
    }

    void looksInVainEnd()
    {
        QByteArray steps;
        for (int looks = 0; looks < 5; ++looks) {
            const auto decision = decideLookUp(
                LookUpReason::NumberKnown, "+39333", nullptr, page(""), [](const RemoteId &) { return false; }, looks);
            steps += decision.step == LookUpDecision::Step::Block ? 'B' : 'A';
        }
        QCOMPARE(steps, QByteArray("AAABB"));
    }

    void arrivals_data()
    {
        QTest::addColumn<QByteArray>("local");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<bool>("mayBe");
        const auto row = [](const char *what, const char *local, const char *sent, const char *found, bool mayBe) {
            QTest::newRow(what) << QByteArray(local) << QByteArray(sent) << QByteArray(found) << mayBe;
        };
        row("the number", "phoneNumber=+39 333", "", "phoneNumber=+39333; city=Roma", true);
        row("another number", "phoneNumber=+39334", "", "phoneNumber=+39333", false);
        row("the number that was sent", "phoneNumber=+39334", "phoneNumber=+39333", "phoneNumber=+39333", true);
        row("no numbers", "city=Roma", "", "city=Roma", false);
        row("no number there", "phoneNumber=+39334", "", "city=Roma", false);
    }
    void arrivals()
    {
        QFETCH(QByteArray, local);
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, found);
        QFETCH(bool, mayBe);
        const SyncRecord said = record(sent);
        QCOMPARE(sharesNumber(record(local), sent.isEmpty() ? nullptr : &said, record(found)), mayBe);
    }
};

QTEST_GUILESS_MAIN(SyncOutcomeTest)
#include "tst_sync_outcome.moc"
