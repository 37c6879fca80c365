// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/contactfilter.h"

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

void append(QByteArray &key, const QList<qint64> &ids)
{
    for (const qint64 id : ids)
        key += QByteArray::number(id) + ',';
}

} // namespace

QByteArray ContactFilter::key() const
{
    QByteArray key;
    if (inLists) {
        key += "in:";
        append(key, *inLists);
    }
    key += "not:";
    append(key, notInLists);
    for (const Condition &condition : conditions) {
        key += condition.sql;
        // Lengths, so that no value can look like two.
        for (const QString &value : condition.values)
            key += '\n' + QByteArray::number(value.size()) + ':' + value.toUtf8();
        key += '\n';
    }
    return key;
}

std::optional<ContactSort> contactSortOfName(QStringView name)
{
    static const std::pair<QStringView, ContactSort> names[] = {
        {u"id", ContactSort::Id},
        {u"contactId", ContactSort::Id},
        {u"fullName", ContactSort::FullName},
        {u"name", ContactSort::FullName},
        {u"firstName", ContactSort::FirstName},
        {u"lastName", ContactSort::LastName},
        {u"phoneNumber", ContactSort::Phone},
        {u"phone", ContactSort::Phone},
        {u"email", ContactSort::Email},
        {u"gender", ContactSort::Gender},
        {u"city", ContactSort::City},
        {u"province", ContactSort::Province},
        {u"region", ContactSort::Region},
        {u"createdAt", ContactSort::Created},
    };
    for (const auto &[known, sort] : names) {
        if (known == name)
            return sort;
    }
    return std::nullopt;
}

} // namespace Elenco::Practice
