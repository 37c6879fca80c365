// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/download.h"

#include "tests/gateway/contactfilter.h"
#include "tests/gateway/orders.h"

#include <QDateTime>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

// As the storage behind such addresses answers: not in the API's words.
Answer denied(int status, const QByteArray &code)
{
    return {status,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code></Error>\n",
            "application/xml",
            {}};
}

void appendCell(QByteArray &csv, std::string_view text)
{
    const auto size = static_cast<qsizetype>(text.size());
    if (text.find_first_of("\"\r\n\t;,") == std::string_view::npos) {
        csv.append(text.data(), size);
        return;
    }
    csv += '"' + QByteArray(text.data(), size).replace('"', "\"\"") + '"';
}

QByteArray fileOf(Service &service, const Export &order)
{
    ContactFilter filter;
    if (!order.listIds.isEmpty())
        filter.inLists = order.listIds;
    const char delimiter = service.manner.exportDelimiter;
    static constexpr std::string_view names[] = {"id",     "firstName", "lastName", "phoneNumber", "email",
                                                 "gender", "city",      "province", "region",      "customFields"};
    QByteArray csv = service.manner.exportHasMark ? "\xef\xbb\xbf" : "";
    const auto endCell = [&csv, delimiter](bool isLast) {
        csv += isLast ? QByteArray("\r\n") : QByteArray(1, delimiter);
    };
    for (const std::string_view name : names) {
        appendCell(csv, name);
        endCell(name == names[9]);
    }
    const auto writeRow = [&](const ContactRow &row) {
        const QByteArray id = service.ids.contactText(row.id).toLatin1();
        const std::string_view cells[] = {{id.constData(), static_cast<size_t>(id.size())},
                                          row.firstName,
                                          row.lastName,
                                          row.phoneNumber,
                                          row.email,
                                          row.gender,
                                          row.city,
                                          row.province,
                                          row.region,
                                          row.customFields};
        for (const std::string_view &cell : cells) {
            appendCell(csv, cell);
            endCell(&cell == &cells[9]);
        }
    };
    if (!order.contactIds.isEmpty()) {
        for (const qint64 id : order.contactIds)
            service.state.contacts().look(id, writeRow);
        return csv;
    }
    for (const qint64 id : *service.state.orders().contacts(filter, {ContactSort::Id, false, 0}))
        service.state.contacts().look(id, writeRow);
    return csv;
}

} // namespace

Answer download(Service &service, const Request &request)
{
    if (request.hasHeader("x-api-key") || request.hasHeader("authorization")) {
        service.log.danger(u"The key was sent to a download's address"_s);
        return denied(403, "AccessDenied");
    }
    const std::optional<Export> order = service.state.exports().ofToken(request.path.mid(downloadPrefix.size()));
    if (!order || request.method != "GET")
        return denied(404, "NoSuchKey");
    if (order->status != ExportStatus::Completed || order->expires <= QDateTime::currentMSecsSinceEpoch())
        return denied(403, "ExpiredToken");
    return {200, fileOf(service, *order), "text/csv", {{"Content-Disposition", "attachment; filename=contacts.csv"}}};
}

} // namespace Elenco::Practice
