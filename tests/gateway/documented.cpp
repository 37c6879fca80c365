// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/documented.h"

#include <QJsonObject>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

// The list reference, "Cerca contatti in una lista contatti" and "Cerca liste contatti".
const QStringList &referenceContacts()
{
    static const QStringList names{
        u"listIds"_s, u"search"_s,      u"gender"_s,          u"isValid"_s, u"isTest"_s, u"communicationSupported"_s,
        u"email"_s,   u"phoneNumber"_s, u"lastContactType"_s, u"page"_s,    u"limit"_s,  u"lastCampaignType"_s,
        u"sortBy"_s,  u"sortOrder"_s};
    return names;
}

const QStringList &referenceLists()
{
    static const QStringList names{u"search"_s, u"id"_s,    u"contactIds"_s, u"isTest"_s,   u"includeDeleted"_s,
                                   u"page"_s,   u"limit"_s, u"sortBy"_s,     u"sortOrder"_s};
    return names;
}

Refusal unknown(const Service &service, const QString &name, const char *field, const QString &what)
{
    if (service.options.isQuiet)
        return {400, "request", u"The request is not valid"_s};
    if (service.manner.errors == ErrorShape::Fail)
        return {400, field, u"Unknown %1: %2"_s.arg(what, name)};
    return {400, field, u"%1 is not known"_s.arg(name)};
}

} // namespace

QStringList documentedParameters(Dialect dialect, Question question)
{
    const bool isContacts = question == Question::Contacts || question == Question::Members;
    switch (dialect) {
    case Dialect::Reference: return isContacts ? referenceContacts() : referenceLists();
    case Dialect::Uc007:
        if (isContacts)
            return {u"page"_s,     u"size"_s,  u"city"_s,   u"province"_s, u"firstName"_s,
                    u"lastName"_s, u"email"_s, u"gender"_s, u"valid"_s,    u"phoneNumber"_s};
        return {u"page"_s, u"size"_s};
    case Dialect::Uc020:
        if (question == Question::Members)
            return {u"limit"_s, u"page"_s, u"name"_s, u"phoneNumber"_s, u"email"_s, u"tags"_s};
        return isContacts ? referenceContacts() : QStringList{u"page"_s, u"limit"_s};
    case Dialect::Uc023:
        if (isContacts)
            return {u"region"_s,      u"city"_s,  u"firstName"_s, u"lastName"_s, u"email"_s,
                    u"phoneNumber"_s, u"limit"_s, u"offset"_s,    u"sort"_s,     u"order"_s};
        return referenceLists();
    }
    return {};
}

QStringList documentedContactKeys(Dialect dialect)
{
    switch (dialect) {
    case Dialect::Reference:
    case Dialect::Uc007:
        return {u"firstName"_s, u"lastName"_s, u"phoneNumber"_s, u"email"_s,
                u"gender"_s,    u"city"_s,     u"province"_s,    u"customFields"_s};
    case Dialect::Uc020: return {u"name"_s, u"phoneNumber"_s, u"email"_s, u"tags"_s, u"customFields"_s};
    case Dialect::Uc023:
        return {u"firstName"_s, u"lastName"_s, u"phoneNumber"_s, u"email"_s, u"region"_s, u"city"_s, u"customFields"_s};
    }
    return {};
}

QStringList documentedListKeys(Dialect dialect)
{
    return dialect == Dialect::Reference ? QStringList{u"name"_s, u"description"_s, u"isTest"_s}
                                         : QStringList{u"name"_s, u"description"_s};
}

QStringList documentedUploadFields(Dialect dialect, bool isCards)
{
    if (isCards && dialect == Dialect::Uc020)
        return {u"file"_s, u"listId"_s, u"listName"_s, u"duplicateStrategy"_s, u"tags"_s};
    return {u"file"_s, u"listId"_s};
}

void demandParameters(const Service &service, const Call &call, const QStringList &known)
{
    if (!service.options.strict)
        return;
    for (const QString &name : call.query.names()) {
        const bool isCustom = service.manner.knowsMoreFilters && name.startsWith("customFields."_L1);
        if (!known.contains(name) && !isCustom)
            throw unknown(service, name, "filter", u"filter field"_s);
    }
}

void demandKeys(const Service &service, const QJsonObject &object, const QStringList &known, const char *field)
{
    if (!service.options.strict)
        return;
    for (const QString &name : object.keys()) {
        if (!known.contains(name))
            throw unknown(service, name, field, u"field"_s);
    }
}

} // namespace Elenco::Practice
