// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remoteid.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <initializer_list>
#include <optional>

namespace Elenco {

/// What a custom field holds over there, exactly as it was sent: a number is the text it had ("6800.50"), so nothing is
/// lost in between. Dates are texts.
struct RemoteValue {
    enum class Kind {
        Text,
        Number,  ///< `text` is the JSON number as written
        Boolean, ///< "true" or "false"
        Null,    ///< in a change: take the field away
        Json,    ///< an array or object, as raw JSON
    };
    QString name;
    Kind kind = Kind::Text;
    QString text;

    friend bool operator==(const RemoteValue &, const RemoteValue &) = default;
};

/// A list as a contact names it (U28).
struct RemoteListName {
    RemoteId id;
    QString name;

    friend bool operator==(const RemoteListName &, const RemoteListName &) = default;
};

/// The keys of a contact that one account's answers have and another's lack: no document shows all of them everywhere.
enum class RemoteKey { FirstName, LastName, FullName, PhoneNumber, Email, Gender, City, Province, Region, CustomFields, Tags };

/// Which of them an answer has, with whatever value: it speaks of these, and of no others (an absent key says nothing).
class RemoteKeys
{
public:
    constexpr RemoteKeys() = default;
    constexpr RemoteKeys(std::initializer_list<RemoteKey> keys)
    {
        for (const RemoteKey key : keys)
            insert(key);
    }
    /// Those of a record that was not read from an answer: everything but tags, which few accounts show.
    static constexpr RemoteKeys allButTags()
    {
        RemoteKeys keys;
        keys.m_bits = (1U << static_cast<unsigned>(RemoteKey::Tags)) - 1;
        return keys;
    }

    constexpr void insert(RemoteKey key) { m_bits |= bit(key); }
    constexpr bool contains(RemoteKey key) const { return (m_bits & bit(key)) != 0; }

    friend constexpr bool operator==(const RemoteKeys &, const RemoteKeys &) = default;

private:
    static constexpr unsigned bit(RemoteKey key) { return 1U << static_cast<unsigned>(key); }

    unsigned m_bits = 0;
};

/// A contact as the gateway has it (gateway.md section 2). nullopt: the key was absent or null, which `shown` tells
/// apart; "" was sent as "".
struct RemoteContact {
    RemoteId id;
    std::optional<QString> firstName;
    std::optional<QString> lastName;
    std::optional<QString> fullName; ///< "name" or "fullName", read only
    std::optional<QString> phoneNumber;
    std::optional<QString> email;
    std::optional<QString> gender;
    std::optional<QString> city;
    std::optional<QString> province;
    std::optional<QString> region;
    QList<RemoteValue> customFields; ///< in the order of the answer
    QStringList tags;
    QList<RemoteListName> lists;
    QStringList channels; ///< "communicationSupported": SMS, RCS, WHATSAPP
    std::optional<bool> isValid;
    std::optional<bool> isTest;
    std::optional<QString> lastContactType;
    std::optional<QString> lastCampaignType;
    QString createdAt; ///< ISO 8601 as sent; empty when unknown
    QByteArray extra;  ///< the keys we do not know, as one raw JSON object; empty when there are none
    RemoteKeys shown = RemoteKeys::allButTags(); ///< what the answer speaks of

    friend bool operator==(const RemoteContact &, const RemoteContact &) = default;
};

/// The fields to write of a contact: nullopt leaves a field as it is, "" clears it (PUT is partial, gateway.md section
/// 2).
struct ContactChange {
    std::optional<QString> firstName;
    std::optional<QString> lastName;
    std::optional<QString> phoneNumber; ///< E.164; anything else is dropped or guessed at over there
    std::optional<QString> email;
    std::optional<QString> gender;
    std::optional<QString> city;
    std::optional<QString> province;
    std::optional<QString> region;
    /// All custom fields the contact shall have; one that shall go is named with Kind::Null, since nobody knows whether
    /// the gateway merges or replaces.
    std::optional<QList<RemoteValue>> customFields;
    /// As they are over there: a PUT that replaces would take them away.
    std::optional<QStringList> tags;
    QByteArray extra; ///< as RemoteContact::extra: unknown keys to give back untouched

    /// Of a contact that was read for this change: its name in one, and in parts. Where a name is given in one only,
    /// nothing has to be read again before the change, and nobody's edit comes between that and the change. Not sent.
    struct ReadName {
        QString whole, first, last;
        friend bool operator==(const ReadName &, const ReadName &) = default;
    };
    std::optional<ReadName> readName;

    bool isEmpty() const;
    friend bool operator==(const ContactChange &, const ContactChange &) = default;
};

/// What came of a PUT: the contact as the answer shows it, and the keys that it shows otherwise than they were sent.
struct ContactUpdate {
    RemoteContact contact;
    QStringList notTaken; ///< JSON keys: "city"; the gateway normalised or ignored them

    friend bool operator==(const ContactUpdate &, const ContactUpdate &) = default;
};

} // namespace Elenco
