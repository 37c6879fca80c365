// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/contactcard.h"

#include "core/filter/scopes.h"
#include "core/reach.h"
#include "models/contacts/contactcolumns.h"
#include "models/lists/sidebarmodel.h"
#include "ui/inspector/accountnotes.h"
#include "ui/inspector/chipeditor.h"
#include "ui/inspector/historywords.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/wordlabel.h"
#include "ui/words.h"

#include <QVBoxLayout>

namespace Elenco {

using namespace Qt::StringLiterals;

ContactCard::ContactCard(SidebarModel &sidebar, QWidget *parent)
    : ContactPanel(sidebar, parent),
      m_avatar(new Avatar),
      m_name(new WordLabel(TextSize::Title)),
      m_line(new Chip(QString())),
      m_channel(new Chip(QString(), Tone::Accent)),
      m_fields(new KeyValueGrid),
      m_customHeader(new SectionHeader(tr("Custom fields"))),
      m_customFields(new KeyValueGrid),
      m_refused(new Label({}, TextSize::Small, Ink::Bad)),
      m_onlyHere(new Label({}, TextSize::Small, Ink::Muted)),
      m_age(new Label({}, TextSize::Small, Ink::Muted)),
      m_historyHeader(new SectionHeader(tr("History"))),
      m_history(new Label({}, TextSize::Body, Ink::Muted))
{
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    head->addWidget(m_avatar);
    head->addWidget(m_name, 1);
    content()->addLayout(head);
    auto *reach = new QWidget;
    auto *flow = new FlowLayout(reach);
    for (Chip *chip : {m_line, m_channel}) {
        chip->setPassive(true);
        flow->addWidget(chip);
    }
    content()->addWidget(reach);
    content()->addWidget(m_fields);
    content()->addSpacing(6);
    content()->addWidget(m_customHeader);
    content()->addWidget(m_customFields);
    for (Label *note : {m_refused, m_onlyHere, m_age}) {
        note->setWordWrap(true);
        note->setTextInteractionFlags(Qt::TextSelectableByMouse);
        note->hide();
        content()->addWidget(note);
    }
    m_onlyHere->setToolTip(tr("The account does not keep these fields. Nothing of them is lost here."));
    addMemberships();
    content()->addSpacing(6);
    content()->addWidget(m_historyHeader);
    content()->addWidget(m_history);
    m_history->setWordWrap(true);
    m_history->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void ContactCard::setDetails(const ContactDetails &details, const RemoteView &remote)
{
    m_contact = details.contact;
    m_remote = remote;
    m_numberRefused = details.numberRefused;
    const Contact &contact = details.contact;
    const QString name = displayText(contactColumns({}).first(), contact);
    m_avatar->setName(name);
    m_name->setValue(name.isEmpty() ? tr("No name") : name);
    setReach(contact);

    QList<KeyValue> rows;
    for (Field field : {Field::Phone, Field::Email, Field::Gender, Field::City, Field::Province, Field::Region}) {
        const ContactColumn column{ContactColumn::Kind::Standard, field, {}, {}, ValueKind::Text, true};
        QString value = displayText(column, contact);
        if (field == Field::City && !contact.province.isEmpty() && !value.isEmpty())
            value += u" (%1)"_s.arg(contact.province);
        if (value.isEmpty() || (field == Field::Province && !contact.city.isEmpty()))
            continue;
        rows.append({fieldLabel(field), value, field == Field::Phone && !contact.valid ? Ink::Bad : Ink::Text});
    }
    m_fields->setRows(rows);
    rows.clear();
    for (const CustomValue &value : contact.customFields) {
        if (!value.text.isEmpty())
            rows.append({customFieldLabel(value.name), displayText(value), Ink::Text});
    }
    m_customFields->setRows(rows);
    m_customFields->setVisible(!rows.isEmpty());
    m_customHeader->setVisible(!rows.isEmpty());

    showNotes();
    setMemberships(details.lists);
    tags()->setMembers(contact.tags);

    const auto listName = [this](ListId id) { return sidebar().title(membersOf(id)); };
    QStringList lines;
    for (const ContactHistoryEntry &entry : details.history)
        lines += historyLines(entry, listName);
    m_history->setText(lines.join(u"\n\n"_s));
    m_historyHeader->setVisible(!lines.isEmpty());
    m_history->setVisible(!lines.isEmpty());
}

void ContactCard::setAccount(const std::optional<Capabilities> &account, bool hasFailed)
{
    if (account == m_account && hasFailed == m_hasFailed)
        return;
    m_account = account;
    m_hasFailed = hasFailed;
    showNotes();
}

void ContactCard::showNotes()
{
    const auto show = [](Label *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    show(m_refused, refusedNumberText(m_numberRefused));
    show(m_onlyHere, m_account ? onlyHereText(m_contact, m_remote, *m_account) : QString());
    show(m_age, m_account ? ageText(m_contact, m_remote, *m_account, m_hasFailed) : QString());
}

void ContactCard::setReach(const Contact &contact)
{
    const bool canText = canGetSms(contact);
    m_line->setText(!contact.valid ? (contact.phoneNumber.isEmpty() ? tr("No number") : tr("Invalid number"))
                    : canText      ? tr("%1 · SMS").arg(lineKindText(contact.lineKind))
                                   : tr("%1 · no SMS").arg(lineKindText(contact.lineKind)));
    m_line->setTone(!contact.valid ? Tone::Bad : canText ? Tone::Ok : Tone::Warn);
    m_line->setLeadingIcon(canText ? Icon::Check : Icon::Warning);
    QString channel;
    for (const CustomValue &value : contact.customFields) {
        if (value.name == "preferredChannel"_L1)
            channel = value.text;
    }
    m_channel->setText(channel);
    m_channel->setVisible(!channel.isEmpty());
    m_line->updateGeometry();
    m_channel->updateGeometry();
}

} // namespace Elenco
