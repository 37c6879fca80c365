// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/listcalls.h"

#include "tests/gateway/contactcalls.h"
#include "tests/gateway/documented.h"
#include "tests/gateway/jsonwriter.h"
#include "tests/gateway/paging.h"

#include <QJsonObject>

#include <algorithm>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

void writeList(JsonWriter &json, const Service &service, const List &list, bool showsIsTest)
{
    json.beginObject().key("id");
    service.ids.writeList(json, list.id);
    json.key("name").value(list.name).key("description").value(list.description);
    if (showsIsTest)
        json.key("isTest").value(list.isTest);
    json.key("contactCount").value(service.state.lists().memberCount(list.id));
    const QByteArray created = timeText(service.manner, list.createdAt.toMSecsSinceEpoch());
    json.key("createdAt").value(created);
    json.endObject();
}

// "…and whether it is marked as a test list" is what the reference says of a list by id.
Answer oneList(const Service &service, qint64 id, int status, bool isRead = false)
{
    JsonWriter json;
    writeList(json, service, *service.state.list(id), isRead || service.manner.showsIsTest);
    return {status, json.bytes(), "application/json", {}};
}

// name, description, isTest as far as the body names them.
void takeList(const Service &service, const Call &call, List *list)
{
    const QJsonObject object = objectOf(call);
    demandKeys(service, object, documentedListKeys(service.options.dialect), "list");
    const auto text = [&object](QLatin1StringView key, QString *value) {
        const QJsonValue given = object.value(key);
        if (given.isUndefined())
            return;
        if (!given.isString() && !given.isNull())
            throw Refusal{400, "list", u"%1 is not a text."_s.arg(key)};
        *value = given.toString().trimmed();
    };
    text("name"_L1, &list->name);
    text("description"_L1, &list->description);
    const QJsonValue isTest = object.value("isTest"_L1);
    if (!isTest.isUndefined() && !isTest.isBool())
        throw Refusal{400, "list", u"isTest is not true or false."_s};
    list->isTest = isTest.toBool(list->isTest);
    if (list->name.isEmpty())
        throw Refusal{400, "list", u"name is required."_s};
}

QList<List> foundLists(const Service &service, const Call &call, bool withTombstones)
{
    QList<List> lists = service.state.allLists(withTombstones);
    if (call.query.has(u"search")) {
        const QString text = call.query.value(u"search");
        lists.removeIf([&text](const List &list) {
            return !list.name.contains(text, Qt::CaseInsensitive) &&
                   !list.description.contains(text, Qt::CaseInsensitive);
        });
    }
    if (call.query.has(u"id")) {
        const QList<qint64> ids = listIdsIn(service, call, u"id");
        lists.removeIf([&ids](const List &list) { return !ids.contains(list.id); });
    }
    if (call.query.has(u"contactIds")) {
        const QList<qint64> ids = service.state.lists().listsHolding(contactIdsIn(service, call, u"contactIds"));
        lists.removeIf([&ids](const List &list) { return !ids.contains(list.id); });
    }
    if (const std::optional<bool> isTest = flagIn(call, u"isTest"))
        lists.removeIf([isTest](const List &list) { return list.isTest != *isTest; });
    return lists;
}

void sortLists(const Service &service, const Call &call, QList<List> *lists)
{
    const QString by = call.query.value(u"sortBy");
    ListTable &table = service.state.lists();
    const auto compare = [&](const List &a, const List &b) -> qint64 {
        if (by == u"id")
            return 0;
        if (by == u"createdAt")
            return b.createdAt.msecsTo(a.createdAt);
        if (by == u"contactCount")
            return table.memberCount(a.id) - table.memberCount(b.id);
        return a.name.compare(b.name, Qt::CaseInsensitive);
    };
    std::sort(lists->begin(), lists->end(), [&compare](const List &a, const List &b) {
        const qint64 difference = compare(a, b);
        return difference != 0 ? difference < 0 : a.id < b.id;
    });
}

} // namespace

List demandList(const Service &service, qint64 id, const QString &text)
{
    const std::optional<List> list = service.state.list(id);
    if (!list)
        throw Refusal{404, "listId", u"Contact list not found: %1"_s.arg(text)};
    return *list;
}

Answer pageOfLists(Service &service, const Call &call)
{
    demandParameters(service, call, documentedParameters(service.options.dialect, Question::Lists));
    const bool withTombstones = flagIn(call, u"includeDeleted").value_or(false);
    QList<List> lists = foundLists(service, call, withTombstones);
    sortLists(service, call, &lists);
    const PageRequest page = PageRequest::of(service, call, service.manner.others);
    if (page.isDescending)
        std::reverse(lists.begin(), lists.end());
    const auto row = [&](JsonWriter &json, qint64 index) {
        writeList(json, service, lists[index], service.manner.showsIsTest);
    };
    return {200, pageBytes(service, call, service.manner.others, page, lists.size(), row), "application/json", {}};
}

Answer createList(Service &service, const Call &call)
{
    List list;
    takeList(service, call, &list);
    return oneList(service, service.state.lists().add(list), 201);
}

Answer readList(Service &service, const Call &call)
{
    return oneList(service, demandList(service, service.ids.listOf(call.id), call.id).id, 200, true);
}

Answer changeList(Service &service, const Call &call)
{
    List list = demandList(service, service.ids.listOf(call.id), call.id);
    if (service.options.replacingPut) {
        list.description.clear();
        list.isTest = false;
    }
    takeList(service, call, &list);
    service.state.changeList(list);
    return oneList(service, list.id, 200);
}

Answer deleteLists(Service &service, const Call &call)
{
    demandParameters(service, call, {u"ids"_s});
    const QList<qint64> ids = listIdsIn(service, call, u"ids");
    if (ids.isEmpty())
        throw Refusal{400, "listId", u"ids is required."_s};
    int deleted = 0;
    for (const qint64 id : ids)
        deleted += service.state.removeList(id);
    if (!service.manner.answersDeletes)
        return {};
    JsonWriter json;
    json.beginObject().key("deleted").value(deleted).endObject();
    return {200, json.bytes(), "application/json", {}};
}

Answer pageOfMembers(Service &service, const Call &call)
{
    return contactsPage(service, call, demandList(service, service.ids.listOf(call.id), call.id).id);
}

} // namespace Elenco::Practice
