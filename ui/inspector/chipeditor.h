// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

#include <functional>

class QLineEdit;
class QMenu;

namespace Elenco {

class Chip;
class FlowLayout;

/// The lists or tags of contacts as chips that can be taken away, with a "+" that asks for one more: by a menu, or by
/// a line with suggestions.
class ChipEditor : public QWidget
{
    Q_OBJECT

public:
    ChipEditor(Tone tone, const QString &addName, QWidget *parent = nullptr);

    void setMembers(const QStringList &members);
    QStringList members() const;
    /// "+" opens this menu.
    void setMenuSource(std::function<void(QMenu &)> fill) { m_fill = std::move(fill); }
    /// "+" opens a line to type in; `known` are suggested. Used when there is no menu.
    void setSuggestions(const QStringList &known);
    void startAdding();

Q_SIGNALS:
    void added(const QString &member);
    /// `index`: of the member, where two have one name.
    void removed(const QString &member, int index);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void finishAdding(bool accepted);

    Tone m_tone;
    FlowLayout *m_layout;
    QList<Chip *> m_chips;
    Chip *m_add;
    QLineEdit *m_edit;
    QStringList m_known;
    std::function<void(QMenu &)> m_fill;
};

} // namespace Elenco
