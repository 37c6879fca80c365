// SPDX-License-Identifier: Apache-2.0
// bench_sync [CONTACTS] [--paced]: what a sync costs at so many contacts (1,000,000) of a practice gateway, which is a
// process of its own. Each step is a process of its own too, so that its memory is its own, and prints one JSON line:
//   first      an empty address book reads everything
//   half, rest the same, ended in the middle by the end of the program, and gone on with
//   unchanged  everything read once more, nothing is different
//   changed    after somebody else changed one contact in a hundred
//   created    a tenth of CONTACTS, new here, in one list, to an empty account
// Seconds, CPU of this process alone, peak memory, requests, and when the first contacts could be seen. Waits are a
// thousandth of what they are unless --paced. Exit status 1 when a step was refused or something is missing.
#include "gateway/client/client.h"
#include "store/contacts/contactquery.h"
#include "store/recovery/openworkspace.h"
#include "sync/run/syncengine.h"
#include "tests/bench/practiceprogram.h"
#include "tests/support/hurriedclock.h"
#include "tests/support/testworkspace.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>
#include <QThreadPool>

#include <cstdio>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

class CountingLog : public RequestLog
{
public:
    void append(const RequestLine &) override { ++requests; }
    int requests = 0;
};

std::unique_ptr<Client> clientOf(const QString &root, bool isPaced, std::shared_ptr<RequestLog> log)
{
    Result<Credential> key = Credential::fromText(u"practice-key"_s, Authentication::ApiKey);
    ClientSurroundings surroundings = ClientSurroundings::system();
    surroundings.log = std::move(log);
    if (!isPaced)
        surroundings.clock = std::make_shared<HurriedClock>();
    return std::make_unique<Client>(Account{QUrl(root), Authentication::ApiKey, {}, Plan::Production, true},
                                    std::move(*key), Capabilities(), std::move(surroundings));
}

/// One sync of a workspace, measured.
class Measured
{
public:
    Measured(const char *step, Workspace &workspace, const QString &root, bool isPaced)
        : m_step(step), m_workspace(workspace), m_log(std::make_shared<CountingLog>())
    {
        m_writer.setMaxThreadCount(1);
        m_client = clientOf(root, isPaced, m_log);
        m_engine = std::make_unique<SyncEngine>(
            SyncDesk{m_workspace, m_writer, *m_client, numberJudge("IT"), [] { return 0.5; }});
    }

    /// `most`: contacts after which it is ended by hand; 0: it comes to its end.
    int run(qint64 most)
    {
        QEventLoop loop;
        SyncReport report;
        QElapsedTimer timer;
        qint64 firstSeen = -1;
        QObject::connect(m_engine.get(), &SyncEngine::progressed, &loop, [&](const SyncProgress &progress) {
            if (progress.phase != SyncPhase::Reading || progress.done == 0)
                return;
            if (firstSeen < 0)
                firstSeen = timer.elapsed();
            if (most > 0 && progress.done >= most)
                QMetaObject::invokeMethod(
                    m_engine.get(), [this] { m_engine->stop(); }, Qt::QueuedConnection);
        });
        QObject::connect(m_engine.get(), &SyncEngine::finished, &loop, [&](const SyncReport &ended) {
            report = ended;
            loop.quit();
        });
        const double cpu = cpuSeconds();
        timer.start();
        m_engine->start();
        loop.exec();
        m_writer.waitForDone();
        std::printf("{\"step\":\"%s\",\"seconds\":%.1f,\"cpu_s\":%.1f,\"peak_mb\":%.0f,\"requests\":%d,"
                    "\"first_page_ms\":%lld,\"arrived\":%lld,\"received\":%lld,\"created\":%lld}\n",
                    m_step, double(timer.elapsed()) / 1e3, cpuSeconds() - cpu, peakMegabytes(), m_log->requests,
                    static_cast<long long>(firstSeen), static_cast<long long>(report.arrived),
                    static_cast<long long>(report.received), static_cast<long long>(report.created));
        std::fflush(stdout);
        if (report.stopped && most == 0)
            std::fprintf(stderr, "bench_sync: %s: %s\n", m_step, qPrintable(report.stopped->text()));
        return report.stopped && most == 0 ? 1 : 0;
    }

    int requests() const { return m_log->requests; }

private:
    const char *m_step;
    Workspace &m_workspace;
    QThreadPool m_writer;
    std::shared_ptr<CountingLog> m_log;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<SyncEngine> m_engine;
};

int step(const QString &name, const QString &root, const QString &file, qint64 contacts, bool isPaced)
{
    auto workspace = openWorkspace(file);
    if (!workspace)
        return 1;
    const QByteArray text = name.toUtf8();
    Measured sync(text.constData(), **workspace, root, isPaced);
    return sync.run(name == u"half" ? contacts / 2 : 0);
}

int created(const QString &root, qint64 contacts, bool isPaced)
{
    TestWorkspace files;
    QByteArray csv = "firstName,lastName,phoneNumber,email\n";
    for (qint64 i = 1; i <= contacts; ++i) {
        const QByteArray number = QByteArray::number(i);
        csv += "Name" + number + ",Surname" + number + ",+3934" + QByteArray::number(10'000'000 + i) + ",n" + number +
               "@example.com\n";
    }
    ImportChoices choices;
    choices.lists = {ListChoice(u"Fair"_s)};
    files.import(u"people.csv"_s, csv, choices);
    Measured sync("created", *files, root, isPaced);
    const int failed = sync.run(0);
    // 100,000 of them take 400 requests at most, those that ask what the account can do among them.
    return failed || (contacts <= 100'000 && sync.requests() > 400) ? 1 : 0;
}

/// Somebody else at work: every hundredth contact gets another city.
class Editor
{
public:
    explicit Editor(Client &client) : m_client(client) {}

    int run(qint64 contacts)
    {
        m_last = contacts;
        QEventLoop loop;
        m_loop = &loop;
        next();
        loop.exec();
        return m_isRefused ? 1 : 0;
    }

private:
    void next()
    {
        m_id += 100;
        if (m_id > m_last || m_isRefused)
            return m_loop->quit();
        ContactChange change;
        change.city = u"Elsewhere"_s;
        m_task = m_client.updateContact({QString::number(m_id)}, change);
        m_task.then([this](const Result<ContactUpdate> &update) {
            m_isRefused = !update;
            next();
        });
    }

    Client &m_client;
    QEventLoop *m_loop = nullptr;
    Task<ContactUpdate> m_task;
    qint64 m_id = 0;
    qint64 m_last = 0;
    bool m_isRefused = false;
};

int runSelf(QStringList arguments, bool isPaced)
{
    if (isPaced)
        arguments.append(u"--paced"_s);
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForFinished(-1);
    return process.exitCode();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStringList arguments = app.arguments().mid(1);
    const bool isPaced = arguments.removeAll(u"--paced"_s) > 0;
    if (arguments.size() == 4) {
        const QString name = arguments[0];
        const qint64 contacts = arguments[3].toLongLong();
        if (name == u"created")
            return created(arguments[1], contacts, isPaced);
        if (name == u"edit") {
            const auto client = clientOf(arguments[1], false, nullptr);
            return Editor(*client).run(contacts);
        }
        return step(name, arguments[1], arguments[2], contacts, isPaced);
    }
    const qint64 contacts = arguments.isEmpty() ? 1'000'000 : std::max<qint64>(1, arguments[0].toLongLong());
    const QTemporaryDir folder;
    int failures = 0;
    {
        const PracticeProgram gateway(contacts, {u"--plan"_s, u"unlimited"_s});
        const QString count = QString::number(contacts);
        const QString whole = folder.filePath(u"whole.elenco"_s);
        const QString halved = folder.filePath(u"halved.elenco"_s);
        failures += runSelf({u"first"_s, gateway.root().toString(), whole, count}, isPaced);
        failures += runSelf({u"half"_s, gateway.root().toString(), halved, count}, isPaced);
        failures += runSelf({u"rest"_s, gateway.root().toString(), halved, count}, isPaced);
        failures += runSelf({u"unchanged"_s, gateway.root().toString(), whole, count}, isPaced);
        failures += runSelf({u"edit"_s, gateway.root().toString(), whole, count}, isPaced);
        failures += runSelf({u"changed"_s, gateway.root().toString(), whole, count}, isPaced);
    }
    const PracticeProgram empty(0, {u"--plan"_s, u"unlimited"_s});
    failures +=
        runSelf({u"created"_s, empty.root().toString(), folder.path(), QString::number(contacts / 10)}, isPaced);
    return failures == 0 ? 0 : 1;
}
