// SPDX-License-Identifier: Apache-2.0
#include "app/launch.h"

#include <QApplication>

namespace Elenco {

Launch::Launch(QApplication &app, const Options &options) : m_app(app), m_options(options), m_rescue(m_prompts)
{
    connect(&m_rescue, &RescueDesk::rescued, this, &Launch::open, Qt::QueuedConnection);
    connect(&m_rescue, &RescueDesk::declined, this, [] { QCoreApplication::exit(1); });
    connect(
        &m_rescue, &RescueDesk::rescueWanted, this,
        [this](const QString &path) {
            QApplication::setQuitOnLastWindowClosed(false);
            m_application.reset();
            m_rescue.rescue(path);
        },
        Qt::QueuedConnection);
}

Launch::~Launch() = default;

bool Launch::handOver()
{
    m_opened = openWorkspace(m_options);
    return !*m_opened && m_opened->error().kind == ErrorKind::InUse &&
           Instance::handOver(workspacePath(m_options), m_options.files);
}

void Launch::open()
{
    Result<std::unique_ptr<Workspace>> workspace = m_opened ? std::move(*m_opened) : openWorkspace(m_options);
    m_opened.reset();
    if (workspace)
        return run(std::move(*workspace));
    if (!m_theme)
        m_theme.emplace(m_app, m_options.appearance.value_or(Appearance::System));
    QApplication::setQuitOnLastWindowClosed(false); // with status 0, that is
    if (workspace.error().kind == ErrorKind::Damaged)
        m_rescue.offer(workspacePath(m_options), workspace.error());
    else
        refuseToStart(workspace.error(), m_prompts);
}

void Launch::run(std::unique_ptr<Workspace> workspace)
{
    m_theme.reset();
    QApplication::setQuitOnLastWindowClosed(true);
    m_application = std::make_unique<Application>(m_app, m_options, std::move(workspace));
    m_rescue.watch(m_application->addressBook(), &m_application->window());
    m_application->start();
}

} // namespace Elenco
