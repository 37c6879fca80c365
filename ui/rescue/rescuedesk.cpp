// SPDX-License-Identifier: Apache-2.0
#include "ui/rescue/rescuedesk.h"

#include "store/database/backup.h"
#include "ui/prompts.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>
#include <QWidget>

namespace Elenco {

RescueDesk::RescueDesk(Prompts &prompts, QObject *parent) : QObject(parent), m_prompts(prompts)
{
    m_pool.setMaxThreadCount(1);
}

RescueDesk::~RescueDesk() = default;

void RescueDesk::offer(const QString &path, const Error &error)
{
    const Question question{tr("The address book is damaged"),
                            tr("Elenco can build it anew of everything that can still be read and of the changes that "
                               "were logged beside it. The damaged file is kept."),
                            error.text(),
                            tr("Rescue Address Book"),
                            tr("Quit"),
                            false};
    m_prompts.ask(nullptr, question, [this, path](bool accepted) {
        if (accepted)
            rescue(path);
        else
            Q_EMIT declined();
    });
}

void RescueDesk::offerWritableCopy(const QString &path, const Error &error)
{
    const Question question{tr("The address book may only be read"),
                            tr("Elenco can make a copy of it in another place and open that one. The file itself stays "
                               "as it is."),
                            error.text(),
                            tr("Save a Copy…"),
                            tr("Cancel"),
                            false};
    m_prompts.ask(nullptr, question, [this, path](bool accepted) {
        if (!accepted)
            return Q_EMIT declined();
        const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        const SaveRequest request{tr("Save a copy of the address book"),
                                  {tr("Address books (*.elenco)")},
                                  documents.filePath(QFileInfo(path).fileName())};
        m_prompts.chooseSavePath(nullptr, request, [this, path](const QString &copy) {
            if (copy.isEmpty())
                return Q_EMIT declined();
            m_copyingReadOnly = Task<void>::start(
                m_pool, this, [path, copy](const JobControl &) { return saveCopyOfReadOnly(path, copy); });
            m_copyingReadOnly.then([this, copy](const Result<void> &saved) {
                if (saved)
                    return Q_EMIT copySaved(copy);
                m_prompts.showError(nullptr, tr("The copy could not be saved."), saved.error(),
                                    [this] { Q_EMIT declined(); });
            });
        });
    });
}

void RescueDesk::rescue(const QString &path)
{
    m_rescuing = Task<RescueReport>::start(
        m_pool, this, [path](const JobControl &control) { return rescueWorkspace(path, control); });
    m_rescuing.then([this, path](const Result<RescueReport> &report) { tell(report, path); });
}

void RescueDesk::tell(const Result<RescueReport> &report, const QString &path)
{
    if (!report) {
        m_prompts.showError(nullptr, tr("The address book could not be rescued."), report.error(),
                            [this] { Q_EMIT declined(); });
        return;
    }
    const Question news{
        tr("The address book was rescued"), rescueText(*report), {}, tr("Show Damaged File"), tr("Continue"), false};
    m_prompts.ask(nullptr, news, [this, path, folder = report->folder](bool shows) {
        if (shows)
            QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
        Q_EMIT rescued(path);
    });
}

void RescueDesk::watch(AddressBook &addressBook, QWidget *window)
{
    connect(&addressBook, &AddressBook::troubled, window,
            [this, window](const WorkspaceTrouble &trouble) { showTrouble(trouble, window); });
    connect(&addressBook, &AddressBook::damaged, window, [this, window, path = addressBook.path()](const Error &error) {
        const Question question{tr("The address book is damaged"),
                                tr("Elenco can build it anew of everything that can still be read and of the changes "
                                   "that were logged beside it. The damaged file is kept. The window is closed "
                                   "meanwhile."),
                                error.text(),
                                tr("Rescue Now"),
                                tr("At the Next Start"),
                                false};
        m_prompts.ask(window, question, [this, path](bool accepted) {
            if (accepted)
                Q_EMIT rescueWanted(path);
        });
    });
    connect(&addressBook, &AddressBook::gone, window,
            [this, &addressBook, window](const Error &error) { offerCopy(addressBook, window, error); });
    // Not only when something is to be saved: with the program, all of it would be gone.
    m_file.addPath(addressBook.path());
    connect(&m_file, &QFileSystemWatcher::fileChanged, window, [&addressBook](const QString &path) {
        if (!QFileInfo::exists(path))
            addressBook.noteGone();
    });
    connect(window, &QObject::destroyed, this, [this] { m_file.removePaths(m_file.files()); });
    if (!addressBook.endedUncleanly())
        return;
    m_looking = addressBook.lookOver(window); // what it finds is announced as damaged()
    connect(window, &QObject::destroyed, this, [this] { m_looking = {}; });
}

void RescueDesk::offerCopy(AddressBook &addressBook, QWidget *window, const Error &error)
{
    const Question question{
        tr("The file of the address book is gone"), error.text(), {}, tr("Save a Copy…"), tr("Not Now"), false};
    m_prompts.ask(window, question, [this, &addressBook, window](bool accepted) {
        if (!accepted)
            return addressBook.forgetGone(); // the next edit asks again
        const SaveRequest request{
            tr("Save a copy of the address book"), {tr("Address books (*.elenco)")}, addressBook.path()};
        m_prompts.chooseSavePath(window, request, [this, &addressBook, window](const QString &path) {
            if (path.isEmpty())
                return addressBook.forgetGone();
            m_copying = addressBook.saveCopy(window, path);
            m_copying.then([this, &addressBook, window, path](const Result<void> &saved) {
                if (saved)
                    return Q_EMIT copySaved(path);
                addressBook.forgetGone();
                m_prompts.showError(window, tr("The copy could not be saved."), saved.error());
            });
        });
    });
}

// Once a session: a full disk is no news the second time.
void RescueDesk::showTrouble(const WorkspaceTrouble &trouble, QWidget *window)
{
    if (std::exchange(m_hasShownTrouble, true))
        return;
    switch (trouble.kind) {
    case WorkspaceTrouble::Kind::ReserveUsed: {
        const Question news{tr("The disk is full"),
                            tr("Your last change was saved in space that Elenco had kept back for this. Make room now: "
                               "the next change may find none."),
                            {},
                            tr("Show Folder"),
                            tr("Continue"),
                            false};
        m_prompts.ask(window, news, [path = trouble.error.subject](bool shows) {
            if (shows)
                QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
        });
        return;
    }
    case WorkspaceTrouble::Kind::LogNotWritten:
        m_prompts.showError(window,
                            tr("Your last change was saved, but not in the log that protects it from a damaged file."),
                            trouble.error);
        return;
    }
    Q_UNREACHABLE();
}

} // namespace Elenco
