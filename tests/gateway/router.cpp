// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/router.h"

#include "tests/gateway/campaigncalls.h"
#include "tests/gateway/contactcalls.h"
#include "tests/gateway/database.h"
#include "tests/gateway/exportcalls.h"
#include "tests/gateway/listcalls.h"
#include "tests/gateway/membershipcalls.h"
#include "tests/gateway/orders.h"
#include "tests/gateway/subscriptioncalls.h"
#include "tests/gateway/uploadcalls.h"

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

// The two halves of the API begin in different ways; the reference has them so.
constexpr QLatin1StringView contactsPrefix("/api/partner-gateway/v1");
constexpr QLatin1StringView subscriptionPrefix("/api/v1/partner-gateway");

struct Route {
    QLatin1StringView method, prefix, path;
    Answer (*carryOut)(Service &, const Call &);
};
// A literal segment is found before "{id}", so the order does not matter but for the reader.
const Route routes[] = {
    {"GET"_L1, contactsPrefix, "/contacts"_L1, pageOfContacts},
    {"POST"_L1, contactsPrefix, "/contacts"_L1, createContact},
    {"DELETE"_L1, contactsPrefix, "/contacts"_L1, deleteContacts},
    {"GET"_L1, contactsPrefix, "/contacts/list"_L1, pageOfLists},
    {"POST"_L1, contactsPrefix, "/contacts/list"_L1, createList},
    {"DELETE"_L1, contactsPrefix, "/contacts/list"_L1, deleteLists},
    {"POST"_L1, contactsPrefix, "/contacts/list/contacts"_L1, addMembers},
    {"DELETE"_L1, contactsPrefix, "/contacts/list/contacts"_L1, removeMembers},
    {"DELETE"_L1, contactsPrefix, "/contacts/list/contacts/{id}"_L1, removeAssociation},
    {"GET"_L1, contactsPrefix, "/contacts/list/{id}"_L1, readList},
    {"PUT"_L1, contactsPrefix, "/contacts/list/{id}"_L1, changeList},
    {"GET"_L1, contactsPrefix, "/contacts/list/{id}/contacts"_L1, pageOfMembers},
    {"POST"_L1, contactsPrefix, "/contacts/upload"_L1, uploadTable},
    {"POST"_L1, contactsPrefix, "/contacts/upload/vcard"_L1, uploadCards},
    {"POST"_L1, contactsPrefix, "/contacts/mapped/file"_L1, commitTable},
    {"POST"_L1, contactsPrefix, "/contacts/mapped/vcard"_L1, commitCards},
    {"GET"_L1, contactsPrefix, "/contacts/{id}"_L1, readContact},
    {"PUT"_L1, contactsPrefix, "/contacts/{id}"_L1, changeContact},
    {"DELETE"_L1, contactsPrefix, "/contacts/{id}"_L1, deleteContact},
    {"GET"_L1, contactsPrefix, "/campaigns"_L1, pageOfCampaigns},
    {"POST"_L1, contactsPrefix, "/campaigns"_L1, createCampaign},
    {"GET"_L1, contactsPrefix, "/campaigns/{id}"_L1, readCampaign},
    {"PUT"_L1, contactsPrefix, "/campaigns/{id}"_L1, changeCampaign},
    {"POST"_L1, contactsPrefix, "/campaigns/{id}/confirm"_L1, confirmCampaign},
    {"POST"_L1, contactsPrefix, "/exports/contacts"_L1, orderExport},
    {"GET"_L1, contactsPrefix, "/exports"_L1, pageOfExports},
    {"GET"_L1, contactsPrefix, "/exports/{id}"_L1, exportAddress},
    {"POST"_L1, contactsPrefix, "/exports/{id}"_L1, orderExportAgain},
    {"GET"_L1, subscriptionPrefix, "/subscription"_L1, readSubscription},
    {"GET"_L1, subscriptionPrefix, "/subscription/contacts"_L1, readQuota},
    {"GET"_L1, subscriptionPrefix, "/subscription/credit"_L1, readCredit},
};

// How many segments stand for themselves; -1 when the path is another.
int likeness(QStringView pattern, QStringView path, QString *id = nullptr)
{
    const QList<QStringView> wanted = pattern.split(u'/'), segments = path.split(u'/');
    if (wanted.size() != segments.size())
        return -1;
    int literal = 0;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i] == u"{id}" && !segments[i].isEmpty()) {
            if (id)
                *id = segments[i].toString();
        } else if (wanted[i] == segments[i]) {
            ++literal;
        } else {
            return -1;
        }
    }
    return literal;
}

const Route *routeOf(QStringView method, const QString &path)
{
    const Route *best = nullptr;
    int bestLikeness = -1;
    for (const Route &route : routes) {
        if ((!method.isEmpty() && method != route.method) || !path.startsWith(route.prefix))
            continue;
        const int like = likeness(QString(route.path), QStringView(path).mid(route.prefix.size()));
        if (like > bestLikeness) {
            best = &route;
            bestLikeness = like;
        }
    }
    return best;
}

} // namespace

void Router::name(Request *request)
{
    for (const QLatin1StringView prefix : {contactsPrefix, subscriptionPrefix}) {
        if (request->path.startsWith(prefix))
            request->apiPath = request->path.mid(prefix.size());
    }
    if (const Route *route = routeOf(QString::fromLatin1(request->method), request->path))
        request->call = route->method + u' ' + route->path;
}

Answer Router::carryOut(Service &service, const Call &call)
{
    const Request &request = call.request;
    const Route *route = routeOf(QString::fromLatin1(request.method), request.path);
    if (!route) {
        if (routeOf({}, request.path))
            return answerOf({405, "method", u"This path knows no %1."_s.arg(QLatin1StringView(request.method))},
                            service.manner);
        return answerOf({404, "path", u"There is no %1."_s.arg(request.path)}, service.manner);
    }
    Call named = call;
    likeness(QString(route->path), QStringView(request.path).mid(route->prefix.size()), &named.id);
    Database &database = service.state.database();
    const qint64 changesBefore = database.totalChanges();
    const auto refused = [&](const Refusal &refusal) {
        if (database.totalChanges() != changesBefore)
            service.state.orders().clear(); // they know of rows that were taken back
        return answerOf(refusal, service.manner);
    };
    try {
        Savepoint whole(database);
        const Answer answer = route->carryOut(service, named);
        whole.commit();
        return answer;
    } catch (const Refusal &refusal) {
        return refused(refusal);
    } catch (const DatabaseFailure &failure) {
        return refused({500, "server", failure.message});
    }
}

} // namespace Elenco::Practice
