// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "gateway/json/jsonfields.h"
#include "gateway/records/page.h"

namespace Elenco {

/// The rows of an envelope, and what else it says.
struct Envelope {
    JsonValue rows; ///< an array
    std::optional<qint64> total;
    std::optional<bool> hasMore;
    PageEcho echo;
};

/// Reads any of the envelopes of gateway.md section 1; `arrays` are the names that the rows may have.
Envelope envelopeOf(JsonValue root, std::initializer_list<std::string_view> arrays, Misfit &misfit);

/// A page out of a body: `read` makes a row of a JsonValue, `matches` says which rows were asked for.
template <typename Row, typename Read, typename Matches>
Result<Page<Row>> pageFromJson(const QByteArray &body, std::initializer_list<std::string_view> arrays, Read read,
                               Matches matches)
{
    const auto document = JsonDocument::parse(body);
    if (!document)
        return Error{ErrorKind::UnreadableAnswer, {}, {}};
    Misfit misfit;
    const Envelope envelope = envelopeOf(document->root(), arrays, misfit);
    Page<Row> page;
    page.total = envelope.total;
    page.hasMore = envelope.hasMore;
    page.echo = envelope.echo;
    for (JsonCursor element(envelope.rows); element && !misfit; element.next()) {
        Row row = read(element.value(), misfit);
        if (misfit)
            misfit.within(QStringLiteral("[%1]").arg(page.rowsGiven));
        ++page.rowsGiven;
        if (matches(row))
            page.rows.append(std::move(row));
    }
    page.rowsDropped = page.rowsGiven - int(page.rows.size());
    if (misfit)
        return misfit.error();
    return page;
}

} // namespace Elenco
