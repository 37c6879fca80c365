// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/answerwatch.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace Elenco;

namespace {

/// A network whose answers come when the test says so.
class HeldTransport : public Transport
{
public:
    struct Held : HttpExchange {
        bool mayHaveArrived() const override { return true; }
    };

    std::unique_ptr<HttpExchange> send(HttpRequest, std::function<void(HttpAnswer)> done) override
    {
        m_waiting.push_back(std::move(done));
        return std::make_unique<Held>();
    }
    void answer(std::optional<Error> failure = {})
    {
        const auto done = std::move(m_waiting.front());
        m_waiting.erase(m_waiting.begin());
        HttpAnswer answer;
        answer.status = failure ? 0 : 200;
        answer.failure = std::move(failure);
        done(answer);
    }

private:
    std::vector<std::function<void(HttpAnswer)>> m_waiting;
};

} // namespace

/// For how long nobody has answered: what is said of a gateway that hangs.
class TestGatewaySilence : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<ManualClock> m_clock;
    std::shared_ptr<HeldTransport> m_network;
    std::unique_ptr<AnswerWatch> m_watch;

    std::unique_ptr<HttpExchange> ask()
    {
        return m_watch->send({}, [](const HttpAnswer &) {});
    }

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_shared<ManualClock>();
        m_network = std::make_shared<HeldTransport>();
        m_watch = std::make_unique<AnswerWatch>(m_network, m_clock);
    }

    void whoAnswersIsNotSilent()
    {
        m_clock->advance(60'000);
        QCOMPARE(m_watch->silentFor(), 0);
        auto exchange = ask();
        m_clock->advance(3000);
        QCOMPARE(m_watch->silentFor(), 3000);
        m_network->answer();
        exchange.reset();
        m_clock->advance(60'000); // nobody asks
        QCOMPARE(m_watch->silentFor(), 0);
    }

    void triesThatEndWithoutAnAnswerCountOn()
    {
        for (int i = 0; i < 3; ++i) {
            auto exchange = ask();
            m_clock->advance(10'000);
            m_network->answer(Error{ErrorKind::TimedOut, {}, {}});
            exchange.reset();
            m_clock->advance(1000); // until the next try
        }
        QCOMPARE(m_watch->silentFor(), 33'000);
        auto exchange = ask();
        m_network->answer();
        exchange.reset();
        QCOMPARE(m_watch->silentFor(), 0);
    }

    void oneAnswerOfSeveralBreaksTheSilence()
    {
        auto first = ask(), second = ask();
        m_clock->advance(15'000);
        m_network->answer();
        first.reset();
        QCOMPARE(m_watch->silentFor(), 0);
        m_clock->advance(4000);
        QCOMPARE(m_watch->silentFor(), 4000);
        m_network->answer();
        second.reset();
        QCOMPARE(m_watch->silentFor(), 0);
    }

    void whatIsBrokenOffIsNotWaitedFor()
    {
        auto exchange = ask();
        m_clock->advance(15'000);
        exchange.reset();
        m_clock->advance(15'000);
        QCOMPARE(m_watch->silentFor(), 0);
        exchange = ask();
        m_clock->advance(1000);
        QCOMPARE(m_watch->silentFor(), 1000);
    }

    void answersOutliveTheWatch()
    {
        auto exchange = ask();
        m_watch.reset();
        m_network->answer();
        exchange.reset();
    }
};

QTEST_GUILESS_MAIN(TestGatewaySilence)
#include "tst_gateway_silence.moc"
