// SPDX-License-Identifier: Apache-2.0
#include "models/sync/statewords.h"

#include "core/packing.h"
#include "importing/columnmapping.h"
#include "models/contacts/contactcolumns.h"
#include "phone/phonedisplay.h"
#include "store/contacts/contactstate.h"

namespace Elenco {

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

QString stateLabel(std::string_view key)
{
    for (const FieldInfo &info : fieldTable()) {
        if (key == info.key)
            return fieldLabel(info.field);
    }
    if (const CustomKey custom = parseCustomKey(key); !custom.name.empty())
        return customFieldLabel(text(custom.name));
    return key == "tags" ? ColumnTarget::fromKey(QStringLiteral("tags")).label() : QString();
}

QString stateText(std::string_view key, std::string_view value)
{
    if (const CustomKey custom = parseCustomKey(key); !custom.name.empty())
        return value.empty() ? QString() : displayText(CustomValue{text(custom.name), custom.kind, text(value)});
    if (key != "tags")
        return key == "phoneNumber" ? displayPhone(text(value)) : text(value);
    QStringList tags;
    for (std::string_view tag : unpacked(value))
        tags.append(text(tag));
    return tags.join(QStringLiteral(", "));
}

} // namespace Elenco
