// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remoteid.h"
#include "core/strongid.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace Elenco {

/// What kind of line a number belongs to, with libphonenumber's distinctions.
/// The order is stored in the workspace: add at the end only.
enum class LineKind {
    Unknown,
    Mobile,
    FixedLine,
    FixedLineOrMobile,
    TollFree,
    PremiumRate,
    SharedCost,
    Voip,
    PersonalNumber,
    Pager,
    Uan,
    Voicemail,
};

/// What the values of a custom field are. Stored in the workspace: add at the end only.
enum class ValueKind { Text, Number, Date, Bool };

/// A custom field of one contact. `text` is canonical: numbers in shortest form with a point ("6800.5"),
/// dates ISO 8601 ("2026-03-15"), booleans "true"/"false".
struct CustomValue {
    QString name;
    ValueKind kind = ValueKind::Text;
    QString text;
    friend bool operator==(const CustomValue &, const CustomValue &) = default;
};

/// What keeps a contact from being in step with the gateway.
enum class SyncMark {
    None,
    Waiting,  ///< not sent yet
    Refused,  ///< the gateway did not take it
    Conflict, ///< a person has to choose
};

/// One person, as every layer passes it: a plain value.
struct Contact {
    ContactId id;
    RemoteId remoteId;
    QString firstName;
    QString lastName;
    QString phoneNumber; ///< E.164 when `valid`, else the text as it was typed
    QString email;
    QString gender; ///< "F", "M" or what the source said
    QString city;
    QString province; ///< two letters in Italy
    QString region;
    QStringList tags;
    QList<CustomValue> customFields; ///< in the workspace's order of fields
    LineKind lineKind = LineKind::Unknown;
    bool valid = false;                 ///< the number is a valid E.164 number
    SyncMark syncMark = SyncMark::None; ///< where it was asked for (ContactQueries::syncMarks())
    QString unknownProperties;          ///< vCard lines that no field holds, unfolded, for the export

    QString fullName() const;
    /// What people call it by: the name, else the number, else the address.
    QString displayName() const;
    friend bool operator==(const Contact &, const Contact &) = default;
};

} // namespace Elenco
