// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"
#include "ui/inspector/contactpanel.h"

namespace Elenco {

class Avatar;
class Chip;
class FlowLayout;
class KeyValueGrid;
class Label;
class SectionHeader;
class WordLabel;

/// One contact in the inspector.
class ContactCard : public ContactPanel
{
    Q_OBJECT

public:
    explicit ContactCard(SidebarModel &sidebar, QWidget *parent = nullptr);
    void setDetails(const ContactDetails &details);

private:
    void setReach(const Contact &contact);

    Avatar *m_avatar;
    WordLabel *m_name;
    Chip *m_line;
    Chip *m_channel;
    KeyValueGrid *m_fields;
    SectionHeader *m_customHeader;
    KeyValueGrid *m_customFields;
    SectionHeader *m_historyHeader;
    Label *m_history;
};

} // namespace Elenco
