// SPDX-License-Identifier: Apache-2.0
#include "sync/records/listfields.h"

namespace Elenco {

ListFields fieldsOf(const RemoteList &list, const ListFields &known)
{
    return {list.name, list.description.value_or(known.description), list.isTest.value_or(known.isTest)};
}

ListFields merged(const ListFields &base, const ListFields &here, const ListFields &there)
{
    return {here.name != base.name ? here.name : there.name,
            here.description != base.description ? here.description : there.description,
            here.isTest != base.isTest ? here.isTest : there.isTest};
}

ListFields settledBase(ListFields base, const std::optional<ListFields> &sent, const ListFields &there)
{
    if (!sent)
        return base;
    const auto settle = [](auto &field, const auto &left, const auto &seen) {
        if (seen == left)
            field = left;
    };
    settle(base.name, sent->name, there.name);
    settle(base.description, sent->description, there.description);
    settle(base.isTest, sent->isTest, there.isTest);
    return base;
}

ListChange changeTo(const ListFields &wanted, const ListFields &there)
{
    ListChange change;
    if (wanted.name != there.name)
        change.name = wanted.name;
    if (wanted.description != there.description)
        change.description = wanted.description;
    if (wanted.isTest != there.isTest)
        change.isTest = wanted.isTest;
    return change;
}

} // namespace Elenco
