// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/wholename.h"

#include "core/values/fullname.h"
#include "gateway/json/contactjson.h"

namespace Elenco {

namespace {

struct Parts {
    QString first, last;
};

Parts partsOf(const QString &whole)
{
    const QByteArray utf8 = whole.toUtf8();
    const std::string_view text(utf8.constData(), size_t(utf8.size()));
    const SplitName split = splitFullName(text, false);
    Parts parts{QString::fromStdString(split.first), QString::fromStdString(split.last)};
    // "Avv. Jr." is all that is known of somebody.
    if (parts.first.isEmpty() && parts.last.isEmpty())
        parts.first = whole.simplified();
    return parts;
}

} // namespace

void NameHabit::learn(Capabilities &known) const
{
    if (isInParts)
        known.wholeNames = Known::No;
    else if (isWhole)
        known.wholeNames = Known::Yes;
}

RemoteContact namedContactFromJson(JsonValue value, Misfit &misfit, NameHabit &habit)
{
    RemoteContact contact = contactFromJson(value, misfit);
    if (contact.firstName || contact.lastName) {
        habit.isInParts = true;
    } else if (contact.fullName) {
        habit.isWhole = true;
        const Parts parts = partsOf(*contact.fullName);
        contact.firstName = parts.first;
        contact.lastName = parts.last;
    }
    return contact;
}

QString wholeNameOf(const QString &firstName, const QString &lastName, const QString &given)
{
    if (!given.isEmpty()) {
        const Parts parts = partsOf(given);
        if (parts.first == firstName && parts.last == lastName)
            return given;
    }
    return QString(firstName + QLatin1Char(' ') + lastName).trimmed();
}

} // namespace Elenco
