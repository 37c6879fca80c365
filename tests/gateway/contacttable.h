// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/values.h"

#include <functional>
#include <optional>
#include <string_view>

namespace Elenco::Practice {

class Database;
class Orders;
class Statement;

/// A row of the table contact as SQLite holds it, valid only while it is looked at. Texts are UTF-8; customFields,
/// tags and extra are compact JSON. Pages are written from it without making a Contact.
struct ContactRow {
    qint64 id = 0;
    std::string_view firstName, lastName, fullName, phoneNumber, email, gender, city, province, region;
    std::string_view customFields, tags, extra;
    bool valid = true;
    int channels = 0; ///< bit i: channelNames[i]
    bool isTest = false;
    std::string_view lastContactType, lastCampaignType;
    qint64 created = 0; ///< ms since 1970, UTC

    Contact toContact() const;
};

inline constexpr std::u16string_view channelNames[] = {u"SMS", u"RCS", u"WHATSAPP"};
int channelBits(const QStringList &names);
QStringList channelsOf(int bits);

/// The contacts of the account. Numbers need not be unique here; the API's calls see to that.
class ContactTable
{
public:
    ContactTable(Database &database, Orders &orders) : m_database(database), m_orders(orders) {}

    /// The id it got; the one in `contact` is ignored.
    qint64 add(const Contact &contact);
    /// The same from a row that is SQLite's already; seeding a million goes this way.
    qint64 add(const ContactRow &row);
    /// By contact.id. False: there is none.
    bool change(const Contact &contact);
    /// How many of them there were. Memberships are the caller's (State::removeContacts).
    qint64 remove(const QList<qint64> &ids);

    std::optional<Contact> contact(qint64 id);
    /// The oldest with this number.
    std::optional<Contact> ofNumber(const QString &phoneNumber);
    QList<Contact> all();
    qint64 count();
    bool contains(qint64 id);
    /// False: there is none.
    bool look(qint64 id, const std::function<void(const ContactRow &)> &at);

private:
    Database &m_database;
    Orders &m_orders;
};

} // namespace Elenco::Practice
