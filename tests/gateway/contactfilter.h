// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Elenco::Practice {

/// Which contacts a page is about: those in any of some lists, in none of some, that meet every condition.
struct ContactFilter {
    struct Condition {
        const char *sql = ""; ///< over the table contact, a literal with "?" for each value
        QStringList values;
    };
    std::optional<QList<qint64>> inLists;
    QList<qint64> notInLists;
    QList<Condition> conditions;

    bool isEmpty() const { return !inLists && notInLists.isEmpty() && conditions.isEmpty(); }
    /// The same for the same question; what cached answers are found by.
    QByteArray key() const;
};

enum class ContactSort { Id, FullName, FirstName, LastName, Phone, Email, Gender, City, Province, Region, Created };

/// Which row comes first. Equal rows come by id; descending is the exact reverse.
struct ContactOrder {
    ContactSort sort = ContactSort::FullName;
    bool isDescending = false;
    qint64 priorityList = 0;  ///< its members come before everybody else; 0: no such list
    QString customField = {}; ///< by what it holds, instead of `sort`; empty: none
};

/// By the API's name of the column: "fullName", "id", …
std::optional<ContactSort> contactSortOfName(QStringView name);

} // namespace Elenco::Practice
