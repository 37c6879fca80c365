// SPDX-License-Identifier: Apache-2.0
#include "core/values/booltext.h"

#include "core/textfold.h"
#include "core/values/blanks.h"

namespace Elenco {

std::optional<std::string> readBool(std::string_view text)
{
    const std::string folded = foldText(trimmed(text));
    for (std::string_view yes : {"true", "yes", "y", "si", "s", "vero", "ja", "oui", "1", "x"}) {
        if (folded == yes)
            return "true";
    }
    for (std::string_view no : {"false", "no", "n", "falso", "nein", "non", "0"}) {
        if (folded == no)
            return "false";
    }
    return {};
}

} // namespace Elenco
