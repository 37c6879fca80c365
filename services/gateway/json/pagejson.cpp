// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/pagejson.h"

namespace Elenco {

namespace {

JsonValue onlyArray(JsonValue object)
{
    JsonValue found;
    for (JsonCursor member(object); object.isObject() && member; member.next()) {
        if (!member.value().isArray())
            continue;
        if (found.isArray())
            return {};
        found = member.value();
    }
    return found;
}

} // namespace

Envelope envelopeOf(JsonValue root, std::initializer_list<std::string_view> arrays, Misfit &misfit)
{
    Envelope envelope;
    const JsonValue value = payload(root);
    if (value.isArray()) {
        envelope.rows = value;
        envelope.echo.isBare = true;
        return envelope;
    }
    for (const std::string_view name : arrays) {
        if (value[name].isArray())
            envelope.rows = value[name];
    }
    // Under a name that no document has, if there is but one array that the rows can be in.
    if (!envelope.rows.isArray())
        envelope.rows = onlyArray(value);
    if (!envelope.rows.isArray())
        misfit.at(*arrays.begin());
    readField(value, {"totalElements", "total"}, envelope.total, misfit);
    readField(value, {"hasMore"}, envelope.hasMore, misfit);
    readField(value, {"page", "number"}, envelope.echo.page, misfit);
    readField(value, {"limit", "size"}, envelope.echo.limit, misfit);
    envelope.echo.saysSize = !value["size"].isNothing();
    readField(value, {"offset"}, envelope.echo.offset, misfit);
    readField(value, {"totalPages"}, envelope.echo.totalPages, misfit);
    if (envelope.total.value_or(0) < 0)
        misfit.at("total");
    return envelope;
}

} // namespace Elenco
