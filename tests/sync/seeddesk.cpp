// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/seeddesk.h"

#include "store/database/sqlite.h"
#include "store/recovery/checks.h"
#include "store/recovery/openworkspace.h"
#include "tests/support/require.h"

#include <QCoreApplication>
#include <QFile>
#include <QSemaphore>

#include <sqlite3.h>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

const QStringList parts{u""_s, u"-wal"_s};

Credential credential()
{
    return require(Credential::fromText(u"practice-key"_s, Authentication::ApiKey));
}

// A new file costs more than a copy of one.
void copyEmptyWorkspace(const QString &target)
{
    static const QTemporaryDir folder;
    const QString source = folder.filePath(u"empty.elenco"_s);
    if (!QFile::exists(source))
        require(openWorkspace(source));
    if (!QFile::copy(source, target))
        qFatal("no copy of an empty workspace");
}

} // namespace

SeedDesk::SeedDesk(const QString &name, Practice::Exchange &exchange, const Capabilities &capabilities,
                   qint64 mostSingles)
    : m_name(name),
      m_exchange(exchange),
      m_capabilities(capabilities),
      m_mostSingles(mostSingles),
      m_clock(std::make_shared<ManualClock>())
{
    m_writer.setMaxThreadCount(1);
    m_writer.setExpiryTimeout(-1);
    copyEmptyWorkspace(path(u"desk.elenco"_s));
    open();
}

SeedDesk::~SeedDesk()
{
    close();
}

const NumberJudge &SeedDesk::judge()
{
    static const NumberJudge judge = numberJudge("IT"); // making one takes its time
    return judge;
}

void SeedDesk::open()
{
    m_workspace = require(openWorkspace(path(u"desk.elenco"_s)));
    withWriters([this](sqlite3 *database) { sqlite3_commit_hook(database, &SeedDesk::commits, this); });
    m_line = std::make_shared<DirectLine>(m_exchange);
    ClientSurroundings surroundings;
    surroundings.transport = m_line;
    surroundings.clock = m_clock;
    surroundings.random = [] { return 0.5; };
    m_client = std::make_unique<Client>(
        Account{QUrl(u"http://127.0.0.1:9/api"_s), Authentication::ApiKey, {}, Plan::Production, true}, credential(),
        m_capabilities, surroundings);
    QObject::connect(m_client.get(), &Client::capabilitiesChanged, m_client.get(),
                     [this] { m_capabilities = m_client->capabilities(); });
    m_engine = std::make_unique<SyncEngine>(
        SyncDesk{*m_workspace, m_writer, *m_client, judge(), [] { return 0.5; }, m_mostSingles});
    QObject::connect(m_engine.get(), &SyncEngine::finished, m_engine.get(), [this](const SyncReport &report) {
        m_report = report;
        if (report.stopped && report.stopped->kind == ErrorKind::Internal)
            m_damage = u"a sync was stopped by its own file: "_s + report.stopped->text();
    });
}

void SeedDesk::close()
{
    m_engine.reset();
    m_client.reset();
    m_writer.waitForDone();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_workspace.reset();
}

void SeedDesk::begin(const SyncOptions &options)
{
    m_engine->start(options);
    settle();
}

void SeedDesk::letThrough(Practice::Fault fault)
{
    watchPace();
    m_line->carryOut(fault);
    if (m_exchange.log().entries().back().status == 429)
        m_pauseUntil = m_clock->milliseconds() + 1000 * std::max(1, m_exchange.faults().rates().retryAfter);
    m_line->deliver();
    settle();
}

void SeedDesk::watchPace()
{
    const qint64 now = m_clock->milliseconds();
    m_sendTimes.append(now);
    while (m_sendTimes.first() <= now - 60'000)
        m_sendTimes.removeFirst();
    const auto lastSecond =
        std::count_if(m_sendTimes.cbegin(), m_sendTimes.cend(), [&](qint64 at) { return at > now - 1000; });
    if (m_sendTimes.size() > 1000 || lastSecond > 50)
        m_haste = u"%1 requests in a minute, %2 in a second"_s.arg(m_sendTimes.size()).arg(lastSecond);
    if (now < m_pauseUntil)
        m_haste = u"a request %1 ms before a pause was over"_s.arg(m_pauseUntil - now);
}

void SeedDesk::stop()
{
    m_engine->stop();
    settle();
}

void SeedDesk::settle()
{
    for (int turns = 0; isSyncing() && !m_line->held() && !m_hasImage; ++turns) {
        if (turns > 100'000)
            qFatal("a sync waits for nothing");
        awaitWriter();
        if (m_hasImage)
            break;
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (!m_line->held())
            m_clock->advanceToNext();
    }
    diedMeanwhile();
}

// Not QThreadPool::waitForDone(), which ends the thread too: a new one for each request costs more than the request.
void SeedDesk::awaitWriter()
{
    if (m_writer.activeThreadCount() == 0)
        return;
    QSemaphore reached;
    m_writer.start([&reached] { reached.release(); });
    reached.acquire();
}

void SeedDesk::withWriters(const std::function<void(sqlite3 *)> &work)
{
    work(m_workspace->writer().handle());
    QSemaphore done;
    m_writer.start([&] {
        work(m_workspace->writer().handle());
        done.release();
    });
    done.acquire();
}

bool SeedDesk::diedMeanwhile()
{
    if (!m_hasImage)
        return false;
    startFromImage();
    return true;
}

int SeedDesk::commits(void *self)
{
    auto *desk = static_cast<SeedDesk *>(self);
    if (desk->m_commitsLeft > 0 && --desk->m_commitsLeft == 0)
        desk->takeImage();
    return 0;
}

// What the disk has at this moment is all that a killed program leaves behind.
void SeedDesk::takeImage()
{
    for (const QString &part : parts) {
        QFile::remove(path(u"image"_s + part));
        QFile::copy(path(u"desk.elenco"_s + part), path(u"image"_s + part));
    }
    m_hasImage = true;
}

void SeedDesk::startFromImage()
{
    m_commitsLeft = 0;
    close();
    for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QFile::remove(path(u"desk.elenco"_s + part));
        QFile::rename(path(u"image"_s + part), path(u"desk.elenco"_s + part));
    }
    m_hasImage = false;
    ++m_deaths;
    m_clock->advance(60'000); // nobody starts a program again within the gateway's minute
    open();
    const Result<QStringList> findings = checkWorkspace(*m_workspace);
    if (!findings)
        m_damage = findings.error().text();
    else if (!findings->isEmpty())
        m_damage = findings->join(u"; "_s);
}

void SeedDesk::kill()
{
    awaitWriter();
    takeImage();
    startFromImage();
}

void SeedDesk::killAfterRequest(Practice::Fault fault)
{
    if (held())
        m_line->carryOut(fault);
    kill();
}

void SeedDesk::failStatement(int n)
{
    m_statementsLeft = n;
    m_isFailing = false;
    withWriters([this, n](sqlite3 *database) {
        sqlite3_trace_v2(database, SQLITE_TRACE_STMT, n ? &SeedDesk::statementBegins : nullptr, this);
        sqlite3_progress_handler(database, 1, n ? &SeedDesk::statementGoesOn : nullptr, this);
    });
}

int SeedDesk::statementBegins(unsigned, void *self, void *, void *)
{
    auto *desk = static_cast<SeedDesk *>(self);
    // One that is through before it is asked passes it on to the next.
    if (desk->m_statementsLeft > 0 && --desk->m_statementsLeft == 0)
        desk->m_isFailing = true;
    return 0;
}

int SeedDesk::statementGoesOn(void *self)
{
    auto *desk = static_cast<SeedDesk *>(self);
    if (!desk->m_isFailing)
        return 0;
    desk->m_isFailing = false; // what undoes the transaction is not to fail too
    return 1;
}

void SeedDesk::killAtCommit(int n)
{
    m_commitsLeft = n;
}

} // namespace Elenco
