// SPDX-License-Identifier: Apache-2.0
#include "ui/windowprompts.h"

#include "ui/theme/elencostyle.h"
#include "ui/widgets/label.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>
#include <QWindow>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

QString promptText(const char *source)
{
    return QCoreApplication::translate("Prompts", source);
}

QMessageBox *newBox(QWidget *parent, QMessageBox::Icon icon, const QString &title, const QString &text)
{
    auto *box = new QMessageBox(icon, QCoreApplication::applicationName(), title, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    // Names of files and lists are shown: they must not become markup.
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(text);
    if (auto *heading = box->findChild<QLabel *>(u"qt_msgbox_label"_s))
        heading->setFont(textFont(TextSize::Heading));
    // A box is as narrow as its title otherwise, and its text a column of short lines.
    if (auto *grid = qobject_cast<QGridLayout *>(box->layout()))
        grid->addItem(new QSpacerItem(400, 0), grid->rowCount(), 0, 1, grid->columnCount());
    return box;
}

// Before whatever is in front now. Whom it belongs to may be behind a dialog that is open: there nobody would see it, and
// nothing else could be pressed. A dialog that opens while another one closes may be in front and not have the keys.
void openInFront(QDialog *dialog)
{
    const QWidget *front = QApplication::activeModalWidget();
    dialog->winId();
    if (front && front->window()->windowHandle())
        dialog->windowHandle()->setTransientParent(front->window()->windowHandle());
    dialog->open();
    QTimer::singleShot(100, dialog, [dialog] {
        dialog->raise();
        dialog->activateWindow();
    });
}

} // namespace

void WindowPrompts::ask(QWidget *parent, const Question &question, std::function<void(bool)> answer)
{
    const QString more = question.detail.isEmpty() ? question.text : question.text + u"\n\n"_s + question.detail;
    QMessageBox *box =
        newBox(parent, question.destructive ? QMessageBox::Warning : QMessageBox::Question, question.title, more);
    QPushButton *accept = box->addButton(question.accept, QMessageBox::AcceptRole);
    QPushButton *reject =
        box->addButton(question.reject.isEmpty() ? promptText(QT_TRANSLATE_NOOP("Prompts", "Cancel")) : question.reject,
                       question.later ? QMessageBox::DestructiveRole : QMessageBox::RejectRole);
    setButtonKind(accept, question.destructive ? ButtonKind::Danger : ButtonKind::Primary);
    box->setDefaultButton(question.destructive ? reject : accept);
    QAbstractButton *later =
        question.later ? box->addButton(promptText(QT_TRANSLATE_NOOP("Prompts", "Later")), QMessageBox::RejectRole)
                       : nullptr;
    box->setEscapeButton(later ? later : reject);
    QObject::connect(box, &QMessageBox::finished, box,
                     [box, accept, reject, later, postpone = question.later, answer = std::move(answer)] {
                         if (later && box->clickedButton() != accept && box->clickedButton() != reject)
                             postpone();
                         else
                             answer(box->clickedButton() == accept);
                     });
    openInFront(box);
}

void WindowPrompts::chooseFiles(QWidget *parent, const FileRequest &request,
                                std::function<void(const QStringList &)> answer)
{
    auto *dialog = new QFileDialog(parent, request.title, request.folder.isEmpty() ? m_lastFolder : request.folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(request.isOfFolders ? QFileDialog::Directory
                        : request.several   ? QFileDialog::ExistingFiles
                                            : QFileDialog::ExistingFile);
    if (!request.isOfFolders)
        dialog->setNameFilters(request.filters);
    QObject::connect(dialog, &QFileDialog::finished, dialog, [this, dialog, answer = std::move(answer)](int result) {
        const QStringList files = result == QDialog::Accepted ? dialog->selectedFiles() : QStringList();
        if (!files.isEmpty())
            m_lastFolder = QFileInfo(files.first()).absolutePath();
        answer(files);
    });
    openInFront(dialog);
}

void WindowPrompts::chooseSavePath(QWidget *parent, const SaveRequest &request,
                                   std::function<void(const QString &)> answer)
{
    auto *dialog = new QFileDialog(parent, request.title, m_lastFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters(request.filters);
    dialog->setDefaultSuffix(QFileInfo(request.suggested).suffix());
    dialog->selectFile(request.suggested);
    QObject::connect(dialog, &QFileDialog::finished, dialog, [this, dialog, answer = std::move(answer)](int result) {
        const QString path = result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString();
        if (!path.isEmpty())
            m_lastFolder = QFileInfo(path).absolutePath();
        answer(path);
    });
    openInFront(dialog);
}

void WindowPrompts::askText(QWidget *parent, const TextRequest &request,
                            std::function<void(std::optional<QString>)> answer)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setWindowTitle(request.title);
    dialog->setLabelText(request.label);
    dialog->setTextValue(request.text);
    dialog->setOkButtonText(request.accept);
    dialog->setCancelButtonText(promptText(QT_TRANSLATE_NOOP("Prompts", "Cancel")));
    dialog->resize(380, dialog->sizeHint().height());
    QObject::connect(dialog, &QInputDialog::finished, dialog, [dialog, answer = std::move(answer)](int result) {
        const QString text = dialog->textValue().trimmed();
        answer(result == QDialog::Accepted && !text.isEmpty() ? std::optional(text) : std::nullopt);
    });
    openInFront(dialog);
    if (auto *edit = dialog->findChild<QLineEdit *>()) {
        edit->setAccessibleName(request.label);
        edit->selectAll();
    }
}

void WindowPrompts::showError(QWidget *parent, const QString &title, const Error &error, std::function<void()> closed)
{
    QMessageBox *box = newBox(parent, QMessageBox::Critical, title, error.text());
    box->addButton(promptText(QT_TRANSLATE_NOOP("Prompts", "Close")), QMessageBox::AcceptRole);
    QObject::connect(box, &QMessageBox::finished, box, [closed = std::move(closed)] {
        if (closed)
            closed();
    });
    openInFront(box);
}

} // namespace Elenco
