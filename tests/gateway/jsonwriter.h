// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <string_view>

namespace Elenco::Practice {

/// JSON written straight into bytes, in the order it is told; pages of a thousand contacts are not built as objects
/// first. The caller keeps begin and end in step.
class JsonWriter
{
public:
    JsonWriter &beginObject() { return open('{'); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &beginArray() { return open('['); }
    JsonWriter &endArray() { return close(']'); }
    JsonWriter &key(const char *name);
    JsonWriter &value(std::string_view utf8);
    JsonWriter &value(const QByteArray &utf8)
    {
        return value(std::string_view(utf8.constData(), static_cast<size_t>(utf8.size())));
    }
    JsonWriter &value(const QString &text) { return value(text.toUtf8()); }
    JsonWriter &value(qint64 number);
    JsonWriter &value(int number) { return value(qint64{number}); }
    JsonWriter &value(double number);
    JsonWriter &value(bool flag);
    JsonWriter &null() { return raw("null"); }
    /// A value that is JSON already.
    JsonWriter &raw(std::string_view json);
    /// The members of an object that is compact JSON already ("{}" adds none).
    JsonWriter &members(std::string_view object);

    const QByteArray &bytes() const { return m_bytes; }
    void reserve(qsizetype size) { m_bytes.reserve(size); }

private:
    JsonWriter &open(char bracket);
    JsonWriter &close(char bracket);
    void separate();
    void quote(std::string_view utf8);

    QByteArray m_bytes;
    bool m_needsComma = false;
};

} // namespace Elenco::Practice
