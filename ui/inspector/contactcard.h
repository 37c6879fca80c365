// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"
#include "gateway/json/capabilities.h"
#include "store/sync/remoteview.h"
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
    void setDetails(const ContactDetails &details, const RemoteView &remote);
    /// What the account in use does with fields; nullopt: there is none. `hasFailed`: the contact could not be read
    /// now.
    void setAccount(const std::optional<Capabilities> &account, bool hasFailed);

private:
    void setReach(const Contact &contact);
    void showNotes();

    Avatar *m_avatar;
    WordLabel *m_name;
    Chip *m_line;
    Chip *m_channel;
    KeyValueGrid *m_fields;
    SectionHeader *m_customHeader;
    KeyValueGrid *m_customFields;
    Label *m_refused;
    Label *m_onlyHere;
    Label *m_age;
    SectionHeader *m_historyHeader;
    Label *m_history;
    Contact m_contact;
    RemoteView m_remote;
    QDateTime m_numberRefused;
    std::optional<Capabilities> m_account;
    bool m_hasFailed = false;
};

} // namespace Elenco
