// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/manner.h"

namespace Elenco::Practice {

namespace {

Manner reference()
{
    Manner manner;
    manner.duplicateStatus = 400;
    manner.answersDeletes = false;
    return manner;
}

Manner uc007()
{
    Manner manner;
    manner.dialect = Dialect::Uc007;
    manner.validKey = "isValid";
    manner.hasStatusWords = true;
    manner.members = Envelope::Members;
    manner.sizeParameter = "size";
    manner.errors = ErrorShape::Code;
    manner.added = AddedShape::Added;
    manner.timeFormat = "yyyy-MM-ddThh:mm:ss'+00:00'";
    manner.oneStepTables = false;
    manner.listKey = "contactListId";
    manner.importsWhatFits = true;
    manner.exportIdKey = "";
    manner.exportDelimiter = ';';
    manner.exportHasMark = true;
    return manner;
}

Manner uc020()
{
    Manner manner;
    manner.dialect = Dialect::Uc020;
    manner.idSeparator = "_";
    manner.contactIdKey = "contactId";
    manner.nameKey = "name";
    manner.phoneKey = "phone";
    manner.validKey = "isValid";
    manner.showsTags = true;
    manner.contacts = manner.members = manner.others = Envelope::Array;
    manner.errors = ErrorShape::Fail;
    manner.isChunked = true;
    manner.timeFormat = "yyyy-MM-ddThh:mm:ss.zzz'Z'";
    manner.oneStepCards = true;
    manner.knowsStrategies = true;
    manner.completesNumbers = true;
    manner.shortQuota = true;
    manner.exportIdKey = "exportId";
    manner.showsAvailability = false;
    manner.exportDelimiter = '\t';
    return manner;
}

Manner uc023()
{
    Manner manner;
    manner.dialect = Dialect::Uc023;
    manner.idSeparator = "-";
    manner.nameKey = "name";
    manner.showsLists = true;
    manner.contacts = manner.members = Envelope::Offset;
    manner.pageMaximum = 100;
    manner.knowsMoreFilters = true;
    manner.errors = ErrorShape::Fail;
    manner.added = AddedShape::Counts;
    manner.refusesBodylessDelete = true;
    manner.oneStepTables = false;
    manner.exportDelimiter = ';';
    return manner;
}

constexpr std::pair<QStringView, Dialect> dialects[] = {{u"reference", Dialect::Reference},
                                                        {u"uc007", Dialect::Uc007},
                                                        {u"uc020", Dialect::Uc020},
                                                        {u"uc023", Dialect::Uc023}};
constexpr std::pair<QStringView, Plan> plans[] = {
    {u"production", Plan::Production}, {u"trial", Plan::Trial}, {u"unlimited", Plan::Unlimited}};

template <typename Value, size_t count>
std::optional<Value> byName(const std::pair<QStringView, Value> (&table)[count], QStringView name)
{
    for (const auto &[known, value] : table) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

template <typename Value, size_t count>
QString nameIn(const std::pair<QStringView, Value> (&table)[count], Value value)
{
    for (const auto &[name, known] : table) {
        if (known == value)
            return name.toString();
    }
    return {};
}

} // namespace

Manner mannerOf(Dialect dialect)
{
    switch (dialect) {
    case Dialect::Reference: return reference();
    case Dialect::Uc007: return uc007();
    case Dialect::Uc020: return uc020();
    case Dialect::Uc023: return uc023();
    }
    return {};
}

std::optional<Dialect> dialectOfName(QStringView name)
{
    return byName(dialects, name);
}

std::optional<Plan> planOfName(QStringView name)
{
    return byName(plans, name);
}

QString dialectName(Dialect dialect)
{
    return nameIn(dialects, dialect);
}

QString planName(Plan plan)
{
    return nameIn(plans, plan);
}

} // namespace Elenco::Practice
