// SPDX-License-Identifier: Apache-2.0
#include "ui/account/remoteexport.h"

#include "ui/mainwindow.h"
#include "ui/prompts.h"
#include "ui/window/statusline.h"

#include <QFileInfo>
#include <QLocale>

namespace Elenco {

RemoteExport::RemoteExport(AccountLink &link, Prompts &prompts, MainWindow &window)
    : m_link(link), m_prompts(prompts), m_window(window)
{
    window.actions().bind(ActionId::ExportRemote, this, std::function<void()>([this] { ask(); }));
    connect(&link, &AccountLink::changed, this, [this] {
        if (m_link.state() != AccountLink::State::Ready)
            stop(); // whose file it was is gone, and says nothing any more
        showState();
    });
    showState();
}

RemoteExport::~RemoteExport() = default;

void RemoteExport::showState()
{
    const bool isReady = m_link.state() == AccountLink::State::Ready && m_link.client() != nullptr;
    m_window.actions().setEnabled(ActionId::ExportRemote, isReady && !isRunning());
}

void RemoteExport::ask()
{
    const SaveRequest request{.title = tr("Export from the gateway"),
                              .filters = {tr("CSV table (*.csv)")},
                              .suggested = tr("gateway-contacts.csv")};
    m_prompts.chooseSavePath(&m_window, request, [this](const QString &path) {
        if (!path.isEmpty() && m_link.state() == AccountLink::State::Ready && !isRunning())
            fetch(path);
    });
}

void RemoteExport::fetch(const QString &path)
{
    m_file = std::make_shared<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly))
        return end(Error{ErrorKind::WriteFailed, path, m_file->errorString()});
    m_fetching = m_link.client()->fetchExport(
        {}, [file = m_file](QByteArrayView piece) { return file->write(piece.data(), piece.size()) == piece.size(); });
    m_fetching.then([this](const Result<qint64> &bytes) { end(bytes); });
    m_job = m_window.status().startJob(tr("The gateway makes %1").arg(QFileInfo(path).fileName()), [this] { stop(); });
    showState();
}

void RemoteExport::stop()
{
    m_fetching = {};
    m_file.reset();
    m_window.status().endJob(m_job);
    showState();
}

void RemoteExport::end(const Result<qint64> &bytes)
{
    const std::shared_ptr<QSaveFile> file = std::move(m_file);
    m_window.status().endJob(m_job);
    showState();
    const QString title = tr("The contacts could not be exported from the gateway.");
    if (!bytes)
        return m_prompts.showError(&m_window, title, bytes.error());
    if (!file->commit())
        return m_prompts.showError(&m_window, title,
                                   Error{ErrorKind::WriteFailed, file->fileName(), file->errorString()});
    m_window.status().showMessage(
        tr("%1 is there: %2 from the gateway.")
            .arg(QFileInfo(file->fileName()).fileName(), QLocale().formattedDataSize(*bytes)));
}

} // namespace Elenco
