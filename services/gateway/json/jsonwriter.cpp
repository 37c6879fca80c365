// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/jsonwriter.h"

#include <QString>

#include <algorithm>

namespace Elenco {

void JsonWriter::separate()
{
    if (!m_first)
        m_json += ',';
    m_first = false;
}

void JsonWriter::quoted(QStringView value)
{
    m_json += '"';
    for (const char c : value.toUtf8()) {
        switch (c) {
        case '"': m_json += "\\\""; break;
        case '\\': m_json += "\\\\"; break;
        case '\n': m_json += "\\n"; break;
        case '\r': m_json += "\\r"; break;
        case '\t': m_json += "\\t"; break;
        default:
            if (uchar(c) < 0x20)
                m_json += "\\u00" + QByteArray(1, c).toHex();
            else
                m_json += c;
        }
    }
    m_json += '"';
}

JsonWriter &JsonWriter::beginObject()
{
    separate();
    m_json += '{';
    m_first = true;
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    m_json += '}';
    m_first = false;
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    separate();
    m_json += '[';
    m_first = true;
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    m_json += ']';
    m_first = false;
    return *this;
}

JsonWriter &JsonWriter::key(QStringView name)
{
    separate();
    quoted(name);
    m_json += ':';
    m_first = true;
    return *this;
}

JsonWriter &JsonWriter::text(QStringView value)
{
    separate();
    quoted(value);
    return *this;
}

JsonWriter &JsonWriter::boolean(bool value)
{
    return raw(value ? "true" : "false");
}

JsonWriter &JsonWriter::integer(qint64 value)
{
    return raw(QByteArray::number(value));
}

JsonWriter &JsonWriter::null()
{
    return raw("null");
}

JsonWriter &JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_json += json;
    return *this;
}

JsonWriter &JsonWriter::id(const RemoteId &id)
{
    const bool digits = !id.value.isEmpty() &&
                        std::all_of(id.value.begin(), id.value.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    // A number has no leading zeros, and beyond 18 digits int64 ends: such an id was a text.
    if (digits && id.value.size() <= 18 && (id.value.size() == 1 || !id.value.startsWith(u'0')))
        return raw(id.value.toLatin1());
    return text(id.value);
}

JsonWriter &JsonWriter::ids(const QList<RemoteId> &ids)
{
    beginArray();
    for (const RemoteId &one : ids)
        id(one);
    return endArray();
}

} // namespace Elenco
