// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/accountnotes.h"

#include "core/fields.h"
#include "sync/records/contactmapping.h"
#include "ui/words.h"

#include <QCoreApplication>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

/// Context "AccountNotes".
class AccountNotes
{
    Q_DECLARE_TR_FUNCTIONS(AccountNotes)
};

/// A field of a contact by the key that an account is judged by (gateway/json/accountfields.h), and as people call it.
struct Named {
    std::string key;
    QString label;
    bool isCustom = false;
};

std::vector<Named> filledFields(const Contact &contact)
{
    std::vector<Named> fields;
    for (const FieldInfo &info : fieldTable()) {
        if (!(contact.*info.member).isEmpty())
            fields.push_back({info.key, fieldLabel(info.field)});
    }
    if (!contact.tags.isEmpty())
        fields.push_back({"tags", AccountNotes::tr("Tags")});
    for (const CustomValue &value : contact.customFields) {
        if (!value.text.isEmpty())
            fields.push_back({customFieldKey(value.name.toStdString()), customFieldLabel(value.name), true});
    }
    return fields;
}

bool isHidden(const Named &field, const AccountFields &account)
{
    return account.isHidden(field.isCustom ? std::string_view("customFields") : std::string_view(field.key));
}

QString listed(QStringList labels)
{
    labels.removeDuplicates();
    return labels.join(u", "_s);
}

} // namespace

QStringList onlyHereFields(const Contact &contact, const RemoteView &remote, const Capabilities &account)
{
    QStringList labels;
    for (const Named &field : filledFields(contact)) {
        if (isOnlyHere(field.key, account) || (field.key == "tags" && remote.hasOwnTags))
            labels += field.label;
    }
    return labels;
}

QStringList hiddenFields(const Contact &contact, const Capabilities &account)
{
    QStringList labels;
    for (const Named &field : filledFields(contact)) {
        if (isHidden(field, account.fields) && !isOnlyHere(field.key, account))
            labels += field.label;
    }
    return labels;
}

QString onlyHereText(const Contact &contact, const RemoteView &remote, const Capabilities &account)
{
    const QStringList labels = onlyHereFields(contact, remote, account);
    return labels.isEmpty() ? QString() : AccountNotes::tr("Only on this computer: %1").arg(listed(labels));
}

QString ageText(const Contact &contact, const RemoteView &remote, const Capabilities &account, bool hasFailed)
{
    const QDateTime &readAt = remote.readAt;
    const QStringList labels = contact.remoteId.isValid() ? hiddenFields(contact, account) : QStringList();
    if (labels.isEmpty() || (!readAt.isValid() && !hasFailed))
        return {};
    const QString away = hasFailed ? u' ' + AccountNotes::tr("The gateway does not answer now.") : QString();
    if (!readAt.isValid())
        return AccountNotes::tr("Not read yet: %1.").arg(listed(labels)) + away;
    const bool isToday = readAt.toLocalTime().date() == QDate::currentDate();
    return (isToday ? AccountNotes::tr("Read %1: %2.") : AccountNotes::tr("Read on %1: %2.")).arg(whenText(readAt), listed(labels)) +
           away;
}

QString refusedNumberText(const QDateTime &refused)
{
    return refused.isNull()
               ? QString()
               : AccountNotes::tr("The gateway says that this number is not valid (%1). It may not write there.")
                     .arg(whenText(refused));
}

QString accountFieldsText(const Capabilities &account)
{
    QStringList dropped, hidden;
    const auto look = [&](const std::string &key, const QString &label) {
        if (isOnlyHere(key, account))
            dropped += label;
        else if (account.fields.isHidden(key))
            hidden += label;
    };
    for (const FieldInfo &info : fieldTable())
        look(info.key, fieldLabel(info.field));
    look("tags", AccountNotes::tr("Tags"));
    look("customFields", AccountNotes::tr("custom fields"));
    for (const std::string &key : account.fields.notKept) {
        if (const auto name = customFieldName(key))
            look(key, customFieldLabel(QString::fromUtf8(*name)));
    }
    QStringList lines;
    if (!dropped.isEmpty())
        lines += AccountNotes::tr("This account does not keep: %1. What you have there is on this computer only.")
                     .arg(listed(dropped));
    if (!hidden.isEmpty())
        lines += AccountNotes::tr("It shows only contact by contact: %1. They are read when a contact is opened.")
                     .arg(listed(hidden));
    return lines.join(u'\n');
}

} // namespace Elenco
