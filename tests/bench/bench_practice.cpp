// SPDX-License-Identifier: Apache-2.0
// bench_practice [CONTACTS]: how long the practice gateway takes to start with that many people (1,000,000), and to
// answer pages of a thousand of them, as one JSON line each. "first" is the first page of a question, for which its
// order has to be made; the others are the pages at the front, in the middle and at the end.
#include "tests/gateway/practicegateway.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTcpSocket>
#include <QThread>

#include <cstdio>

using namespace Elenco::Practice;

namespace {

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

// The size of the answer to one request on a kept connection; -1 when there is none.
qint64 fetch(QTcpSocket &socket, const QByteArray &query)
{
    socket.write("GET /api/partner-gateway/v1/contacts?limit=1000&" + query +
                 " HTTP/1.1\r\nHost: x\r\nX-Api-Key: practice-key\r\n\r\n");
    QByteArray answer;
    qint64 wanted = -1;
    while (wanted < 0 || answer.size() < wanted) {
        if (!socket.bytesAvailable() && !socket.waitForReadyRead(60'000))
            return -1;
        answer += socket.readAll();
        const qsizetype header = answer.indexOf("\r\n\r\n");
        const qsizetype length = answer.indexOf("Content-Length: ");
        if (wanted < 0 && header > 0)
            wanted = header + 4 + answer.mid(length + 16, answer.indexOf('\r', length) - length - 16).toLongLong();
    }
    return answer.size();
}

void measure(QTcpSocket &socket, const char *question, const char *where, const QByteArray &query)
{
    QElapsedTimer timer;
    timer.start();
    const qint64 bytes = fetch(socket, query);
    std::printf("{\"question\":\"%s\",\"page\":\"%s\",\"bytes\":%lld,\"ms\":%.1f}\n", question, where,
                static_cast<long long>(bytes), milliseconds(timer));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    Options options;
    options.contacts = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    options.lists = 8;
    const qint64 pages = std::max<qint64>(options.contacts / 1000, 2);

    // The gateway serves on a thread of its own, so that the client may block.
    QThread thread;
    std::unique_ptr<Gateway> gateway;
    QObject context;
    context.moveToThread(&thread);
    thread.start();
    QElapsedTimer timer;
    timer.start();
    QMetaObject::invokeMethod(&context, [&] { gateway = Gateway::start(options); }, Qt::BlockingQueuedConnection);
    if (!gateway)
        return 1;
    std::printf("{\"contacts\":%lld,\"start_ms\":%.0f}\n", static_cast<long long>(options.contacts),
                milliseconds(timer));

    QTcpSocket socket;
    socket.connectToHost(gateway->root().host(), gateway->port());
    if (!socket.waitForConnected())
        return 1;
    const struct {
        const char *name;
        QByteArray query;
        qint64 pages;
    } questions[] = {
        {"by name", "", pages},
        {"by id", "sortBy=id&", pages},
        {"by id, descending", "sortBy=id&sortOrder=desc&", pages},
        {"of a list", "listIds=1&", pages / 2},
        {"of a list, by id", "listIds=1&sortBy=id&", pages / 2},
        {"by city", "sortBy=city&", pages},
        {"search", "search=colombo&", 2},
    };
    for (const auto &question : questions) {
        const auto page = [&question](qint64 number) { return question.query + "page=" + QByteArray::number(number); };
        measure(socket, question.name, "first", page(1));
        measure(socket, question.name, "front", page(0));
        measure(socket, question.name, "middle", page(question.pages / 2));
        measure(socket, question.name, "end", page(question.pages - 1));
    }
    QMetaObject::invokeMethod(&context, [&] { gateway.reset(); }, Qt::BlockingQueuedConnection);
    thread.quit();
    thread.wait();
    return 0;
}
