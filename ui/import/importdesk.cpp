// SPDX-License-Identifier: Apache-2.0
#include "ui/import/importdesk.h"

#include "importing/pastedtext.h"
#include "ui/homeregion.h"
#include "ui/import/importwizard.h"
#include "ui/prompts.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QSettings>

namespace Elenco {

using namespace Qt::StringLiterals;

ImportDesk::ImportDesk(AddressBook &addressBook, Prompts &prompts, QSettings &settings, QWidget *window)
    : m_addressBook(addressBook), m_prompts(prompts), m_settings(settings), m_window(window)
{
}

ImportDesk::~ImportDesk() = default;

ImportWizard *ImportDesk::wizard() const
{
    return m_wizard;
}

void ImportDesk::import(const QStringList &paths, ListId list)
{
    if (m_wizard) {
        m_wizard->importFiles(paths);
        m_wizard->raise();
        return;
    }
    m_paths += paths;
    if (list.isValid())
        m_list = list;
    m_isWanted = true;
    if (std::exchange(m_isOpening, true))
        return;
    offer([this](const ImportRun &run) { open(run); }, [this] { open({}); });
}

void ImportDesk::paste(ListId list)
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData(); // none where nothing was ever copied
    QString text;
    for (const char *cards : {"text/vcard", "text/x-vcard", "text/directory"}) {
        if (data && text.isEmpty())
            text = QString::fromUtf8(data->data(QLatin1String(cards)));
    }
    const PastedText pasted = pastedText(data && text.isEmpty() ? data->text() : text);
    if (pasted.suffix.isEmpty())
        return Q_EMIT told(tr("There is nothing on the clipboard that could be imported."));
    // Each of them is a file of its own, named as people know it.
    QDir folder(m_pasted.path());
    const QString number = QString::number(++m_pastes);
    QFile file(folder.filePath(number + u'/' + tr("Clipboard") + u'.' + pasted.suffix));
    if (!folder.mkdir(number) || !file.open(QIODevice::WriteOnly) || file.write(pasted.content) < 0 || !file.flush()) {
        m_prompts.showError(m_window, tr("The clipboard could not be read."),
                            {ErrorKind::WriteFailed, file.fileName(), file.errorString()});
        return;
    }
    file.close();
    import({file.fileName()}, list);
}

void ImportDesk::offerInterrupted()
{
    if (m_wizard || std::exchange(m_isOpening, true))
        return;
    offer([this](const ImportRun &run) { open(run); },
          [this] {
              if (m_isWanted) // files came meanwhile
                  return open({});
              m_isOpening = false;
          });
}

void ImportDesk::offer(std::function<void(const ImportRun &)> goOn, std::function<void()> otherwise)
{
    m_askingPending = m_addressBook.imports().pending(this);
    m_askingPending.then([this, goOn = std::move(goOn),
                          otherwise = std::move(otherwise)](const Result<QList<ImportRun>> &pending) {
        if (!pending || pending->isEmpty())
            return otherwise();
        const ImportRun run = pending->first();
        Question question{tr("Go on with the import of %1?").arg(run.fileName),
                          tr("It was begun, but nothing of it is in the address book yet. What you matched, mended and "
                             "chose is kept."),
                          {},
                          tr("Go on"),
                          tr("Throw it away"),
                          false,
                          otherwise};
        m_prompts.ask(m_window, question, [this, run, goOn, otherwise](bool accepted) {
            if (accepted)
                return goOn(run);
            m_addressBook.imports().discardLater(run.id);
            otherwise();
        });
    });
}

void ImportDesk::open(const std::optional<ImportRun> &pending)
{
    m_askingLists = m_addressBook.lists().overview(this);
    m_askingLists.then([this, pending](const Result<Overview> &overview) {
        const QString region = homeRegion(m_settings);
        m_wizard = new ImportWizard(m_addressBook, m_prompts, region, overview ? overview->lists : QList<ContactList>(),
                                    std::exchange(m_list, {}), m_window);
        m_wizard->setAttribute(Qt::WA_DeleteOnClose);
        m_wizard->resize(m_window->size().boundedTo(QSize(1360, 850)));
        connect(&m_wizard->session(), &ImportSession::mappingChanged, this,
                [this] { setHomeRegion(m_settings, m_wizard->session().region()); });
        connect(&m_wizard->session(), &ImportSession::stateChanged, this, [this] {
            if (m_wizard->session().state() == ImportSession::State::Done)
                Q_EMIT imported();
        });
        connect(m_wizard, &ImportWizard::kept, this, &ImportDesk::kept);
        m_wizard->open();
        m_isOpening = false;
        const bool isWanted = std::exchange(m_isWanted, false);
        QStringList paths = std::exchange(m_paths, {});
        if (pending) {
            m_wizard->resume(*pending);
            const QStringList others = ImportSettings::unpack(pending->settings).options.further;
            for (const QString &path : QStringList{pending->filePath} + others)
                paths.removeAll(path); // it is that one
        }
        if (!paths.isEmpty())
            m_wizard->importFiles(paths);
        else if (isWanted && !pending)
            m_wizard->chooseFiles();
    });
}

} // namespace Elenco
