// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/contacts/lists.h"

#include <QWidget>

class QVBoxLayout;

namespace Elenco {

class ChipEditor;
class SidebarModel;

/// What one contact and several have in common in the inspector: tags and lists to be added and taken away.
class ContactPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ContactPanel(SidebarModel &sidebar, QWidget *parent = nullptr);

    void setKnownTags(const QStringList &tags);
    void startAddingTag();

Q_SIGNALS:
    void tagAdded(const QString &tag);
    void tagRemoved(const QString &tag);
    void listAdded(const Elenco::ContactList &list);
    void listRemoved(const Elenco::ContactList &list);
    void newListRequested();

protected:
    const SidebarModel &sidebar() const { return m_sidebar; }
    QVBoxLayout *content() const { return m_layout; }
    void setMemberships(const QList<ContactList> &lists);
    ChipEditor *tags() const { return m_tags; }
    /// Adds the two sections below what is there.
    void addMemberships();

private:
    SidebarModel &m_sidebar;
    QVBoxLayout *m_layout;
    ChipEditor *m_lists;
    QList<ContactList> m_memberships; ///< as the chips show them
    ChipEditor *m_tags;
};

} // namespace Elenco
