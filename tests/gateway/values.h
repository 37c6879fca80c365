// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace Elenco::Practice {

/// A contact as the account holds it, whatever the dialect calls its parts.
struct Contact {
    qint64 id = 0; ///< the account's own; how a client sees it: Gateway::contactIdText()
    QString firstName, lastName;
    QString phoneNumber; ///< E.164
    QString email;
    QString gender, city, province, region;
    QJsonObject customFields;
    QStringList tags;
    QJsonObject extra; ///< keys this gateway does not know, given back as they came
    bool valid = true;
    QStringList communicationSupported; ///< of SMS, RCS, WHATSAPP
    bool isTest = false;
    QString lastContactType, lastCampaignType;
    QDateTime createdAt; ///< UTC; not set: now

    QString fullName() const { return QString(firstName + u' ' + lastName).trimmed(); }
    friend bool operator==(const Contact &, const Contact &) = default;
};

struct List {
    qint64 id = 0;
    QString name, description;
    bool isTest = false;
    bool isDeleted = false; ///< a tombstone
    QDateTime createdAt;
    QString slug; ///< part of its id in some dialects; made of the first name, never changed

    friend bool operator==(const List &, const List &) = default;
};

struct Membership {
    qint64 id = 0; ///< the association id
    qint64 listId = 0, contactId = 0;

    friend bool operator==(const Membership &, const Membership &) = default;
};

enum class CampaignStatus { Draft, Scheduled, Sending, Completed, Failed };

struct Campaign {
    qint64 id = 0;
    QString name;
    CampaignStatus status = CampaignStatus::Draft;
    QString sendingMode = QStringLiteral("SMS");
    QList<qint64> listIds;
    QJsonObject extra;
    bool wasConfirmed = false; ///< money was spent

    friend bool operator==(const Campaign &, const Campaign &) = default;
};

} // namespace Elenco::Practice
