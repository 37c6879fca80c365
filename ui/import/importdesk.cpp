// SPDX-License-Identifier: Apache-2.0
#include "ui/import/importdesk.h"

#include "ui/homeregion.h"
#include "ui/import/importwizard.h"
#include "ui/prompts.h"

#include <QLocale>
#include <QSettings>

namespace Elenco {

namespace {
}

ImportDesk::ImportDesk(AddressBook &addressBook, Prompts &prompts, QSettings &settings, QWidget *window)
    : m_addressBook(addressBook), m_prompts(prompts), m_settings(settings), m_window(window)
{
}

ImportDesk::~ImportDesk() = default;

ImportWizard *ImportDesk::wizard() const
{
    return m_wizard;
}

void ImportDesk::open(std::function<void(ImportWizard &)> begin, const QString &list)
{
    m_askingLists = m_addressBook.overview(this);
    m_askingLists.then([this, begin = std::move(begin), list](const Result<Overview> &overview) {
        QStringList names;
        if (overview) {
            for (const ContactList &each : overview->lists)
                names.append(each.name);
        }
        const QString region = homeRegion(m_settings);
        m_wizard = new ImportWizard(m_addressBook, m_prompts, region, names, list, m_window);
        m_wizard->setAttribute(Qt::WA_DeleteOnClose);
        m_wizard->resize(m_window->size().boundedTo(QSize(1360, 850)));
        connect(&m_wizard->session(), &ImportSession::mappingChanged, this,
                [this] { setHomeRegion(m_settings, m_wizard->session().region()); });
        connect(&m_wizard->session(), &ImportSession::stateChanged, this, [this] {
            if (m_wizard->session().state() == ImportSession::State::Done)
                Q_EMIT imported();
        });
        m_wizard->open();
        begin(*m_wizard);
    });
}

void ImportDesk::import(const QStringList &paths, const QString &list)
{
    if (m_wizard) {
        m_wizard->importFiles(paths);
        m_wizard->raise();
        return;
    }
    open([paths](ImportWizard &wizard) { paths.isEmpty() ? wizard.chooseFiles() : wizard.importFiles(paths); }, list);
}

void ImportDesk::offerInterrupted()
{
    m_askingPending = m_addressBook.pendingImports(this);
    m_askingPending.then([this](const Result<QList<ImportRun>> &pending) {
        if (!pending || pending->isEmpty() || m_wizard)
            return;
        const ImportRun run = pending->first();
        m_prompts.ask(
            m_window,
            {tr("Go on with the import of %1?").arg(run.fileName),
             tr("It was checked, but not imported: the program ended before. Nothing of it is in the address book."),
             {},
             tr("Go on"),
             tr("Throw it away"),
             false},
            [this, run](bool accepted) {
                if (accepted) {
                    open([run](ImportWizard &wizard) { wizard.resume(run); });
                    return;
                }
                m_addressBook.discardImport(run.id);
            });
    });
}

} // namespace Elenco
