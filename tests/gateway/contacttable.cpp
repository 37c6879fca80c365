// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/contacttable.h"

#include "tests/gateway/database.h"
#include "tests/gateway/orders.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <iterator>

namespace Elenco::Practice {

namespace {

#define CONTACT_COLUMNS                                                                                                \
    "id, first_name, last_name, full_name, phone, email, gender, city, province, region, custom, tags, extra, valid, " \
    "channels, is_test, last_contact, last_campaign, created "

ContactRow rowOf(const Statement &row)
{
    return {row.integer(0), row.text(1),  row.text(2),  row.text(3),    row.text(4),
            row.text(5),    row.text(6),  row.text(7),  row.text(8),    row.text(9),
            row.text(10),   row.text(11), row.text(12), row.flag(13),   static_cast<int>(row.integer(14)),
            row.flag(15),   row.text(16), row.text(17), row.integer(18)};
}

QJsonDocument toJson(std::string_view utf8)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

QByteArray compact(const QJsonObject &object)
{
    return object.isEmpty() ? QByteArray("{}") : QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray compact(const QStringList &texts)
{
    return texts.isEmpty() ? QByteArray("[]")
                           : QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact);
}

Statement &bindAll(Statement &statement, const ContactRow &row)
{
    return statement.with(row.firstName, row.lastName, row.fullName, row.phoneNumber, row.email, row.gender, row.city,
                          row.province, row.region, row.customFields, row.tags, row.extra, row.valid, row.channels,
                          row.isTest, row.lastContactType, row.lastCampaignType, row.created);
}

Statement &bindAll(Statement &statement, const Contact &contact)
{
    const QDateTime created = contact.createdAt.isValid() ? contact.createdAt : QDateTime::currentDateTimeUtc();
    return statement.with(contact.firstName, contact.lastName, contact.fullName(), contact.phoneNumber, contact.email,
                          contact.gender, contact.city, contact.province, contact.region, compact(contact.customFields),
                          compact(contact.tags), compact(contact.extra), contact.valid,
                          channelBits(contact.communicationSupported), contact.isTest, contact.lastContactType,
                          contact.lastCampaignType, created.toMSecsSinceEpoch());
}

template <typename Source>
qint64 insert(Database &database, Orders &orders, const Source &source)
{
    bindAll(database.cached("INSERT INTO contact(first_name, last_name, full_name, phone, email, gender, city, "
                            "province, region, custom, tags, extra, valid, channels, is_test, last_contact, "
                            "last_campaign, created) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
            source)
        .run();
    const qint64 id = database.lastInsertId();
    orders.contactAdded(id);
    return id;
}

} // namespace

int channelBits(const QStringList &names)
{
    int bits = 0;
    for (size_t i = 0; i < std::size(channelNames); ++i) {
        if (names.contains(QStringView(channelNames[i].data(), static_cast<qsizetype>(channelNames[i].size()))))
            bits |= 1 << i;
    }
    return bits;
}

QStringList channelsOf(int bits)
{
    QStringList names;
    for (size_t i = 0; i < std::size(channelNames); ++i) {
        if (bits & (1 << i))
            names.append(QString::fromUtf16(channelNames[i].data(), static_cast<qsizetype>(channelNames[i].size())));
    }
    return names;
}

Contact ContactRow::toContact() const
{
    Contact contact;
    contact.id = id;
    contact.firstName = QString::fromUtf8(firstName);
    contact.lastName = QString::fromUtf8(lastName);
    contact.phoneNumber = QString::fromUtf8(phoneNumber);
    contact.email = QString::fromUtf8(email);
    contact.gender = QString::fromUtf8(gender);
    contact.city = QString::fromUtf8(city);
    contact.province = QString::fromUtf8(province);
    contact.region = QString::fromUtf8(region);
    contact.customFields = toJson(customFields).object();
    for (const QJsonValue &tag : toJson(tags).array())
        contact.tags.append(tag.toString());
    contact.extra = toJson(extra).object();
    contact.valid = valid;
    contact.communicationSupported = channelsOf(channels);
    contact.isTest = isTest;
    contact.lastContactType = QString::fromUtf8(lastContactType);
    contact.lastCampaignType = QString::fromUtf8(lastCampaignType);
    contact.createdAt = QDateTime::fromMSecsSinceEpoch(created, Qt::UTC);
    return contact;
}

qint64 ContactTable::add(const Contact &contact)
{
    return insert(m_database, m_orders, contact);
}

qint64 ContactTable::add(const ContactRow &row)
{
    return insert(m_database, m_orders, row);
}

bool ContactTable::change(const Contact &contact)
{
    Statement &statement = bindAll(
        m_database.cached("UPDATE contact SET first_name=?, last_name=?, full_name=?, phone=?, email=?, gender=?, "
                          "city=?, province=?, region=?, custom=?, tags=?, extra=?, valid=?, channels=?, is_test=?, "
                          "last_contact=?, last_campaign=?, created=? WHERE id=?"),
        contact);
    statement.bind(19, contact.id);
    statement.run();
    m_orders.contactChanged();
    return m_database.changes() > 0;
}

qint64 ContactTable::remove(const QList<qint64> &ids)
{
    Statement &statement = m_database.cached("DELETE FROM contact WHERE id = ?");
    qint64 removed = 0;
    for (const qint64 id : ids) {
        statement.with(id).run();
        removed += m_database.changes();
    }
    if (removed > 0)
        m_orders.contactsRemoved(ids);
    return removed;
}

bool ContactTable::look(qint64 id, const std::function<void(const ContactRow &)> &at)
{
    Statement &statement = m_database.cached("SELECT " CONTACT_COLUMNS "FROM contact WHERE id = ?").with(id);
    const bool found = statement.step();
    if (found)
        at(rowOf(statement));
    statement.reset();
    return found;
}

std::optional<Contact> ContactTable::contact(qint64 id)
{
    std::optional<Contact> contact;
    look(id, [&contact](const ContactRow &row) { contact = row.toContact(); });
    return contact;
}

std::optional<Contact> ContactTable::ofNumber(const QString &phoneNumber)
{
    std::optional<Contact> contact;
    Statement &statement =
        m_database.cached("SELECT " CONTACT_COLUMNS "FROM contact WHERE phone = ? ORDER BY id LIMIT 1")
            .with(phoneNumber);
    if (statement.step())
        contact = rowOf(statement).toContact();
    statement.reset();
    return contact;
}

QList<Contact> ContactTable::all()
{
    QList<Contact> contacts;
    Statement &statement = m_database.cached("SELECT " CONTACT_COLUMNS "FROM contact ORDER BY id").with();
    while (statement.step())
        contacts.append(rowOf(statement).toContact());
    return contacts;
}

qint64 ContactTable::count()
{
    return static_cast<qint64>(m_orders.contacts({}, {ContactSort::Id, false, 0})->size());
}

bool ContactTable::contains(qint64 id)
{
    return look(id, [](const ContactRow &) {});
}

} // namespace Elenco::Practice
