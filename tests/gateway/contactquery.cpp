// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/contactquery.h"

#include "tests/gateway/refusal.h"

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

struct TextFilter {
    QStringView name;
    const char *sql;
};
// The reference's, in all dialects but U23.
constexpr TextFilter plainFilters[] = {
    {u"search", "holds(full_name, ?)"},
    {u"gender", "gender = ? COLLATE NOCASE"},
    {u"phoneNumber", "phone = ?"},
    {u"email", "email = ?"},
};
constexpr TextFilter memberFilters[] = {
    {u"lastContactType", "last_contact = ?"},
    {u"lastCampaignType", "last_campaign = ?"},
};
// U7 shows one of them, and has the keys of the others.
constexpr TextFilter keyFilters[] = {
    {u"city", "city = ? COLLATE NOCASE"},
    {u"province", "province = ? COLLATE NOCASE"},
    {u"firstName", "first_name = ? COLLATE NOCASE"},
    {u"lastName", "last_name = ? COLLATE NOCASE"},
};
// All that U23 has.
constexpr TextFilter moreFilters[] = {
    {u"region", "region = ? COLLATE NOCASE"},
    {u"city", "city = ? COLLATE NOCASE"},
    {u"firstName", "first_name = ? COLLATE NOCASE"},
    {u"lastName", "last_name = ? COLLATE NOCASE"},
    {u"phoneNumber", "phone = ?"},
    {u"email", "email = ?"},
};
// A custom field by its name, as text.
constexpr const char *customEquals = "CAST(json_extract(custom, ?) AS TEXT) = ?";
constexpr const char *customBefore = "CAST(json_extract(custom, ?) AS TEXT) < ?";

template <size_t count>
void addTexts(const TextFilter (&filters)[count], const Call &call, ContactFilter *filter, QStringList *unknown)
{
    for (const TextFilter &known : filters) {
        if (call.query.has(known.name))
            filter->conditions.append({known.sql, {call.query.value(known.name)}});
        unknown->removeAll(known.name);
    }
}

void addCustomFields(const Call &call, ContactFilter *filter, QStringList *unknown)
{
    const QStringList names = *unknown;
    for (const QString &name : names) {
        if (!name.startsWith("customFields."_L1))
            continue;
        QString field = name.mid(13);
        const bool isBefore = field.endsWith(".before"_L1);
        if (isBefore)
            field.chop(7);
        if (field.isEmpty() || field.contains(u'.') || field.contains(u'"'))
            continue;
        filter->conditions.append(
            {isBefore ? customBefore : customEquals, {u"$.\"%1\""_s.arg(field), call.query.value(name)}});
        unknown->removeAll(name);
    }
}

} // namespace

const QStringList &pagingParameters()
{
    static const QStringList names{u"page"_s,   u"limit"_s,  u"size"_s,
                                   u"offset"_s, u"sortBy"_s, u"sortOrder"_s,
                                   u"sort"_s,   u"order"_s,  u"sortPriorityListId"_s};
    return names;
}

ContactFilter contactFilterOf(const Service &service, const Call &call, bool isOfList)
{
    ContactFilter filter;
    QStringList unknown = call.query.names();
    if (service.manner.knowsMoreFilters) {
        addTexts(moreFilters, call, &filter, &unknown);
        addCustomFields(call, &filter, &unknown);
        unknown.removeIf([&service](const QString &name) {
            return name == u"limit" || name == u"offset" || name == QLatin1StringView(service.manner.sortParameter) ||
                   name == QLatin1StringView(service.manner.orderParameter);
        });
        if (!unknown.isEmpty())
            throw Refusal{400, "filter", u"Unknown filter field: %1"_s.arg(unknown.first())};
        return filter;
    }
    addTexts(plainFilters, call, &filter, &unknown);
    if (service.options.dialect == Dialect::Uc007)
        addTexts(keyFilters, call, &filter, &unknown);
    if (isOfList)
        addTexts(memberFilters, call, &filter, &unknown);
    if (call.query.has(u"listIds"))
        filter.inLists = listIdsIn(service, call, u"listIds");
    filter.notInLists = listIdsIn(service, call, u"notListIds");
    if (const std::optional<bool> valid = flagIn(
            call, QLatin1StringView(service.manner.validKey) == "valid"_L1 && call.query.has(u"valid") ? u"valid"
                                                                                                       : u"isValid"))
        filter.conditions.append(ContactFilter::Condition{*valid ? "valid" : "NOT valid", {}});
    if (const std::optional<bool> test = flagIn(call, u"isTest"))
        filter.conditions.append(ContactFilter::Condition{*test ? "is_test" : "NOT is_test", {}});
    if (call.query.has(u"communicationSupported")) {
        const int bits = channelBits(call.query.value(u"communicationSupported").split(u','));
        filter.conditions.append({"(channels & CAST(? AS INTEGER)) <> 0", {QString::number(bits)}});
    }
    return filter;
}

ContactOrder contactOrderOf(const Service &service, const Call &call)
{
    ContactOrder order;
    const QString by = QString::fromLatin1(service.manner.sortParameter);
    if (call.query.has(by)) {
        if (service.manner.knowsMoreFilters && call.query.value(by).startsWith("customFields."_L1))
            order.customField = call.query.value(by).mid(13);
        const std::optional<ContactSort> sort =
            order.customField.isEmpty() ? contactSortOfName(call.query.value(by)) : ContactSort::Id;
        if (!sort && service.manner.knowsMoreFilters)
            throw Refusal{400, "filter", u"Unknown filter field: %1"_s.arg(call.query.value(by))};
        order.sort = sort.value_or(ContactSort::FullName);
    }
    const QString direction = call.query.value(QString::fromLatin1(service.manner.orderParameter));
    order.isDescending = direction.compare(u"desc"_s, Qt::CaseInsensitive) == 0;
    order.priorityList = service.ids.listOf(call.query.value(u"sortPriorityListId"));
    return order;
}

} // namespace Elenco::Practice
