// SPDX-License-Identifier: Apache-2.0
#include "app/launch.h"

#include "app/paths.h"

#include <QApplication>
#include <QFileInfo>

namespace Elenco {

Launch::Launch(QApplication &app, const Options &options) : m_app(app), m_options(options), m_rescue(m_prompts)
{
    connect(&m_rescue, &RescueDesk::rescued, this, &Launch::open, Qt::QueuedConnection);
    connect(&m_rescue, &RescueDesk::copySaved, this, &Launch::change, Qt::QueuedConnection);
    connect(
        &m_rescue, &RescueDesk::declined, this,
        [this] {
            if (m_before.isEmpty())
                QCoreApplication::exit(1);
            else
                change(std::exchange(m_before, {}));
        },
        Qt::QueuedConnection);
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
    else if (workspace.error().kind == ErrorKind::NoPermission && QFileInfo(workspacePath(m_options)).isReadable())
        m_rescue.offerWritableCopy(workspacePath(m_options), workspace.error());
    else if (!m_before.isEmpty())
        m_prompts.showError(nullptr, tr("The address book can't be opened."), workspace.error(),
                            [this] { change(std::exchange(m_before, {})); });
    else
        refuseToStart(workspace.error(), m_prompts);
}

void Launch::change(const QString &path)
{
    QApplication::setQuitOnLastWindowClosed(false);
    std::optional<UnsavedContact> unsaved;
    if (m_application) {
        m_before = m_application->addressBook().path();
        unsaved = m_application->unsavedContact(); // a copy has the same contacts by the same ids
        m_application.reset();                     // what was handed over is done first
    }
    // What the command line asked for was about the first one.
    Options options;
    options.workspace = path;
    options.language = m_options.language;
    options.appearance = m_options.appearance;
    m_options = options;
    open();
    if (unsaved && m_application)
        m_application->takeUp(*unsaved);
}

void Launch::endPractice()
{
    const QString own = m_before.isEmpty() ? defaultWorkspacePath() : m_before;
    m_application.reset();
    removeWorkspace(practiceWorkspacePath());
    change(own);
}

void Launch::run(std::unique_ptr<Workspace> workspace)
{
    m_theme.reset();
    QApplication::setQuitOnLastWindowClosed(true);
    m_application = std::make_unique<Application>(m_app, m_options, std::move(workspace));
    m_rescue.watch(m_application->addressBook(), &m_application->window());
    // Queued: the window that asks goes.
    connect(m_application.get(), &Application::openRequested, this, &Launch::change, Qt::QueuedConnection);
    connect(
        m_application.get(), &Application::practiceRequested, this, [this] { change(practiceWorkspacePath()); },
        Qt::QueuedConnection);
    connect(m_application.get(), &Application::practiceEndRequested, this, &Launch::endPractice, Qt::QueuedConnection);
    m_application->start();
}

} // namespace Elenco
