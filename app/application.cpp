// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"

#include "app/demo/demoworkspace.h"
#include "app/paths.h"
#include "core/filter/scopes.h"
#include "secrets/keychainsecrets.h"
#include "store/recovery/openworkspace.h"
#include "ui/contacts/contactspane.h"
#include "ui/contacts/contacttableview.h"
#include "ui/homeregion.h"
#include "ui/window/statusline.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

// The start has more to do with the disk than to fill it.
constexpr int reserveDelay = 10'000; // ms

Appearance storedAppearance(const QSettings &settings)
{
    const int stored = settings.value(u"appearance"_s).toInt();
    return stored >= int(Appearance::System) && stored <= int(Appearance::Dark) ? static_cast<Appearance>(stored)
                                                                                : Appearance::System;
}

AccountSurroundings accountSurroundings()
{
    return {[] { return ClientSurroundings::system(); },
            std::make_unique<KeychainSecrets>(QCoreApplication::applicationName()),
            PracticeProcess::installedProgram()};
}

} // namespace

Application::Application(QApplication &app, const Options &options, std::unique_ptr<Workspace> workspace)
    : m_options(options),
      m_theme(app, options.appearance.value_or(storedAppearance(m_settings))),
      m_addressBook(std::move(workspace)),
      m_account(m_addressBook, accountSurroundings()),
      m_isPractice(m_addressBook.path() == workspaceFile(practiceWorkspacePath())),
      m_window(m_addressBook, m_prompts, m_theme, m_settings),
      m_saving(m_addressBook),
      m_importDesk(m_addressBook, m_prompts, m_settings, &m_window),
      m_accountDesk(m_addressBook, m_account, m_prompts, m_window, m_isPractice),
      m_workspaceDesk(m_prompts, m_settings, m_window, m_addressBook.path(), workspaceFile(practiceWorkspacePath())),
      m_sync(m_addressBook, m_account, m_prompts, m_window, m_clock, homeRegion(m_settings)),
      m_instance(m_addressBook.path())
{
    app.installEventFilter(&m_screenFit);
    QObject::connect(&m_instance, &Instance::calledUpon, &m_window,
                     [this](const QStringList &files) { comeForward(files); });
    QObject::connect(&m_window, &MainWindow::closing, &m_saving, &SavingWindow::showIfNeeded);
    QObject::connect(&m_window, &MainWindow::importRequested, &m_importDesk, &ImportDesk::import);
    connect(&m_window, &MainWindow::pasteRequested, &m_importDesk, &ImportDesk::paste);
    connect(&m_importDesk, &ImportDesk::told, &m_window.status(), &StatusLine::showMessage);
    QObject::connect(&m_importDesk, &ImportDesk::kept, &m_window, &MainWindow::sayImportKept);
    connect(&m_accountDesk, &AccountDesk::practiceRequested, this, &Application::practiceRequested);
    connect(&m_accountDesk, &AccountDesk::practiceEndRequested, this, &Application::practiceEndRequested);
    connect(&m_workspaceDesk, &WorkspaceDesk::openRequested, this, &Application::openRequested);
    if (m_isPractice)
        connect(&m_account, &AccountLink::changed, this, &Application::practise);
}

void Application::start()
{
    if (m_options.size.isValid())
        m_window.resize(m_options.size);
    m_window.show();
    m_account.open();
    QTimer::singleShot(reserveDelay, &m_window, [this] { m_addressBook.keepReserve(); });
    if (!m_options.search.isEmpty())
        m_window.setSearch(m_options.search);
    if (!m_options.list.isEmpty()) {
        m_opening = m_addressBook.lists().find(&m_window, m_options.list);
        m_opening.then([this](const Result<ContactList> &list) {
            if (list)
                m_window.showScope(membersOf(list->id));
            else
                m_window.status().showMessage(list.error().text());
        });
    }
    if (!m_options.screenshot.isEmpty())
        QObject::connect(&m_window, &MainWindow::loaded, &m_window, [this] { takePicture(); });
    if (m_options.files.isEmpty()) {
        m_importDesk.offerInterrupted();
    } else {
        QMetaObject::invokeMethod(
            &m_window, [this] { m_window.importFiles(m_options.files); }, Qt::QueuedConnection);
    }
}

// The practice address book is in step with the practice gateway from its first start on.
void Application::practise()
{
    if (m_account.state() == AccountLink::State::None && !m_practising.isRunning())
        m_practising = m_account.usePractice(this);
}

// Rows and counts come in the background: a picture is taken when they had the time to.
void Application::takePicture()
{
    QTimer::singleShot(400, &m_window, [this] {
        if (m_window.contacts().model().rowCount() > 0)
            m_window.contacts().table().selectRow(0);
        QTimer::singleShot(400, &m_window,
                           [this] { QCoreApplication::exit(m_window.grab().save(m_options.screenshot) ? 0 : 1); });
    });
}

// A second start called: its files are imported here.
void Application::comeForward(const QStringList &files)
{
    if (m_window.isMinimized())
        m_window.showNormal();
    m_window.show(); // it may have been closed while changes are still being saved
    m_saving.hide();
    m_window.raise();
    m_window.activateWindow();
    m_window.importFiles(files);
}

QString workspacePath(const Options &options)
{
    if (!options.workspace.isEmpty())
        return QFileInfo(options.workspace).absoluteFilePath();
    return options.isDemo ? QFileInfo(defaultWorkspacePath()).absolutePath() + "/demo.elenco"_L1
                          : defaultWorkspacePath();
}

Result<std::unique_ptr<Workspace>> openWorkspace(const Options &options)
{
    const QString path = workspacePath(options);
    if (options.isDemo && options.workspace.isEmpty())
        return openDemoWorkspace(path);
    QDir().mkpath(QFileInfo(path).absolutePath());
    return openWorkspace(path);
}

void refuseToStart(const Error &error, WindowPrompts &prompts)
{
    const QString title = QCoreApplication::translate("Application", "The address book can't be opened.");
    prompts.showError(nullptr, title, error, [] { QCoreApplication::exit(1); });
}

void installLanguage(QApplication &app, const QString &language)
{
    if (language == "it"_L1)
        QLocale::setDefault(QLocale(QLocale::Italian, QLocale::Italy));
    else if (language == "en"_L1)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    auto *ours = new QTranslator(&app), *qts = new QTranslator(&app);
    if (qts->load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
    // English first: its plurals also serve the languages that we have no texts for.
    auto *english = new QTranslator(&app);
    if (english->load(u":/i18n/elenco_en.qm"_s))
        QCoreApplication::installTranslator(english);
    if (ours->load(QLocale(), u"elenco"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(ours);
}

} // namespace Elenco
