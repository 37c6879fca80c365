// SPDX-License-Identifier: Apache-2.0
#include "models/sync/statewords.h"

#include "core/packing.h"
#include "importing/columnmapping.h"
#include "models/contacts/contactcolumns.h"
#include "phone/phonedisplay.h"
#include "store/contacts/contactstate.h"

namespace Elenco {

QString stateLabel(std::string_view key)
{
    for (const FieldInfo &info : fieldTable()) {
        if (key == info.key)
            return fieldLabel(info.field);
    }
    if (const CustomKey custom = parseCustomKey(key); !custom.name.empty())
        return customFieldLabel(QString::fromUtf8(custom.name));
    return key == "tags" ? ColumnTarget::fromKey(QStringLiteral("tags")).label() : QString();
}

QString stateText(std::string_view key, std::string_view value)
{
    if (const CustomKey custom = parseCustomKey(key); !custom.name.empty())
        return value.empty()
                   ? QString()
                   : displayText(CustomValue{QString::fromUtf8(custom.name), custom.kind, QString::fromUtf8(value)});
    if (key != "tags")
        return key == "phoneNumber" ? displayPhone(QString::fromUtf8(value)) : QString::fromUtf8(value);
    QStringList tags;
    for (std::string_view tag : unpacked(value))
        tags.append(QString::fromUtf8(tag));
    return tags.join(QStringLiteral(", "));
}

} // namespace Elenco
