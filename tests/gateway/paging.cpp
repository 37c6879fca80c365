// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/paging.h"

#include "tests/gateway/jsonwriter.h"
#include "tests/gateway/refusal.h"

#include <algorithm>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

qint64 numberIn(const Call &call, QStringView name, qint64 least, qint64 otherwise)
{
    if (!call.query.has(name))
        return otherwise;
    bool isNumber = false;
    const qint64 number = call.query.value(name).toLongLong(&isNumber);
    if (!isNumber || number < least)
        throw Refusal{400, "filter", u"%1 is not a number from %2."_s.arg(name).arg(least)};
    return std::min<qint64>(number, 1'000'000'000);
}

int documentedMaximum(Dialect dialect)
{
    Options plain;
    plain.dialect = dialect;
    return mannerOf(plain).pageMaximum;
}

} // namespace

PageRequest PageRequest::of(const Service &service, const Call &call, Envelope envelope)
{
    PageRequest request;
    const int maximum = service.manner.pageMaximum;
    const QString size = QString::fromLatin1(service.manner.sizeParameter);
    const qint64 wanted = numberIn(call, size, 1, std::min(10, maximum));
    // One that gives fewer rows than its document says does so in silence.
    if (const int most = documentedMaximum(service.options.dialect); service.options.strict && wanted > most)
        throw Refusal{400, "filter", u"The maximum for %1 is %2"_s.arg(size).arg(most)};
    request.size = static_cast<int>(std::min<qint64>(wanted, maximum));
    if (envelope == Envelope::Offset) {
        request.offset = numberIn(call, u"offset", 0, 0);
    } else {
        const int first = service.manner.firstPage;
        // Page 0 where they count from 1: refused by the strict, the first for the others.
        request.page = std::max<qint64>(numberIn(call, u"page", service.options.strict ? first : 0, first), first);
        request.offset = (request.page - first) * request.size;
    }
    request.isDescending = call.query.value(u"sortOrder").compare(u"desc"_s, Qt::CaseInsensitive) == 0;
    return request;
}

QByteArray pageBytes(const Service &service, const Call &call, Envelope envelope, const PageRequest &page, qint64 total,
                     const std::function<void(JsonWriter &, qint64)> &row, qint64 listId)
{
    qint64 begin = page.offset;
    if (call.pageFault == Fault::ShiftedPage) // early or late by one, in turn
        begin = begin == 0 || call.request.number % 2 == 0 ? begin + 1 : begin - 1;
    if (call.pageFault == Fault::EmptyList)
        total = 0;
    begin = std::min(begin, total);
    qint64 end = std::min(begin + page.size, total);
    if (call.pageFault == Fault::ShortPage)
        end = begin + (end - begin) / 2;
    const qint64 pages = (total + page.size - 1) / page.size;

    JsonWriter json;
    json.reserve((end - begin) * 512 + 256);
    const auto rows = [&] {
        json.beginArray();
        for (qint64 i = begin; i < end; ++i)
            row(json, i);
        json.endArray();
    };
    switch (envelope) {
    case Envelope::Array: rows(); return json.bytes();
    case Envelope::Content:
        json.beginObject().key("content");
        rows();
        json.key("totalElements").value(total).key("totalPages").value(pages);
        json.key("page").value(page.page).key("size").value(page.size);
        break;
    case Envelope::Offset:
        json.beginObject().key("contacts");
        rows();
        json.key("total").value(total).key("limit").value(page.size).key("offset").value(page.offset);
        break;
    case Envelope::Members:
        json.beginObject();
        if (listId != 0) {
            json.key("listId");
            service.ids.writeList(json, listId);
        }
        json.key("contacts");
        rows();
        json.key("total").value(total).key("page").value(page.page).key("totalPages").value(pages);
        json.key("hasMore").value(page.page - service.manner.firstPage + 1 < pages);
        break;
    }
    return json.endObject().bytes();
}

} // namespace Elenco::Practice
