// SPDX-License-Identifier: Apache-2.0
#include "core/values/canonicalvalue.h"

#include "core/values/booltext.h"
#include "core/values/datetext.h"
#include "core/values/numbertext.h"

namespace Elenco {

std::optional<std::string> readCanonical(ValueKind kind, std::string_view text)
{
    if (text.empty())
        return std::string();
    switch (kind) {
    case ValueKind::Text: return std::string(text);
    case ValueKind::Number: return readPlainNumber(text);
    case ValueKind::Date: return isCanonicalDate(text) ? std::optional(std::string(text)) : std::nullopt;
    case ValueKind::Bool: return readBool(text);
    }
    return {};
}

} // namespace Elenco
