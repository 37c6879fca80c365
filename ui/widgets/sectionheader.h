// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QToolButton;

namespace Elenco {

class Label;

/// The heading of a group in the side bar or the inspector, with an optional "+".
class SectionHeader : public QWidget
{
    Q_OBJECT

public:
    explicit SectionHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Shows the "+"; `name` is what it does, for the tool tip and for screen readers.
    void setAddName(const QString &name);

Q_SIGNALS:
    void addRequested();

private:
    Label *m_title;
    QToolButton *m_add;
};

} // namespace Elenco
