// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/manner.h"

namespace Elenco::Practice {

namespace {

using namespace ContactKey;

// UC-007's answer to a creation: what fills the gap wherever a document is silent.
constexpr quint32 created = FirstName | LastName | Phone | Email | Gender | City | Province | Valid | Created;

Manner reference()
{
    Manner manner;
    manner.validKey = "isValid";
    manner.listed = FirstName | LastName | Phone | Email | Valid;
    manner.shown = created | Name | Region | CustomFields | Rest;
    manner.further = Extra;
    manner.showsIsTest = true;
    manner.duplicateStatus = 400;
    manner.answersDeletes = false;
    return manner;
}

Manner uc007()
{
    Manner manner;
    manner.dialect = Dialect::Uc007;
    manner.listed = FirstName | LastName | Phone | Email | Valid;
    manner.shown = created;
    manner.further = Region | CustomFields | Extra;
    manner.hasStatusWords = true;
    manner.sizeParameter = "size";
    manner.errors = ErrorShape::Code;
    manner.added = AddedShape::Added;
    manner.oneStepTables = false;
    manner.previewRows = 2;
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
    manner.listed = manner.shown = Name | Phone | Email | Tags | Created;
    manner.further = Gender | City | Province | Region | CustomFields | Extra;
    manner.hasWholeName = true;
    manner.contacts = manner.members = Envelope::Members;
    manner.firstPage = 1;
    manner.errors = ErrorShape::Fail;
    manner.isChunked = true;
    manner.timeFormat = "yyyy-MM-ddThh:mm:ss'+02:00'";
    manner.hoursFromUtc = 2;
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
    manner.listed = FirstName | LastName | Phone | Email | Region | CustomFields;
    manner.shown = created | Region | CustomFields;
    manner.further = Lists | Extra;
    manner.contacts = manner.members = Envelope::Offset;
    manner.pageMaximum = 100;
    manner.knowsMoreFilters = true;
    manner.sortParameter = "sort";
    manner.orderParameter = "order";
    manner.errors = ErrorShape::Fail;
    manner.added = AddedShape::Counts;
    manner.pairsOneList = true;
    manner.deletesByPath = true;
    manner.timeFormat = "yyyy-MM-ddThh:mm:ss'+02:00'";
    manner.hoursFromUtc = 2;
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

Manner mannerOf(const Options &options)
{
    Manner manner;
    switch (options.dialect) {
    case Dialect::Reference: manner = reference(); break;
    case Dialect::Uc007: manner = uc007(); break;
    case Dialect::Uc020: manner = uc020(); break;
    case Dialect::Uc023: manner = uc023(); break;
    }
    const bool isWhole = options.listing == Listing::AsDialect ? options.dialect == Dialect::Reference
                                                               : options.listing == Listing::Whole;
    if (isWhole)
        manner.listed = manner.shown;
    manner.listsFurther = isWhole;
    if (options.bareArrays)
        manner.contacts = manner.members = manner.others = Envelope::Array;
    manner.firstPage = options.firstPage.value_or(manner.firstPage);
    manner.pageMaximum = options.pageMaximum.value_or(manner.pageMaximum);
    return manner;
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
