// SPDX-License-Identifier: Apache-2.0
#include "gateway/records/remotecontactquery.h"

namespace Elenco {

namespace {

// "+39 347 1234567" and "0039-3471234567" are one number.
QString digits(const QString &number)
{
    QString result;
    for (const QChar c : number) {
        if (c.isDigit())
            result += c;
    }
    if (result.startsWith(QLatin1String("00")))
        result.remove(0, 2);
    return result;
}

// What was asked for and what the row has; a row that does not show the field can't be judged.
bool agrees(const QString &asked, const std::optional<QString> &has)
{
    return asked.isEmpty() || !has || has->compare(asked, Qt::CaseInsensitive) == 0;
}

bool agrees(std::optional<bool> asked, std::optional<bool> has)
{
    return !asked || !has || *has == *asked;
}

} // namespace

bool RemoteContactQuery::matches(const RemoteContact &row) const
{
    // A look-up by number or address decides whether somebody is there already: a row that does not show it is not it.
    if (!phoneNumber.isEmpty() && digits(row.phoneNumber.value_or(QString())) != digits(phoneNumber))
        return false;
    if (!email.isEmpty() && row.email.value_or(QString()).compare(email, Qt::CaseInsensitive) != 0)
        return false;
    if (!channel.isEmpty() && !row.channels.isEmpty() && !row.channels.contains(channel, Qt::CaseInsensitive))
        return false;
    return agrees(gender, row.gender) && agrees(isValid, row.isValid) && agrees(isTest, row.isTest) &&
           agrees(lastContactType, row.lastContactType) && agrees(lastCampaignType, row.lastCampaignType);
}

} // namespace Elenco
