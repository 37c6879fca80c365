// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remoteid.h"

#include <QByteArray>
#include <QList>
#include <QStringView>

#include <string_view>

namespace Elenco {

/// Writes one JSON text (RFC 8259), member by member; commas are its business, nesting is the caller's.
class JsonWriter
{
public:
    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &key(QStringView name);
    JsonWriter &text(QStringView value);
    JsonWriter &boolean(bool value);
    JsonWriter &integer(qint64 value);
    JsonWriter &null();
    /// JSON as it is.
    JsonWriter &raw(QByteArrayView json);
    /// An id as a number when it is all digits, else as a text (gateway.md section 1).
    JsonWriter &id(const RemoteId &id);
    JsonWriter &ids(const QList<RemoteId> &ids);

    const QByteArray &json() const { return m_json; }

private:
    void separate();
    void quoted(QStringView value);

    QByteArray m_json;
    bool m_first = true; ///< nothing stands in this container yet, or a key was just written
};

} // namespace Elenco
