// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/contactpanel.h"

#include "models/lists/sidebarmodel.h"
#include "ui/inspector/chipeditor.h"
#include "ui/widgets/sectionheader.h"

#include <QMenu>
#include <QVBoxLayout>

namespace Elenco {

ContactPanel::ContactPanel(SidebarModel &sidebar, QWidget *parent)
    : QWidget(parent),
      m_sidebar(sidebar),
      m_layout(new QVBoxLayout(this)),
      m_lists(new ChipEditor(Tone::Plain, tr("Add to a list"), this)),
      m_tags(new ChipEditor(Tone::Violet, tr("Add a tag"), this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(10);
    m_lists->setMenuSource([this](QMenu &menu) {
        const QList<ContactList> lists = m_sidebar.lists();
        for (const ContactList &list : lists) {
            const bool isMember = std::any_of(m_memberships.begin(), m_memberships.end(),
                                              [&](const ContactList &member) { return member.id == list.id; });
            if (!isMember)
                menu.addAction(QString(list.name).replace(u'&', QStringLiteral("&&")), this,
                               [this, list] { Q_EMIT listAdded(list); });
        }
        menu.addSeparator();
        menu.addAction(tr("New list…"), this, &ContactPanel::newListRequested);
    });
    connect(m_lists, &ChipEditor::removed, this,
            [this](const QString &, int index) { Q_EMIT listRemoved(m_memberships.at(index)); });
    connect(m_tags, &ChipEditor::added, this, &ContactPanel::tagAdded);
    connect(m_tags, &ChipEditor::removed, this, &ContactPanel::tagRemoved);
}

void ContactPanel::setMemberships(const QList<ContactList> &lists)
{
    m_memberships = lists;
    QStringList names;
    for (const ContactList &list : lists)
        names.append(list.name);
    m_lists->setMembers(names);
}

void ContactPanel::setKnownTags(const QStringList &tags)
{
    m_tags->setSuggestions(tags);
}

void ContactPanel::startAddingTag()
{
    m_tags->startAdding();
}

void ContactPanel::addMemberships()
{
    m_layout->addSpacing(6);
    m_layout->addWidget(new SectionHeader(tr("Lists")));
    m_layout->addWidget(m_lists);
    m_layout->addSpacing(6);
    m_layout->addWidget(new SectionHeader(tr("Tags")));
    m_layout->addWidget(m_tags);
}

} // namespace Elenco
