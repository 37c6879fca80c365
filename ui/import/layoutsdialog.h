// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"

#include <QDialog>
#include <QSet>

class QListWidget;
class QPushButton;

namespace Elenco {

class Label;

/// The layouts that are remembered of earlier imports, each with what its columns became. What is marked to be
/// forgotten goes when the dialog is accepted.
class LayoutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LayoutsDialog(AddressBook &addressBook, QWidget *parent = nullptr);

private:
    void fill(const QList<KnownLayout> &layouts);
    void refresh();
    void toggle();

    AddressBook &m_addressBook;
    QList<KnownLayout> m_layouts;
    QSet<QString> m_forgotten;
    QListWidget *m_list;
    Label *m_columns;
    QPushButton *m_forget;
    Task<QList<KnownLayout>> m_asking;
};

} // namespace Elenco
