// SPDX-License-Identifier: Apache-2.0
// bench_syncwindow [CONTACTS]: how long the window does not answer while a sync runs over so many contacts (1,000,000)
// of a practice gateway, which is a process of its own. The window is the one of the program, with a contact selected,
// and somebody scrolls through all of them the while. Each step is a process of its own and prints one JSON line:
//   first    an empty address book reads everything
//   changed  it is opened again, after somebody else has changed one contact in a hundred
// A timer of the event loop, due every millisecond, tells how long its turns took: the longest, and how many took
// longer than 50 ms; of the ten longest also how long the window's thread was at work in it, and how long it waited for
// a processor that others had (most_work_ms is the most work between two turns: what is left on a machine that does
// nothing else). CPU and memory are of this process alone. Waits between requests are a thousandth of what they are, so
// pages come as fast as they can. Exit status 1 when a sync did not come to its end.
#include "account/accountlink.h"
#include "secrets/sessionsecrets.h"
#include "store/recovery/openworkspace.h"
#include "tests/bench/practiceprogram.h"
#include "tests/support/hurriedclock.h"
#include "ui/account/accountdesk.h"
#include "ui/contacts/contactspane.h"
#include "ui/contacts/contacttableview.h"
#include "ui/mainwindow.h"
#include "ui/sync/synccontroller.h"
#include "ui/theme/theme.h"
#include "ui/window/statusline.h"
#include "ui/windowprompts.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longGap = 50;   // ms
constexpr int afterwards = 3000; // ms

/// What this thread has had since it began, ms: processor time, and time in which it was ready and had to wait for a
/// processor. Linux: proc(5), schedstat.
struct ThreadTime {
    qint64 running = 0, waiting = 0;

    static ThreadTime now()
    {
        ThreadTime time;
        if (std::FILE *file = std::fopen("/proc/thread-self/schedstat", "r")) {
            long long running = 0, waiting = 0;
            if (std::fscanf(file, "%lld %lld", &running, &waiting) == 2)
                time = {running / 1'000'000, waiting / 1'000'000};
            std::fclose(file);
        }
        return time;
    }
};

/// How late the turns of the event loop are.
class Heartbeat
{
public:
    explicit Heartbeat(std::function<QString()> state) : m_state(std::move(state))
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
    }
    void start()
    {
        m_time = ThreadTime::now();
        m_since.start();
        m_timer.start(1);
    }
    /// One that is too long, ms.
    struct Gap {
        qint64 length;
        ThreadTime time; ///< what the window's thread had in it
        QString state;   ///< what the window said just then
    };
    /// The longest first.
    QList<Gap> gaps() const
    {
        QList<Gap> sorted = m_gaps;
        std::sort(sorted.begin(), sorted.end(), [](const Gap &a, const Gap &b) { return a.length > b.length; });
        return sorted;
    }
    qint64 longest() const { return m_longest; }
    /// The most processor time from one turn to the next: how long it would be on a machine that does nothing else.
    qint64 mostWork() const { return m_mostWork; }

private:
    void beat()
    {
        const ThreadTime now = ThreadTime::now();
        const qint64 gap = m_since.restart(), work = now.running - m_time.running;
        m_longest = std::max(m_longest, gap);
        m_mostWork = std::max(m_mostWork, work);
        if (gap > longGap)
            m_gaps.append({gap, {work, now.waiting - m_time.waiting}, m_state()});
        m_time = now;
    }

    std::function<QString()> m_state;
    QTimer m_timer;
    QElapsedTimer m_since;
    ThreadTime m_time;
    QList<Gap> m_gaps;
    qint64 m_longest = 0;
    qint64 m_mostWork = 0;
};

/// The program's window at a workspace and a gateway.
class Desk : public QObject
{
public:
    explicit Desk(std::unique_ptr<Workspace> workspace)
        : m_theme(*qApp, Appearance::Light),
          m_book(std::move(workspace)),
          m_link(m_book, {[] { return surroundings(); }, std::make_unique<SessionSecrets>(), {}}),
          m_window(m_book, m_prompts, m_theme, m_settings),
          m_accountDesk(m_book, m_link, m_prompts, m_window),
          m_sync(m_book, m_link, m_prompts, m_window, m_clock, u"IT"_s),
          m_heartbeat([this] { return m_window.status().state(); })
    {
        QScrollBar *bar = m_window.contacts().table().verticalScrollBar();
        connect(&m_scrolling, &QTimer::timeout, bar, [bar] {
            const int next = bar->value() + std::max(bar->pageStep() * 2 / 3, bar->maximum() / 500);
            bar->setValue(next < bar->maximum() ? next : 0);
        });
        m_window.resize(1360, 850);
        m_window.show();
        m_link.open();
    }

    /// One sync from the moment the account is there; 1 when it did not come to its end.
    int run(const QString &step, const QUrl &root)
    {
        waitFor([this] {
            return m_link.state() != AccountLink::State::Opening && !m_window.contacts().model().isLoading();
        });
        m_window.contacts().table().selectRow(0);
        Account account;
        account.root = root;
        account.plan = Plan::Production;
        m_taking = m_link.use(this, account, *Credential::fromText(u"practice-key"_s, Authentication::ApiKey),
                              SecretPlace::Session, Credential());
        QElapsedTimer timer;
        timer.start();
        const double cpu = cpuSeconds();
        m_heartbeat.start();
        m_scrolling.start(150);
        SyncScheduler &scheduler = m_sync.scheduler();
        using State = SyncScheduler::State;
        waitFor([&] { return scheduler.state() == State::Syncing; });
        const auto hasEnded = [&] { return scheduler.state() != State::Syncing; };
        waitFor(hasEnded);
        // What follows the sync's end belongs to it: tables and counts are read anew.
        QTimer::singleShot(afterwards, this, [this] { m_isOver = true; });
        waitFor([this] { return m_isOver; });
        const QList<Heartbeat::Gap> gaps = m_heartbeat.gaps();
        std::printf("{\"step\":\"%s\",\"seconds\":%.1f,\"longest_gap_ms\":%lld,\"gaps_over_50_ms\":%lld,"
                    "\"most_work_ms\":%lld,\"cpu_s\":%.1f,\"peak_mb\":%.0f,\"rows\":%d,\"state\":\"%s\"}\n",
                    qPrintable(step), double(timer.elapsed() - afterwards) / 1e3,
                    static_cast<long long>(m_heartbeat.longest()), static_cast<long long>(gaps.size()),
                    static_cast<long long>(m_heartbeat.mostWork()), cpuSeconds() - cpu, peakMegabytes(),
                    m_window.contacts().model().rowCount(), qPrintable(m_window.status().state()));
        for (const Heartbeat::Gap &gap : gaps.first(std::min<qsizetype>(10, gaps.size())))
            std::printf("  %lld ms, of which at work %lld, waiting for a processor %lld: %s\n",
                        static_cast<long long>(gap.length), static_cast<long long>(gap.time.running),
                        static_cast<long long>(gap.time.waiting), qPrintable(gap.state));
        std::fflush(stdout);
        return scheduler.state() == State::Resting ? 0 : 1;
    }

private:
    static ClientSurroundings surroundings()
    {
        ClientSurroundings surroundings = ClientSurroundings::system();
        surroundings.clock = std::make_shared<HurriedClock>();
        return surroundings;
    }
    // The program's kind of loop; QTest::qWaitFor() sleeps between events.
    static void waitFor(const std::function<bool()> &done)
    {
        QEventLoop loop;
        QTimer timer;
        QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
            if (done())
                loop.quit();
        });
        timer.start(5);
        loop.exec();
    }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    Theme m_theme;
    AddressBook m_book;
    AccountLink m_link;
    WindowPrompts m_prompts;
    MainWindow m_window;
    AccountDesk m_accountDesk;
    SystemClock m_clock;
    SyncController m_sync;
    Heartbeat m_heartbeat;
    QTimer m_scrolling;
    Task<void> m_taking;
    bool m_isOver = false;
};

int runProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(program, arguments);
    process.waitForFinished(-1);
    return process.exitCode();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.size() == 3) {
        auto workspace = openWorkspace(arguments[2]);
        if (!workspace)
            return std::fprintf(stderr, "%s\n", qPrintable(workspace.error().text())), 1;
        Desk desk(std::move(*workspace));
        return desk.run(arguments[0], QUrl(arguments[1]));
    }
    const qint64 contacts = arguments.isEmpty() ? 1'000'000 : std::max<qint64>(1, arguments[0].toLongLong());
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"book.elenco"_s);
    const PracticeProgram gateway(contacts, {u"--plan"_s, u"unlimited"_s});
    const QString root = gateway.root().toString();
    int failures = runProgram(QApplication::applicationFilePath(), {u"first"_s, root, file});
    failures += runProgram(QApplication::applicationDirPath() + u"/bench_sync"_s,
                           {u"edit"_s, root, file, QString::number(contacts)});
    failures += runProgram(QApplication::applicationFilePath(), {u"changed"_s, root, file});
    return failures == 0 ? 0 : 1;
}
