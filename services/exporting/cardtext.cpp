// SPDX-License-Identifier: Apache-2.0
#include "exporting/cardtext.h"

#include "formats/keptlines.h"

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

// RFC 6350 section 3.3: a name has letters, digits and hyphens only.
std::string extensionName(const QString &field)
{
    std::string name = field.startsWith("X-"_L1, Qt::CaseInsensitive) ? "" : "X-";
    for (QChar c : field.toUpper())
        name += c.unicode() < 0x80 && c.isLetterOrNumber() ? c.toLatin1() : '-';
    return name;
}

// "phone2" is a number of the person, "phoneType" says something about one.
bool isFurther(const QString &name, QLatin1StringView series)
{
    return name.startsWith(series) && name.size() == series.size() + 1 && name.back().isDigit();
}

} // namespace

CardText cardOf(const Contact &contact)
{
    CardText card;
    card.n = {contact.lastName.toStdString(), contact.firstName.toStdString(), {}, {}, {}};
    if (!contact.phoneNumber.isEmpty())
        card.tel.push_back(
            {contact.phoneNumber.toStdString(), {contact.lineKind == LineKind::FixedLine ? "voice" : "cell"}});
    if (!contact.email.isEmpty())
        card.email.push_back({contact.email.toStdString(), {}});
    card.gender = contact.gender.toStdString();
    for (const QString &tag : contact.tags)
        card.categories.push_back(tag.toStdString());
    AddressText address;
    address.parts[3] = contact.city.toStdString();
    address.parts[4] = contact.province.toStdString();
    if (!contact.region.isEmpty())
        card.extensions.emplace_back("X-REGION", contact.region.toStdString());
    for (const CustomValue &value : contact.customFields) {
        const std::string text = value.text.toStdString();
        const QString &name = value.name;
        if (name == "company"_L1)
            card.org.insert(card.org.begin(), text);
        else if (name == "department"_L1)
            card.org.resize(std::max<size_t>(card.org.size(), 1)), card.org.push_back(text);
        else if (name == "jobTitle"_L1)
            card.title.push_back(text);
        else if (name == "address"_L1)
            address.parts[2] = text;
        else if (name == "postalCode"_L1)
            address.parts[5] = text;
        else if (name == "country"_L1)
            address.parts[6] = text;
        else if (name == "birthday"_L1)
            card.bday = text;
        else if (name == "nickname"_L1)
            card.nickname.push_back(text);
        else if (name == "notes"_L1)
            card.note.push_back(text);
        else if (name == "website"_L1)
            card.url.push_back(text);
        else if (name == "middleName"_L1)
            card.n[2] = text;
        else if (name == "prefix"_L1)
            card.n[3] = text;
        else if (name == "suffix"_L1)
            card.n[4] = text;
        else if (isFurther(name, "phone"_L1))
            card.tel.push_back({text, {}});
        else if (name == "fax"_L1)
            card.tel.push_back({text, {"fax"}});
        else if (isFurther(name, "email"_L1))
            card.email.push_back({text, {}});
        else
            card.extensions.emplace_back(extensionName(name), text);
    }
    if (std::any_of(address.parts.begin(), address.parts.end(), [](const std::string &part) { return !part.empty(); }))
        card.adr.push_back(std::move(address));
    card.unknownProperties = contact.unknownProperties.toStdString();
    restoreKept(card);
    return card;
}

} // namespace Elenco
