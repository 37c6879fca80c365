// SPDX-License-Identifier: Apache-2.0
#include "core/filter/scopes.h"

namespace Elenco {

using namespace Qt::StringLiterals;

Filter importedRecently()
{
    return Filter::condition(u"recent"_s, u"yes"_s);
}

Filter needingAttention()
{
    return Filter::condition(u"valid"_s, u"no"_s);
}

Filter membersOf(ListId list)
{
    return Filter::condition(u"listid"_s, QString::number(list.value));
}

ListId listOfScope(const Filter &scope)
{
    const bool isList = scope.kind == Filter::Kind::Condition && scope.key == "listid"_L1 &&
                        scope.comparison == Filter::Comparison::Is && scope.values.size() == 1;
    return isList ? ListId(scope.values.first().toLongLong()) : ListId();
}

} // namespace Elenco
