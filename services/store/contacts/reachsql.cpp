// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/reachsql.h"

#include "core/reach.h"

namespace Elenco {

const std::string &kindsThatTakeSms()
{
    static const std::string kinds = [] {
        std::string list;
        for (int kind = 0; kind <= static_cast<int>(LineKind::Voicemail); ++kind) {
            if (takesSms(static_cast<LineKind>(kind)))
                list += (list.empty() ? "" : ",") + std::to_string(kind);
        }
        return list;
    }();
    return kinds;
}

} // namespace Elenco
