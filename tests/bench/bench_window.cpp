// SPDX-License-Identifier: Apache-2.0
// What the window costs over a large workspace: bench_window FILE.
#include "models/contacts/contactselection.h"
#include "store/recovery/openworkspace.h"
#include "ui/contacts/contactspane.h"
#include "ui/contacts/contacttableview.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/searchfield.h"
#include "ui/windowprompts.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

/// The longest time that the event loop was not served.
class Stall
{
public:
    Stall()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [this] { m_longest = std::max(m_longest, m_since.restart()); });
        m_timer.start(0);
        m_since.start();
    }
    qint64 take() { return m_since.start(), std::exchange(m_longest, 0); }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer clock;
    clock.start();
    QApplication app(argc, argv);
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    Theme theme(app, Appearance::Light);
    auto workspace = openWorkspace(QApplication::arguments().value(1));
    if (!workspace)
        return std::fprintf(stderr, "%s\n", qPrintable(workspace.error().text())), 1;
    AddressBook book(std::move(*workspace));
    WindowPrompts prompts;
    MainWindow window(book, prompts, theme, settings);
    ContactTableModel &model = window.contacts().model();
    ContactTableView &table = window.contacts().table();
    window.resize(1360, 850);
    window.show();
    const auto hasRows = [&] {
        return !model.isLoading() &&
               (model.rowCount() == 0 || model.index(0, 0).data(ContactTableModel::IsLoadedRole).toBool());
    };
    const auto wait = [&](auto done) { return QTest::qWaitFor(done, 60000); };
    wait([&] { return model.rowCount() > 0 && hasRows(); });
    std::printf("start to first rows            %6lld ms, %d rows\n", clock.elapsed(), model.rowCount());
    QTest::qWait(1500);
    Stall stall;

    QScrollBar *bar = table.verticalScrollBar();
    qint64 worst = 0, sum = 0;
    for (int i = 0; i < 200; ++i) {
        QElapsedTimer frame;
        frame.start();
        bar->setValue(static_cast<int>((static_cast<qint64>(i) * 7919 * 104729) % std::max(1, bar->maximum())));
        table.viewport()->repaint();
        table.verticalHeader()->viewport()->repaint();
        worst = std::max(worst, frame.nsecsElapsed());
        sum += frame.nsecsElapsed();
        QTest::qWait(2);
    }
    std::printf("scroll anywhere, one frame     %6.1f ms mean, %.1f ms worst\n", double(sum) / 200e6,
                double(worst) / 1e6);
    bar->setValue(0);
    QTest::qWait(200);

    const auto measure = [&](const char *what, auto act) {
        stall.take();
        QElapsedTimer timer;
        timer.start();
        act();
        wait([&] { return hasRows(); });
        table.viewport()->repaint();
        const qint64 answered = timer.elapsed();
        QTest::qWait(300);
        std::printf("%-30s %6lld ms to new rows, longest stall %lld ms, %d rows\n", what, answered, stall.take(),
                    model.rowCount());
    };
    const auto sortBy = [&](const QString &key, bool descending) {
        ContactQuery query = model.query();
        query.sort = {{key, descending}};
        model.setQuery(query);
    };
    measure("sort by city", [&] { sortBy(u"city"_s, false); });
    measure("sort by city, downwards", [&] { sortBy(u"city"_s, true); });
    measure("sort by name", [&] { sortBy(u"name"_s, false); });
    QLineEdit *edit = window.search().edit();
    const QString typed = u"rossi mi"_s;
    for (qsizetype i = 1; i <= typed.size(); ++i)
        measure(qPrintable(u"search \"%1\""_s.arg(typed.first(i))), [&] { edit->setText(typed.first(i)); });
    measure("search cleared", [&] { edit->clear(); });
    measure("city:Milano", [&] { window.setSearch(u"city:Milano"_s); });
    measure("search cleared", [&] { window.setSearch({}); });
    measure("select all", [&] { window.contacts().selection().toggleAll(); });
    measure("sort by city, all selected", [&] { sortBy(u"city"_s, false); });
    measure("search \"ross\", all selected", [&] { edit->setText(u"ross"_s); });
    measure("search cleared, all selected", [&] { edit->clear(); });
    return 0;
}
