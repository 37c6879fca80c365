// SPDX-License-Identifier: Apache-2.0
#include "ui/window/commandpalette.h"

#include "core/textfold.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QVBoxLayout>

namespace Elenco {

namespace {

QString plainText(const QAction *action)
{
    return QString(action->text()).remove(u'&').remove(QStringLiteral("…"));
}

QString folded(const QString &text)
{
    return QString::fromStdString(foldText(text.toStdString()));
}

} // namespace

CommandPalette::CommandPalette(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent), m_actions(actions), m_edit(new QLineEdit), m_list(new QListWidget)
{
    setWindowTitle(tr("Commands"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(460, 380);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    m_edit->setPlaceholderText(tr("What do you want to do?"));
    m_edit->setAccessibleName(tr("Command"));
    m_edit->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_edit, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    fill();
}

void CommandPalette::fill()
{
    const QStringList words = folded(m_edit->text()).split(u' ', Qt::SkipEmptyParts);
    QPixmap noIcon(16, 16); // so that all names begin at one place
    noIcon.fill(Qt::transparent);
    m_list->clear();
    for (int i = 0; i < m_actions.size(); ++i) {
        const QString text = folded(plainText(m_actions[i]));
        if (!std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); }))
            continue;
        const QString shortcut = m_actions[i]->shortcut().toString(QKeySequence::NativeText);
        auto *item = new QListWidgetItem(
            m_actions[i]->icon().isNull() ? QIcon(noIcon) : m_actions[i]->icon(),
            shortcut.isEmpty() ? plainText(m_actions[i]) : plainText(m_actions[i]) + QStringLiteral("   ") + shortcut,
            m_list);
        item->setData(Qt::UserRole, i);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::run()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    // After this dialog is gone: what it opens belongs to the window, and so does the focus.
    const QPointer<QAction> action = m_actions[item->data(Qt::UserRole).toInt()];
    QMetaObject::invokeMethod(
        qApp,
        [action] {
            if (action)
                action->trigger();
        },
        Qt::QueuedConnection);
    accept();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace Elenco
