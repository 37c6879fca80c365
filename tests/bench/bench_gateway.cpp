// SPDX-License-Identifier: Apache-2.0
// bench_gateway [CONTACTS]: all contacts (100,000) of a practice gateway, which is a process of its own, read page by
// page and thrown away, as one JSON line: requests as they went out, seconds (the pacer's waits are most of them), CPU
// of this process alone per contact, and its memory when paging begins and after each tenth of the contacts. Exit
// status 1 when something was refused or is missing.
#include "gateway/client/client.h"
#include "gateway/client/pager.h"
#include "tests/bench/practiceprogram.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

#include <sys/resource.h>
#include <unistd.h>

using namespace Elenco;

namespace {

/// Tries that went out, refused ones too.
class CountingLog : public RequestLog
{
public:
    void append(const RequestLine &) override { ++requests; }
    int requests = 0;
};

struct Usage {
    qint64 cpuMicroseconds;
    qint64 peakKilobytes;
};

Usage usageOfThisProcess()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto microseconds = [](const timeval &time) { return qint64(time.tv_sec) * 1'000'000 + time.tv_usec; };
    return {microseconds(usage.ru_utime) + microseconds(usage.ru_stime), usage.ru_maxrss};
}

// proc(5): the second number of statm is what is resident, in pages.
qint64 residentKilobytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE) / 1024;
}

/// Reads to the end and says how it went.
class Reading
{
public:
    Reading(Client &client, qint64 contacts) : m_pager(client, {}), m_contacts(contacts) {}

    void start()
    {
        m_memory.append(residentKilobytes());
        m_before = usageOfThisProcess();
        m_timer.start();
        readNext();
    }
    bool isComplete() const { return m_pager.progress().isComplete() && m_pager.progress().rowsTaken == m_contacts; }
    void print(int requests) const
    {
        QByteArray memory;
        for (const qint64 kilobytes : m_memory)
            memory += (memory.isEmpty() ? "" : ",") + QByteArray::number(kilobytes);
        std::printf("{\"contacts\":%lld,\"requests\":%d,\"seconds\":%.2f,\"cpu_us_per_contact\":%.2f,"
                    "\"peak_rss_kb\":%lld,\"rss_kb\":[%s]}\n",
                    static_cast<long long>(m_pager.progress().rowsTaken), requests, m_seconds,
                    double(m_after.cpuMicroseconds - m_before.cpuMicroseconds) / double(m_contacts),
                    static_cast<long long>(m_after.peakKilobytes), memory.constData());
    }

private:
    void readNext()
    {
        m_page = m_pager.next();
        m_page.then([this](const Result<PagedRows<RemoteContact>> &page) {
            if (!page)
                std::fprintf(stderr, "bench_gateway: %s\n", qPrintable(page.error().text()));
            const qint64 taken = m_pager.progress().rowsTaken;
            while (m_memory.size() <= 10 && taken * 10 >= m_contacts * m_memory.size())
                m_memory.append(residentKilobytes());
            if (page && !m_pager.atEnd())
                return readNext();
            m_after = usageOfThisProcess();
            m_seconds = double(m_timer.nsecsElapsed()) / 1e9;
            QCoreApplication::quit();
        });
    }

    ContactPager m_pager;
    Task<PagedRows<RemoteContact>> m_page;
    qint64 m_contacts;
    QElapsedTimer m_timer;
    Usage m_before{};
    Usage m_after{};
    double m_seconds = 0;
    QList<qint64> m_memory;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const qint64 contacts = std::max<qint64>(1, argc > 1 ? QByteArray(argv[1]).toLongLong() : 100'000);
    const PracticeProgram gateway(contacts);
    Result<Credential> key = Credential::fromText(QStringLiteral("practice-key"), Authentication::ApiKey);
    if (!gateway.root().isValid() || !key) {
        std::fprintf(stderr, "bench_gateway: no practice gateway\n");
        return 1;
    }
    const auto log = std::make_shared<CountingLog>();
    ClientSurroundings surroundings = ClientSurroundings::system();
    surroundings.log = log;
    Client client({gateway.root(), Authentication::ApiKey, {}, Plan::Production, true}, std::move(*key), {},
                  std::move(surroundings));
    Reading reading(client, contacts);
    reading.start();
    QCoreApplication::exec();
    reading.print(log->requests);
    return reading.isComplete() ? 0 : 1;
}
