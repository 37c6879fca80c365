// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/ftstext.h"

namespace Elenco {

std::string ftsText(const WordNeeds &needs)
{
    if (needs.kind == WordNeeds::Kind::Beginning)
        return '"' + needs.beginning + "\"*";
    std::string text;
    for (const WordNeeds &part : needs.parts) {
        if (!text.empty())
            text += needs.kind == WordNeeds::Kind::All ? " AND " : " OR ";
        text += part.parts.size() > 1 ? '(' + ftsText(part) + ')' : ftsText(part);
    }
    return text;
}

} // namespace Elenco
