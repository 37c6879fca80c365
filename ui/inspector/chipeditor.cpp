// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/chipeditor.h"

#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QStringListModel>

namespace Elenco {

ChipEditor::ChipEditor(Tone tone, const QString &addName, QWidget *parent)
    : QWidget(parent), m_tone(tone), m_layout(new FlowLayout(this)), m_add(new Chip(QString())), m_edit(new QLineEdit)
{
    m_add->setLeadingIcon(Icon::Plus);
    m_add->setToolTip(addName);
    m_add->setAccessibleName(addName);
    m_edit->setAccessibleName(addName);
    m_edit->setPlaceholderText(addName);
    m_edit->setFixedWidth(150);
    m_edit->installEventFilter(this);
    m_edit->hide();
    m_layout->addWidget(m_add);
    m_layout->addWidget(m_edit);
    connect(m_add, &Chip::clicked, this, &ChipEditor::startAdding);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] { finishAdding(true); });
}

QStringList ChipEditor::members() const
{
    QStringList result;
    for (const Chip *chip : m_chips)
        result += chip->text();
    return result;
}

void ChipEditor::setMembers(const QStringList &members)
{
    if (members == this->members())
        return;
    for (Chip *chip : std::as_const(m_chips)) {
        chip->hide();
        chip->deleteLater(); // it may be the one whose cross was pressed
    }
    m_chips.clear();
    for (int i = 0; i < members.size(); ++i) {
        auto *chip = new Chip(members[i], m_tone);
        chip->setRemovable(true);
        connect(chip, &Chip::removeRequested, this, [this, name = members[i], i] { Q_EMIT removed(name, i); });
        m_layout->insertWidget(i, chip);
        chip->show();
        m_chips.append(chip);
    }
    updateGeometry();
}

void ChipEditor::setSuggestions(const QStringList &known)
{
    m_known = known;
}

void ChipEditor::startAdding()
{
    if (m_fill) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_fill(*menu);
        menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + 2)));
        return;
    }
    auto *completer = new QCompleter(m_known, m_edit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_edit->setCompleter(completer);
    m_edit->clear();
    m_add->hide();
    m_edit->show();
    m_edit->setFocus();
}

void ChipEditor::finishAdding(bool accepted)
{
    const QString text = m_edit->text().simplified();
    const bool hadFocus = m_edit->hasFocus();
    m_edit->clear();
    m_add->show();
    if (hadFocus)
        m_add->setFocus();
    m_edit->hide();
    if (accepted && !text.isEmpty())
        Q_EMIT added(text);
}

bool ChipEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit) {
        const bool isEscape =
            event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
        const bool hasLeft = event->type() == QEvent::FocusOut &&
                             static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason && m_edit->isVisible();
        if (isEscape || hasLeft) {
            finishAdding(false);
            return isEscape;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Elenco
