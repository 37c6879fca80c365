// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/records/campaign.h"
#include "gateway/records/remotecontact.h"
#include "gateway/records/remotelist.h"
#include "gateway/records/subscription.h"

#include <QJsonObject>

namespace Elenco {

// What `gateway … --json` prints, one object a line, and what it prints without: the same in every dialect of the far
// side. Ids are texts.

QJsonObject toJson(const RemoteContact &contact);
QJsonObject toJson(const RemoteList &list);
QJsonObject toJson(const Campaign &campaign);
QJsonObject toJson(const Quota &quota);
QJsonObject toJson(const Subscription &subscription);
QJsonObject toJson(const Credit &credit);

QString toText(const RemoteContact &contact);
QString toText(const RemoteList &list);
QString toText(const Campaign &campaign);
QString toText(const Subscription &subscription);
QString toText(const Credit &credit);

} // namespace Elenco
