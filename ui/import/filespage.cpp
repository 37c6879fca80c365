// SPDX-License-Identifier: Apache-2.0
#include "ui/import/filespage.h"

#include "models/contacts/contactdrag.h"
#include "ui/prompts.h"
#include "ui/theme/elencostyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/drophint.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progressstrip.h"
#include "ui/words.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Elenco {

namespace {
enum FileRole { PathRole = Qt::UserRole, FurtherRole, IsDoneRole };
}

FilesPage::FilesPage(ImportSession &session, Prompts &prompts, QWidget *parent)
    : ImportPage(session, parent),
      m_prompts(prompts),
      m_list(new QListWidget),
      m_remove(new QPushButton(tr("&Remove"))),
      m_state(new Label({}, TextSize::Body, Ink::Muted)),
      m_progress(new ProgressStrip),
      m_hint(nullptr)
{
    setAcceptDrops(true);
    m_list->setAccessibleName(tr("Files to import"));
    m_list->setIconSize({16, 16});
    m_list->setSpacing(2);
    m_state->setWordWrap(true);
    auto *choose = new QPushButton(icon(Icon::FileText), tr("C&hoose files…"));
    auto *chooseFolder = new QPushButton(icon(Icon::FolderOpen), tr("Choose &folder…"));
    chooseFolder->setToolTip(tr("All cards in it, and in its folders, are one import"));
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(tr("Files to import"), TextSize::Heading));
    head->addWidget(
        new Label(tr("vCard, CSV, text, Excel or Calc; folders, archives and mails of cards. Drop more here."),
                  TextSize::Body, Ink::Muted),
        1);
    head->addWidget(m_remove);
    head->addWidget(chooseFolder);
    head->addWidget(choose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
    layout->addWidget(m_progress);
    m_hint = new DropHint(this);
    m_list->installEventFilter(this);
    connect(choose, &QPushButton::clicked, this, &FilesPage::chooseFiles);
    connect(chooseFolder, &QPushButton::clicked, this, &FilesPage::chooseFolder);
    connect(m_remove, &QPushButton::clicked, this, &FilesPage::removeCurrent);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item && !item->data(IsDoneRole).toBool() &&
            item->data(PathRole).toString() != this->session().source().path)
            this->session().open(item->data(PathRole).toString(), item->data(FurtherRole).toStringList());
    });
    for (auto signal : {&ImportSession::stateChanged, &ImportSession::progressChanged})
        connect(&session, signal, this, &FilesPage::refresh);
    refresh();
}

// Files of cards that come together are one import, as a folder of them is; each table has columns of its own, and is
// an import of its own.
void FilesPage::addFiles(const QStringList &paths)
{
    QStringList cards;
    std::copy_if(paths.begin(), paths.end(), std::back_inserter(cards), isOfCards);
    for (const QString &path : paths) {
        if (!cards.contains(path))
            addItem(path, {});
        else if (path == cards.first())
            addItem(path, cards.mid(1));
    }
    if (!m_list->currentItem() || m_list->currentItem()->data(IsDoneRole).toBool()) {
        for (int row = 0; row < m_list->count(); ++row) {
            if (!m_list->item(row)->data(IsDoneRole).toBool()) {
                m_list->setCurrentRow(row);
                break;
            }
        }
    }
}

void FilesPage::addItem(const QString &path, const QStringList &further)
{
    const QFileInfo file(path);
    qint64 bytes = file.size();
    for (const QString &each : further)
        bytes += QFileInfo(each).size();
    const QString size = file.isDir()
                             ? tr("folder")
                             : QLocale().formattedDataSize(bytes, bytes < 1000000 ? 0 : 1, QLocale::DataSizeSIFormat);
    auto *item = new QListWidgetItem(icon(file.isDir() ? Icon::FolderOpen : Icon::FileText),
                                     QStringLiteral("%1   %2").arg(namesOf(path, further), size), m_list);
    item->setData(PathRole, path);
    item->setData(FurtherRole, further);
    item->setToolTip((QStringList{path} + further).join(u'\n'));
}

QString FilesPage::currentFile() const
{
    return m_list->currentItem() ? m_list->currentItem()->data(PathRole).toString() : QString();
}

QString FilesPage::nextFile() const
{
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        if (!item->data(IsDoneRole).toBool() && item->data(PathRole).toString() != currentFile())
            return item->data(PathRole).toString();
    }
    return {};
}

int FilesPage::fileNumber() const
{
    return m_list->currentRow() + 1;
}

int FilesPage::fileCount() const
{
    return m_list->count();
}

void FilesPage::enter()
{
    m_list->setFocus();
}

// What was imported already stays in the list: it is what was done.
void FilesPage::removeCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || item->data(IsDoneRole).toBool())
        return;
    session().leave();                             // what was done to it is offered again
    delete m_list->takeItem(m_list->currentRow()); // the one after it is looked at
    refresh();
}

bool FilesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        removeCurrent();
        return true;
    }
    return ImportPage::eventFilter(watched, event);
}

void FilesPage::markDone(const QString &path)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(PathRole).toString() == path) {
            m_list->item(row)->setData(IsDoneRole, true);
            m_list->item(row)->setIcon(icon(Icon::Done, IconTint::Ok));
        }
    }
}

void FilesPage::chooseFiles()
{
    m_prompts.chooseFiles(this, {tr("Choose files to import"), contactFileFilters(), {}, true, false},
                          [this](const QStringList &paths) { addFiles(paths); });
}

void FilesPage::chooseFolder()
{
    m_prompts.chooseFiles(this, {tr("Choose a folder to import"), {}, {}, false, true},
                          [this](const QStringList &paths) { addFiles(paths); });
}

bool FilesPage::isComplete() const
{
    const ImportSession::State state = session().state();
    return m_list->currentItem() && (state == ImportSession::State::Ready || state == ImportSession::State::Rehearsing);
}

QString FilesPage::whatIsRead() const
{
    const FileDescription &file = session().source().description;
    QString text = tr("%1: %2 rows, %3 columns.")
                       .arg(session().fileName(), QLocale().toString(session().source().rows))
                       .arg(session().columns().size());
    if (file.files.size() > 1)
        text += u' ' + tr("%n file(s) are read as one.", nullptr, static_cast<int>(file.files.size()));
    constexpr qsizetype shown = 3;
    if (!file.passedOver.isEmpty())
        text += u' ' + tr("Not read, as there are no cards in them: %1.")
                           .arg(file.passedOver.mid(0, shown).join(QStringLiteral(", ")) +
                                (file.passedOver.size() > shown ? QStringLiteral(", …") : QString()));
    return text;
}

void FilesPage::refresh()
{
    const auto percent = [this] {
        const Progress progress = session().progress();
        return progress.total > 0 ? QStringLiteral(" %1 %").arg(100 * progress.done / progress.total) : QString();
    };
    m_remove->setEnabled(m_list->currentItem() && !m_list->currentItem()->data(IsDoneRole).toBool());
    m_progress->setVisible(session().state() == ImportSession::State::Examining);
    m_progress->setProgress(session().progress());
    switch (session().state()) {
    case ImportSession::State::Idle: m_state->setText(m_list->count() ? QString() : tr("No file chosen yet.")); break;
    case ImportSession::State::Examining:
        m_state->setText(tr("Reading %1…%2").arg(session().fileName(), percent()));
        break;
    case ImportSession::State::Rehearsing:
    case ImportSession::State::Ready: m_state->setText(whatIsRead()); break;
    case ImportSession::State::Committing:
    case ImportSession::State::Done: m_state->setText({}); break;
    }
    Q_EMIT completeChanged();
}

void FilesPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (draggedFiles(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_hint->showText(tr("Drop to import"));
    m_hint->show();
}

void FilesPage::dragLeaveEvent(QDragLeaveEvent *)
{
    m_hint->hide();
}

void FilesPage::dropEvent(QDropEvent *event)
{
    m_hint->hide();
    event->acceptProposedAction();
    addFiles(draggedFiles(event->mimeData()));
}

} // namespace Elenco
