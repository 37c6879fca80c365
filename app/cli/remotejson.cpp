// SPDX-License-Identifier: Apache-2.0
#include "app/cli/remotejson.h"

#include <QJsonArray>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

QJsonValue value(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

template <typename T>
QJsonValue value(const std::optional<T> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonArray ids(const QList<RemoteId> &list)
{
    QJsonArray array;
    for (const RemoteId &id : list)
        array.append(id.value);
    return array;
}

QString name(const RemoteContact &contact)
{
    const QString parts =
        (contact.firstName.value_or(QString()) + u' ' + contact.lastName.value_or(QString())).trimmed();
    return parts.isEmpty() ? contact.fullName.value_or(QString()) : parts;
}

const char *statusWord(CampaignStatus status)
{
    switch (status) {
    case CampaignStatus::Draft: return "draft";
    case CampaignStatus::Scheduled: return "scheduled";
    case CampaignStatus::Sending: return "sending";
    case CampaignStatus::Completed: return "completed";
    case CampaignStatus::Failed: return "failed";
    case CampaignStatus::Unknown: return "unknown";
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject toJson(const RemoteContact &contact)
{
    QJsonArray lists;
    for (const RemoteListName &list : contact.lists)
        lists.append(QJsonObject{{"id"_L1, list.id.value}, {"name"_L1, list.name}});
    QJsonObject custom;
    for (const RemoteValue &field : contact.customFields)
        custom.insert(field.name, field.kind == RemoteValue::Kind::Null ? QJsonValue() : QJsonValue(field.text));
    return {{"id"_L1, contact.id.value},
            {"firstName"_L1, value(contact.firstName)},
            {"lastName"_L1, value(contact.lastName)},
            {"fullName"_L1, value(contact.fullName)},
            {"phoneNumber"_L1, value(contact.phoneNumber)},
            {"email"_L1, value(contact.email)},
            {"gender"_L1, value(contact.gender)},
            {"city"_L1, value(contact.city)},
            {"province"_L1, value(contact.province)},
            {"region"_L1, value(contact.region)},
            {"customFields"_L1, custom},
            {"tags"_L1, QJsonArray::fromStringList(contact.tags)},
            {"lists"_L1, lists},
            {"valid"_L1, value(contact.isValid)},
            {"createdAt"_L1, contact.createdAt}};
}

QJsonObject toJson(const RemoteList &list)
{
    return {{"id"_L1, list.id.value},
            {"name"_L1, list.name},
            {"description"_L1, value(list.description)},
            {"isTest"_L1, value(list.isTest)},
            {"contacts"_L1, value(list.contactCount)},
            {"createdAt"_L1, list.createdAt}};
}

QJsonObject toJson(const Campaign &campaign)
{
    return {{"id"_L1, campaign.id.value},
            {"name"_L1, campaign.name},
            {"status"_L1, QLatin1String(statusWord(campaign.status))},
            {"sendingMode"_L1, campaign.sendingMode},
            {"listIds"_L1, ids(campaign.listIds)}};
}

QJsonObject toJson(const Quota &quota)
{
    return {{"total"_L1, quota.total},
            {"used"_L1, quota.used},
            {"remaining"_L1, quota.remaining},
            {"planLimit"_L1, value(quota.planLimit)},
            {"extraLimit"_L1, value(quota.extraLimit)}};
}

QJsonObject toJson(const Subscription &subscription)
{
    return {{"plan"_L1, subscription.plan},
            {"status"_L1, subscription.status},
            {"periodStart"_L1, subscription.periodStart},
            {"periodEnd"_L1, subscription.periodEnd}};
}

QJsonObject toJson(const Credit &credit)
{
    return {{"amount"_L1, credit.amount}, {"currency"_L1, credit.currency}};
}

QString toText(const Subscription &subscription)
{
    return u"%1  %2  %3  %4"_s
        .arg(subscription.plan, subscription.status, subscription.periodStart, subscription.periodEnd)
        .trimmed();
}

QString toText(const Credit &credit)
{
    return u"%1 %2"_s.arg(credit.amount, credit.currency).trimmed();
}

QString toText(const RemoteContact &contact)
{
    return u"%1  %2  %3  %4  %5"_s
        .arg(contact.id.value.rightJustified(10), contact.phoneNumber.value_or(QString()).leftJustified(15),
             name(contact), contact.email.value_or(QString()), contact.city.value_or(QString()))
        .trimmed();
}

QString toText(const RemoteList &list)
{
    return u"%1  %2  %3"_s.arg(
        list.id.value.rightJustified(10),
        list.contactCount ? QString::number(*list.contactCount).rightJustified(9) : u"        ?"_s, list.name);
}

QString toText(const Campaign &campaign)
{
    return u"%1  %2  %3  %4"_s.arg(campaign.id.value.rightJustified(10),
                                   QString::fromLatin1(statusWord(campaign.status)).leftJustified(9),
                                   campaign.sendingMode, campaign.name);
}

} // namespace Elenco
