// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/workspacedesk.h"

#include "ui/mainwindow.h"
#include "ui/prompts.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {
const QString recentKey = u"workspaces/recent"_s;
}

WorkspaceDesk::WorkspaceDesk(Prompts &prompts, QSettings &settings, MainWindow &window, const QString &path,
                             const QString &practicePath)
    : m_prompts(prompts), m_settings(settings), m_window(window), m_path(path), m_recent(new QMenu(&window))
{
    if (path != practicePath) {
        QStringList paths = settings.value(recentKey).toStringList();
        paths.removeAll(path);
        paths.prepend(path);
        settings.setValue(recentKey, paths.mid(0, mostRecent));
    }
    m_window.actions().bind(ActionId::OpenWorkspace, this, std::function<void()>([this] { choose(); }));
    m_window.actions().bind(ActionId::OpenRecent, this, std::function<void()>([] {}))->setMenu(m_recent);
    fillRecent();
}

WorkspaceDesk::~WorkspaceDesk() = default;

QStringList WorkspaceDesk::recent(const QSettings &settings)
{
    QStringList paths = settings.value(recentKey).toStringList();
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return paths;
}

void WorkspaceDesk::fillRecent()
{
    for (const QString &path : recent(m_settings)) {
        if (path == m_path)
            continue;
        QAction *action = m_recent->addAction(QDir::toNativeSeparators(path).replace(u'&', "&&"_L1));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT openRequested(path); });
    }
    m_window.actions().setShown(ActionId::OpenRecent, !m_recent->isEmpty());
}

void WorkspaceDesk::choose()
{
    const FileRequest request{.title = tr("Open address book"),
                              .filters = {tr("Address books (*.elenco)"), tr("All files (*)")},
                              .folder = QFileInfo(m_path).absolutePath(),
                              .several = false};
    m_prompts.chooseFiles(&m_window, request, [this](const QStringList &paths) {
        if (!paths.isEmpty() && QFileInfo(paths.first()).canonicalFilePath() != QFileInfo(m_path).canonicalFilePath())
            Q_EMIT openRequested(paths.first());
    });
}

} // namespace Elenco
